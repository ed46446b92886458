/// A text of a ``TextTable``, as a number.
package struct TextID: Hashable, Sendable, BitwiseCopyable {
  /// The position in the table.
  package var index: UInt32
  /// The text at a position; whether a table has it, only that table knows.
  @inlinable package init(_ index: UInt32) { self.index = index }
  /// The text of no bytes, which every table holds first.
  package static let empty = TextID(0)
}

/// Texts of a run, UTF-8, end to end in one buffer: a million names cost their bytes and four more each.
///
/// It does not look for equal texts; whoever appends decides what is worth interning.
package struct TextTable: Sendable {
  @usableFromInline var bytes: [UInt8] = []
  /// The lower half of `ends[i]` is where text i stops and text i + 1 starts.
  @usableFromInline var ends: [UInt32] = [0]
  /// The first text that ends behind each further 4 GiB of texts.
  @usableFromInline var wraps: [Int] = []

  /// A table that holds the empty text.
  package init() {}

  /// How many texts it holds.
  package var count: Int { ends.count }

  /// Adds a text; an empty one is ``TextID/empty``.
  @inlinable package mutating func append(_ text: UnsafeRawBufferPointer) -> TextID {
    if text.count == 0 { return .empty }
    bytes.append(contentsOf: text)
    addEnd(bytes.count)
    return TextID(UInt32(truncatingIfNeeded: ends.count - 1))
  }

  /// Makes room for further texts and their bytes; memory that is not used is not taken.
  mutating func reserve(texts: Int, bytes more: Int) {
    ends.reserveCapacity(ends.count + texts)
    bytes.reserveCapacity(bytes.count + more)
  }

  @inlinable mutating func addEnd(_ end: Int) {
    while end >> 32 > wraps.count { wraps.append(ends.count) }
    ends.append(UInt32(truncatingIfNeeded: end))
  }

  /// Adds a text; an empty one is ``TextID/empty``.
  package mutating func append(_ text: String) -> TextID {
    var text = text
    return text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Calls `body` with the bytes of a text; an unknown number has none.
  @inlinable package func withBytes<R>(of id: TextID, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows
    -> R
  {
    let range = byteRange(of: id)
    return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// Where a text lies in the buffer.
  @inlinable func byteRange(of id: TextID) -> Range<Int> {
    let i = Int(id.index)
    guard i > 0, i < ends.count else { return 0..<0 }
    if !wraps.isEmpty { return end(i - 1)..<end(i) }
    return Int(ends[i - 1])..<Int(ends[i])
  }

  /// Where a text stops, if there are more than 4 GiB of texts.
  @usableFromInline func end(_ i: Int) -> Int { wraps.count { $0 <= i } << 32 | Int(ends[i]) }

  /// A text as a string.
  package func string(_ id: TextID) -> String { withBytes(of: id) { String(decoding: $0, as: UTF8.self) } }

  /// Adds all texts of another table; text i of that one becomes text i + the number returned (the empty one stays).
  mutating func append(contentsOf other: TextTable) -> UInt32 {
    let shift = UInt32(truncatingIfNeeded: ends.count - 1)
    let base = bytes.count
    bytes.append(contentsOf: other.bytes)
    ends.reserveCapacity(ends.count + other.ends.count)
    for i in other.ends.indices.dropFirst() { addEnd(base + other.end(i)) }
    return shift
  }
}
