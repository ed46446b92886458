// JSON as bytes (RFC 8259): only what must be escaped is.

extension ByteCursor {
  /// The most bytes that a JSON string of so many bytes takes: each as six characters, and the quotes.
  @inline(__always)
  static func longestJSON(_ count: Int) -> Int { 6 * count + 2 }

  /// Writes a JSON string of UTF-8 bytes.
  @inline(__always)
  mutating func putJSON(_ text: UnsafeRawBufferPointer) {
    put(UInt8(ascii: "\""))
    putEscaped(text)
    put(UInt8(ascii: "\""))
  }

  /// Writes what stands between the quotes of a JSON string.
  mutating func putEscaped(_ text: UnsafeRawBufferPointer) {
    guard let base = text.baseAddress else { return }
    var i = 0
    while i + 8 <= text.count {
      let word = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      if ByteSearch.needsEscape(word) {
        for k in i..<i + 8 { putEscaped(text[k]) }
      } else {
        put(UnsafeRawBufferPointer(start: base + i, count: 8))
      }
      i += 8
    }
    while i < text.count {
      putEscaped(text[i])
      i += 1
    }
  }

  @inline(__always)
  private mutating func putEscaped(_ byte: UInt8) {
    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { return put(byte) }
    putEscape(byte)
  }

  private mutating func putEscape(_ byte: UInt8) {
    put(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
    case UInt8(ascii: "\n"): put(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): put(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): put(UInt8(ascii: "t"))
    default:
      fixed("u00")
      put(ByteCursor.hexDigit(byte >> 4))
      put(ByteCursor.hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}

extension ByteBuffer {
  /// Adds a JSON string of UTF-8 bytes.
  mutating func appendJSON(_ text: UnsafeRawBufferPointer) {
    extend(atMost: ByteCursor.longestJSON(text.count)) { $0.putJSON(text) }
  }

  /// Adds a JSON string.
  package mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a JSON string, or null.
  package mutating func appendJSON(orNull text: String?) {
    if let text { appendJSON(text) } else { fixed("null") }
  }
}
