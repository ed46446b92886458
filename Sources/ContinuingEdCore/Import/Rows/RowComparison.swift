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
  private struct Table {
    let slots: UnsafeMutablePointer<UInt32>
    /// One less than how many slots there are, which is a power of two.
    let mask: Int

    func clear() { slots.initialize(repeating: 0, count: mask + 1) }

    /// The first row with the key of this one, or nil if this one is the first.
    @inline(__always)
    func findOrAdd(_ row: Int, _ key: (Int) -> UInt64) -> Int? {
      let wanted = key(row)
      var slot = Int(truncatingIfNeeded: wanted >> 20) & mask
      while slots[slot] != 0 {
        let other = Int(slots[slot]) &- 1
        if key(other) == wanted { return other }
        slot = (slot &+ 1) & mask
      }
      slots[slot] = UInt32(truncatingIfNeeded: row &+ 1)
      return nil
    }
  }

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
      guard let slots = memory.baseAddress else { return }
      let gists = Table(slots: slots, mask: size - 1)
      // Rows that are wholly equal are about the same, so this one is filled only for people of whom two rows are.
      let whole = Table(slots: slots + size, mask: size - 1)
      gists.clear()
      var repeats = 0
      var row = 0
      while row < count {
        if !rows[row].marks.contains(.unusable) {
          if let similar = gists.findOrAdd(row, { keys[$0].gist }) {
            if repeats == 0 { RowComparison.fill(whole, rows, keys, before: row) }
            repeats += 1
            compareWhole(rows, keys, row, similar: similar, whole)
          } else if repeats > 0 {
            _ = whole.findOrAdd(row) { keys[$0].all }
          }
        }
        row &+= 1
      }
    }
  }

  @inline(never)
  private static func fill(
    _ whole: Table, _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, before row: Int
  ) {
    whole.clear()
    for earlier in 0..<row where !rows[earlier].marks.contains(.unusable) {
      _ = whole.findOrAdd(earlier) { keys[$0].all }
    }
  }

  @inline(never)
  private mutating func compareWhole(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, _ row: Int, similar: Int,
    _ whole: Table
  ) {
    if let equal = whole.findOrAdd(row, { keys[$0].all }) {
      rows[row].marks.insert(.duplicate)
      warn(.duplicate, rows[row], keys[row].record, earlier: rows[equal])
    } else {
      warn(.possibleDuplicate, rows[row], keys[row].record, earlier: rows[similar])
    }
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
