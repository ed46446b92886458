/// Strict UTF-8 (no overlong forms, no surrogates, nothing past U+10FFFF) without NUL.
///
/// The loops have no branches and look at each byte and the three before it, so that the compiler makes vectors of
/// them; the text must be readable three bytes before its start, and nothing there may lead a sequence.
enum UTF8Check {
  /// Whether bytes are valid that lie in a ``BlockBuffer`` behind its margin or a line break.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    return isValid(base.assumingMemoryBound(to: UInt8.self), from: 0, to: bytes.count)
  }

  /// Whether the bytes from `start` up to `end` are valid.
  static func isValid(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    var i = start
    while i < end {
      let stop = min(i + 4096, end)
      if hasFault(text + i, count: stop - i) { return false }
      i = stop
    }
    return !endsInside(text, start, end)
  }

  /// Whether the last sequence lacks bytes.
  private static func endsInside(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    (end - start >= 1 && text[end - 1] >= 0xC0) || (end - start >= 2 && text[end - 2] >= 0xE0)
      || (end - start >= 3 && text[end - 3] >= 0xF0)
  }

  private static func hasFault(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    var fault: UInt8 = 0
    var seldom: UInt8 = 0
    for i in 0..<count {
      let (byte, before) = (text[i], (text - 1)[i])
      let continues: UInt8 = byte & 0xC0 == 0x80 ? 1 : 0
      let expected: UInt8 =
        (before >= 0xC0 ? 1 : 0) | ((text - 2)[i] >= 0xE0 ? 1 : 0) | ((text - 3)[i] >= 0xF0 ? 1 : 0)
      fault |= continues ^ expected
      fault |= byte == 0 ? 1 : 0
      // Leads that not every continuation may follow, or none.
      seldom |= (before == 0xE0 ? 1 : 0) | (before == 0xED ? 1 : 0) | (before >= 0xF0 ? 1 : 0)
      seldom |= (byte & 0xFE == 0xC0 ? 1 : 0) | (byte >= 0xF5 ? 1 : 0)
    }
    if fault != 0 { return true }
    return seldom != 0 && hasForbiddenPair(text, count: count)
  }

  /// Looks for leads that are none, and at the second byte of those that narrow it.
  private static func hasForbiddenPair(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    for i in 0..<count {
      let (byte, before) = (text[i], (text - 1)[i])
      if byte & 0xFE == 0xC0 || byte >= 0xF5 { return true }
      switch before {
      case 0xE0 where byte < 0xA0, 0xED where byte >= 0xA0, 0xF0 where byte < 0x90, 0xF4 where byte >= 0x90: return true
      default: break
      }
    }
    return false
  }
}
