/// Lines for one of a ledger's files.
struct LedgerLines {
  private var chunks: [(change: Int, bytes: [UInt8])] = []
  private static let chunkSize = 1 << 20

  /// Adds a line of entries: its id, the change that brings it, and the row.
  mutating func append(_ id: LedgerEntryID, change: Int, _ row: UnsafeRawBufferPointer) {
    beginLine(row.count + 40, change)
    let last = chunks.count - 1
    LedgerLines.append(id.year, to: &chunks[last].bytes)
    chunks[last].bytes.append(UInt8(ascii: "-"))
    LedgerLines.append(id.number, to: &chunks[last].bytes)
    chunks[last].bytes.append(UInt8(ascii: ","))
    LedgerLines.append(change, to: &chunks[last].bytes)
    chunks[last].bytes.append(UInt8(ascii: ","))
    chunks[last].bytes.append(contentsOf: row)
  }

  /// Adds a line of people: the row with its last comma, whether the person is listed, and the change.
  mutating func append(_ row: [UInt8], year: Int?, isListed: Bool, change: Int) {
    beginLine(row.count + 25, change)
    let rest = "\(year.map(String.init) ?? ""),\(isListed ? "yes" : "no"),\(change)\n"
    chunks[chunks.count - 1].bytes += row + Array(rest.utf8)
  }

  /// Adds a line that ends with the number of the change.
  mutating func appendRaw(_ line: UnsafeRawBufferPointer, change: Int) {
    beginLine(line.count + 20, change)
    let last = chunks.count - 1
    chunks[last].bytes.append(contentsOf: line)
    LedgerLines.append(change, to: &chunks[last].bytes)
    chunks[last].bytes.append(UInt8(ascii: "\n"))
  }

  /// What each change adds to a file.
  func additions(to file: LedgerFile) -> [LedgerAddition] {
    var additions: [LedgerAddition] = []
    for chunk in chunks {
      if additions.last?.change == chunk.change {
        additions[additions.count - 1].chunks.append(chunk.bytes)
      } else {
        additions.append(LedgerAddition(file, change: chunk.change, [chunk.bytes]))
      }
    }
    return additions
  }

  private mutating func beginLine(_ count: Int, _ change: Int) {
    if let last = chunks.last, last.change == change, last.bytes.count + count <= LedgerLines.chunkSize {
      return
    }
    var chunk: [UInt8] = []
    chunk.reserveCapacity(max(chunks.isEmpty ? 4096 : LedgerLines.chunkSize, count))
    chunks.append((change, chunk))
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
