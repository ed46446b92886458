@testable import ContinuingEdCore

/// A workbook as the text of its parts.
struct TestWorkbook {
  struct Sheet {
    var name = "登记表"
    var state = ""
    /// What stands in `sheetData`.
    var rows = ""
    /// What stands behind it.
    var behind = ""
  }

  var sheets: [Sheet] = []
  var strings: [String] = []
  /// The codes of the formats of one's own, from 164 on.
  var formats: [String] = []
  /// The number of each style's format.
  var styles: [Int] = [0]
  var is1904 = false

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// A workbook of one sheet.
  init(rows: String = "", behind: String = "") { sheets = [Sheet(rows: rows, behind: behind)] }

  /// A sheet of texts, each inline, in rows from the first on.
  static func rows(_ rows: [[String]]) -> String {
    rows.map { row in
      "<row>"
        + row.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  var parts: [(String, String)] {
    var parts = [
      ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbook),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(
          sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
            + [("rIdA", "sharedStrings", "sharedStrings.xml"), ("rIdB", "styles", "styles.xml")])
      ),
      ("xl/styles.xml", styleSheet),
      (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"\(TestWorkbook.main)\">" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"\(TestWorkbook.main)\"><sheetData>"
            + sheet.rows + "</sheetData>" + sheet.behind + "</worksheet>"
        ))
    }
    return parts
  }

  var bytes: [UInt8] { TestZip(parts).bytes }

  private func relationships(_ list: [(String, String, String)]) -> String {
    "<Relationships xmlns=\"\(TestWorkbook.package)\">"
      + list.map {
        "<Relationship Id=\"\($0.0)\" Type=\"\(TestWorkbook.office)/\($0.1)\" Target=\"\($0.2)\"/>"
      }
      .joined() + "</Relationships>"
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
      return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }.joined()
    return "<workbook xmlns=\"\(TestWorkbook.main)\" xmlns:r=\"\(TestWorkbook.office)\">"
      + "<workbookPr\(is1904 ? " date1904=\"1\"" : "")/><sheets>\(list)</sheets></workbook>"
  }

  private var styleSheet: String {
    let texts = formats.enumerated().map { index, code in
      let escaped = code.map { $0 == "\"" ? "&quot;" : $0 == "<" ? "&lt;" : String($0) }.joined()
      return "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(escaped)\"/>"
    }.joined()
    // What cells look like at most comes first, and has a format of another number.
    return
      "<styleSheet xmlns=\"\(TestWorkbook.main)\"><numFmts>\(texts)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
      + "</cellStyleXfs><cellXfs>" + styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
      + "<dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0%\"/></dxf></dxfs></styleSheet>"
  }
}

/// The cells of a sheet, as the reader of rows will see them.
enum SheetCells {
  /// All rows up to the last that holds something, each up to its last cell that does.
  static func of(_ bytes: [UInt8], sheet: Int = 0) throws -> [[String]] {
    var options = ImportOptions()
    options.keptInMemory = 1 << 20
    let source = try ByteSource(.bytes(name: "book", bytes), options)
    guard let workbook = try WorkbookOpening.open(source, options) else { return [] }
    return try of(workbook.text(of: sheet))
  }

  static func of(_ text: SheetText) throws -> [[String]] {
    var rows: [[String]] = []
    try SheetRecords(text).read { (record, cells) throws(WorkbookFailure) in
      var row: [String] = []
      for cell in cells {
        while row.count < cell.column { row.append("") }
        row.append(shown(cell.bytes))
      }
      rows.append(row)
    }
    return rows
  }

  /// The one row of a sheet.
  static func row(_ workbook: TestWorkbook) throws -> [String] { try of(workbook.bytes).first ?? [] }

  /// Quotes undone, marks as names in braces.
  private static func shown(_ cell: UnsafeRawBufferPointer) -> String {
    var bytes = Array(cell)
    if bytes.first == UInt8(ascii: "\"") {
      bytes = bytes.dropFirst().dropLast().withUnsafeBytes { CellEscapes.removed(from: $0) }
    }
    let names: [UInt8: String] = [
      CellMark.error: "{error}", CellMark.noValue: "{no value}", CellMark.longNumber: "{long}",
      CellMark.merged: "{merged}", CellMark.yearAndOne: "{year.1}", CellMark.zero: "{zero}",
      CellMark.duration: "{duration}",
    ]
    var text = ""
    while let first = bytes.first, let name = names[first] {
      text += name
      bytes.removeFirst()
    }
    return text + String(decoding: bytes, as: UTF8.self)
  }
}

/// The fault of bytes that are no workbook that can be read; nil if they are one.
func fault(of bytes: [UInt8]) throws -> WorkbookFault? {
  do throws(ImportError) {
    let files = try SheetSelection.records([.bytes(name: "book", bytes)], ImportOptions())
    _ = try Importer().read(files)
    return nil
  } catch {
    guard case .workbook("book", let fault) = error else { throw error }
    return fault
  }
}
