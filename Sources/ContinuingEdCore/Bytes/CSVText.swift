// CSV as bytes (RFC 4180), safe for spreadsheets (Outputs: CSV of check).

extension ByteBuffer {
  /// Adds a cell of text: quoted only where RFC 4180 needs it, and with a `'` before what a spreadsheet would take for
  /// a formula.
  mutating func appendCSV(_ text: UnsafeRawBufferPointer) {
    let isFormula = ByteBuffer.startsFormula(text)
    let needsQuotes = ByteSearch.needsQuotes(text)
    extend(atMost: needsQuotes ? 2 * text.count + 3 : text.count + 1) { cursor in
      if needsQuotes { cursor.put(UInt8(ascii: "\"")) }
      if isFormula { cursor.put(UInt8(ascii: "'")) }
      if !needsQuotes { return cursor.put(text) }
      for byte in text {
        if byte == UInt8(ascii: "\"") { cursor.put(byte) }
        cursor.put(byte)
      }
      cursor.put(UInt8(ascii: "\""))
    }
  }

  /// Adds a cell of text.
  package mutating func appendCSV(_ text: String) {
    var text = text
    text.withUTF8 { appendCSV(UnsafeRawBufferPointer($0)) }
  }

  /// Whether a text starts with `=` `+` `-` `@`, one of their full-width forms, a tab, CR or LF.
  private static func startsFormula(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D:
      return true
    case 0xEF:
      // ＋ is EF BC 8B, － EF BC 8D, ＝ EF BC 9D, ＠ EF BC A0.
      guard text.count >= 3, text[1] == 0xBC else { return false }
      return text[2] == 0x8B || text[2] == 0x8D || text[2] == 0x9D || text[2] == 0xA0
    default:
      return false
    }
  }
}
