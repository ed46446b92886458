/// The places in a text of delimiters, quotes, LF and CR, a stretch of some kilobytes ahead at a time.
///
/// Eight words of eight bytes become one word of 64 bits, a bit for each byte; its set bits are the places.
struct BreakIndex {
  private static let stretch = ScannerMemory.stretch

  private let text: UnsafePointer<UInt8>
  private let count: Int
  private let patterns: (UInt64, UInt64, UInt64, UInt64)
  private let places: UnsafeMutablePointer<UInt32>
  private var filled = 0
  private var taken = 0
  private var indexed = 0

  init(_ text: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, memory: ScannerMemory) {
    self.text = text
    self.count = count
    places = memory.places
    patterns = (
      BreakIndex.spread(delimiter), BreakIndex.spread(UInt8(ascii: "\"")), BreakIndex.spread(UInt8(ascii: "\n")),
      BreakIndex.spread(UInt8(ascii: "\r"))
    )
  }

  /// The next place; nil at the end of the text.
  @inline(__always)
  mutating func next() -> Int? {
    if taken == filled, !fill() { return nil }
    let place = places[taken]
    taken += 1
    return Int(place)
  }

  /// Forgets what was found and goes on at a place.
  mutating func restart(at place: Int) {
    indexed = place
    filled = 0
    taken = 0
  }

  @inline(never)
  private mutating func fill() -> Bool {
    filled = 0
    taken = 0
    while indexed < count, filled == 0 {
      let end = min(indexed + BreakIndex.stretch, count)
      var found = 0
      var start = indexed
      while start < end {
        var bits = matches(start)
        if end - start < 64 { bits &= (1 << UInt64(end - start)) &- 1 }
        found = store(bits, start, found)
        start += 64
      }
      filled = found
      indexed = end
    }
    return filled > 0
  }

  /// Writes the places of set bits and returns how many there are by now; writes eight at a time and takes back what
  /// was too many, since a jump foreseen wrongly costs more than a store.
  @inline(__always)
  private func store(_ bits: UInt64, _ start: Int, _ found: Int) -> Int {
    var bits = bits
    var target = places + found
    let total = found + bits.nonzeroBitCount
    let base = UInt32(truncatingIfNeeded: start)
    while bits != 0 {
      for i in 0..<8 {
        target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
      target += 8
    }
    return total
  }

  /// A bit for each of the 64 bytes from `start` on.
  @inline(__always)
  private func matches(_ start: Int) -> UInt64 {
    let words = UnsafeRawPointer(text + start)
    var bits: UInt64 = 0
    for i in 0..<8 {
      let word = UInt64(littleEndian: Mixing.word(words, i * 8))
      bits |= BreakIndex.gather(highBits(word)) << UInt64(truncatingIfNeeded: i * 8)
    }
    return bits
  }

  /// The high bit of each byte that equals one of the four.
  @inline(__always)
  private func highBits(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let seven = word & low
    let others =
      ((seven ^ patterns.0) &+ low) & ((seven ^ patterns.1) &+ low) & ((seven ^ patterns.2) &+ low)
      & ((seven ^ patterns.3) &+ low)
    return ~(others | word) & ~low
  }

  /// The eight high bits as the low byte of a word.
  @inline(__always)
  private static func gather(_ highBits: UInt64) -> UInt64 { ((highBits >> 7) &* 0x0102_0408_1020_4080) >> 56 }

  private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

/// What a scanner works with, made once for many texts.
final class ScannerMemory: @unchecked Sendable {
  static let stretch = 16384
  /// Room for the places of a stretch, and some that are written in vain.
  let places = UnsafeMutablePointer<UInt32>.allocate(capacity: ScannerMemory.stretch + 64)
  let cells = CellStore()

  init() {}
  deinit { places.deallocate() }
}

/// The cells of the record that is being read.
final class CellStore: @unchecked Sendable {
  private(set) var base: UnsafeMutablePointer<CellRange>
  private(set) var capacity = 1024

  init() { base = .allocate(capacity: capacity) }
  deinit { base.deallocate() }

  func grow() {
    let larger = UnsafeMutablePointer<CellRange>.allocate(capacity: capacity * 2)
    larger.update(from: base, count: capacity)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}
