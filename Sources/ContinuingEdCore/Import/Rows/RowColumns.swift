/// The columns that a file has, as a reader of rows goes through them: what it has not is never asked for.
struct RowColumns {
  /// A column and what it holds.
  struct Column {
    var index: Int
    var field: UInt8
    /// What marks the first byte of a cell that may be something else here than the text that it is: blank, a placeholder,
    /// an error value.
    var oddMarks: UInt8
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
  let registeredOn: Int
  let period: Int
  let kind: Int
  let category: Int

  private static let figureFields: [Field] = [
    .year, .subject, .category, .hours, .count, .level, .module, .result, .status,
  ]
  private static let textFields: [Field] = [
    .name, .unit, .title, .organizer, .mode, .platform, .filing, .evidence, .note, .exam, .place,
    .grade,
  ]

  /// - Parameter columns: for each field by raw value the index of its column, or −1.
  init(_ columns: [Int32]) {
    func present(_ fields: [Field]) -> UnsafeMutableBufferPointer<Column> {
      let found = fields.compactMap { field -> Column? in
        let place = Int(field.rawValue)
        guard place < columns.count, columns[place] >= 0 else { return nil }
        return Column(
          index: Int(columns[place]), field: field.rawValue,
          oddMarks: RowColumns.oddMarks(of: field),
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
    (period, kind, registeredOn) = (index(.period), index(.kind), index(.registeredOn))
    category = index(.category)
  }

  private static func oddMarks(of field: Field) -> UInt8 {
    switch field {
    case .name, .title: CellEdges.errorValue
    case .filing, .evidence: CellEdges.errorValue | CellEdges.blankWord | CellEdges.placeholder
    default: CellEdges.errorValue | CellEdges.blankWord
    }
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
  var unreadable: UInt64 = 0

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

  func isReadable(_ field: Field) -> Bool { unreadable & 1 &<< UInt64(field.rawValue) == 0 }
  mutating func markUnreadable(_ field: Field) { unreadable |= 1 &<< UInt64(field.rawValue) }

  /// The months of start and end where no day is named; nil where there is none. The bits are those of no field.
  var startMonth: Month? {
    get { unreadable & 1 &<< 62 != 0 ? months.start : nil }
    set {
      months.start = newValue
      mark(62, newValue != nil)
    }
  }
  var endMonth: Month? {
    get { unreadable & 1 &<< 61 != 0 ? months.end : nil }
    set {
      months.end = newValue
      mark(61, newValue != nil)
    }
  }
  var hasMonths: Bool { unreadable & 3 &<< 61 != 0 }
  private var months: (start: Month?, end: Month?) = (nil, nil)

  private mutating func mark(_ bit: UInt64, _ isSet: Bool) {
    unreadable = isSet ? unreadable | 1 &<< bit : unreadable & ~(1 &<< bit)
  }

  /// Whether the hours are 0; the bit is that of no field.
  var hasZeroHours: Bool { unreadable >> 63 != 0 }
  mutating func markZeroHours() { unreadable |= 1 &<< 63 }
}
