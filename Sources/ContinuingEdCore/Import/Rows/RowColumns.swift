/// The columns that a file has, as a reader of rows goes through them: what it has not is never asked for.
struct RowColumns {
  /// A column and what it holds.
  struct Column {
    var index: Int
    var field: UInt8
    /// What marks the first byte of a word such as 无 if that makes a cell blank here; else 0.
    var blankMark: UInt8
    /// What a text counts in the fingerprint.
    var weight: UInt64
  }

  /// Columns of closed lists, years, hours and counts.
  let figures: UnsafeMutableBufferPointer<Column>
  /// Columns of free text but for the kind, which is free text in some rows only.
  let texts: UnsafeMutableBufferPointer<Column>
  /// Columns that are looked at by themselves; −1 where there is none.
  let start: Int
  let end: Int
  let filedOn: Int
  let period: Int
  let kind: Int

  private static let figureFields: [Field] = [
    .year, .subject, .category, .hours, .count, .level, .module, .result, .status,
  ]
  private static let textFields: [Field] = [
    .name, .unit, .title, .organizer, .mode, .platform, .filing, .evidence, .note,
  ]

  /// - Parameter columns: for each field by raw value the index of its column, or −1.
  init(_ columns: [Int32]) {
    func present(_ fields: [Field]) -> UnsafeMutableBufferPointer<Column> {
      let found = fields.compactMap { field -> Column? in
        let place = Int(field.rawValue)
        guard place < columns.count, columns[place] >= 0 else { return nil }
        return Column(
          index: Int(columns[place]), field: field.rawValue,
          blankMark: field == .name || field == .title ? 0 : CellEdges.blankWord,
          weight: Fingerprint.weight(field.rawValue))
      }.sorted { $0.index < $1.index }
      let all = UnsafeMutableBufferPointer<Column>.allocate(capacity: found.count)
      _ = all.initialize(from: found)
      return all
    }
    figures = present(RowColumns.figureFields)
    texts = present(RowColumns.textFields)
    func index(_ field: Field) -> Int {
      let place = Int(field.rawValue)
      return place < columns.count ? Int(columns[place]) : -1
    }
    (start, end, filedOn) = (index(.start), index(.end), index(.filedOn))
    (period, kind) = (index(.period), index(.kind))
  }

  func deallocate() {
    figures.deallocate()
    texts.deallocate()
  }
}

/// What was found in the cells of a row, by field.
struct RowFindings {
  /// Of texts; blank is 0.
  let hashes: UnsafeMutablePointer<UInt64>
  /// The fields whose cells can't be read, a bit each by raw value.
  var unreadable: UInt32 = 0

  init() {
    let count = Field.allCases.count
    hashes = .allocate(capacity: count)
    // What the file has no column for stays as it is.
    hashes.initialize(repeating: 0, count: count)
  }

  func deallocate() { hashes.deallocate() }

  /// The hash of a text; nil if it is blank.
  @inline(__always)
  func hash(_ field: Field) -> UInt64? {
    let hash = hashes[Int(field.rawValue)]
    return hash == 0 ? nil : hash
  }

  func isReadable(_ field: Field) -> Bool { unreadable & 1 &<< UInt32(field.rawValue) == 0 }
  mutating func markUnreadable(_ field: Field) { unreadable |= 1 &<< UInt32(field.rawValue) }
}
