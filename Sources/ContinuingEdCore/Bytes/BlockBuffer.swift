/// Bytes of a block of text with room to read past both ends: zeros stand before and after what it holds, so that
/// whoever takes eight or sixty-four bytes at a time need not look where the text stops.
final class BlockBuffer: @unchecked Sendable {
  /// How many zeros there are at least on either side.
  static let margin = 64

  private var memory: UnsafeMutableRawPointer
  private(set) var capacity: Int
  /// How many bytes are in use.
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    memory = UnsafeMutableRawPointer.allocate(byteCount: capacity + 2 * BlockBuffer.margin, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: BlockBuffer.margin)
    setCount(0)
  }

  deinit { memory.deallocate() }

  /// The first byte.
  var base: UnsafeMutableRawPointer { memory + BlockBuffer.margin }
  /// What is in use.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Makes room for `wanted` bytes and keeps those in use.
  func reserve(_ wanted: Int) {
    if wanted <= capacity { return }
    let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted + 2 * BlockBuffer.margin, alignment: 64)
    larger.copyMemory(from: memory, byteCount: BlockBuffer.margin + count)
    memory.deallocate()
    memory = larger
    capacity = wanted
    setCount(count)
  }

  /// Says how many bytes are in use and puts the zeros behind them.
  func setCount(_ newCount: Int) {
    count = newCount
    (base + newCount).initializeMemory(as: UInt8.self, repeating: 0, count: BlockBuffer.margin)
  }
}
