/// Finds rows of one person that equal an earlier one, or are probably the same activity (Problems: Codes; Judging:
/// The same activity twice).
///
/// A short look finds out whether two rows have their topic or evidence in common; only then all are looked at closely.
struct RowComparison {
  /// What a row is compared by, and its record in the file.
  struct Key {
    var all: UInt32
    var record: UInt32
    var topic: RowTopic
    var evidence: UInt64
  }

  private(set) var warnings = ProblemList()
  /// By the place of a person's first row, in the numbers of ``compare(_:_:count:first:)``.
  private(set) var twins: [Int: ActivityTwins] = [:]

  /// A table of rows by key: numbers of rows, one more than they are; 0 is free.
  private struct Table {
    let slots: UnsafeMutablePointer<UInt32>
    /// One less than how many slots there are, which is a power of two.
    let mask: Int

    func clear() { slots.initialize(repeating: 0, count: mask + 1) }

    /// Whether an earlier row has the key of this one; if not, this one is kept.
    @inline(__always)
    func hasOrAdds(_ row: Int, _ key: (Int) -> UInt64) -> Bool {
      let wanted = key(row)
      var slot = Int(truncatingIfNeeded: wanted >> 8) & mask
      while slots[slot] != 0 {
        if key(Int(slots[slot]) &- 1) == wanted { return true }
        slot = (slot &+ 1) & mask
      }
      slots[slot] = UInt32(truncatingIfNeeded: row &+ 1)
      return false
    }
  }

  /// Compares the rows of a person in their order; marks duplicates and those that are probably one activity. Rows that
  /// are not used are neither.
  ///
  /// - Parameter first: where the rows begin in the memory of all rows.
  @inline(__always)
  mutating func compare(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, count: Int, first: Int
  ) {
    if count < 2 || !RowComparison.mayBeAlike(rows, keys, count) { return }
    compareClosely(rows, keys, count, first)
  }

  /// Whether two of the rows have their topic or evidence in common.
  @inline(__always)
  private static func mayBeAlike(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, _ count: Int
  ) -> Bool {
    var size = 16
    while size < count * 2 { size *= 2 }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size * 2) { memory in
      guard let slots = memory.baseAddress else { return false }
      let topics = Table(slots: slots, mask: size - 1)
      let evidences = Table(slots: slots + size, mask: size - 1)
      topics.clear()
      var hasEvidence = false
      var row = 0
      while row < count {
        if !rows[row].marks.contains(.unusable) {
          if topics.hasOrAdds(row, { keys[$0].topic.word }) { return true }
          if keys[row].evidence != 0 {
            if !hasEvidence { evidences.clear() }
            hasEvidence = true
            if evidences.hasOrAdds(row, { keys[$0].evidence }) { return true }
          }
        }
        row &+= 1
      }
      return false
    }
  }

  /// The rows that have their topic or their evidence in common with another one, in order.
  private static func sharing(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, _ count: Int
  ) -> [Int] {
    var shares = [Bool](repeating: false, count: count)
    func mark(_ rows: [Int], _ key: (Int) -> UInt64) {
      let sorted = rows.sorted { key($0) < key($1) }
      for (row, next) in zip(sorted, sorted.dropFirst()) where key(row) == key(next) {
        shares[row] = true
        shares[next] = true
      }
    }
    let used = (0..<count).filter { !rows[$0].marks.contains(.unusable) }
    mark(used) { keys[$0].topic.word }
    mark(used.filter { keys[$0].evidence != 0 }) { keys[$0].evidence }
    return shares.indices.filter { shares[$0] }
  }

  @inline(never)
  private mutating func compareClosely(
    _ rows: UnsafeMutablePointer<PackedEntry>, _ keys: UnsafePointer<Key>, _ count: Int, _ first: Int
  ) {
    var similar = SimilarRows()
    for row in RowComparison.sharing(rows, keys, count) { similar.add(row, rows[row], keys[row]) }
    for (row, earlier) in similar.duplicates {
      rows[row].marks.insert(.duplicate)
      warn(.duplicate, rows[row], keys[row].record, earlier: rows[earlier])
    }
    let found = similar.find()
    for (row, earlier) in found.warnings {
      warn(.possibleDuplicate, rows[row], keys[row].record, earlier: rows[earlier])
    }
    func named(_ classes: [[Int]]) -> [[ActivityTwins.Row]] {
      classes.map { members in
        members.map { row in
          rows[row].marks.insert(.twin)
          return ActivityTwins.Row(file: rows[row].file, line: rows[row].line)
        }
      }
    }
    var own = ActivityTwins()
    own.alike = named(found.alike)
    own.sameEvidence = named(found.sameEvidence)
    if !own.isEmpty { twins[first] = own }
  }

  private mutating func warn(
    _ code: ProblemCode, _ row: PackedEntry, _ record: UInt32, earlier: PackedEntry
  ) {
    warnings.append(
      FoundProblem(
        code, file: Int(row.file), line: Int(row.line), record: Int(record),
        earlier: (Int(earlier.file), Int(earlier.line))))
  }
}
