// JSON as bytes (RFC 8259): only what must be escaped is.

extension ByteBuffer {
  /// Adds a JSON string of UTF-8 bytes.
  mutating func appendJSON(_ text: UnsafeRawBufferPointer) {
    append(UInt8(ascii: "\""))
    var start = 0
    for (index, byte) in text.enumerated()
    where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
      appendEscape(byte)
      start = index + 1
    }
    append(UnsafeRawBufferPointer(rebasing: text[start...]))
    append(UInt8(ascii: "\""))
  }

  /// Adds a JSON string.
  public mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a JSON string, or null.
  public mutating func appendJSON(orNull text: String?) {
    if let text { appendJSON(text) } else { fixed("null") }
  }

  /// Adds a day as a JSON string, or null.
  mutating func appendJSON(_ day: Day?) {
    guard let day else { return fixed("null") }
    append(UInt8(ascii: "\""))
    append(day)
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
    default:
      fixed("u00")
      append(ByteBuffer.hexDigit(byte >> 4))
      append(ByteBuffer.hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
