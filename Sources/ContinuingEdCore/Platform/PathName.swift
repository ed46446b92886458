/// Names of files as the system has them: any bytes. In a `String`, a byte that is not UTF-8 stands as a character of
/// the last private plane, U+10FF80 to U+10FFFF, so that the very name can be given back to the system; such a character
/// itself stands as its four bytes.
package enum PathName {
  private static let base: UInt32 = 0x10FF00

  /// The text of a name.
  package static func text(_ name: UnsafePointer<CChar>) -> String {
    var count = 0
    while name[count] != 0 { count += 1 }
    return text(UnsafeRawBufferPointer(start: name, count: count))
  }

  /// The text of a name's bytes.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0xF4) { return text }
    var text = String.UnicodeScalarView()
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var decoder = UTF8()
      var iterator = bytes[place..<min(place + length, bytes.count)].makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator), byte(of: scalar) == nil {
        text.append(scalar)
        place += length
      } else {
        if let mark = Unicode.Scalar(base + UInt32(lead)) { text.append(mark) }
        place += 1
      }
    }
    return String(text)
  }

  /// A name as the system takes it, with the byte 0 at its end.
  package static func bytes(_ text: String) -> [CChar] {
    var bytes: [CChar] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    if text.utf8.contains(0xF4) {
      for scalar in text.unicodeScalars {
        if let byte = byte(of: scalar) {
          bytes.append(CChar(bitPattern: byte))
        } else {
          for byte in UTF8.encode(scalar) ?? .init() { bytes.append(CChar(bitPattern: byte)) }
        }
      }
    } else {
      for byte in text.utf8 { bytes.append(CChar(bitPattern: byte)) }
    }
    bytes.append(0)
    return bytes
  }

  /// A name as people and programs are shown it: a byte that is not UTF-8 is `\xHH`.
  package static func shown(_ text: String) -> String {
    if !text.utf8.contains(0xF4) { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      if let byte = byte(of: scalar) {
        shown += self.shown(byte)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// A byte as it is shown.
  static func shown(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// The byte that a character stands for; nil for any other character.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= base + 0x80 && scalar.value <= base + 0xFF ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }
}
