import Foundation
import Testing

@testable import ContinuingEdCore

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Written workbooks: the parts, the order of elements that the standard asks for, and what does not fit a sheet.
@Suite struct WorkbookWriterTests {
  private func rows(_ numbers: ClosedRange<Int>) -> ByteBuffer {
    var buffer = ByteBuffer()
    for number in numbers {
      buffer.beginSheetRow()
      buffer.appendSheet("P\(number)")
      buffer.appendSheet(whole: number)
    }
    return buffer
  }

  private var frame: SheetFrame {
    var choice = SheetFrame.Column("类别", .text)
    choice.choices = ["培训进修", "自学"]
    return SheetFrame("结果", [choice, SheetFrame.Column("year", .whole)])
  }

  @Test func `parts come in an order by which programs know a workbook, and name each other`() throws {
    var workbook = WorkbookWriter(frame)
    workbook.append(rows(1...3))
    #expect(workbook.close() == WorkbookWriter.Outcome())
    let zip = try #require(ZipFile(workbook.takeReady().bytes))
    #expect(
      zip.members.map(\.name) == [
        "_rels/.rels", "docProps/app.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "[Content_Types].xml",
      ])
    for member in zip.members {
      #expect(Elements.of(member.bytes) != nil, "\(member.name) is no XML")
      if member.name != "[Content_Types].xml", !member.name.hasSuffix(".rels") {
        #expect(zip.text("[Content_Types].xml").contains("PartName=\"/\(member.name)\""))
      }
    }
  }

  /// ECMA-376 part 1, 18.3.1.99, of which these are used.
  private static let order = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection",
    "autoFilter",
    "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
    "pageSetup", "headerFooter",
  ]
  /// 18.8.39.
  private static let styleOrder = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
  ]
  /// 18.2.27.
  private static let bookOrder = ["bookViews", "sheets", "definedNames"]

  @Test(arguments: [
    ("xl/worksheets/sheet1.xml", "worksheet", order), ("xl/styles.xml", "styleSheet", styleOrder),
    ("xl/workbook.xml", "workbook", bookOrder),
  ])
  func `elements come in the standard's order`(part: String, root: String, order: [String]) throws {
    var workbook = WorkbookWriter(frame)
    workbook.append(rows(1...3))
    _ = workbook.close()
    let zip = try #require(ZipFile(workbook.takeReady().bytes))
    let elements = try #require(Elements.of(Array(zip.text(part).utf8)))
    #expect(elements.root == root)
    let places = elements.children.map { order.firstIndex(of: $0) ?? -1 }
    #expect(!places.isEmpty && !places.contains(-1), "\(elements.children)")
    #expect(places == places.sorted() && Set(places).count == places.count, "\(elements.children)")
  }

  @Test func `a full sheet goes on on a further one, with its headings`() throws {
    var workbook = WorkbookWriter(rowLimit: 3)
    workbook.begin(frame)
    workbook.append(rows(1...5))
    _ = workbook.close()
    let zip = try #require(ZipFile(workbook.takeReady().bytes))
    let names = ["结果", "结果 2", "结果 3"]
    for (place, name) in names.enumerated() {
      #expect(zip.text("xl/workbook.xml").contains(#"<sheet name="\#(name)" sheetId="\#(place + 1)""#))
      let sheet = zip.text("xl/worksheets/sheet\(place + 1).xml")
      #expect(sheet.contains(#"<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>类别</t>"#))
      #expect(sheet.contains(#"<c r="B2" s="4"><v>\#(place * 2 + 1)</v>"#))
      #expect(sheet.contains(#"<row r="3">"#) == (place < 2))
      #expect(!sheet.contains(#"<row r="4">"#))
    }
  }

  @Test func `long sheets come out as short ones do, and no row is lost where widths were measured`() throws {
    var whole = WorkbookWriter(frame)
    whole.append(rows(1...20_000))
    _ = whole.close()
    var pieces = WorkbookWriter(frame)
    var bytes: [UInt8] = []
    for start in stride(from: 1, through: 20_000, by: 100) {
      bytes += pieces.taking(rows(start...start + 99)).bytes
    }
    _ = pieces.close()
    bytes += pieces.takeReady().bytes
    let sheet = try #require(ZipFile(bytes)).text("xl/worksheets/sheet1.xml")
    #expect(sheet.components(separatedBy: "<row ").count == 20_002)
    #expect(sheet == (try #require(ZipFile(whole.takeReady().bytes))).text("xl/worksheets/sheet1.xml"))
  }

  @Test func `a text that a cell can't hold is cut and counted, with its place`() throws {
    var buffer = ByteBuffer()
    buffer.beginSheetRow()
    buffer.appendSheet("x")
    buffer.beginSheetRow()
    buffer.appendSheetBlank()
    buffer.appendSheet(String(repeating: "学", count: 40_000))
    var workbook = WorkbookWriter(frame)
    workbook.append(buffer)
    let outcome = workbook.close()
    #expect(outcome.cuts == 1)
    #expect(outcome.firstCut == "结果!B3")
    let sheet = try #require(ZipFile(workbook.takeReady().bytes)).text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<t>" + String(repeating: "学", count: 32_767) + "</t>"))
  }

  @Test func `more columns than a sheet has are an error and not a damaged file`() {
    var buffer = ByteBuffer()
    buffer.beginSheetRow()
    for _ in 0...16_384 { buffer.appendSheet("x") }
    var workbook = WorkbookWriter(frame)
    workbook.append(buffer)
    #expect(workbook.close().fault == .tooWide(16_385))
  }

  @Test func `names of sheets are ones that a sheet can have, and no two are alike`() throws {
    var workbook = WorkbookWriter()
    for name in ["甲/乙:[丙]'", "甲_乙__丙__", String(repeating: "长", count: 40), ""] {
      workbook.begin(SheetFrame(name, []))
      workbook.end()
    }
    _ = workbook.finish()
    let book = try #require(ZipFile(workbook.takeReady().bytes)).text("xl/workbook.xml")
    for name in ["甲_乙__丙__", "甲_乙__丙__ 2", String(repeating: "长", count: 24), "Sheet"] {
      #expect(book.contains("<sheet name=\"\(name)\""), "\(book)")
    }
  }

  @Test func `lists of choices reach the last row`() throws {
    var workbook = WorkbookWriter(frame)
    let outcome = workbook.close()
    #expect(outcome.fault == nil)
    let sheet = try #require(ZipFile(workbook.takeReady().bytes)).text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains(#"sqref="A2:A1048576"><formula1>&quot;培训进修,自学&quot;</formula1>"#))
  }
}

/// The root of an XML document and its children, in order.
private final class Elements: NSObject, XMLParserDelegate {
  private(set) var root = ""
  private(set) var children: [String] = []
  private var depth = 0

  /// Nil where the bytes are no well-formed XML.
  static func of(_ bytes: [UInt8]) -> Elements? {
    let parser = XMLParser(data: Data(bytes))
    let elements = Elements()
    parser.delegate = elements
    return parser.parse() ? elements : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if depth == 0 { root = name }
    if depth == 1 { children.append(name) }
    depth += 1
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    depth -= 1
  }
}
