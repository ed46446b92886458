/// The record number of a row, found by its line: a row keeps only that within the block in which it was read.
package struct RecordNumbers: Sendable {
  /// Of each file where its blocks begin, in order.
  private var blocks: [[(line: UInt32, record: UInt32)]] = []

  /// No rows.
  package init() {}

  /// Notes where the next block of a file begins: the line of its first row, and the records before that.
  mutating func append(line: UInt32, record: UInt32, file: Int) {
    while blocks.count <= file { blocks.append([]) }
    blocks[file].append((line, record))
  }

  /// The number of a row; 0 where it is not known.
  func number(of row: PackedEntry) -> Int {
    let file = Int(row.file)
    guard file < blocks.count else { return 0 }
    var (low, high) = (0, blocks[file].count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[file][middle].line <= row.line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : Int(blocks[file][low - 1].record) + Int(row.recordInBlock)
  }
}
