import Foundation

/// Titles as they are compared to find out whether two entries are one activity (Judging: The same activity twice): in
/// NFKC, lower case, without white space and punctuation marks.
enum TitleFolding {
  /// What a title says, as UTF-8; empty if it is blank or holds nothing but marks.
  static func folded(_ title: String) -> [UInt8] {
    var title = title
    return title.withUTF8 { folded(UnsafeRawBufferPointer($0)) }
  }

  /// What a title in UTF-8 says.
  static func folded(_ title: UnsafeRawBufferPointer) -> [UInt8] { withFolded(title) { Array($0) } }

  /// Has `body` look at what a title in UTF-8 says. Letters, figures, Chinese characters and their usual marks take the
  /// short way; any other character is looked up in Unicode's tables.
  static func withFolded<R>(_ title: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: title.count) { target in
      guard let count = fold(title, into: target) else { return foldedByTables(title).withUnsafeBytes(body) }
      return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(target)[..<count]))
    }
  }

  /// Whether a title of eight bytes and more is plainly the same folded as typed: nothing but small letters, figures and
  /// characters from U+4000 to U+9FFF. Eight bytes are looked at at once.
  @inline(__always)
  static func isFolded(_ title: UnsafeRawBufferPointer) -> Bool {
    guard let base = title.baseAddress, title.count >= 8 else { return false }
    let last = title.count &- 8
    var odd = oddBytes(base.loadUnaligned(fromByteOffset: last, as: UInt64.self))
    var place = 0
    while place < last {
      odd |= oddBytes(base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    return odd == 0
  }

  /// The high bit of each byte that is none of these: figures, small letters, E4 to E9, and what goes on behind them.
  @inline(__always)
  private static func oddBytes(_ word: UInt64) -> UInt64 {
    let each: UInt64 = 0x0101_0101_0101_0101
    let high = each &* 0x80
    let seven = word & ~high
    // The high bit of a byte of `seven` plus what is missing from a bound to 80 says that it is not below the bound.
    let isFigure = (seven &+ each &* (0x80 - 0x30)) & ~(seven &+ each &* (0x80 - 0x3A))
    let isSmall = (seven &+ each &* (0x80 - 0x61)) & ~(seven &+ each &* (0x80 - 0x7B))
    let isLead = (seven &+ each &* (0x80 - 0x64)) & ~(seven &+ each &* (0x80 - 0x6A))
    let isContinuing = ~(seven &+ each &* (0x80 - 0x40))
    return high & ~(word & (isLead | isContinuing) | ~word & (isFigure | isSmall))
  }

  /// How many bytes a title comes to; nil if it needs Unicode's tables. `target` has room for all of it.
  private static func fold(
    _ title: UnsafeRawBufferPointer, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var (place, count) = (0, 0)
    func keep(_ byte: UInt8) {
      target[count] = byte
      count += 1
    }
    while place < title.count {
      let lead = title[place]
      if lead < 0x80 {
        if let byte = folded(ascii: lead) { keep(byte) }
        place += 1
        continue
      }
      guard lead >= 0xE2, lead <= 0xEF, place + 2 < title.count else { return nil }
      let (second, third) = (title[place + 1], title[place + 2])
      let scalar = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
      switch scalar {
      case 0x4E00...0x9FFF:
        keep(lead)
        keep(second)
        keep(third)
      case 0xFF01...0xFF5E:
        if let byte = folded(ascii: UInt8(truncatingIfNeeded: scalar - 0xFEE0)) { keep(byte) }
      case 0x2013...0x2014, 0x2018...0x2019, 0x201C...0x201D, 0x3000...0x3002, 0x3008...0x3011: break
      default: return nil
      }
      place += 3
    }
    return count
  }

  /// The lower case of an ASCII character; nil if it is white space or punctuation.
  @inline(__always)
  private static func folded(ascii byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    // Unicode calls these symbols, not punctuation.
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<")...UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      byte
    case 0x09...0x0D, 0x1C...0x20, 0x21...0x7E: nil
    default: byte
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
