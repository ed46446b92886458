/// A place in a cell, moved forward by what is read there.
struct CellScanner {
  let bytes: UnsafeRawBufferPointer
  var position = 0
  /// By how many days the time of day that was read last lies elsewhere in China.
  var dayShift: Int32 = 0
  /// Whether a hyphen can be the sign of an offset, and joins no two times of day.
  var hasISOTime = false

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// The byte here; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Reads one ASCII digit.
  mutating func digit() -> Int? {
    guard position < bytes.count, bytes[position] &- 48 <= 9 else { return nil }
    position += 1
    return Int(bytes[position - 1] &- 48)
  }

  /// Reads digits as a number; anything above a million is a million. Nil, and no move, if there is no digit.
  mutating func number() -> Int? {
    guard var value = digit() else { return nil }
    while let digit = digit() { value = min(value * 10 + digit, 1_000_000) }
    return value
  }

  /// Reads exactly `digits` digits; nil, and no move, if fewer are there.
  mutating func number(digits: Int) -> Int? {
    let start = position
    var value = 0
    for _ in 0..<digits {
      guard let digit = digit() else {
        position = start
        return nil
      }
      value = value * 10 + digit
    }
    return value
  }

  /// Reads one or two digits that no third one follows; nil, and no move, otherwise.
  mutating func oneOrTwoDigits() -> Int? {
    let start = position
    guard var value = digit() else { return nil }
    if let digit = digit() { value = value * 10 + digit }
    guard let next, next &- 48 <= 9 else { return value }
    position = start
    return nil
  }

  /// How many digits stand here.
  var digitsAhead: Int {
    var end = position
    while end < bytes.count, bytes[end] &- 48 <= 9 { end += 1 }
    return end - position
  }

  /// Moves over a byte if it is here.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Moves over a word if it is here.
  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    let start = word.utf8Start
    for i in 0..<count where start[i] != bytes[position + i] { return false }
    position += count
    return true
  }

  /// Moves over white space of any kind.
  mutating func skipSpace() {
    while position < bytes.count {
      let width = CellText.spaceWidth(at: position, in: bytes, to: bytes.count)
      if width == 0 { return }
      position += width
    }
  }
}
