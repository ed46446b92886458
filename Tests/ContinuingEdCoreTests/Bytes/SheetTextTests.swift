import Testing

@testable import ContinuingEdCore

/// Cells of written worksheets: what XML and SpreadsheetML need escaped, what a cell holds, and references.
@Suite struct SheetTextTests {
  @Test(arguments: [
    ("plain", "张三", "张三"),
    ("what XML marks up", "a<b>&\"c\"", "a&lt;b&gt;&amp;\"c\""),
    ("a control character", "a\u{1}b\u{1F}", "a_x0001_b_x001F_"),
    ("line break and tab stay, a carriage return does not", "a\n\tb\r", "a\n\tb_x000D_"),
    ("DEL and C1", "\u{7F}\u{85}\u{A0}", "_x007F__x0085_\u{A0}"),
    ("what is no character of XML", "\u{FFFE}\u{FFFF}\u{FFFD}", "_xFFFE__xFFFF_\u{FFFD}"),
    ("what would be undone as an escape", "_x000D_", "_x005F_x000D_"),
    ("what would not", "_x00_ _y000D_ _x000D", "_x00_ _y000D_ _x000D"),
    ("an emoji", "😀é", "😀é"),
  ])
  func `text is escaped`(_ name: String, _ text: String, _ expected: String) {
    var buffer = ByteBuffer()
    var text = text
    text.withUTF8 { buffer.appendSheetText(UnsafeRawBufferPointer($0)) }
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
  }

  @Test func `a cell holds 32767 units of UTF-16, and whole characters`() {
    func kept(_ text: String) -> Int {
      var text = text
      return text.withUTF8 { SheetEscapes.fitting(UnsafeRawBufferPointer($0)) }
    }
    #expect(kept(String(repeating: "a", count: 32_767)) == 32_767)
    #expect(kept(String(repeating: "a", count: 32_768)) == 32_767)
    #expect(kept(String(repeating: "学", count: 32_767)) == 98_301)
    #expect(kept(String(repeating: "学", count: 32_768)) == 98_301)
    // 16,383 pairs are 32,766 units; a further pair does not fit, a further letter does.
    #expect(kept(String(repeating: "😀", count: 16_384)) == 65_532)
    #expect(kept(String(repeating: "😀", count: 16_383) + "ab") == 65_533)
  }

  @Test func `references count rows and columns, blank cells too`() {
    var rows = ByteBuffer()
    rows.beginSheetRow()
    rows.appendSheet("x")
    rows.appendSheetBlank()
    rows.appendSheet(Hours(inHundredths: 850))
    rows.beginSheetRow()
    for number in 0..<703 { rows.appendSheet(whole: number) }
    var (sheet, buffer) = (SheetRows(), ByteBuffer())
    #expect(sheet.add(rows, from: 0, limit: 10, to: &buffer) == rows.count)
    sheet.end(&buffer)
    let text = String(decoding: buffer.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>x</t></is></c><c r="C1"><v>8.5</v></c></row><row r="2">"#
      ))
    for reference in ["Z2", "AA2", "AZ2", "BA2", "ZZ2"] {
      #expect(text.contains("<c r=\"\(reference)\" s=\"4\">"))
    }
    #expect(text.hasSuffix(#"<c r="AAA2" s="4"><v>702</v></c></row>"#))
    #expect(sheet.widest == 703)
  }

  @Test func `a row beyond the limit is left`() {
    var rows = ByteBuffer()
    for number in 1...3 {
      rows.beginSheetRow()
      rows.appendSheet(whole: number)
    }
    var (sheet, buffer) = (SheetRows(), ByteBuffer())
    let place = sheet.add(rows, from: 0, limit: 2, to: &buffer)
    #expect(place < rows.count)
    #expect(String(decoding: buffer.bytes, as: UTF8.self).hasSuffix("<v>2</v></c>"))
    var (second, rest) = (SheetRows(), ByteBuffer())
    #expect(second.add(rows, from: place, limit: 2, to: &rest) == rows.count)
    #expect(String(decoding: rest.bytes, as: UTF8.self) == #"<row r="1"><c r="A1" s="4"><v>3</v></c>"#)
  }

  @Test(arguments: [
    // 45,108 days after 1899-12-30, as spreadsheets number them.
    ("2023-07-01", #"<c r="A1" s="3"><v>45108</v></c>"#),
    ("1900-03-01", #"<c r="A1" s="3"><v>61</v></c>"#),
    // Before, spreadsheets count otherwise, or not alike.
    ("1900-02-28", #"<c r="A1" s="2" t="inlineStr"><is><t>1900-02-28</t></is></c>"#),
  ])
  func `days are days`(_ day: String, _ expected: String) throws {
    var rows = ByteBuffer()
    rows.beginSheetRow()
    rows.appendSheet(try #require(Day(iso: day)))
    var (sheet, buffer) = (SheetRows(), ByteBuffer())
    _ = sheet.add(rows, from: 0, limit: 9, to: &buffer)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == #"<row r="1">"# + expected)
  }

  @Test func `the widest text of a column is found, Chinese twice as wide`() {
    var rows = ByteBuffer()
    rows.beginSheetRow()
    rows.appendSheet("a&b")
    rows.appendSheet("学时")
    rows.beginSheetRow()
    rows.appendSheetBlank()
    rows.appendSheet("abc")
    rows.appendSheet(Hours(12))
    #expect(SheetRows.widths(of: rows) == [3, 4, 2])
  }
}
