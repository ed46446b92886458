/// What titles say, as hashes: most titles of a file were met shortly before.
struct TitleMemo {
  /// By the hash of a title as typed, the hash of what it says; both 0 is a free place. A title has two places, side by
  /// side, so that few drive each other out; both are looked at before it is asked which of them it is.
  private let known: UnsafeMutablePointer<(typed: UInt64, told: UInt64)>

  /// A power of two.
  private static let places = 1 << 13

  init() {
    known = .allocate(capacity: TitleMemo.places)
    known.initialize(repeating: (0, 0), count: TitleMemo.places)
  }

  func deallocate() { known.deallocate() }

  /// The hash of what a title says; 0 if it says nothing. `typed` is the hash of its bytes.
  @inline(__always)
  func told(_ typed: UInt64, _ title: @autoclosure () -> UnsafeRawBufferPointer) -> UInt64 {
    let place = Int(truncatingIfNeeded: typed &>> 20) & (TitleMemo.places &- 1)
    let (first, second) = (known[place], known[place ^ 1])
    let told = first.typed == typed ? first.told : second.told
    let isKnown = (first.typed == typed ? 1 : 0) | (second.typed == typed ? 1 : 0)
    return isKnown != 0 ? told : lookUp(typed, title(), place)
  }

  @inline(never)
  private func lookUp(_ typed: UInt64, _ title: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    let told = TitleMemo.hash(title)
    known[place ^ 1] = known[place]
    known[place] = (typed, told)
    return told
  }

  @inline(never)
  private static func hash(_ title: UnsafeRawBufferPointer) -> UInt64 {
    TitleFolding.withFolded(title) { folded in folded.isEmpty ? 0 : max(1, Mixing.hash(folded)) }
  }
}
