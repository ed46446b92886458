/// Strict UTF-8 (no overlong forms, no surrogates, nothing past U+10FFFF) without NUL.
///
/// A stretch is looked at eight bytes at a time together with the two before each, by a loop without branches that the
/// compiler makes vectors of. Where that finds anything unusual, an exact look decides.
enum UTF8Check {
  private static let stretch = 4096
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Whether some bytes are valid.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    return isValid(base.assumingMemoryBound(to: UInt8.self), from: 0, to: bytes.count)
  }

  /// Whether the bytes from `start` up to `end` are valid.
  static func isValid(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    // What stands before the start has no say.
    var i = min(start + 3, end)
    if hasFault(text, from: start, to: i, start: start) { return false }
    while i < end {
      let stop = min(i + stretch, end)
      let words = (stop - i) / 8
      let firstToLookAt = isPlain(text + i, words: words) ? i + words * 8 : i
      if hasFault(text, from: firstToLookAt, to: stop, start: start) { return false }
      i = stop
    }
    return !endsInside(text, start, end)
  }

  /// Whether the last sequence lacks bytes.
  private static func endsInside(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    (end - start >= 1 && text[end - 1] >= 0xC0) || (end - start >= 2 && text[end - 2] >= 0xE0)
      || (end - start >= 3 && text[end - 3] >= 0xF0)
  }

  /// Whether there are only ASCII, two-byte and common three-byte sequences, all of them right. Bits are shifted to the
  /// top of their bytes, so that each line says something of eight bytes at once.
  private static func isPlain(_ text: UnsafePointer<UInt8>, words: Int) -> Bool {
    let bytes = UnsafeRawPointer(text)
    var unusual: UInt64 = 0
    for i in 0..<words {
      let word = Mixing.word(bytes, i &* 8)
      let before = Mixing.word(bytes, i &* 8 &- 1)
      let beforeThat = Mixing.word(bytes, i &* 8 &- 2)
      let continues = word & ~(word &<< 1)
      let followsLead = before & (before &<< 1)
      let followsLeadOfThree = beforeThat & (beforeThat &<< 1) & (beforeThat &<< 2)
      unusual |= continues ^ (followsLead | followsLeadOfThree)
      // NUL
      unusual |= (word &- ones) & ~word
      // Leads of four, and of three from E0, E1, EC and ED on, whose next byte is not free; C0 and C1, which are none.
      let (bit3, bit2, bit1) = (before &<< 4, before &<< 5, before &<< 6)
      let isNarrow = (before &<< 3) | ~(bit3 | bit2 | bit1) | (bit3 & bit2 & ~bit1)
      unusual |= followsLead & (before &<< 2) & isNarrow
      unusual |= followsLead & ~((before &<< 2) | (before &<< 3) | bit3 | bit2 | bit1)
    }
    return unusual & highBits == 0
  }

  /// The exact look, a byte and the three before it at a time.
  private static func hasFault(_ text: UnsafePointer<UInt8>, from first: Int, to end: Int, start: Int) -> Bool
  {
    for i in first..<end {
      let byte = text[i]
      let before = i - 1 >= start ? text[i - 1] : 0
      let continues = byte & 0xC0 == 0x80
      let expected =
        before >= 0xC0 || (i - 2 >= start && text[i - 2] >= 0xE0) || (i - 3 >= start && text[i - 3] >= 0xF0)
      if continues != expected || byte == 0 || byte & 0xFE == 0xC0 || byte >= 0xF5 { return true }
      switch before {
      case 0xE0 where byte < 0xA0, 0xED where byte >= 0xA0, 0xF0 where byte < 0x90, 0xF4 where byte >= 0x90:
        return true
      default: break
      }
    }
    return false
  }
}
