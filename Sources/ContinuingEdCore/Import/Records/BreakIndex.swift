/// The places in a text where a delimiter, a quote, LF or CR may stand, a stretch of some kilobytes ahead at a time.
///
/// A ``ByteGroup`` tells of 64 bytes at once which they are; the set bits of its answer are the places. Where all four
/// lie below other common bytes, as with comma and tab, one comparison finds them; spaces, brackets and the like are then
/// among the places, and whoever looks there sees that they are none of the four.
struct BreakIndex {
  private let text: UnsafePointer<UInt8>
  private let count: Int
  private let bound: ByteGroup.Pattern
  private let delimiter: ByteGroup.Pattern
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
    bound = ByteGroup.Pattern(highest)
    self.delimiter = ByteGroup.Pattern(delimiter)
    end()
  }

  /// Behind the last place stands another one, where the text ends: whoever goes through them sees there what is none of
  /// the four if the text is followed by a zero.
  private func end() { places[filled] = UInt32(truncatingIfNeeded: count) }

  /// Goes on at another place: how many of the present places lie before it. Where it lies outside of them they are
  /// forgotten.
  mutating func goOn(at place: Int) -> Int {
    if place < stretchStart || place > indexed || filled == 0 {
      indexed = place
      filled = 0
      end()
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
      filled = isBounded ? findBounded(end) : findExactly(end)
      indexed = end
    }
    self.end()
    return filled > 0
  }

  private func findBounded(_ end: Int) -> Int { find(end) { $0.atMost(bound) } }

  private func findExactly(_ end: Int) -> Int {
    let (quote, lf) = (ByteGroup.Pattern(UInt8(ascii: "\"")), ByteGroup.Pattern(UInt8(ascii: "\n")))
    let cr = ByteGroup.Pattern(UInt8(ascii: "\r"))
    return find(end) { $0.equal(delimiter, quote, lf, cr) }
  }

  @inline(__always)
  private func find(_ end: Int, _ answers: (ByteGroup) -> UInt64) -> Int {
    var target = places
    var start = indexed
    while start &+ 64 <= end {
      write(answers(ByteGroup(UnsafeRawPointer(text + start))), start, &target)
      start &+= 64
    }
    if start < end {
      let wanted: UInt64 = (1 &<< UInt64(truncatingIfNeeded: end - start)) &- 1
      write(answers(ByteGroup(UnsafeRawPointer(text + start))) & wanted, start, &target)
    }
    return target - places
  }

  /// Writes the places of the bits, eight at a time, and takes back what was too many: a jump foreseen wrongly costs more
  /// than a store.
  @inline(__always)
  private func write(_ answer: UInt64, _ start: Int, _ target: inout UnsafeMutablePointer<UInt32>) {
    let next = target + answer.nonzeroBitCount
    let base = UInt32(truncatingIfNeeded: start)
    var bits = answer
    while bits != 0 {
      for i in 0..<8 {
        target[i] = base &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
      target += 8
    }
    target = next
  }
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
