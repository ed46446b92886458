import Testing

@testable import ContinuingEdCore

/// What other readers get wrong on valid files (Workbooks).
struct OtherReadersTests {
  /// 45108 is 2023-07-01: days are counted from 1899-12-30 after February 1900.
  @Test(arguments: [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
  func `formats of Chinese programs, named by number only, are dates`(format: Int) throws {
    var book = TestWorkbook(rows: "<row><c s=\"1\"><v>45108</v></c></row>")
    book.styles = [0, format]
    #expect(try SheetCells.row(book) == ["2023-07-01"])
  }

  @Test func `a text that the file gives for such a number goes before`() throws {
    var book = TestWorkbook(rows: "<row><c s=\"1\"><v>45108</v></c></row>")
    book.styles = [0, 27]
    var parts = book.parts
    parts[3].1 = parts[3].1.replacing(
      "<numFmts>", with: "<numFmts><numFmt numFmtId=\"27\" formatCode=\"0.00\"/>")
    #expect(try SheetCells.of(TestZip(parts).bytes) == [["45108"]])
  }

  @Test func `hours in quotes are no time`() throws {
    var book = TestWorkbook(rows: "<row><c s=\"1\"><v>8.5</v></c><c s=\"2\"><v>8.5</v></c></row>")
    (book.formats, book.styles) = (["0.00\"h\"", "0\"d\""], [0, 164, 165])
    #expect(try SheetCells.row(book) == ["8.5", "8.5"])
  }

  /// 1.25 days.
  @Test func `30 hours keep their whole days`() throws {
    var book = TestWorkbook(
      rows: TestWorkbook.rows([["工号", "类别", "学时", "年度"]])
        + "<row><c t=\"str\"><v>T1</v></c><c t=\"str\"><v>自学</v></c><c s=\"1\"><v>1.25</v></c><c><v>2023</v></c></row>"
    )
    (book.formats, book.styles) = (["[h]:mm"], [0, 164])
    let records = try Importer().read([.bytes(name: "book", book.bytes)])
    #expect(records.entries(of: 0).first?.hours == Hours(30))
  }

  /// In the system of 1904 the same day has a number less by 1462.
  @Test func `days counted from 1904`() throws {
    var book = TestWorkbook(rows: "<row><c s=\"1\"><v>43646</v></c><c s=\"1\"><v>0</v></c></row>")
    (book.styles, book.is1904) = ([0, 14], true)
    #expect(try SheetCells.row(book) == ["2023-07-01", "{zero}0"])
  }

  /// 59 is 28 February 1900, 61 is 1 March; 60 would be a day that never was.
  @Test func `the 29th of February 1900`() throws {
    var book = TestWorkbook(
      rows: "<row>" + [1, 59, 60, 61, 2_958_465, 2_958_466].map { "<c s=\"1\"><v>\($0)</v></c>" }.joined()
        + "</row>")
    book.styles = [0, 14]
    #expect(
      try SheetCells.row(book) == ["1900-01-01", "1900-02-28", "60", "1900-03-01", "9999-12-31", "2958466"])
  }

  /// 45291 is 2023-12-31; half a second is 0.00000578 of a day, 0.1 ms is 0.00000000116.
  @Test func `the last 0,1 ms of a year`() throws {
    var book = TestWorkbook(
      rows: "<row>"
        + ["45291.5", "45291.99999", "45291.999999", "45291.99999999884"].map {
          "<c s=\"1\"><v>\($0)</v></c>"
        }
        .joined() + "</row>")
    book.styles = [0, 22]
    #expect(try SheetCells.row(book) == ["2023-12-31", "2023-12-31", "2024-01-01", "2024-01-01"])
  }

  @Test func `a hidden first sheet, or another one in front`() throws {
    let table = TestWorkbook.rows([["工号", "类别", "学时", "年度"], ["T1", "自学", "8", "2023"]])
    var book = TestWorkbook(rows: table)
    book.sheets = [
      TestWorkbook.Sheet(name: "旧", state: "hidden", rows: table),
      TestWorkbook.Sheet(name: "说明", rows: TestWorkbook.rows([["怎样填写"]])),
      TestWorkbook.Sheet(name: "登记", rows: table),
    ]
    let records = try Importer().read([.bytes(name: "book", book.bytes)])
    #expect(records.files.map(\.path) == ["book#说明", "book#登记"])
    #expect(records.problems.map(\.code) == [.skippedSheet])
    #expect(records.entries(of: 0).map(\.line) == [2])
  }

  @Test func `strict workbooks, with prefixes`() throws {
    let rows =
      "<x:row><x:c t=\"inlineStr\"><x:is><x:t>甲</x:t></x:is></x:c><x:c t=\"d\"><x:v>2023-12-31T23:59:59.9</x:v></x:c></x:row>"
    let strict = "http://purl.oclc.org/ooxml"
    let parts = TestWorkbook().parts.map { name, text -> (String, String) in
      var text = text.replacing(TestWorkbook.main, with: strict + "/spreadsheetml/main")
        .replacing(TestWorkbook.office, with: strict + "/officeDocument/relationships")
      if name.contains("sheet1") {
        text =
          "<x:worksheet xmlns:x=\"\(strict)/spreadsheetml/main\"><x:sheetData>\(rows)</x:sheetData></x:worksheet>"
      }
      return (name, text)
    }
    #expect(try SheetCells.of(TestZip(parts).bytes) == [["甲", "2024-01-01"]])
  }

  @Test func `rows that a filter hid`() throws {
    let book = TestWorkbook(
      rows: "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c><v>2</v></c></row>",
      behind: "<autoFilter ref=\"A1:A2\"><filterColumn colId=\"0\"/></autoFilter>")
    #expect(try SheetCells.of(book.bytes) == [["1"], ["2"]])
  }

  @Test func `escapes of characters`() throws {
    let texts = ["甲_x000D_\n乙", "a_x005F_x0041_", "_x0041_b_x00e9_", "_xD83D__xDE00_", "_x12_", "_x004"]
    let book = TestWorkbook(rows: TestWorkbook.rows([texts]))
    #expect(try SheetCells.row(book) == ["甲\n乙", "a_x0041_", "Abé", "😀", "_x12_", "_x004"])
  }

  @Test func `phonetic text is not glued to names, runs are joined`() throws {
    var book = TestWorkbook(rows: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>")
    book.strings = [
      "<t>王芳</t><rPh sb=\"0\" eb=\"1\"><t>wáng</t></rPh><phoneticPr fontId=\"1\"/>",
      "<r><rPr><b/></rPr><t>急诊</t></r><r><t xml:space=\"preserve\"> 急救</t></r>",
    ]
    #expect(try SheetCells.row(book) == ["王芳", "急诊 急救"])
  }

  @Test func `a total that nobody computed is not 0`() throws {
    let book = TestWorkbook(
      rows:
        "<row><c><f>SUM(A2:A9)</f></c><c><f>A1</f><v></v></c><c t=\"str\"><f>A1</f><v></v></c><c><f>A1</f><v>7</v></c></row>"
    )
    #expect(try SheetCells.row(book) == ["{no value}", "{no value}", "", "7"])
  }
}
