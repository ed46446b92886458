// What the text of a part stands for: references and line ends.
extension XMLScanner {
  /// Adds the text of a token to some bytes.
  func appendText(to target: inout [UInt8]) throws(WorkbookFailure) {
    if hasReferences || raw(text).contains(13) {
      try appendDecoded(text, to: &target)
    } else {
      target.append(contentsOf: raw(text))
    }
  }

  /// Adds a part of the buffer: references stand for their characters, CR LF and CR for LF.
  func appendDecoded(_ slice: Slice, to target: inout [UInt8]) throws(WorkbookFailure) {
    let bytes = raw(slice)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 13:
        if at < bytes.count, bytes[at] == 10 { at += 1 }
        target.append(10)
      case UInt8(ascii: "&"):
        guard let end = bytes[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
          throw .damaged(part)
        }
        guard let scalar = XMLScanner.scalar(ofReference: bytes[at..<end]) else { throw .damaged(part) }
        target.append(contentsOf: Character(scalar).utf8)
        at = end + 1
      default: target.append(byte)
      }
    }
  }

  /// The character of a reference without & and ;
  private static func scalar(ofReference name: Swift.Slice<UnsafeRawBufferPointer>) -> Unicode.Scalar? {
    if name.first == UInt8(ascii: "#") {
      let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      // A sign would be read as a part of the number.
      guard let first = digits.first, first != UInt8(ascii: "+"),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10), value > 0
      else { return nil }
      return Unicode.Scalar(value)
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: return nil
    }
  }
}

/// The text of a cell as a spreadsheet stores it: `_x000D_` stands for the character of that number (Workbooks: Text).
enum EscapedText {
  /// Undoes the escapes in the bytes from a place on; then line breaks of all kinds become LF.
  static func undo(_ bytes: inout [UInt8], from start: Int) {
    var read = start
    var write = start
    while read < bytes.count {
      var byte = bytes[read]
      if byte == UInt8(ascii: "_"), let unit = unit(in: bytes, at: read) {
        read += 7
        if unit >= 0xD800, unit < 0xDC00, let low = EscapedText.unit(in: bytes, at: read),
          low & 0xFC00 == 0xDC00
        {
          read += 7
          put(0x1_0000 + ((unit & 0x3FF) << 10 | low & 0x3FF), &bytes, &write)
        } else if unit & 0xF800 == 0xD800 {
          put(0xFFFD, &bytes, &write)
        } else {
          put(unit, &bytes, &write)
        }
        continue
      }
      read += 1
      if byte == 13 {
        if read < bytes.count, bytes[read] == 10 { read += 1 }
        byte = 10
      }
      bytes[write] = byte
      write += 1
    }
    bytes.removeSubrange(write...)
    if bytes[start...].contains(13) { joinLineEnds(&bytes, from: start) }
  }

  /// Whether the bytes from a place on may hold an escape or a line break that is not LF.
  static func isNeeded(_ bytes: [UInt8], from start: Int) -> Bool {
    var i = start
    while i < bytes.count {
      if bytes[i] == 13 { return true }
      if bytes[i] == UInt8(ascii: "_"), i + 6 < bytes.count, bytes[i + 1] == UInt8(ascii: "x") { return true }
      i += 1
    }
    return false
  }

  /// The unit of UTF-16 that an escape at a place names.
  private static func unit(in bytes: [UInt8], at place: Int) -> UInt32? {
    guard place + 6 < bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
      bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(place + 2)..<(place + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Writes a character of at most four bytes where an escape of seven stood.
  private static func put(_ scalar: UInt32, _ bytes: inout [UInt8], _ write: inout Int) {
    for byte in Character(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8 {
      bytes[write] = byte
      write += 1
    }
  }

  /// CR LF and CR become LF in the bytes from a place on.
  static func joinLineEnds(_ bytes: inout [UInt8], from start: Int) {
    var write = start
    var read = start
    while read < bytes.count {
      let byte = bytes[read]
      read += 1
      if byte == 13, read < bytes.count, bytes[read] == 10 { read += 1 }
      bytes[write] = byte == 13 ? 10 : byte
      write += 1
    }
    bytes.removeSubrange(write...)
  }
}
