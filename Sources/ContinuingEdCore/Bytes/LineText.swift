/// Text that grows at its end, in one stretch of memory, with room made beforehand: what is added needs no look at
/// where the memory ends.
final class LineText: @unchecked Sendable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes it has.
  private(set) var count = 0

  init() {
    capacity = 4096
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// Makes room for so many more bytes.
  @inline(__always)
  func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }

  /// Adds a byte, for which there is room.
  @inline(__always)
  func add(_ byte: UInt8) {
    memory[count] = byte
    count += 1
  }

  /// Adds bytes, for which there is room.
  @inline(__always)
  func add(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(memory + count).copyMemory(from: base, byteCount: bytes.count)
    count += bytes.count
  }

  /// Adds a word of ASCII, for which there is room.
  @inline(__always)
  func add(_ word: StaticString) {
    add(UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Adds a number that is not negative, in at least so many digits; there is room.
  func add(_ number: Int, digits: Int = 1) {
    var (divisor, missing) = (10, digits - 1)
    while missing > 0 || number >= divisor {
      divisor *= 10
      missing -= 1
    }
    while divisor > 1 {
      divisor /= 10
      add(UInt8(truncatingIfNeeded: 48 + number / divisor % 10))
    }
  }

  /// Some of the bytes; they stay where they are until more is added.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: memory + range.lowerBound, count: range.count)
  }

  /// Takes back what was added from a place on.
  func cut(to count: Int) { self.count = min(count, self.count) }
}
