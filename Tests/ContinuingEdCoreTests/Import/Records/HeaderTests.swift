import Testing

@testable import ContinuingEdCore

@Suite("Headers, totals and ragged rows")
struct HeaderTests {
  static let cases: [(String, String, [String], [String])] = [
    (
      "a title row above the header is skipped and mentioned",
      "2023年度登记表,,,\n\nperson_id,category,year,hours\na,annual,2023,8\n", ["skipped-row@1/0"], ["a:4"]
    ),
    (
      "a total row below is skipped and counted as a record",
      "person_id,category,year,hours\na,annual,2023,8\n合计,,,8\nb,annual,2023,8\n", ["skipped-row@3/2"],
      ["a:2", "b:4"]
    ),
    (
      "an empty file lacks both columns", "",
      ["missing-column@1/0:no category=", "missing-column@1/0:no person_id="], []
    ),
    (
      "a header without a category column makes no row usable", "person_id,hours\na,8\n",
      ["missing-column@1/0:no category="], []
    ),
    (
      "two columns of one field make no row usable", "person_id,category,工号\na,annual,b\n",
      ["duplicate-column@1/0:2=工号"], []
    ),
    (
      "an unknown column is mentioned once",
      "person_id,category,year,hours,电话\na,annual,2023,8,1\nb,annual,2023,8,2\n",
      ["unknown-column@1/0:4=电话"], ["a:2", "b:3"]
    ),
    (
      "an empty heading over blank cells is ignored", "person_id,category,year,hours,,\na,annual,2023,8,,\n",
      [], ["a:2"]
    ),
    (
      "an empty heading over a cell is an unknown column",
      "person_id,category,year,,hours\na,annual,2023,x,8\n",
      ["unknown-column@1/0:3="], ["a:2"]
    ),
    (
      "more cells than headings are fine if they are blank",
      "person_id,category,year,hours\na,annual,2023,8,, \nb,annual,2023,8,x\nc,annual,2023\n",
      ["ragged-row@3/2", "ragged-row@4/3"], ["a:2"]
    ),
    (
      "headings are found in full width, with spaces and line breaks",
      "\"身份\n证号\", 类 别 ,ＹＥＡＲ,Hours\na,annual,2023,8\n", [], ["a:3"]
    ),
    (
      "a quoted cell open to the end is reported where it opened",
      "person_id,category,year,hours,title\n\"a\",annual,2023,8,\"x\ny\"\nb,annual,2023,8,\"x\nc,annual,2023,8,\n",
      ["unclosed-quote@4/2"], ["a:2", "c:5"]
    ),
  ]

  @Test("the top of a file and what stands among the rows", arguments: cases)
  func reads(name: String, text: String, problems: [String], people: [String]) throws {
    let records = try Reading.read([text])
    #expect(Reading.problems(records) == problems, "\(name)")
    #expect(Reading.people(records) == people, "\(name)")
  }

  @Test("the header may be the twentieth record and not the twenty-first", arguments: [19, 20])
  func twentieth(titles: Int) throws {
    let text = String(repeating: "登记表\n", count: titles) + "person_id,category,year,hours\na,annual,2023,8\n"
    let records = try Reading.read([text])
    #expect(Reading.people(records) == (titles == 19 ? ["a:21"] : []))
    #expect(records.problems.count { $0.code == .skippedRow } == (titles == 19 ? 19 : 0))
    #expect(records.problems.count { $0.code == .missingColumn } == (titles == 19 ? 0 : 2))
  }

  @Test("a heading of one's own is a column")
  func ownHeading() throws {
    let records = try Reading.read(["编码,category,year,hours\na,annual,2023,8\n"]) {
      $0.columnNames = [("编码", .personID)]
    }
    #expect(Reading.people(records) == ["a:2"])
  }

  @Test("a cell over 64 KiB is too long, one of 64 KiB is not", arguments: [65_536, 65_537])
  func longCells(length: Int) throws {
    let cell = String(repeating: "x", count: length)
    let records = try Reading.read([
      "person_id,category,year,hours,title\na,annual,2023,8,\(cell)\nb,annual,2023,8,\n"
    ])
    let expected =
      length > 65_536 ? ["field-too-long@2/1:4=" + String(repeating: "x", count: 1024) + "…"] : []
    #expect(Reading.problems(records) == expected)
    #expect(Reading.people(records) == [length > 65_536 ? "a:2!" : "a:2", "b:3"])
  }

  @Test("ten thousand columns are read")
  func manyColumns() throws {
    let headings = (0..<10_000).map { "x\($0)" }.joined(separator: ",")
    let cells = String(repeating: ",1", count: 10_000)
    let text = "person_id,category,year,hours,\(headings)\na,annual,2023,8\(cells)\nb,annual,2023,8\(cells)\n"
    let records = try Reading.read([text])
    #expect(records.problems.count == 10_000)
    #expect(Reading.people(records) == ["a:2", "b:3"])
  }
}
