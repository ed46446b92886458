import Foundation

/// Texts as they are compared where a list is not closed (Judging: Platforms): trimmed, NFKC, lower case, no
/// white space.
enum PlainText {
  /// The normalised bytes of a text.
  static func normalized(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { normalized(UnsafeRawBufferPointer($0)) }
  }

  private static func normalizedByTables(_ text: String) -> [UInt8] {
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
    var bytes: [UInt8] = []
    for scalar in folded.unicodeScalars where !scalar.properties.isWhitespace {
      bytes.append(contentsOf: Array(String(scalar).utf8))
    }
    return bytes
  }

  /// The normalised bytes of UTF-8. Plain ASCII and CJK ideographs, which normalisation leaves as they are, take
  /// the short way.
  static func normalized(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if !isSpace { plain.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
        i += 1
      } else if i + 2 < bytes.count, byte <= 0xE9, byte > 0xE4 || (byte == 0xE4 && bytes[i + 1] >= 0xB8) {
        plain.append(byte)
        plain.append(bytes[i + 1])
        plain.append(bytes[i + 2])
        i += 3
      } else {
        return normalizedByTables(String(decoding: bytes, as: UTF8.self))
      }
    }
    return plain
  }

  /// Whether `text` contains `needle`; an empty needle is in nothing.
  static func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    if needle.isEmpty || needle.count > text.count { return false }
    let first = needle[0]
    for start in 0...(text.count - needle.count) where text[start] == first {
      if text[start...].starts(with: needle) { return true }
    }
    return false
  }
}
