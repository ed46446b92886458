/// The cells of a row that hold a word of a closed list or a number.
extension RowReader {
  /// Reads all of them; those that can't be read are reported.
  @inline(__always)
  mutating func readFigures(_ row: Row, into entry: inout Entry) {
    findings.unreadable = 0
    for column in columns.figures {
      let cell = row.cells[column.index]
      if cell.isPlain(atMost: UInt32(CellMemo.longest)) {
        let key = memo.key(row.text + cell.start, count: cell.count, field: column.field)
        let slot = memo.slot(key)
        if slot.pointee.holds(key) {
          findings.figures[Int(column.field)] = slot.pointee.value
          continue
        }
      }
      readFigure(row, column)
    }
    entry.categoryRaw = findings.byte(.category)
    entry.subjectRaw = findings.byte(.subject)
    entry.levelRaw = findings.byte(.level)
    entry.moduleRaw = findings.byte(.module)
    entry.resultRaw = findings.byte(.result)
    entry.statusRaw = findings.byte(.status)
    entry.yearRaw = Int16(truncatingIfNeeded: findings.figure(.year))
    entry.countRaw = UInt16(truncatingIfNeeded: findings.figure(.count))
    entry.hoursRaw = findings.figure(.hours)
  }

  /// Reads a cell that is not where the memo has it first.
  @inline(never)
  private mutating func readFigure(_ row: Row, _ column: RowColumns.Column) {
    guard let field = Field(rawValue: column.field) else { return }
    let cell = row.cells[column.index]
    var key: CellMemo.Key?
    if cell.isPlain(atMost: UInt32(CellMemo.longest)) {
      let cellKey = memo.key(row.text + cell.start, count: cell.count, field: column.field)
      if let known = memo.find(cellKey) {
        findings.figures[Int(column.field)] = known
        return
      }
      key = cellKey
    }
    switch RowReader.figure(field, row.cell(at: column.index)) {
    case .blank: findings.figures[Int(column.field)] = RowFindings.blank(field)
    case .value(let value): findings.figures[Int(column.field)] = value
    case .invalid:
      findings.figures[Int(column.field)] = RowFindings.blank(field)
      findings.markUnreadable(field)
      problems.report(RowReader.fault(of: field), field, in: row)
      return
    }
    if let key { memo.keep(key, findings.figures[Int(column.field)]) }
  }

  private static func figure(_ field: Field, _ cell: UnsafeRawBufferPointer) -> CellValue<Int32> {
    switch field {
    case .category: raw(CellParser.category(cell))
    case .subject: raw(CellParser.subject(cell))
    case .kind: raw(CellParser.kind(cell))
    case .level: raw(CellParser.level(cell))
    case .module: raw(CellParser.module(cell))
    case .result: raw(CellParser.result(cell))
    case .status: raw(CellParser.status(cell))
    case .year: CellParser.year(cell).map(Int32.init)
    case .hours: CellParser.hours(cell).map { Int32($0.hundredths) }
    case .count: CellParser.count(cell).map(Int32.init)
    default: .blank
    }
  }

  private static func raw<Word: CodedWord>(_ value: CellValue<Word>) -> CellValue<Int32> {
    value.map { Int32($0.rawValue) }
  }

  private static func fault(of field: Field) -> ProblemCode {
    switch field {
    case .category: .unknownCategory
    case .subject: .unknownSubject
    case .kind: .unknownKind
    case .level: .unknownLevel
    case .module: .unknownModule
    case .result: .unknownResult
    case .status: .unknownStatus
    case .year: .badYear
    case .count: .badCount
    default: .badHours
    }
  }

  /// Looks for words and hours that the category wants and the row lacks; a leave's kind is read here.
  @inline(__always)
  mutating func checkFigures(_ row: Row, person: Int?, into entry: inout Entry) {
    guard let category = entry.category else {
      if findings.isReadable(.category) { problems.report(.unknownCategory, .category, in: row) }
      readKindAsText(row)
      return
    }
    if entry.subjectRaw == 0, category.needsSubject, findings.isReadable(.subject) {
      problems.report(.missingSubject, .subject, in: row)
    }
    if category == .leave {
      readKind(row, into: &entry)
    } else {
      readKindAsText(row)
    }
    if entry.hoursRaw < 0, needsHours(category, person), findings.isReadable(.hours) {
      problems.report(.missingHours, .hours, in: row)
    }
  }

  @inline(never)
  private mutating func readKind(_ row: Row, into entry: inout Entry) {
    let cell = row.cell(.kind)
    switch CellParser.kind(cell) {
    case .blank: problems.report(.unknownKind, .kind, in: row)
    case .value(let kind): entry.kind = kind
    case .invalid: problems.report(.unknownKind, .kind, in: row)
    }
  }

  @inline(__always)
  private mutating func readKindAsText(_ row: Row) {
    let cell = row.cell(.kind)
    if cell.count == 0 || CellText.isBlankWord(cell) { return }
    fingerprint.add(.kind, hash: Mixing.hash(cell))
  }
}
