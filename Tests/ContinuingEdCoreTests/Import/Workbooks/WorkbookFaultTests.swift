import Testing

@testable import ContinuingEdCore

/// Workbooks: Refused. The container, and parts that are not as they should be.
struct WorkbookFaultTests {
  private static let table = TestWorkbook(
    rows: TestWorkbook.rows([["工号", "类别", "学时", "年度"], ["T1", "自学", "8", "2023"]]))

  @Test(arguments: [true, false], [true, false])
  func `members of all forms`(isDeflated: Bool, isZip64: Bool) throws {
    for hasDescriptors in [true, false] {
      var zip = TestZip(WorkbookFaultTests.table.parts)
      (zip.isDeflated, zip.isZip64, zip.hasDescriptors) = (isDeflated, isZip64, hasDescriptors)
      zip.comment = Array("a comment".utf8)
      #expect(try SheetCells.of(zip.bytes).count == 2)
    }
  }

  @Test func `names in any case, targets from the top, folders above`() throws {
    var parts = WorkbookFaultTests.table.parts
    for (index, part) in parts.enumerated() {
      parts[index].1 = part.1.replacing("\"xl/workbook.xml\"", with: "\"/XL/Workbook.xml\"")
        .replacing("\"worksheets/sheet1.xml\"", with: "\"../xl/./Worksheets/sheet1.xml\"")
        .replacing("\"styles.xml\"", with: "\"/xl/styles.xml\"")
      if part.0 == "xl/workbook.xml" { parts[index].0 = "xl\\WORKBOOK.XML" }
    }
    #expect(try SheetCells.of(TestZip(parts).bytes).count == 2)
  }

  @Test func `parts in UTF-16, with a byte order mark and without`() throws {
    for mark in [[UInt8](), [0xFF, 0xFE]] {
      var zip = TestZip(WorkbookFaultTests.table.parts)
      let sheet = zip.members.count - 1
      let text = String(decoding: zip.members[sheet].bytes, as: UTF8.self).replacing("UTF-8", with: "UTF-16")
      zip.members[sheet].bytes = mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      #expect(try SheetCells.of(zip.bytes)[0] == ["工号", "类别", "学时", "年度"])
    }
  }

  @Test func `a file cut off anywhere is damaged`() throws {
    let bytes = WorkbookFaultTests.table.bytes
    for length in stride(from: 8, to: bytes.count, by: 7) {
      #expect(try fault(of: Array(bytes[..<length])) != nil)
    }
  }

  @Test func `wrong checksums`() throws {
    var zip = TestZip(WorkbookFaultTests.table.parts)
    zip.checksumFault = 1
    #expect(try fault(of: zip.bytes) == .damaged(part: "_rels/.rels"))
  }

  @Test func `encrypted members, and methods that are not read`() throws {
    var zip = TestZip(WorkbookFaultTests.table.parts)
    zip.flags = 1
    #expect(try fault(of: zip.bytes) == .encrypted)
    zip.flags = 0
    zip.method = 14
    #expect(try fault(of: zip.bytes) == .unknownForm(part: "_rels/.rels", form: "ZIP 14"))
  }

  /// 200 MiB of blanks unpack from 200 KiB.
  @Test func `a member that unpacks beyond the limits`() throws {
    var zip = TestZip(WorkbookFaultTests.table.parts)
    let sheet = zip.members.count - 1
    zip.members[sheet].bytes =
      Array("<worksheet>".utf8) + [UInt8](repeating: 32, count: 200 << 20) + Array("</worksheet>".utf8)
    #expect(try fault(of: zip.bytes) == .tooLarge)
  }

  @Test(arguments: [
    "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>", "<?xml version=\"1.0\"?><!DOCTYPE worksheet><worksheet/>",
  ])
  func `entities and document types`(text: String) throws {
    #expect(try fault(of: withSheet(text)) == .declaresEntities(part: "xl/worksheets/sheet1.xml"))
  }

  @Test(arguments: [
    "", "<worksheet>", "<worksheet></sheet>", "<worksheet/><worksheet/>", "<worksheet a=b/>",
    "<worksheet a=\"<\"/>",
    "<worksheet>&nbsp;</worksheet", "<worksheet", "text", "<a/>", "<worksheet><!-- </worksheet>",
    "<worksheet><</worksheet>",
    "<worksheet><sheetData><row><c t=\"str\"><v>&nbsp;</v></c></row></sheetData></worksheet>",
    "<worksheet><sheetData><row><c t=\"str\"><v>&#0;</v></c></row></sheetData></worksheet>",
    "<worksheet/>text", "<worksheet>\u{0}</worksheet>",
  ])
  func `XML that is none`(text: String) throws {
    #expect(try fault(of: withSheet(text)) == .damaged(part: "xl/worksheets/sheet1.xml"))
  }

  @Test(arguments: [
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><worksheet\n a = '>' ><sheetData /></worksheet >\n<!-- x -->",
    "<worksheet><![CDATA[<>&]]><?pi ?></worksheet>", "\u{FEFF}<worksheet/>",
  ])
  func `XML that is unusual`(text: String) throws { #expect(try fault(of: withSheet(text)) == nil) }

  @Test func `bytes that are no characters, and other encodings`() throws {
    var zip = TestZip(WorkbookFaultTests.table.parts)
    let sheet = zip.members.count - 1
    zip.members[sheet].bytes = Array("<worksheet>".utf8) + [0xFF] + Array("</worksheet>".utf8)
    #expect(try fault(of: zip.bytes) == .damaged(part: "xl/worksheets/sheet1.xml"))
    zip.members[sheet].bytes = Array("<?xml version=\"1.0\" encoding=\"GBK\"?><worksheet/>".utf8)
    #expect(try fault(of: zip.bytes) == .unknownForm(part: "xl/worksheets/sheet1.xml", form: "gbk"))
  }

  @Test func `parts that are missing, or lead in a circle`() throws {
    for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"] {
      let parts = WorkbookFaultTests.table.parts.filter { $0.0 != name }
      #expect(try fault(of: TestZip(parts).bytes) == .missingPart(name))
    }
    var parts = WorkbookFaultTests.table.parts
    parts[2].1 = parts[2].1.replacing("worksheets/sheet1.xml", with: "workbook.xml")
    #expect(try fault(of: TestZip(parts).bytes) == .damaged(part: "xl/workbook.xml"))
  }

  @Test func `other files in a ZIP archive`() throws {
    #expect(try fault(of: TestZip([("a.txt", "a")]).bytes) == .otherKind(.archive))
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    var zip = TestZip([("mimetype", type), ("content.xml", "<a/>")])
    zip.isDeflated = false
    #expect(try fault(of: zip.bytes) == .otherKind(.openDocument))
    for (target, kind) in [
      ("xl/workbook.bin", WorkbookFault.Kind.binaryWorkbook), ("word/document.xml", .textDocument),
    ] {
      let parts = [
        ("_rels/.rels", WorkbookFaultTests.table.parts[0].1.replacing("xl/workbook.xml", with: target)),
        (target, "<w:document xmlns:w=\"w\"/>"),
      ]
      #expect(try fault(of: TestZip(parts).bytes) == .otherKind(kind))
    }
  }

  private func withSheet(_ text: String) -> [UInt8] {
    var parts = WorkbookFaultTests.table.parts
    parts[parts.count - 1].1 = text
    return TestZip(parts).bytes
  }
}
