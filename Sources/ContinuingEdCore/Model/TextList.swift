/// Texts one after the other, on their way into a ``TextTable`` that takes over all of them at once. Its memory is its
/// own, so that adding a short text takes no longer than copying it.
struct TextList: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var byteCapacity: Int
  private(set) var byteCount = 0
  private var ends: UnsafeMutablePointer<Int>
  private var capacity: Int
  private(set) var count = 0

  /// An empty list with room for so many texts and bytes; it grows beyond that.
  init(texts: Int, bytes: Int) {
    (capacity, byteCapacity) = (max(texts, 16), max(bytes, 256))
    ends = .allocate(capacity: capacity)
    self.bytes = .allocate(byteCount: byteCapacity, alignment: 16)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  /// Adds a text.
  @inline(__always)
  mutating func append(_ text: UnsafeRawBufferPointer) {
    if text.count > byteCapacity - byteCount || count == capacity { grow(text.count) }
    if let start = text.baseAddress { (bytes + byteCount).copyMemory(from: start, byteCount: text.count) }
    byteCount += text.count
    (ends + count).initialize(to: byteCount)
    count += 1
  }

  /// Calls `body` with the bytes of all texts, and with where each of them stops.
  func withAll(_ body: (UnsafeRawBufferPointer, UnsafeBufferPointer<Int>) -> Void) {
    body(
      UnsafeRawBufferPointer(start: bytes, count: byteCount), UnsafeBufferPointer(start: ends, count: count))
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    (capacity, byteCapacity) = (capacity * 2, byteCapacity * 2 + more)
    let (ownEnds, ownBytes) = (ends, bytes)
    ends = .allocate(capacity: capacity)
    ends.moveInitialize(from: ownEnds, count: count)
    ownEnds.deallocate()
    bytes = .allocate(byteCount: byteCapacity, alignment: 16)
    bytes.copyMemory(from: ownBytes, byteCount: byteCount)
    ownBytes.deallocate()
  }
}

extension TextTable {
  /// Adds all texts of a list, none of which is empty; the i-th one, from 0, becomes text ``count`` + i.
  mutating func append(_ list: borrowing TextList) {
    let base = bytes.count
    list.withAll { more, moreEnds in
      bytes.append(contentsOf: more)
      reserve(texts: moreEnds.count, bytes: 0)
      if (base + more.count) >> 32 == base >> 32 {
        ends.append(contentsOf: moreEnds.lazy.map { UInt32(truncatingIfNeeded: base + $0) })
      } else {
        for end in moreEnds { addEnd(base + end) }
      }
    }
  }
}
