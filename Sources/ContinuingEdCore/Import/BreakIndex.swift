/// The places in a text where a delimiter, a quote, LF or CR may stand, a stretch of some kilobytes ahead at a time.
///
/// Eight words of eight bytes become one word of 64 bits, a bit for each byte; its set bits are the places. Where all
/// four lie below other common bytes, as with comma and tab, one comparison finds them; spaces, brackets and the like
/// are then among the places, and whoever looks there sees that they are none of the four.
struct BreakIndex {
  private let text: UnsafePointer<UInt8>
  private let count: Int
  private let bound: UInt64
  private let patterns: (UInt64, UInt64, UInt64, UInt64)
  private let isBounded: Bool
  private(set) var indexed = 0
  /// Where the present stretch begins.
  private var stretchStart = 0

  /// The places of the present stretch.
  let places: UnsafeMutablePointer<UInt32>
  /// How many of them there are.
  private(set) var filled = 0

  init(_ text: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, memory: ScannerMemory) {
    self.text = text
    self.count = count
    places = memory.places
    let highest = max(delimiter, UInt8(ascii: "\""))
    isBounded = highest <= UInt8(ascii: ",")
    bound = BreakIndex.spread(min(highest, 0x7E) + 1)
    patterns = (
      BreakIndex.spread(delimiter), BreakIndex.spread(UInt8(ascii: "\"")),
      BreakIndex.spread(UInt8(ascii: "\n")),
      BreakIndex.spread(UInt8(ascii: "\r"))
    )
  }

  /// Goes on at another place: how many of the present places lie before it. Where it lies outside of them they are
  /// forgotten.
  mutating func goOn(at place: Int) -> Int {
    if place < stretchStart || place > indexed || filled == 0 {
      indexed = place
      filled = 0
      return 0
    }
    var (low, high) = (0, filled)
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Finds the places of the next stretch that has any; false at the end of the text.
  @inline(never)
  mutating func fill() -> Bool {
    filled = 0
    while indexed < count, filled == 0 {
      let end = min(indexed + ScannerMemory.stretch, count)
      stretchStart = indexed
      filled = isBounded ? find(end) { belowBound($0) } : find(end) { equalToOne($0) }
      indexed = end
    }
    return filled > 0
  }

  /// Writes the places from `indexed` to `end`, eight at a time, and takes back what was too many: a jump foreseen
  /// wrongly costs more than a store.
  @inline(__always)
  private func find(_ end: Int, _ highBits: (UInt64) -> UInt64) -> Int {
    var target = places
    var start = indexed
    while start < end {
      let words = UnsafeRawPointer(text + start)
      var bits: UInt64 = 0
      for i in 0..<8 {
        let word = UInt64(littleEndian: Mixing.word(words, i &* 8))
        bits |= BreakIndex.gather(highBits(word)) &<< UInt64(truncatingIfNeeded: i &* 8)
      }
      if end - start < 64 { bits &= (1 &<< UInt64(truncatingIfNeeded: end - start)) &- 1 }
      let next = target + bits.nonzeroBitCount
      let base = UInt32(truncatingIfNeeded: start)
      while bits != 0 {
        for i in 0..<8 {
          target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
          bits &= bits &- 1
        }
        target += 8
      }
      target = next
      start += 64
    }
    return target - places
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each ASCII byte below the bound.
  @inline(__always)
  private func belowBound(_ word: UInt64) -> UInt64 {
    ~(((word | BreakIndex.high) &- bound) | word) & BreakIndex.high
  }

  /// The high bit of each byte that equals one of the four.
  @inline(__always)
  private func equalToOne(_ word: UInt64) -> UInt64 {
    let low = ~BreakIndex.high
    let seven = word & low
    let others =
      ((seven ^ patterns.0) &+ low) & ((seven ^ patterns.1) &+ low) & ((seven ^ patterns.2) &+ low)
      & ((seven ^ patterns.3) &+ low)
    return ~(others | word) & BreakIndex.high
  }

  /// The eight high bits as the low byte of a word.
  @inline(__always)
  private static func gather(_ highBits: UInt64) -> UInt64 {
    ((highBits &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

/// What a scanner works with, made once for many texts.
final class ScannerMemory: @unchecked Sendable {
  static let stretch = 16384
  /// Room for the places of a stretch, and some that are written in vain.
  let places = UnsafeMutablePointer<UInt32>.allocate(capacity: ScannerMemory.stretch + 128)
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
