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
  /// For each heading its field.
  private(set) var fields: [Field?] = []
  /// Pairs of columns that stand for one field, the first and a later one.
  private(set) var repeated: [(first: Int, later: Int)] = []

  /// Reads the headings of a header.
  init(headings: [String], roster: Bool, extra: [(String, Field)]) {
    headingCount = headings.count
    for (index, heading) in headings.enumerated() {
      if heading.isEmpty {
        unnamed.append(index)
        fields.append(nil)
        continue
      }
      fewestCells = index + 1
      let field = HeadingMatch.field(of: heading, roster: roster, extra: extra)
      fields.append(field)
      guard let field else { continue }
      let first = columns[Int(field.rawValue)]
      if first >= 0 {
        repeated.append((Int(first), index))
      } else {
        columns[Int(field.rawValue)] = Int32(index)
      }
    }
  }

  /// Whether the file has a column for a field.
  func has(_ field: Field) -> Bool { columns[Int(field.rawValue)] >= 0 }

  /// The column of a field.
  func column(of field: Field) -> Int? { has(field) ? Int(columns[Int(field.rawValue)]) : nil }

  /// How many headings are known.
  var knownCount: Int { fields.count { $0 != nil } }

  /// Whether these are the headings of a header (CONTRACT §8, Header).
  func isHeader(roster: Bool) -> Bool {
    guard has(.personID) else { return false }
    return roster ? columns.indices.contains { $0 != 0 && columns[$0] >= 0 } : has(.category)
  }

  /// The required columns that are missing.
  func missing(roster: Bool) -> [Field] {
    let required: [Field] = roster ? [.personID] : [.personID, .category]
    return required.filter { !has($0) }
  }
}
