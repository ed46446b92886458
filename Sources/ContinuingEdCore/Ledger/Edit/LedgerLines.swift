/// Lines for one of a ledger's files.
struct LedgerLines {
  private(set) var chunks: [[UInt8]] = []
  private static let chunkSize = 1 << 20

  /// Adds a line of entries: its id, the change that brings it, and the row.
  mutating func append(_ id: LedgerEntryID, change: Int, _ row: UnsafeRawBufferPointer) {
    beginLine(row.count + 40)
    let last = chunks.count - 1
    LedgerLines.append(id.year, to: &chunks[last])
    chunks[last].append(UInt8(ascii: "-"))
    LedgerLines.append(id.number, to: &chunks[last])
    chunks[last].append(UInt8(ascii: ","))
    LedgerLines.append(change, to: &chunks[last])
    chunks[last].append(UInt8(ascii: ","))
    chunks[last].append(contentsOf: row)
  }

  /// Adds a line of people: the row with its last comma, whether the person is listed, and the change.
  mutating func append(_ row: [UInt8], isListed: Bool, change: Int) {
    beginLine(row.count + 20)
    chunks[chunks.count - 1] += row + Array("\(isListed ? "yes" : "no"),\(change)\n".utf8)
  }

  private mutating func beginLine(_ count: Int) {
    if let last = chunks.last, last.count + count <= LedgerLines.chunkSize { return }
    var chunk: [UInt8] = []
    chunk.reserveCapacity(max(chunks.isEmpty ? 4096 : LedgerLines.chunkSize, count))
    chunks.append(chunk)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (number, 20)
      repeat {
        start -= 1
        digits[start] = UInt8(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: digits[start...])
    }
  }
}
