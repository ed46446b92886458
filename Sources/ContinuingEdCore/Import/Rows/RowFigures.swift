/// The cells of a row that hold a word of a closed list or a number.
extension RowReader {
  /// Reads all of them; those that can't be read are reported.
  @inline(never)
  mutating func readFigures(_ row: Row, into draft: inout RowDraft) {
    findings.unreadable = 0
    var figures = PackedFigures()
    // Kept at hand: in the reader they might change with every cell.
    let memo = memo
    let (cells, text) = (row.cells, row.text)
    for column in columns.figures {
      let cell = cells[column.index]
      if let count = cell.plainCount(atMost: CellMemo.longest) {
        let key = memo.key(text + cell.start, count: count, field: column.field)
        let slot = memo.slot(key)
        if slot.pointee.holds(key) {
          figures.add(PackedFigures(word: slot.pointee.value))
          continue
        }
      }
      figures.add(readFigure(row, column))
    }
    draft.figures = figures
  }

  /// Reads a cell that is not where the memo has it first.
  @inline(never)
  private mutating func readFigure(_ row: Row, _ column: RowColumns.Column) -> PackedFigures {
    guard let field = Field(rawValue: column.field) else { return PackedFigures() }
    let cell = row.cells[column.index]
    var key: CellMemo.Key?
    if let count = cell.plainCount(atMost: CellMemo.longest) {
      let cellKey = memo.key(row.text + cell.start, count: count, field: column.field)
      if let known = memo.find(cellKey) { return PackedFigures(word: known) }
      key = cellKey
    }
    var alone = EntryRow()
    let marks = row.marks(at: column.index)
    if !marks.isEmpty, let figures = readMarkedFigure(row, column.index, field, marks) { return figures }
    let content = row.cell(at: column.index)
    if !RowReader.read(field, content, into: &alone) {
      if field == .hours, CellParser.isZeroHours(content) {
        findings.markZeroHours()
        return PackedFigures()
      }
      findings.markUnreadable(field)
      problems.report(RowReader.fault(of: field, content), field, in: row)
      return PackedFigures()
    }
    let figures = PackedFigures(alone)
    if let key { memo.keep(key, figures.word) }
    return figures
  }

  /// Reads a cell of which a sheet knows more than its text; nil if that is nothing to its field.
  private mutating func readMarkedFigure(
    _ row: Row, _ column: Int, _ field: Field, _ marks: CellMarks
  ) -> PackedFigures? {
    if !marks.isDisjoint(with: [.error, .noValue]) {
      findings.markUnreadable(field)
      problems.report(.errorCell, field, in: row, as: marks.contains(.noValue) ? .noValue : .plain)
      return PackedFigures()
    }
    // Hours of several rows are those of the first.
    if marks.contains(.merged), field == .hours || field == .count { return PackedFigures() }
    guard marks.contains(.duration), field == .hours else { return nil }
    let hours = row.hours(ofDurationAt: column)
    var alone = EntryRow()
    let isRead = hours.withUnsafeBytes { RowReader.read(.hours, $0, into: &alone) }
    if isRead { return PackedFigures(alone) }
    findings.markUnreadable(field)
    hours.withUnsafeBytes {
      problems.report(.badHours, .hours, heading: row.reportedHeading(of: .hours), value: $0)
    }
    return PackedFigures()
  }

  /// Reads a cell of a field; false if it can't be read.
  private static func read(_ field: Field, _ cell: UnsafeRawBufferPointer, into entry: inout EntryRow) -> Bool
  {
    switch field {
    case .category: CellParser.category(cell).put(into: &entry.category)
    case .subject: CellParser.subject(cell).put(into: &entry.subject)
    case .level: CellParser.level(cell).put(into: &entry.level)
    case .module: CellParser.module(cell).put(into: &entry.module)
    case .result: CellParser.result(cell).put(into: &entry.result)
    case .status: CellParser.status(cell).put(into: &entry.status)
    case .year: CellParser.year(cell).put(into: &entry.year)
    case .hours: CellParser.hours(cell).put(into: &entry.hours)
    case .count: CellParser.count(cell).put(into: &entry.count)
    default: true
    }
  }

  /// What is said of a cell that can't be read: of an error value nothing else.
  static func fault(of field: Field, _ cell: UnsafeRawBufferPointer) -> ProblemCode {
    if CellText.isErrorValue(cell) { return .errorCell }
    return switch field {
    case .category: .unknownCategory
    case .subject: .unknownSubject
    case .kind: .unknownKind
    case .level: .unknownLevel
    case .module: .unknownModule
    case .result: .unknownResult
    case .status: .unknownStatus
    case .year: .badYear
    case .count: .badCount
    case .hours: .badHours
    default: .badDate
    }
  }

  /// Looks for words and hours that the category wants and the row lacks; a leave's kind is read here.
  @inline(__always)
  mutating func checkFigures(_ row: Row, into draft: inout RowDraft) {
    guard let category = draft.figures.category else {
      if findings.isReadable(.category), !isUnusable || columns.category >= 0 {
        problems.report(.unknownCategory, .category, in: row)
      }
      if columns.kind >= 0 { readKindAsText(row) }
      return
    }
    if !draft.figures.hasSubject, category.needsSubject, findings.isReadable(.subject) {
      problems.report(.missingSubject, .subject, in: row)
    }
    if category == .leave {
      readKind(row, into: &draft)
    } else if columns.kind >= 0 {
      readKindAsText(row)
    }
    if !draft.figures.hasHours, needsHours(category, draft.person), findings.isReadable(.hours) {
      if findings.hasZeroHours {
        draft.isOfNoHours = true
        problems.report(.zeroHours, .hours, in: row)
      } else {
        let isMerged = row.marks(.hours).contains(.merged)
        problems.report(.missingHours, .hours, in: row, as: isMerged ? .mergedCells : .plain)
      }
    }
  }

  @inline(never)
  private mutating func readKind(_ row: Row, into draft: inout RowDraft) {
    if !row.marks(.kind).isDisjoint(with: [.error, .noValue]) {
      problems.report(.errorCell, .kind, in: row, as: row.marks(.kind).contains(.noValue) ? .noValue : .plain)
    } else if case .value(let kind) = CellParser.kind(row.cell(.kind)) {
      draft.figures.kind = kind
    } else {
      problems.report(RowReader.fault(of: .kind, row.cell(.kind)), .kind, in: row)
    }
  }

  /// The kind of what is no leave only counts among the cells that make two rows equal.
  @inline(__always)
  private mutating func readKindAsText(_ row: Row) {
    let cell = row.cell(at: columns.kind)
    let marks = row.marks(at: columns.kind)
    if marks.contains(.noValue) { return problems.report(.errorCell, .kind, in: row, as: .noValue) }
    if cell.count == 0 || CellText.isBlankWord(cell) { return }
    if CellText.isErrorValue(cell) || marks.contains(.error) {
      return problems.report(.placeholder, .kind, in: row)
    }
    fingerprint.add(.kind, hash: Mixing.hash(cell))
  }
}
