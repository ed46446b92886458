import Testing

@testable import ContinuingEdCore

@Suite("Headers, totals and ragged rows")
struct HeaderTests {
  static let cases: [(String, String, [String], [String])] = [
    (
      "a title row above the header is skipped and mentioned",
      "2023年度登记表,,,\n\nperson_id,category,year,hours\na,self-study,2023,8\n", ["skipped-row@1/0"], ["a:4"]
    ),
    (
      "a total row below is skipped and counted as a record",
      "person_id,category,year,hours\na,self-study,2023,8\n合计,,,8\nb,self-study,2023,8\n",
      ["skipped-row@3/2"],
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
      "two columns of one name make no row usable, but its cells are checked",
      "person_id,category,category（类）,hours,year\na,self-study,self-study,x,2023\n",
      ["duplicate-column@1/0:2=category（类）", "bad-hours@2/1:3=x"], []
    ),
    (
      "of two columns of one field the better name is read",
      "工号,person_id,category,year,课时,学时数\nb,a,self-study,2023,x,8\n",
      ["column-unused@1/0:0=工号", "column-unused@1/0:4=课时"], ["a:2"]
    ),
    (
      "two worse ones of one name are both unused",
      "person_id,category,year,hours,课时,课时(节)\na,self-study,2023,8,x,y\n",
      ["column-unused@1/0:4=课时", "column-unused@1/0:5=课时(节)"], ["a:2"]
    ),
    (
      "a header of two records: start and end below a period",
      "身份证号,姓名,类别,备案号,培训时间,,学时\n,,,,开始,结束,\na,王芳,自学,,2023-03-01,2023-03-03,24\n", [], ["a:3"]
    ),
    (
      "a header of two records that come again",
      "身份证号,类别,培训,,学时\n,,时间,地点,\na,自学,2023-03-01,某地,8\n身份证号,类别,培训,,学时\n,,时间,地点,\nb,自学,2023-03-01,某地,8\n",
      ["skipped-row@4/2", "skipped-row@5/3"], ["a:3", "b:6"]
    ),
    (
      "a header that only both records make",
      "人员,,活动,\n证件号,姓名,类别,学时\na,王芳,自学,8\n", ["skipped-row@1/0", "missing-year@3/1:no year="], ["a:3!"]
    ),
    (
      "a title above a header is none of its records",
      "登记表,,,\nperson_id,category,year,hours\na,self-study,2023,8\n",
      ["skipped-row@1/0"], ["a:3"]
    ),
    (
      "feet, group totals, samples, headers and blank rows",
      "person_id,category,year,hours\n示例,self-study,2023,8\na,self-study,2023,8\n科室汇总,,,8\n0,0.00,1900/1/0,\nperson_id,category,year,hours\n填表人：张三\n备注1、略,,,\n平 均：,,,8\nx Total,,,8\n",
      [
        "skipped-row@2/1", "skipped-row@4/3", "skipped-row@6/4", "skipped-row@7/5", "skipped-row@8/6",
        "skipped-row@9/7",
        "skipped-row@10/8",
      ], ["a:3"]
    ),
    (
      "a foot with a person or a category is a row",
      "person_id,category,year,hours\n备注,self-study,2023,8\n", [], ["备注:2"]
    ),
    (
      "format characters go from headings and cells",
      "per\u{200B}son_id,category,year,hours\na\u{AD}b,self-\u{2060}study,2023,\u{1F}8\n", [], ["ab:2"]
    ),
    (
      "a column that nobody reads says that somebody has not finished",
      "person_id,category,year,hours,进度\na,self-study,2023,8,\nb,self-study,2023,8,未 完成\n",
      // The word stands first on line 3, which the message names.
      ["unknown-column@1/0:4=进度", "suspect-column@1/0:4=进度<3"], ["a:2", "b:3"]
    ),
    (
      "an unknown column is mentioned once",
      "person_id,category,year,hours,电话\na,self-study,2023,8,1\nb,self-study,2023,8,2\n",
      ["unknown-column@1/0:4=电话"], ["a:2", "b:3"]
    ),
    (
      "an empty heading over blank cells is ignored",
      "person_id,category,year,hours,,\na,self-study,2023,8,,\n",
      [], ["a:2"]
    ),
    (
      "an empty heading over a cell is an unknown column",
      "person_id,category,year,,hours\na,self-study,2023,x,8\n",
      ["unknown-column@1/0:3="], ["a:2"]
    ),
    (
      "more cells than headings are fine if they are blank",
      "person_id,category,year,hours\na,self-study,2023,8,, \nb,self-study,2023,8,x\nc,self-study,2023\n",
      ["ragged-row@3/2", "short-row@4/3", "missing-hours@4/3:3="], ["a:2", "c:4!"]
    ),
    (
      "headings are found in full width, with spaces and line breaks",
      "\"身份\n证号\", 类 别 ,ＹＥＡＲ,Hours\na,self-study,2023,8\n", [], ["a:3"]
    ),
    (
      "a quoted cell open to the end is reported where it opened",
      "person_id,category,year,hours,title\n\"a\",self-study,2023,8,\"x\ny\"\nb,self-study,2023,8,\"x\nc,self-study,2023,8,\n",
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
    let text =
      String(repeating: "登记表\n", count: titles) + "person_id,category,year,hours\na,self-study,2023,8\n"
    let records = try Reading.read([text])
    #expect(Reading.people(records) == (titles == 19 ? ["a:21"] : []))
    // Below a header of one heading its further copies are passed over too.
    #expect(records.problems.count { $0.code == .skippedRow } == 19)
    #expect(records.problems.count { $0.code == .missingColumn } == (titles == 19 ? 0 : 2))
  }

  @Test("a heading of one's own is a column")
  func ownHeading() throws {
    let records = try Reading.read(["编码,category,year,hours\na,self-study,2023,8\n"]) {
      $0.columnNames = [("编码", .personID)]
    }
    #expect(Reading.people(records) == ["a:2"])
  }

  @Test("a cell over 64 KiB is too long, one of 64 KiB is not", arguments: [65_536, 65_537])
  func longCells(length: Int) throws {
    let cell = String(repeating: "x", count: length)
    let records = try Reading.read([
      "person_id,category,year,hours,title\na,self-study,2023,8,\(cell)\nb,self-study,2023,8,\n"
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
    let text =
      "person_id,category,year,hours,\(headings)\na,self-study,2023,8\(cells)\nb,self-study,2023,8\(cells)\n"
    let records = try Reading.read([text])
    #expect(records.problems.count == 10_000)
    #expect(Reading.people(records) == ["a:2", "b:3"])
  }
}
