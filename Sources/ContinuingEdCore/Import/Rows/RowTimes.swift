/// The cells of a row that say when and how much.
extension RowReader {
  /// Reads start, end, period and the day of filing; false if a date that the credit year may hang on is unreadable.
  @inline(__always)
  mutating func readDates(_ row: Row, into draft: inout RowDraft) -> Bool {
    draft.start = readDay(row, columns.start, .start)
    draft.end = readDay(row, columns.end, .end)
    draft.filedOn = readDay(row, columns.filedOn, .filedOn)
    // As typed: what a period adds below is no cell of its own.
    fingerprint.add(draft.figures, days: draft.days)
    var areReadable = true
    if findings.unreadable & RowReader.dateBits != 0 {
      areReadable = findings.isReadable(.start) && findings.isReadable(.end)
    }
    let endCellIsRead = draft.end != 0
    var isBackwards = false
    if columns.period >= 0, !readPeriod(row, into: &draft, &isBackwards) { areReadable = false }
    // Of a backwards period it can't be told which of its days is wrong, so the end cell is not held against it too.
    if endCellIsRead, draft.end < draft.start, !isBackwards {
      problems.report(.endBeforeStart, .end, in: row)
    }
    return areReadable
  }

  private static let dateBits: UInt32 = 1 &<< UInt32(Field.start.rawValue) | 1 &<< UInt32(Field.end.rawValue)

  /// The day in a column, as ``PackedDay``; 0 if there is none that can be read.
  @inline(__always)
  private mutating func readDay(_ row: Row, _ column: Int, _ field: Field) -> UInt64 {
    if column < 0 { return 0 }
    let cell = row.cells[column]
    // A cell with escapes is of no such form, nor one with space around it.
    let day = months.day(row.text + cell.start, count: cell.count)
    if day == 0, cell.count != 0 { return readOtherDay(row, column, field) }
    return day
  }

  /// Of digits and what separates them.
  private static let longestDate: UInt32 = 10

  /// Reads a day of a month that was not met yet, or that is written otherwise, as spreadsheets do: `2023/7/1`.
  @inline(never)
  private mutating func readOtherDay(_ row: Row, _ column: Int, _ field: Field) -> UInt64 {
    let cell = row.cells[column]
    var key: CellMemo.Key?
    // All dates are read alike. Longer ones have a time of day: there are so many of them that the memo would forget all
    // else.
    if let count = cell.plainCount(atMost: RowReader.longestDate) {
      let cellKey = memo.key(row.text + cell.start, count: count, field: Field.start.rawValue)
      if let known = memo.find(cellKey) { return known }
      if count == 10 { months.keep(row.text + cell.start) }
      key = cellKey
    }
    switch CellParser.day(row.cell(at: column)) {
    case .blank: return 0
    case .value(let day):
      let day = PackedDay.pack(day.number)
      if let key { memo.keep(key, day) }
      return day
    case .invalid:
      findings.markUnreadable(field)
      problems.report(.badDate, field, in: row)
      return 0
    }
  }

  /// Reads the period; beside a start it only counts among the cells that make two rows equal. False if it is needed
  /// and unreadable.
  @inline(never)
  private mutating func readPeriod(_ row: Row, into draft: inout RowDraft, _ isBackwards: inout Bool) -> Bool
  {
    let cell = row.cell(at: columns.period)
    if cell.count == 0 { return true }
    let startIsBlank = draft.start == 0 && findings.isReadable(.start)
    switch CellParser.period(cell) {
    case .blank: return true
    case .value((let first, let second)):
      fingerprint.add(.period, Int(first.number) << 32 | Int(UInt32(bitPattern: second?.number ?? .min)))
      if !startIsBlank { return true }
      draft.start = PackedDay.pack(first.number)
      // An end that can't be read stays unknown.
      if draft.end == 0, let second, CellText.isBlankWord(row.cell(.end)) {
        draft.end = PackedDay.pack(second.number)
      }
      if let second, second < first {
        isBackwards = true
        problems.report(.endBeforeStart, .period, in: row)
      }
      return true
    case .invalid:
      fingerprint.add(.period, hash: Mixing.hash(cell))
      if startIsBlank { problems.report(.badDate, .period, in: row) }
      return !startIsBlank
    }
  }

  /// Whether the row says when: a start where the category needs one, else that or any date or a year.
  @inline(__always)
  mutating func checkTime(_ row: Row, _ draft: inout RowDraft, yearIsReadable: Bool, datesAreReadable: Bool) {
    if draft.start == 0 {
      checkMissingTime(
        row, draft.figures, hasEnd: draft.end != 0, yearIsReadable: yearIsReadable,
        datesAreReadable: datesAreReadable)
    }
  }

  @inline(never)
  private mutating func checkMissingTime(
    _ row: Row, _ figures: PackedFigures, hasEnd: Bool, yearIsReadable: Bool, datesAreReadable: Bool
  ) {
    guard let category = figures.category else { return }
    if category.needsStart {
      let startIsBlank = CellText.isBlankWord(row.cell(.start))
      let periodIsBlank = CellText.isBlankWord(row.cell(.period))
      if startIsBlank, periodIsBlank {
        let field: Field =
          row.heading(of: .start) == nil && row.heading(of: .period) != nil ? .period : .start
        problems.report(.missingDate, field, in: row)
      }
    } else if !hasEnd, !figures.hasYear, yearIsReadable, datesAreReadable {
      problems.report(.missingYear, .year, in: row)
    }
  }
}
