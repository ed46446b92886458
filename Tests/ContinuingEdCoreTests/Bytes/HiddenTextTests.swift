import Testing

@testable import ContinuingEdCore

/// What nobody sees is escaped (CommandLine: At a desk).
@Suite struct HiddenTextTests {
  static let cases: [(String, String)] = [
    ("王芳 abc", "王芳 abc"), ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("\u{7F}\u{9B}", "\\u{7F}\\u{9B}"),
    ("\u{200B}\u{200D}\u{FEFF}\u{AD}", "\\u{200B}\\u{200D}\\u{FEFF}\\u{AD}"),
    ("\u{202E}甲\u{2066}", "\\u{202E}甲\\u{2066}"), ("\u{61C}\u{180E}", "\\u{61C}\\u{180E}"),
    ("\u{2028}", "\\u{2028}"), ("\r", "\\u{D}"), ("\0", "\\u{0}"), ("\u{E0041}", "\\u{E0041}"),
    ("😀𠀀한é", "😀𠀀한é"), ("（“　”）", "（“　”）"), ("\u{10FFFF}", "\\xFF"),
  ]

  @Test(arguments: cases) func `hidden characters are escaped, all others stand`(text: String, shown: String)
  {
    #expect(HiddenText.escaped(text) == shown)
    // However the stream is cut.
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count { #expect(filtered([Array(bytes[..<cut]), Array(bytes[cut...])]) == shown) }
  }

  private func filtered(_ pieces: [[UInt8]], keeping kept: [[UInt8]] = []) -> String {
    var filter = HiddenText.Filter(keeping: kept)
    var shown: [UInt8] = []
    for piece in pieces { piece.withUnsafeBytes { filter.append($0, to: &shown) } }
    filter.finish(&shown)
    return String(decoding: shown, as: UTF8.self)
  }

  @Test func `a stream keeps line ends and tabs, and the colours that it is told of, and no others`() {
    let text = Array("a\tb\n\u{1B}[31mred\u{1B}[0m \u{1B}[5mblink".utf8)
    #expect(filtered([text]) == "a\tb\n\\u{1B}[31mred\\u{1B}[0m \\u{1B}[5mblink")
    #expect(filtered([text], keeping: Ink.sequences) == "a\tb\n\u{1B}[31mred\u{1B}[0m \\u{1B}[5mblink")
  }

  @Test func `bytes that are no UTF-8 are shown as such`() {
    #expect(filtered([[0x61, 0xFF, 0x80, 0x62]]) == "a\\xFF\\x80b")
    #expect(filtered([[0xE5, 0x1B]]) == "\\xE5\\u{1B}")
    #expect(filtered([[0xE7, 0x8E]]) == "\\xE7\\x8E")
  }

  @Test(
    arguments: [
      [0x61, 0xFF, 0x62], [0xC0, 0x80], [0xF4, 0x8F, 0xBF, 0xBF], [0xE7, 0x8E, 0x8B], [0xE7, 0x8E],
      [0xED, 0xA0, 0x80],
    ] as [[UInt8]])
  func `a file's name comes back as it was, whatever its bytes are`(bytes: [UInt8]) {
    let text = bytes.withUnsafeBytes { PathName.text($0) }
    #expect(PathName.bytes(text).map { UInt8(bitPattern: $0) } == bytes + [0])
    #expect(!PathName.shown(text).unicodeScalars.contains { PathName.byte(of: $0) != nil })
  }
}
