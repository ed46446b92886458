/// The sums of the stretches of a file, made of pieces in any order.
struct StretchSums: Sendable {
  /// Where each stretch begins, and where the last ends; nothing before and behind is summed.
  private let offsets: [Int]
  private(set) var sums: [UInt64]

  /// Sums of stretches that follow each other, from the first offset to the last.
  init(offsets: [Int]) {
    self.offsets = offsets
    sums = [UInt64](repeating: 0, count: max(0, offsets.count - 1))
  }

  /// Adds bytes that stand from an offset on.
  mutating func add(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard let first = offsets.first, let last = offsets.last else { return }
    var place = max(offset, first)
    let end = min(offset + bytes.count, last)
    if place >= end { return }
    // The last stretch that begins there or before; empty ones hold nothing.
    var (low, high) = (0, sums.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= place { low = middle } else { high = middle }
    }
    var stretch = low
    while place < end {
      let stop = min(end, offsets[stretch + 1])
      if stop > place {
        let piece = UnsafeRawBufferPointer(rebasing: bytes[place - offset..<stop - offset])
        sums[stretch] = ByteSum.add(sums[stretch], ByteSum.part(piece, at: place - offsets[stretch]))
        place = stop
      }
      stretch += 1
    }
  }

  /// Adds what others have summed of the same stretches.
  mutating func add(_ other: StretchSums) {
    for place in sums.indices { sums[place] = ByteSum.add(sums[place], other.sums[place]) }
  }
}
