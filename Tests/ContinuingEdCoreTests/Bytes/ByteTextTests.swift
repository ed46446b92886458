import Testing

@testable import ContinuingEdCore

/// Numbers, days and texts as bytes.
@Suite struct ByteTextTests {
  private func text(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0, "0"), (1, "0.01"), (10, "0.1"), (100, "1"), (250, "2.5"), (805, "8.05"), (999_999, "9999.99"),
    (-150, "-1.5"),
  ])
  func `hours have no trailing zeros`(hundredths: Int, written: String) {
    #expect(text { $0.append(Hours(inHundredths: hundredths)) } == written)
  }

  @Test(arguments: [(0, "0"), (7, "7"), (10, "10"), (-42, "-42"), (Int.max, "9223372036854775807")])
  func `whole numbers are decimal`(number: Int, written: String) {
    #expect(text { $0.append(number) } == written)
  }

  @Test func `a day is ISO 8601`() throws {
    let day = try #require(Day(year: 1970, month: 1, day: 1))
    #expect(text { $0.append(day) } == "1970-01-01")
    #expect(text { $0.append(day.adding(days: 19_358)) } == "2023-01-01")
    #expect(text { $0.appendJSON(day as Day?) } == "\"1970-01-01\"")
    #expect(text { $0.appendJSON(nil as Day?) } == "null")
  }

  @Test(arguments: [
    ("", "\"\""), ("王芳", "\"王芳\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("\n\r\t", "\"\\n\\r\\t\""),
    ("\u{0}\u{1F}", "\"\\u0000\\u001f\""), ("/\u{7F}\u{2028}", "\"/\u{7F}\u{2028}\""), ("\"", "\"\\\"\""),
  ])
  func `JSON escapes what it must and nothing else`(plain: String, written: String) {
    #expect(text { $0.appendJSON(plain) } == written)
  }

  @Test(arguments: [
    ("", ""), ("王芳", "王芳"), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""), ("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("＝1", "'＝1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"), ("＠x", "'＠x"), ("\tx", "'\tx"), ("\nx", "\"'\nx\""), ("=a,b", "\"'=a,b\""), ("a=b", "a=b"),
    ("＜x", "＜x"), ("'x", "'x"),
  ])
  func `CSV quotes only where it must, and makes formulas harmless`(plain: String, written: String) {
    #expect(text { $0.appendCSV(plain) } == written)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("张三", 4), ("ａｂ", 4), ("e\u{301}", 1), ("ﾊﾝ", 2), ("（一院）", 8), ("…", 1), ("한", 2),
    ("\u{200B}", 0),
    ("😀", 2), ("𠀀", 2), ("Ａ1·é", 5), ("\u{1B}", 0),
  ])
  func `a text has the width that a terminal gives it`(plain: String, width: Int) {
    #expect(DisplayWidth.of(plain) == width)
  }

  @Test func `texts are set and cut by their width`() {
    #expect(DisplayWidth.padded("张三", to: 6) == "张三  ")
    #expect(DisplayWidth.aligned("8.5", to: 5) == "  8.5")
    #expect(DisplayWidth.cut("第一人民医院", to: 7) == "第一人…")
    #expect(DisplayWidth.cut("第一人民医院", to: 8) == "第一人…")
    #expect(DisplayWidth.cut("第一", to: 4) == "第一")
  }

  @Test func `columns stand under each other, and empty ones are left out`() {
    var layout = ColumnLayout(
      headings: ["姓名", "单位", "空", "学时"], widest: [6, 12, 0, 2], flushRight: [3])
    #expect(layout.line(["姓名", "单位", "空", "学时"]) == "姓名    单位          学时")
    #expect(layout.line(["欧阳一", "第一人民医院", "", "8"]) == "欧阳一  第一人民医院     8")
    #expect(layout.line(["A", "", "", ""]) == "A")
    #expect(layout.lineWidth == 6 + 12 + 4 + 2 * 2)
    layout.fit(20, shrinking: [(1, 4)])
    #expect(layout.line(["A", "第一人民医院", "", "8"]) == "A       第一…      8")
  }

  @Test func `nothing in a shown text moves the cursor or turns the writing round`() {
    #expect(ShownText.safe("a\u{1B}[31m\n张\u{202E}三") == "a\\u{1B}[31m 张\\u{202E}三")
    #expect(ShownText.html("<b a='1'>&\"") == "&lt;b a=&#39;1&#39;&gt;&amp;&quot;")
    #expect(ShownText.markdown("a|b_c") == "a\\|b\\_c")
  }
}
