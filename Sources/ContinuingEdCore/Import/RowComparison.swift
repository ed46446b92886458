/// Finds rows of one person that equal an earlier one, wholly or in what they are about (CONTRACT §4).
struct RowComparison {
  /// What a row is compared by, and its record in the file.
  struct Key {
    var all: UInt64
    var gist: UInt64
    var record: UInt32
  }

  private(set) var warnings = ProblemList()
  /// Tables of rows by key: numbers of rows, one more than they are; 0 is free. Rows that are wholly equal are about
  /// the same, so the second one is filled only for people of whom two rows are.
  private var gists: [UInt32] = []
  private var whole: [UInt32] = []

  /// Compares the rows of a person in their order and marks duplicates. Rows that are not used neither are nor have
  /// duplicates.
  @inline(__always)
  mutating func compare(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, count: Int
  ) {
    if count < 2 { return }
    var size = 16
    while size < count * 2 { size *= 2 }
    RowComparison.clear(&gists, size)
    var repeats = 0
    for row in 0..<count where !rows[row].marks.contains(.unusable) {
      let similar = RowComparison.findOrAdd(&gists, size, row) { keys[$0].gist }
      if let similar {
        if repeats == 0 { beginWhole(rows, keys, before: row, size) }
        repeats += 1
        compareWhole(rows, keys, row, similar: similar, size)
      } else if repeats > 0 {
        _ = RowComparison.findOrAdd(&whole, size, row) { keys[$0].all }
      }
    }
  }

  @inline(never)
  private mutating func beginWhole(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, before row: Int, _ size: Int
  ) {
    RowComparison.clear(&whole, size)
    for earlier in 0..<row where !rows[earlier].marks.contains(.unusable) {
      _ = RowComparison.findOrAdd(&whole, size, earlier) { keys[$0].all }
    }
  }

  @inline(never)
  private mutating func compareWhole(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, _ row: Int, similar: Int,
    _ size: Int
  ) {
    if let equal = RowComparison.findOrAdd(&whole, size, row, { keys[$0].all }) {
      rows[row].marks.insert(.duplicate)
      warn(.duplicate, rows[row], keys[row].record, earlier: rows[equal])
    } else {
      warn(.possibleDuplicate, rows[row], keys[row].record, earlier: rows[similar])
    }
  }

  @inline(__always)
  private static func clear(_ table: inout [UInt32], _ size: Int) {
    if table.count < size {
      table = [UInt32](repeating: 0, count: size)
    } else {
      for i in 0..<size { table[i] = 0 }
    }
  }

  /// The first row with this key, or nil if this one is the first.
  @inline(__always)
  private static func findOrAdd(
    _ table: inout [UInt32], _ size: Int, _ row: Int, _ key: (Int) -> UInt64
  ) -> Int? {
    let wanted = key(row)
    var slot = Int(truncatingIfNeeded: wanted >> 20) & (size - 1)
    while table[slot] != 0 {
      let other = Int(table[slot]) - 1
      if key(other) == wanted { return other }
      slot = (slot + 1) & (size - 1)
    }
    table[slot] = UInt32(truncatingIfNeeded: row + 1)
    return nil
  }

  private mutating func warn(
    _ code: ProblemCode, _ row: PackedEntry, _ record: UInt32, earlier: PackedEntry
  ) {
    warnings.append(
      Problem(
        code, file: Int(row.file), line: Int(row.line), record: Int(record),
        earlier: (Int(earlier.file), Int(earlier.line))))
  }
}
