/// Characters that nobody sees and that are dropped wherever they stand: those of the Unicode categories Cf and Cc but tab
/// and line ends; and those of private use, which stay and are mentioned (RecordsFiles: Text).
enum FormatCharacters {
  private static let stretch = 1024

  /// Whether valid UTF-8 has such characters. It is followed by 64 zeros.
  static func mayStand(in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var start = 0
    while start < bytes.count {
      let end = min(start + stretch, bytes.count)
      var check = OddCheck()
      for place in stride(from: start, to: end, by: 64) { check.look(at: base + place) }
      if check.hasControl || (check.hasLead && hasOne(bytes, from: start, to: end)) { return true }
      start = end
    }
    return false
  }

  /// The exact look at every sequence that may be one.
  @inline(never)
  private static func hasOne(_ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    for place in stride(from: start, to: end, by: 64) {
      let group = ByteGroup(base + place)
      var leads = group.within(0xC2, 0xE2) | group.within(0xEE, 0xFF)
      while leads != 0 {
        let lead = place + leads.trailingZeroBitCount
        if lead < bytes.count, isOdd(bytes, lead) { return true }
        leads &= leads &- 1
      }
    }
    return false
  }

  /// Whether the character at a place is one of these or of private use.
  private static func isOdd(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    guard let (scalar, _) = character(bytes, place) else { return false }
    return isDropped(scalar) || isPrivate(scalar)
  }

  /// Whether a character is dropped.
  static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 9, 10, 13: false
    case 0...0x1F, 0x7F...0x9F, 0xAD: true
    case 0x600...0x605, 0x61C, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x180E: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB: true
    case 0x110BD, 0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
    case 0xE0001, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// Whether a character is of a private use area.
  static func isPrivate(_ scalar: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(scalar) || (0xF_0000...0xF_FFFD).contains(scalar)
      || (0x10_0000...0x10_FFFD).contains(scalar)
  }

  /// Whether valid UTF-8 has a character that is dropped.
  static func hasDropped(_ bytes: UnsafeRawBufferPointer) -> Bool { has(bytes, isDropped) }
  /// Whether valid UTF-8 has a character of a private use area.
  static func hasPrivate(_ bytes: UnsafeRawBufferPointer) -> Bool { has(bytes, isPrivate) }

  /// Valid UTF-8 without the characters that are dropped.
  static func dropped(from bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let (scalar, width) = character(bytes, place) ?? (0x20, 1)
      if !isDropped(scalar) { kept.append(contentsOf: bytes[place..<place + width]) }
      place += width
    }
    return kept
  }

  /// A text without the characters that are dropped.
  static func dropped(from text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !isDropped($0.value) }) { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isDropped($0.value) }))
  }

  private static func has(_ bytes: UnsafeRawBufferPointer, _ isOne: (UInt32) -> Bool) -> Bool {
    var place = 0
    while place < bytes.count {
      guard let (scalar, width) = character(bytes, place) else {
        place += 1
        continue
      }
      if isOne(scalar) { return true }
      place += width
    }
    return false
  }

  /// The character at a place and how many bytes it takes; nil if none begins there.
  private static func character(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> (UInt32, Int)? {
    let first = bytes[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, place + width <= bytes.count else { return nil }
    var scalar = UInt32(first) & (width == 4 ? 7 : width == 3 ? 0xF : 0x1F)
    for next in place + 1..<place + width { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
    return (scalar, width)
  }
}
