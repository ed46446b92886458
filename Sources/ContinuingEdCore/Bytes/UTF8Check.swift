/// Strict UTF-8 (no overlong forms, no surrogates, nothing past U+10FFFF) without NUL.
///
/// A stretch is looked at many bytes at a time: has it nothing but ASCII and common sequences of three bytes, as those of
/// Chinese characters, or else of two bytes too? Where there is anything else, an exact look decides.
enum UTF8Check {
  private static let stretch = 1024

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
      let groups = (stop - i) / 64
      let isPlain =
        !isLedIntoOddly(text + i)
        && (hasCommon(text + i, groups: groups) || hasCommonAndPairs(text + i, groups: groups))
      let firstToLookAt = isPlain ? i + groups * 64 : i
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

  /// Whether a sequence that is not a common one of three bytes may go on here.
  private static func isLedIntoOddly(_ text: UnsafePointer<UInt8>) -> Bool {
    (text[-1] >= 0xC0 && !isCommonLead(text[-1])) || (text[-2] >= 0xE0 && !isCommonLead(text[-2]))
      || text[-3] >= 0xF0
  }

  /// Whether there are only ASCII without NUL and common sequences of three bytes, all of them right.
  private static func hasCommon(_ text: UnsafePointer<UInt8>, groups: Int) -> Bool {
    var check = CommonCheck()
    for i in 0..<groups { check.look(at: UnsafeRawPointer(text + i &* 64)) }
    return !check.hasFault
  }

  /// Whether there are sequences of two bytes besides, all of them right.
  @inline(never)
  private static func hasCommonAndPairs(_ text: UnsafePointer<UInt8>, groups: Int) -> Bool {
    // Where a sequence goes on that began in the two bytes before.
    var carried: UInt64 = isCommonLead(text[-1]) ? 3 : isCommonLead(text[-2]) ? 1 : 0
    var unusual: UInt64 = 0
    let (nul, narrow) = (ByteGroup.Pattern(0), ByteGroup.Pattern(0xED))
    for i in 0..<groups {
      let group = ByteGroup(UnsafeRawPointer(text + i &* 64))
      let continuing = group.continuing
      // E1 to EF but ED: the second byte may be any.
      let leads = group.within(0xE1, 0xEF)
      let pairLeads = group.within(0xC2, 0xDF)
      unusual |= continuing ^ ((leads | pairLeads) &<< 1 | leads &<< 2 | carried)
      unusual |= group.wide ^ (continuing | leads | pairLeads)
      unusual |= group.equal(nul, narrow)
      carried = leads &>> 62 & 1 | (leads &>> 63) &* 3 | pairLeads &>> 63
    }
    return unusual == 0
  }

  private static func isCommonLead(_ byte: UInt8) -> Bool { byte >= 0xE1 && byte <= 0xEF && byte != 0xED }

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
