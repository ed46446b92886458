/// Which cell of a row belongs to which field.
struct ColumnPlan: Sendable {
  /// For each field, by raw value, the index of its column; −1 where the file has none.
  private(set) var columns = [Int32](repeating: -1, count: Field.allCases.count)
  /// A row has at least so many cells: up to the last heading that is not empty.
  private(set) var fewestCells = 0
  /// What a row has more than these must be blank.
  private(set) var headingCount = 0
  /// The columns whose heading is empty.
  private(set) var unnamed: [Int] = []
  /// For each heading the field that is read from it.
  private(set) var fields: [Field?] = []
  /// Columns of fields that are read from a better one.
  private(set) var unused: [(index: Int, field: Field)] = []
  /// Columns that are to be taken as not there.
  private(set) var ignored: [Int] = []
  /// Pairs of columns that stand for one field by one name, the first and a later one.
  private(set) var repeated: [(first: Int, later: Int)] = []
  /// Fields that are given for rows that lack them, so that no column is needed.
  private let given: Set<Field>
  /// Whether a person can be told by the name.
  private let identifiesByName: Bool

  /// Reads the headings of a header; `found` is what some of them stand for that their text does not say.
  init(
    headings: [String], roster: Bool, options: ImportOptions, found: [Int: HeadingMatch.Name] = [:]
  ) {
    headingCount = headings.count
    given = roster ? [] : Set(options.fixedValues.map(\.0))
    identifiesByName = !roster && options.identifiesByName
    let own = HeadingMatch.OwnNames(fields: options.columnNames, ignored: options.ignoredColumns)
    var names: [HeadingMatch.Name?] = []
    for (index, heading) in headings.enumerated() {
      let match: HeadingMatch.Found =
        found[index].map { .name($0) } ?? HeadingMatch.find(heading, roster: roster, own: own)
      names.append(match.name)
      if heading.isEmpty { unnamed.append(index) } else { fewestCells = index + 1 }
      if match == .ignored { ignored.append(index) }
    }
    fields = [Field?](repeating: nil, count: headings.count)
    for (index, name) in names.enumerated() {
      guard let name else { continue }
      let first = columns[Int(name.field.rawValue)]
      // The names of the field that are read already are no worse than those to come, or the field is taken over.
      if first < 0 {
        take(index, name.field)
      } else if let best = names[Int(first)], name.rank < best.rank {
        fields[Int(first)] = nil
        take(index, name.field)
      }
    }
    sort(names)
  }

  /// Gives a field that the file lacks a column behind its last heading.
  mutating func add(_ field: Field, at index: Int) { columns[Int(field.rawValue)] = Int32(index) }

  private mutating func take(_ index: Int, _ field: Field) {
    columns[Int(field.rawValue)] = Int32(index)
    fields[index] = field
  }

  /// Tells the columns that are not read from those that nobody can choose between.
  private mutating func sort(_ names: [HeadingMatch.Name?]) {
    for (index, name) in names.enumerated() {
      guard let name, let read = column(of: name.field), read != index else { continue }
      if names[read]?.rank == name.rank {
        repeated.append((read, index))
      } else {
        unused.append((index, name.field))
      }
    }
  }

  /// Whether the file has a column for a field.
  func has(_ field: Field) -> Bool { columns[Int(field.rawValue)] >= 0 }

  /// The column of a field.
  func column(of field: Field) -> Int? { has(field) ? Int(columns[Int(field.rawValue)]) : nil }

  /// How many headings are known.
  var knownCount: Int { fields.count { $0 != nil } }

  /// The columns that are not read, but for those that are to be taken as not there.
  var unread: [Int] { fields.indices.filter { fields[$0] == nil && !ignored.contains($0) } }

  /// Whether these are the headings of a header (RecordsFiles: Header).
  func isHeader(roster: Bool) -> Bool {
    if roster { return has(.personID) && fields.contains { $0 != nil && $0 != .personID } }
    return missing(roster: false).isEmpty && (has(.personID) || has(.name))
  }

  /// The required columns that are missing.
  func missing(roster: Bool) -> [Field] {
    var missing: [Field] = []
    if !has(.personID), !given.contains(.personID), !(identifiesByName && has(.name)) {
      missing.append(.personID)
    }
    if !roster, !has(.category), !given.contains(.category) { missing.append(.category) }
    return missing
  }
}
