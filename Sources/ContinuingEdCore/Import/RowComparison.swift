/// Finds rows of one person that equal an earlier one, wholly or in what they are about (CONTRACT §4).
struct RowComparison {
  /// What a row is compared by, and its record in the file.
  struct Key {
    var all: UInt64
    var gist: UInt64
    var record: UInt32
  }

  private(set) var warnings = ProblemList()

  /// A table of rows by key: numbers of rows, one more than they are; 0 is free.
  private typealias Table = UnsafeMutableBufferPointer<UInt32>

  /// Compares the rows of a person in their order and marks duplicates. Rows that are not used neither are nor have
  /// duplicates.
  @inline(__always)
  mutating func compare(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, count: Int
  ) {
    if count < 2 { return }
    var size = 16
    while size < count * 2 { size *= 2 }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size * 2) { memory in
      let gists = Table(rebasing: memory[..<size])
      // Rows that are wholly equal are about the same, so this one is filled only for people of whom two rows are.
      let whole = Table(rebasing: memory[size...])
      gists.initialize(repeating: 0)
      var repeats = 0
      for row in 0..<count where !rows[row].marks.contains(.unusable) {
        let similar = RowComparison.findOrAdd(gists, row) { keys[$0].gist }
        if let similar {
          if repeats == 0 { RowComparison.fill(whole, rows, keys, before: row) }
          repeats += 1
          compareWhole(rows, keys, row, similar: similar, whole)
        } else if repeats > 0 {
          _ = RowComparison.findOrAdd(whole, row) { keys[$0].all }
        }
      }
    }
  }

  @inline(never)
  private static func fill(
    _ whole: Table, _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, before row: Int
  ) {
    whole.initialize(repeating: 0)
    for earlier in 0..<row where !rows[earlier].marks.contains(.unusable) {
      _ = findOrAdd(whole, earlier) { keys[$0].all }
    }
  }

  @inline(never)
  private mutating func compareWhole(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, _ row: Int, similar: Int,
    _ whole: Table
  ) {
    if let equal = RowComparison.findOrAdd(whole, row, { keys[$0].all }) {
      rows[row].marks.insert(.duplicate)
      warn(.duplicate, rows[row], keys[row].record, earlier: rows[equal])
    } else {
      warn(.possibleDuplicate, rows[row], keys[row].record, earlier: rows[similar])
    }
  }

  /// The first row with this key, or nil if this one is the first.
  @inline(__always)
  private static func findOrAdd(_ table: Table, _ row: Int, _ key: (Int) -> UInt64) -> Int? {
    let wanted = key(row)
    var slot = Int(truncatingIfNeeded: wanted >> 20) & (table.count - 1)
    while table[slot] != 0 {
      let other = Int(table[slot]) - 1
      if key(other) == wanted { return other }
      slot = (slot + 1) & (table.count - 1)
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
