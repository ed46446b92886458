import Testing

@testable import ContinuingEdCore

/// Workbooks: what cells of `.xlsx` come to.
struct SheetXMLTests {
  @Test func `each type of cell`() throws {
    var book = TestWorkbook(
      rows:
        "<row><c t=\"s\"><v>0</v></c><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#SPILL!</v></c>"
        + "<c t=\"str\"><f>A1</f><v>a &amp; b</v></c><c t=\"n\"><v>0.30000000000000004</v></c><c t=\"d\"><v>2023-07-01</v></c></row>"
    )
    book.strings = ["<t>一</t>"]
    #expect(
      try SheetCells.row(book) == ["一", "TRUE", "FALSE", "{error}#SPILL!", "a & b", "0.3", "2023-07-01"])
  }

  @Test func `marks of what CSV can't say`() throws {
    var book = TestWorkbook(
      rows: "<row><c><v>370402199003071234</v></c><c><v>2023.1</v></c><c><v>2023.5</v></c><c><v>0</v></c>"
        + "<c s=\"1\"><v>0.5</v></c><c s=\"2\"><v>7</v></c></row>")
    (book.formats, book.styles) = (["[h]:mm", "0000"], [0, 164, 165])
    #expect(
      try SheetCells.row(book) == [
        "{long}370402199003071000", "{year.1}2023.1", "2023.5", "{zero}0", "{duration}0.5", "0007",
      ])
  }

  @Test func `cells and rows without references, and with`() throws {
    let book = TestWorkbook(
      rows:
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"4\"><c r=\"B4\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>"
    )
    #expect(try SheetCells.of(book.bytes) == [["1", "", "3"], [], [], ["", "4", "5"], ["6"]])
  }

  @Test func `rows and cells in another order`() throws {
    let book = TestWorkbook(
      rows:
        "<row r=\"3\"><c r=\"B3\"><v>32</v></c><c r=\"A3\"><v>31</v></c></row><row r=\"1\"><c r=\"A1\"><v>11</v></c></row>"
        + "<row r=\"4\"><c r=\"A4\"><v>41</v></c></row>")
    #expect(try SheetCells.of(book.bytes) == [["11"], [], ["31", "32"], ["41"]])
  }

  @Test func `what holds nothing at the end is not there`() throws {
    let book = TestWorkbook(
      rows:
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"Z1\" s=\"1\"/></row><row r=\"1048576\"><c r=\"XFD1048576\"/></row>"
    )
    let source = try ByteSource(.bytes(name: "", book.bytes), ImportOptions())
    let text = try #require(try WorkbookOpening.open(source, ImportOptions())).text(of: 0)
    #expect(text.lastRow == 1)
    #expect(text.width == 1)
  }

  @Test func `quotes, commas and line breaks`() throws {
    let texts = ["a,b", "a \"b\" c", "\"", "a\nb", "'", "sep=;", "", " x "]
    #expect(try SheetCells.row(TestWorkbook(rows: TestWorkbook.rows([texts]))) == texts)
  }

  @Test func `a line break in a cell moves no line`() throws {
    let rows = [
      ["工号", "类别", "学时", "年度", "备注"], ["T1", "自学", "8", "2023", "一\n二\n三"], ["T1", "自学", "x", "2023", ""],
    ]
    let records = try Importer().read([.bytes(name: "b", TestWorkbook(rows: TestWorkbook.rows(rows)).bytes)])
    #expect(records.problems.map(\.line) == [3])
    #expect(records.entries(of: 0).map(\.line) == [2, 3])
  }

  /// The heading is the first row's, the rows are narrower than the sheet.
  @Test func `rows are as wide as the widest`() throws {
    let rows = [
      ["工号", "类别", "学时", "年度", "备注"], ["T1", "自学", "8", "2023"], ["T1", "自学", "6", "2023", "", "", "多"],
    ]
    let records = try Importer().read([.bytes(name: "b", TestWorkbook(rows: TestWorkbook.rows(rows)).bytes)])
    #expect(records.problems.map(\.code) == [.unknownColumn])
    #expect(records.entries(of: 0).map(\.hours) == [Hours(8), Hours(6)])
  }

  @Test func `a cell beyond the last column, a row beyond the last`() throws {
    for rows in [
      "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1048577\"><c><v>1</v></c></row>", "<row r=\"0\"/>",
      "<row><c r=\"A\"><v>1</v></c></row>", "<row><c t=\"s\"><v>5</v></c></row>",
      "<row><c><v>x</v></c></row>",
      "<row><c t=\"q\"><v>1</v></c></row>",
    ] {
      #expect(try fault(of: TestWorkbook(rows: rows).bytes) == .damaged(part: "xl/worksheets/sheet1.xml"))
    }
  }
}

/// Workbooks: Merged ranges.
struct MergedCellsTests {
  private func cells(_ rows: [[String]], _ ranges: [String]) throws -> [[String]] {
    let list = ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return try SheetCells.of(
      TestWorkbook(rows: TestWorkbook.rows(rows), behind: "<mergeCells>\(list)</mergeCells>").bytes)
  }

  @Test func `all cells have the value of the first, whatever is stored under it`() throws {
    #expect(
      try cells([["a", "x", "c"], ["x", "x", "d"], ["e", "", "f"]], ["A1:B2"]) == [
        ["a", "a", "c"], ["{merged}a", "{merged}a", "d"], ["e", "", "f"],
      ])
  }

  @Test func `as far as the last row and column that hold something`() throws {
    #expect(
      try cells([["a", "b"], ["", "c"]], ["A1:A9", "B2:XFD2"]) == [["a", "b"], ["{merged}a", "c"]])
  }

  @Test func `an empty first cell empties the others`() throws {
    #expect(try cells([["", "x"], ["x", "y"], ["z"]], ["A1:B1", "A2:A2"]) == [[], ["x", "y"], ["z"]])
  }

  @Test func `texts that need quotes`() throws {
    #expect(try cells([["a,\"b\""], [""], ["z"]], ["A1:A2"]) == [["a,\"b\""], ["{merged}a,\"b\""], ["z"]])
  }

  @Test func `ranges that overlap are a fault`() throws {
    let book = TestWorkbook(
      rows: TestWorkbook.rows([["a", "b"], ["c", "d"]]),
      behind: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B1:B2\"/></mergeCells>")
    #expect(try fault(of: book.bytes) == .damaged(part: "xl/worksheets/sheet1.xml"))
  }

  /// A name of 1,000 letters in a million cells is 1 GB: more than 100 MiB of a small file.
  @Test func `filling is counted as unpacking is`() throws {
    let name = String(repeating: "x", count: 1000)
    let book = TestWorkbook(
      rows:
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\(name)</t></is></c></row><row r=\"1000000\"><c r=\"A1000000\"><v>1</v></c></row>",
      behind: "<mergeCells><mergeCell ref=\"A1:A999999\"/></mergeCells>")
    #expect(try fault(of: book.bytes) == .tooLarge)
  }
}
