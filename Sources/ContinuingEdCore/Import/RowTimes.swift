/// The cells of a row that say when and how much.
extension RowReader {
  /// Reads start, end, period and the day of filing; false if a date that the credit year may hang on is unreadable.
  @inline(__always)
  mutating func readDates(_ row: Row, into entry: inout Entry) -> Bool {
    var areReadable = true
    entry.startRaw = readDay(.start, row)
    entry.endRaw = readDay(.end, row)
    let filedOn = readDay(.filedOn, row)
    fingerprint.add(
      .start, RowReader.bits(entry.startRaw), RowReader.bits(entry.endRaw) &<< 32 | RowReader.bits(filedOn))
    if findings.unreadable & RowReader.dateBits != 0 {
      areReadable = findings.isReadable(.start) && findings.isReadable(.end)
    }
    let startIsBlank = entry.startRaw == .min && findings.isReadable(.start)
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
    entry.filedOnRaw = filedOn
    return areReadable
  }

  private static let dateBits: UInt32 = 1 &<< UInt32(Field.start.rawValue) | 1 &<< UInt32(Field.end.rawValue)

  @inline(__always)
  private static func bits(_ day: Int32) -> UInt64 { UInt64(UInt32(bitPattern: day)) }

  /// The number of a day; the least one if the cell is blank or can't be read.
  @inline(__always)
  private mutating func readDay(_ field: Field, _ row: Row) -> Int32 {
    guard let column = row.heading(of: field) else { return CellParser.noDay }
    let cell = row.cells[column]
    // A cell with escapes is of no such form, nor one with space around it.
    let day = CellParser.separatedDay(row.text + cell.start)
    let found = cell.count == 10 ? day : CellParser.noDay
    if found == CellParser.noDay, cell.count != 0 { return readOtherDay(field, row) }
    return found
  }

  @inline(never)
  private mutating func readOtherDay(_ field: Field, _ row: Row) -> Int32 {
    switch CellParser.day(row.cell(field)) {
    case .blank: return CellParser.noDay
    case .value(let day): return day.number
    case .invalid:
      findings.markUnreadable(field)
      problems.report(.badDate, field, in: row)
      return CellParser.noDay
    }
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

  /// Whether the row says when: a start where the category needs one, else that or any date or a year. The entry is only
  /// looked at; it comes in place because a copy would wait for the stores of what was just read.
  @inline(__always)
  mutating func checkTime(_ row: Row, _ entry: inout Entry, yearIsReadable: Bool, datesAreReadable: Bool) {
    if entry.startRaw != .min { return }
    checkMissingTime(row, &entry, yearIsReadable: yearIsReadable, datesAreReadable: datesAreReadable)
  }

  @inline(never)
  private mutating func checkMissingTime(
    _ row: Row, _ entry: inout Entry, yearIsReadable: Bool, datesAreReadable: Bool
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
}
