/// The cells of a row that say when and how much.
extension RowReader {
  /// Reads the year; false if it is unreadable.
  @inline(__always)
  mutating func readYear(_ row: Row, into entry: inout Entry) -> Bool {
    let cell = row.cell(.year)
    if cell.count == 0 { return true }
    switch CellParser.year(cell) {
    case .blank: return true
    case .value(let year):
      entry.year = year
      fingerprint.add(.year, year)
      return true
    case .invalid:
      problems.report(.badYear, .year, in: row)
      return false
    }
  }

  /// Reads start, end, period and the day of filing; false if a date that the credit year may hang on is unreadable.
  @inline(__always)
  mutating func readDates(_ row: Row, into entry: inout Entry) -> Bool {
    var areReadable = true
    var startIsBlank = true
    switch readDay(.start, row) {
    case .blank: break
    case .value(let day):
      entry.startRaw = day.number
      startIsBlank = false
    case .invalid:
      areReadable = false
      startIsBlank = false
    }
    switch readDay(.end, row) {
    case .blank: break
    case .value(let day): entry.endRaw = day.number
    case .invalid: areReadable = false
    }
    let endCellIsRead = entry.endRaw != .min
    let period = row.cell(.period)
    var isBackwards = false
    if period.count > 0, !readPeriod(period, row, startIsBlank: startIsBlank, into: &entry, &isBackwards) {
      areReadable = false
    }
    // Of a backwards period it can't be told which of its days is wrong, so the end cell is not held against it too.
    if endCellIsRead, !isBackwards, entry.startRaw != .min, entry.endRaw < entry.startRaw {
      problems.report(.endBeforeStart, .end, in: row)
    }
    if case .value(let day) = readDay(.filedOn, row) { entry.filedOnRaw = day.number }
    return areReadable
  }

  @inline(__always)
  private mutating func readDay(_ field: Field, _ row: Row) -> CellValue<Day> {
    let cell = row.cell(field)
    if cell.count == 0 { return .blank }
    let value = CellParser.day(cell)
    switch value {
    case .blank: break
    case .value(let day): fingerprint.add(field, Int(day.number))
    case .invalid: problems.report(.badDate, field, in: row)
    }
    return value
  }

  /// Reads the period; beside a start it only counts among the cells that make two rows equal. False if it is needed
  /// and unreadable.
  @inline(never)
  private mutating func readPeriod(
    _ cell: UnsafeRawBufferPointer, _ row: Row, startIsBlank: Bool, into entry: inout Entry,
    _ isBackwards: inout Bool
  ) -> Bool {
    switch CellParser.period(cell) {
    case .blank: return true
    case .value((let first, let second)):
      fingerprint.add(.period, Int(first.number) << 32 | Int(UInt32(bitPattern: second?.number ?? .min)))
      if !startIsBlank { return true }
      entry.startRaw = first.number
      // An end that can't be read stays unknown.
      if entry.endRaw == .min, let second, CellText.isBlankWord(row.cell(.end)) {
        entry.endRaw = second.number
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
  mutating func checkTime(_ row: Row, _ entry: Entry, yearIsReadable: Bool, datesAreReadable: Bool) {
    if entry.startRaw != .min { return }
    checkMissingTime(row, entry, yearIsReadable: yearIsReadable, datesAreReadable: datesAreReadable)
  }

  @inline(never)
  private mutating func checkMissingTime(
    _ row: Row, _ entry: Entry, yearIsReadable: Bool, datesAreReadable: Bool
  ) {
    guard let category = entry.category else { return }
    if category.needsStart {
      let startIsBlank = CellText.isBlankWord(row.cell(.start))
      let periodIsBlank = CellText.isBlankWord(row.cell(.period))
      if startIsBlank, periodIsBlank {
        let field: Field =
          row.heading(of: .start) == nil && row.heading(of: .period) != nil ? .period : .start
        problems.report(.missingDate, field, in: row)
      }
    } else if entry.endRaw == .min, entry.yearRaw == 0, yearIsReadable, datesAreReadable {
      problems.report(.missingYear, .year, in: row)
    }
  }

  /// Reads hours and count, and whether hours are missing under the person's rule set.
  @inline(__always)
  mutating func readHours(_ row: Row, person: Int?, into entry: inout Entry) {
    switch CellParser.hours(row.cell(.hours)) {
    case .blank:
      if let category = entry.category, needsHours(category, person) {
        problems.report(.missingHours, .hours, in: row)
      }
    case .value(let hours):
      entry.hours = hours
      fingerprint.add(.hours, hours.hundredths)
    case .invalid: problems.report(.badHours, .hours, in: row)
    }
    let cell = row.cell(.count)
    if cell.count == 0 { return }
    switch CellParser.count(cell) {
    case .blank: break
    case .value(let count):
      entry.count = count
      fingerprint.add(.count, count)
    case .invalid: problems.report(.badCount, .count, in: row)
    }
  }
}
