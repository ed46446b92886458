/// The time of an activity in one cell (培训时间; RecordsFiles: Fine print of dates): a date, or two with a joiner between
/// them.
extension CellParser {
  /// One date, or the first and the last; whether they are in order is not checked.
  static func period(_ trimmed: UnsafeRawBufferPointer) -> CellValue<(Day, Day?)> {
    if case .value(let day) = day(trimmed) { return .value((day, nil)) }
    if CellText.isBlankWord(trimmed) { return .blank }
    let days = plainPeriod(trimmed) ?? CellFolding.withNarrowed(trimmed, plainPeriod) ?? nil
    return days.map { .value(($0.0, $0.1)) } ?? .invalid
  }

  private static func plainPeriod(_ cell: UnsafeRawBufferPointer) -> (Day, Day)? {
    var scanner = CellScanner(cell)
    guard let first = scanner.date() else { return nil }
    let hasClock = scanner.clock()
    guard let firstDay = scanner.shifted(first.day) else { return nil }
    scanner.skipSpace()
    guard scanner.joiner() else { return nil }
    scanner.skipSpace()
    guard let second = scanner.secondDay(after: first, hasClock: hasClock) else { return nil }
    return (firstDay, second)
  }

  /// The period that was probably meant where the second date left out its year and lies before the first; nil else.
  static func periodIntoNextYear(_ trimmed: UnsafeRawBufferPointer) -> (Day, Day)? {
    plainPeriodIntoNextYear(trimmed) ?? CellFolding.withNarrowed(trimmed, plainPeriodIntoNextYear) ?? nil
  }

  private static func plainPeriodIntoNextYear(_ cell: UnsafeRawBufferPointer) -> (Day, Day)? {
    var scanner = CellScanner(cell)
    guard let first = scanner.date() else { return nil }
    _ = scanner.clock()
    scanner.skipSpace()
    guard scanner.joiner() else { return nil }
    scanner.skipSpace()
    guard let second = scanner.partialDay(after: first), second < first.day else { return nil }
    let (year, month, day) = second.civil
    return Day(year: year + 1, month: month, day: day).map { (first.day, $0) }
  }
}

extension CellScanner {
  /// Moves over 至, ~, —, ——, – or - (full-width forms have been made narrow).
  mutating func joiner() -> Bool {
    if skip("—") {
      _ = skip("—")
      return true
    }
    return skip("至") || skip(UInt8(ascii: "~")) || skip("–") || skip(UInt8(ascii: "-"))
  }

  /// Reads the rest of the cell as the second date, which may leave out what it shares with the first.
  fileprivate mutating func secondDay(after first: WrittenDate, hasClock: Bool) -> Day? {
    let start = position
    if let date = date(), isAtEndAfterClock() { return shifted(date.day) }
    position = start
    if let day = partialDay(after: first), isAtEndAfterClock() { return shifted(day) }
    position = start
    // `2023-07-01 08:00-17:00` leaves out the whole date.
    return hasClock && clock() && isAtEnd ? shifted(first.day) : nil
  }

  private mutating func isAtEndAfterClock() -> Bool {
    _ = clock()
    return isAtEnd
  }

  /// `7.3` or `3` behind `2023.7.1`, `7月3日` or `3日` behind `2023年7月1日`, `0703` or `03` behind `20230701`.
  fileprivate mutating func partialDay(after first: WrittenDate) -> Day? {
    let (year, month, _) = first.day.civil
    switch first.style {
    case .separated(let mark):
      guard let number = oneOrTwoDigits() else { return nil }
      if skip(mark) {
        guard let day = oneOrTwoDigits() else { return nil }
        return Day(year: year, month: number, day: day)
      }
      return Day(year: year, month: month, day: number)
    case .characters:
      guard let number = oneOrTwoDigits() else { return nil }
      if skip("月") {
        guard let day = oneOrTwoDigits(), skip("日") else { return nil }
        return Day(year: year, month: number, day: day)
      }
      return skip("日") ? Day(year: year, month: month, day: number) : nil
    case .compact:
      switch digitsAhead {
      case 4:
        guard let month = number(digits: 2), let day = number(digits: 2) else { return nil }
        return Day(year: year, month: month, day: day)
      case 2:
        guard let day = number(digits: 2) else { return nil }
        return Day(year: year, month: month, day: day)
      default: return nil
      }
    }
  }
}
