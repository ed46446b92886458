/// The cells of a row that say when and how much.
extension RowReader {
  /// Reads start, end, period and the day of filing; false if a date that the credit year may hang on is unreadable.
  @inline(__always)
  mutating func readDates(_ row: Row, into draft: inout RowDraft) -> Bool {
    draft.start = readDay(row, columns.start, .start, draft.figures)
    draft.end = readDay(row, columns.end, .end, draft.figures)
    draft.filedOn = readDay(row, columns.filedOn, .filedOn, draft.figures)
    if columns.registeredOn >= 0 { readRegistration(row) }
    // As typed: what a period adds below is no cell of its own.
    fingerprint.add(draft.figures, days: draft.days)
    var areReadable = true
    if findings.unreadable & RowReader.dateBits != 0 {
      areReadable = findings.isReadable(.start) && findings.isReadable(.end)
    }
    let endCellIsRead = draft.end != 0
    var isBackwards = false
    if columns.period >= 0, !readPeriod(row, into: &draft, &isBackwards) { areReadable = false }
    if findings.hasMonths {
      settleMonths(row, &draft, isBackwards: isBackwards, areReadable: areReadable)
      return areReadable
    }
    // Of a backwards period it can't be told which of its days is wrong, so the end cell is not held against it too.
    if endCellIsRead, draft.end < draft.start, !isBackwards {
      problems.report(.endBeforeStart, .end, in: row)
    }
    return areReadable
  }

  private static let dateBits: UInt64 = 1 &<< UInt64(Field.start.rawValue) | 1 &<< UInt64(Field.end.rawValue)

  /// The day in a column, as ``PackedDay``; 0 if there is none that can be read.
  @inline(__always)
  private mutating func readDay(
    _ row: Row, _ column: Int, _ field: Field, _ figures: PackedFigures
  ) -> UInt64 {
    if column < 0 { return 0 }
    let cell = row.cells[column]
    // A cell with escapes is of no such form, nor one with space around it.
    let day = months.day(row.text + cell.start, count: cell.count)
    if day == 0, cell.count != 0 { return readOtherDay(row, column, field, figures) }
    return day
  }

  /// The day of registration only counts among the cells that make two rows equal.
  @inline(never)
  private mutating func readRegistration(_ row: Row) {
    let day = readDay(row, columns.registeredOn, .registeredOn, PackedFigures())
    if day != 0 { fingerprint.add(.registeredOn, Int(day)) }
  }

  /// Of digits and what separates them.
  private static let longestDate: UInt32 = 10

  /// Reads a day of a month that was not met yet, or that is written otherwise, as spreadsheets do: `2023/7/1`.
  @inline(never)
  private mutating func readOtherDay(
    _ row: Row, _ column: Int, _ field: Field, _ figures: PackedFigures
  ) -> UInt64 {
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
    let marks = row.marks(at: column)
    if !marks.isEmpty, readsMarkedDate(row, marks, field, figures) { return 0 }
    switch CellParser.day(row.cell(at: column)) {
    case .blank: return 0
    case .value(let day):
      let day = PackedDay.pack(day.number)
      if let key { memo.keep(key, day) }
      return day
    case .invalid:
      let content = row.cell(at: column)
      if keepMonth(content, field, figures) { return 0 }
      findings.markUnreadable(field)
      problems.report(RowReader.fault(of: field, content), field, in: row)
      return 0
    }
  }

  /// Whether what a sheet knows of a date is all there is to it: an error, nothing, or a year.
  private mutating func readsMarkedDate(
    _ row: Row, _ marks: CellMarks, _ field: Field, _ figures: PackedFigures
  ) -> Bool {
    if !marks.isDisjoint(with: [.error, .noValue]) {
      findings.markUnreadable(field)
      problems.report(.errorCell, field, in: row, as: marks.contains(.noValue) ? .noValue : .plain)
      return true
    }
    if marks.contains(.zero) { return true }
    // 2023.1 may have been January or October: it gives the year alone.
    guard marks.contains(.yearAndOne), keepMonth(row.cell(field), field, figures) else { return false }
    if field == .start {
      findings.startMonth?.isOnlyYear = true
    } else {
      findings.endMonth?.isOnlyYear = true
    }
    return true
  }

