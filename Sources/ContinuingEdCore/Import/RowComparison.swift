/// Finds rows of one person that equal an earlier one, wholly or in what they are about (CONTRACT §4).
struct RowComparison {
  private(set) var warnings = ProblemList()
  /// Two tables of rows by key: numbers of rows, one more than they are; 0 is free.
  private var whole: [UInt32] = []
  private var gists: [UInt32] = []
  /// The keys of the rows, fetched together.
  private var allKeys: [UInt64] = []
  private var gistKeys: [UInt64] = []

  /// Compares the rows of a person in their order. Rows that are not used neither are nor have duplicates.
  @inline(__always)
  mutating func compare(
    _ entries: UnsafeMutablePointer<Entry>, count: Int, _ keyAt: (Int) -> RowKey, recordAt: (Int) -> Int
  ) {
    if count < 2 { return }
    var size = 16
    while size < count * 2 { size *= 2 }
    prepare(size)
    for row in 0..<count {
      let key = keyAt(row)
      allKeys[row] = key.all
      gistKeys[row] = key.gist
    }
    for row in 0..<count where !entries[row].marks.contains(.unusable) {
      let equal = RowComparison.findOrAdd(&whole, size, row, allKeys)
      let similar = RowComparison.findOrAdd(&gists, size, row, gistKeys)
      if let equal {
        entries[row].marks.insert(.duplicate)
        warn(.duplicate, entries[row], recordAt(row), earlier: entries[equal])
      } else if let similar {
        warn(.possibleDuplicate, entries[row], recordAt(row), earlier: entries[similar])
      }
    }
  }

  private mutating func prepare(_ size: Int) {
    if whole.count < size {
      whole = [UInt32](repeating: 0, count: size)
      gists = whole
      allKeys = [UInt64](repeating: 0, count: size)
      gistKeys = allKeys
      return
    }
    for i in 0..<size {
      whole[i] = 0
      gists[i] = 0
    }
  }

  /// The first row with this key, or nil if this one is the first.
  @inline(__always)
  private static func findOrAdd(
    _ table: inout [UInt32], _ size: Int, _ row: Int, _ keys: [UInt64]
  ) -> Int? {
    let key = keys[row]
    var slot = Int(truncatingIfNeeded: key >> 20) & (size - 1)
    while table[slot] != 0 {
      let other = Int(table[slot]) - 1
      if keys[other] == key { return other }
      slot = (slot + 1) & (size - 1)
    }
    table[slot] = UInt32(truncatingIfNeeded: row + 1)
    return nil
  }

  private mutating func warn(_ code: ProblemCode, _ entry: Entry, _ record: Int, earlier: Entry) {
    warnings.append(
      Problem(
        code, file: Int(entry.file), line: Int(entry.line), record: record,
        earlier: (Int(earlier.file), Int(earlier.line))))
  }
}
