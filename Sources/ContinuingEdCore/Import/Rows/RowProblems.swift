/// The problems of one row, as they are found.
struct RowProblems {
  private(set) var list = ProblemList()
  private var start = 0
  /// Whether one of them leaves the row unused.
  private(set) var hasError = false
  /// The row's line and record, counted within the block.
  private(set) var line: UInt32 = 0
  private(set) var record: UInt32 = 0

  /// A longer cell is shown in part.
  private static let longestValue = 1024

  init() {}

  /// Turns to a row.
  @inline(__always)
  mutating func begin(line: Int, record: Int) {
    self.line = UInt32(truncatingIfNeeded: line)
    self.record = UInt32(truncatingIfNeeded: record)
    start = list.count
    hasError = false
  }

  /// Is done with a row.
  @inline(__always)
  mutating func end() {
    if list.count - start > 1 { list.sortRow(from: start) }
  }

  /// A problem of a cell.
  @inline(never)
  mutating func report(
    _ code: ProblemCode, _ field: Field, in row: Row, as variant: ProblemVariant = .plain
  ) {
    report(code, field, heading: row.reportedHeading(of: field), value: row.cell(field), as: variant)
  }

  /// A problem of a cell whose message has details.
  mutating func report(
    _ code: ProblemCode, _ field: Field, in row: Row, as variant: ProblemVariant, _ details: [String]
  ) {
    if code.severity == .error { hasError = true }
    var problem = FoundProblem(
      code, file: 0, line: Int(line), record: Int(record),
      column: row.reportedHeading(of: field).map(ProblemColumn.heading) ?? .absent(field),
      value: String(decoding: row.cell(field), as: UTF8.self))
    problem.suggestion = Suggestion.forCell(code, field: field, value: problem.value ?? "")
    (problem.variant, problem.details) = (variant, details)
    list.append(problem)
  }

  /// Forgets what was found in the row so far.
  mutating func takeBack() {
    list.truncate(to: start)
    hasError = false
  }

  /// A problem of a cell that may belong to no field.
  mutating func report(
    _ code: ProblemCode, _ field: Field, heading: Int?, value: UnsafeRawBufferPointer,
    as variant: ProblemVariant = .plain
  ) {
    if code.severity == .error { hasError = true }
    if value.count <= RowProblems.longestValue {
      list.append(
        code, line: line, record: record, field: field, heading: heading, value: value, variant: variant)
    } else {
      let shown = RowProblems.shortened(value)
      shown.withUnsafeBytes {
        list.append(
          code, line: line, record: record, field: field, heading: heading, value: $0, variant: variant)
      }
    }
  }

  /// A problem of no one cell.
  mutating func report(_ code: ProblemCode, as variant: ProblemVariant = .plain) {
    if code.severity == .error { hasError = true }
    var problem = FoundProblem(code, file: 0, line: Int(line), record: Int(record))
    problem.variant = variant
    list.append(problem)
  }

  /// 64 KiB (Problems: Codes of problems).
  private static let longestCell = 65_536

  /// Reports cells that are too long, known or not.
  @inline(__always)
  mutating func checkLengths(_ row: Row) {
    if row.range.count > RowProblems.longestCell { checkEachLength(row) }
  }

  @inline(never)
  private mutating func checkEachLength(_ row: Row) {
    for i in 0..<row.cellCount where row.contentLength(at: i) > RowProblems.longestCell {
      let field = Field.allCases.first { row.heading(of: $0) == i }
      report(.fieldTooLong, field ?? .note, heading: i, value: row.cell(at: i))
    }
  }

  /// The beginning, cut where a character ends, and an ellipsis.
  private static func shortened(_ value: UnsafeRawBufferPointer) -> [UInt8] {
    var end = longestValue
    while end > 0, value[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(value[..<end]) + Array("…".utf8)
  }
}