  /// Reads the period; beside a start it only counts among the cells that make two rows equal. False if it is needed
  /// and unreadable.
  @inline(never)
  private mutating func readPeriod(_ row: Row, into draft: inout RowDraft, _ isBackwards: inout Bool) -> Bool
  {
    let cell = row.cell(at: columns.period)
    let marks = row.marks(at: columns.period)
    if cell.count == 0, marks.isEmpty { return true }
    let startIsBlank = draft.start == 0 && findings.startMonth == nil && findings.isReadable(.start)
    if !marks.isDisjoint(with: [.error, .noValue]) {
      if !startIsBlank { return true }
      problems.report(.errorCell, .period, in: row, as: marks.contains(.noValue) ? .noValue : .plain)
      return false
    }
    if marks.contains(.zero) { return true }
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
      if !startIsBlank || takeMonths(cell, row, &draft, &isBackwards) { return true }
      problems.report(RowReader.fault(of: .period, cell), .period, in: row)
      return false
    }
  }

  // MARK: Months

  /// Keeps the month in a start or an end where that is enough; false if there is none.
  private mutating func keepMonth(
    _ cell: UnsafeRawBufferPointer, _ field: Field, _ figures: PackedFigures
  ) -> Bool {
    guard RowReader.isMonthEnough(figures), field == .start || field == .end,
      let month = CellParser.month(cell)
    else { return false }
    if field == .start { findings.startMonth = month } else { findings.endMonth = month }
    return true
  }

  /// A category that needs no start date needs no day; of an unknown one nobody knows.
  private static func isMonthEnough(_ figures: PackedFigures) -> Bool {
    !(figures.category?.needsStart ?? false)
  }

  /// Takes the months of a period whose start is blank; false if there are none.
  private mutating func takeMonths(
    _ cell: UnsafeRawBufferPointer, _ row: Row, _ draft: inout RowDraft, _ isBackwards: inout Bool
  ) -> Bool {
    guard RowReader.isMonthEnough(draft.figures), let (first, second) = CellParser.months(cell) else {
      return false
    }
    findings.startMonth = first
    if row.marks(.period).contains(.yearAndOne) { findings.startMonth?.isOnlyYear = true }
    let endIsBlank = findings.endMonth == nil && CellText.isBlankWord(row.cell(.end))
    if let second, draft.end == 0, endIsBlank { findings.endMonth = second }
    if let second, second.number < first.number {
      isBackwards = true
      problems.report(.endBeforeStart, .period, in: row)
    }
    return true
  }

  /// Settles what months in the place of days say: the credit year, and whether the end is before the start. A month as
  /// end leaves the entry without a date, one as start only where there is no end. A month beside a date that can't be
  /// read tells no year: a course of December may end in January.
  @inline(never)
  private mutating func settleMonths(
    _ row: Row, _ draft: inout RowDraft, isBackwards: Bool, areReadable: Bool
  ) {
    let (startMonth, endMonth) = (findings.startMonth, findings.endMonth)
    if let startMonth { fingerprint.add(.start, startMonth.number) }
    if let endMonth { fingerprint.add(.end, endMonth.number) }
    let first = startMonth ?? RowReader.month(draft.start)
    let last = endMonth ?? RowReader.month(draft.end)
    if let first, let last, last.isBefore(first), !isBackwards {
      problems.report(.endBeforeStart, .end, in: row)
    }
    let tellsYear = areReadable && !draft.figures.hasYear && findings.isReadable(.year)
    if let endMonth {
      (draft.start, draft.end) = (0, 0)
      if tellsYear { draft.figures.setYear(endMonth.year) }
    } else if draft.end == 0, let startMonth, tellsYear {
      draft.figures.setYear(startMonth.year)
    }
  }

  private static func month(_ day: UInt64) -> Month? {
    day == 0 ? nil : Month(of: Day(number: PackedDay.unpack(day)))
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
