/// What titles say, as hashes: most titles of a file were met shortly before.
struct TitleMemo {
  /// By the hash of a title as typed, the hash of what it says; both 0 is a free place.
  private var known: [(typed: UInt64, told: UInt64)]

  /// A power of two.
  private static let places = 1 << 12

  init() { known = Array(repeating: (0, 0), count: TitleMemo.places) }

  /// The hash of what a title says; 0 if it says nothing. `typed` is the hash of its bytes.
  @inline(__always)
  mutating func told(_ typed: UInt64, _ title: @autoclosure () -> UnsafeRawBufferPointer) -> UInt64 {
    let place = Int(truncatingIfNeeded: typed >> 20) & (TitleMemo.places - 1)
    if known[place].typed == typed { return known[place].told }
    let told = TitleMemo.hash(title())
    known[place] = (typed, told)
    return told
  }

  @inline(never)
  private static func hash(_ title: UnsafeRawBufferPointer) -> UInt64 {
    let folded = TitleFolding.folded(title)
    return folded.isEmpty ? 0 : folded.withUnsafeBytes { max(1, Mixing.hash($0)) }
  }
}
