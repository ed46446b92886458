/// Bytes that a report is written into: numbers, days and texts straight to UTF-8, without strings in between.
///
/// A value like an array, but what is written often goes through a `ByteCursor`, for which room is made once.
package struct ByteBuffer: @unchecked Sendable {
  private var memory: Memory
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  /// How many bytes have been written.
  package private(set) var count = 0

  /// Owns what a buffer points to; copies of a buffer share it until one of them is written to.
  private final class Memory: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    init(capacity: Int) { base = .allocate(byteCount: capacity, alignment: 16) }
    deinit { base.deallocate() }
    static let none = Memory(capacity: 0)
  }

  /// An empty buffer with room for so many bytes.
  package init(capacity: Int = 0) {
    memory = capacity > 0 ? Memory(capacity: capacity) : Memory.none
    base = memory.base
    self.capacity = capacity
  }

  /// What has been written.
  package var bytes: [UInt8] {
    defer { withExtendedLifetime(memory) {} }
    return Array(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Calls `body` with what was written.
  package func withBytes<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    defer { withExtendedLifetime(memory) {} }
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Has `body` write at most `room` bytes at the end; to write more would be written past the memory.
  @inline(__always)
  mutating func extend(atMost room: Int, _ body: (inout ByteCursor) -> Void) {
    if capacity - count < room || !isKnownUniquelyReferenced(&memory) { makeRoom(room) }
    var cursor = ByteCursor(at: base + count)
    body(&cursor)
    count = cursor.place - base
  }

  @inline(never)
  private mutating func makeRoom(_ room: Int) {
    let wanted = max(64, count + room, capacity - count < room ? capacity * 2 : capacity)
    let larger = Memory(capacity: wanted)
    larger.base.copyMemory(from: base, byteCount: count)
    memory = larger
    base = larger.base
    capacity = wanted
  }

  /// Forgets what was written and keeps the room.
  package mutating func removeAll() { count = 0 }

  /// The same without its first `count` bytes.
  func dropping(_ count: Int) -> ByteBuffer {
    var rest = ByteBuffer(capacity: self.count)
    withBytes { rest.append(UnsafeRawBufferPointer(rebasing: $0.dropFirst(count))) }
    return rest
  }

  /// Adds one byte.
  @inline(__always)
  package mutating func append(_ byte: UInt8) { extend(atMost: 1) { $0.put(byte) } }

  /// Adds bytes as they are.
  @inline(__always)
  package mutating func append(_ more: UnsafeRawBufferPointer) { extend(atMost: more.count) { $0.put(more) } }

  /// Adds bytes as they are.
  package mutating func append(_ more: [UInt8]) { more.withUnsafeBytes { append($0) } }

  /// Adds what another buffer holds.
  mutating func append(_ other: ByteBuffer) { other.withBytes { append($0) } }

  /// Adds fixed text, which costs no string.
  @inline(__always)
  package mutating func fixed(_ text: StaticString) {
    extend(atMost: text.utf8CodeUnitCount) { $0.fixed(text) }
  }

  /// Adds text.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a whole number in decimal.
  package mutating func append(_ number: Int) { extend(atMost: ByteCursor.longestNumber) { $0.put(number) } }
}
