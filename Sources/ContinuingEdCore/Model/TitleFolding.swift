import Foundation

/// Titles as they are compared to find out whether two entries are one activity (Judging: The same activity twice): in
/// NFKC, lower case, without white space and punctuation marks.
enum TitleFolding {
  /// What a title says, as UTF-8; empty if it is blank or holds nothing but marks.
  static func folded(_ title: String) -> [UInt8] {
    var title = title
    return title.withUTF8 { folded(UnsafeRawBufferPointer($0)) }
  }

  /// What a title in UTF-8 says. Letters, figures, Chinese characters and their usual marks take the short way; any
  /// other character is looked up in Unicode's tables.
  static func folded(_ title: UnsafeRawBufferPointer) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(title.count)
    var place = 0
    while place < title.count {
      let lead = title[place]
      if lead < 0x80 {
        append(ascii: lead, to: &folded)
        place += 1
        continue
      }
      guard lead >= 0xE2, lead <= 0xEF, place + 2 < title.count else { return foldedByTables(title) }
      let scalar =
        UInt32(lead & 0x0F) << 12 | UInt32(title[place + 1] & 0x3F) << 6 | UInt32(title[place + 2] & 0x3F)
      switch scalar {
      case 0x4E00...0x9FFF: folded.append(contentsOf: title[place..<place + 3])
      case 0xFF01...0xFF5E: append(ascii: UInt8(truncatingIfNeeded: scalar - 0xFEE0), to: &folded)
      case 0x2013...0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x3000...0x3002, 0x3008...0x3011: break
      default: return foldedByTables(title)
      }
      place += 3
    }
    return folded
  }

  private static func append(ascii byte: UInt8, to folded: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): folded.append(byte)
    // Unicode calls these symbols, not punctuation.
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<")...UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      folded.append(byte)
    case 0x09...0x0D, 0x1C...0x20, 0x21...0x7E: break
    default: folded.append(byte)
    }
  }

  private static func foldedByTables(_ title: UnsafeRawBufferPointer) -> [UInt8] {
    let text = String(decoding: title, as: UTF8.self).precomposedStringWithCompatibilityMapping.lowercased()
    var folded: [UInt8] = []
    folded.reserveCapacity(title.count)
    for scalar in text.unicodeScalars where !isLeftOut(scalar) {
      folded.append(contentsOf: Array(String(scalar).utf8))
    }
    return folded
  }

  /// Whether a character is white space or a punctuation mark.
  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
