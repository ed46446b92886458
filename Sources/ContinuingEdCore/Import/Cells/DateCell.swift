/// Dates (RecordsFiles: Dates, Fine print of dates): `2023-07-01` `2023/7/1` `2023.7.1` `2023年7月1日` `20230701`, each perhaps
/// with a time of day, which is dropped; 1900 to 2100.
extension CellParser {
  /// A date column.
  @inline(__always)
  static func day(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Day> {
    if trimmed.count == 10, let base = trimmed.baseAddress {
      let number = separatedDay(base)
      if number != noDay { return .value(Day(number: number)) }
    }
    return daySlowly(trimmed)
  }

  /// What stands for no day.
  static let noDay = Int32.min

  /// The number of the day that ten bytes name as `YYYY-MM-DD` with one of three separators, which is what nearly every
  /// cell is; ``noDay`` if they don't.
  @inline(__always)
  static func separatedDay(_ cell: UnsafeRawPointer) -> Int32 {
    let front = UInt64(littleEndian: Mixing.word(cell, 0))
    let back = UInt64(UInt16(littleEndian: cell.loadUnaligned(fromByteOffset: 8, as: UInt16.self)))
    let separator = front &>> 32 & 0xFF
    // The eight digits without what separates them, then as four numbers of two digits.
    let written = front & 0xFFFF_FFFF | (front &>> 40 & 0xFFFF) &<< 32 | back &<< 48
    let digits = written ^ 0x3030_3030_3030_3030
    let faults = (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080
    let pairs = digits &* 10 &+ digits &>> 8
    let year = UInt32(truncatingIfNeeded: pairs & 0xFF &* 100 &+ pairs &>> 16 & 0xFF)
    let month = UInt32(truncatingIfNeeded: pairs &>> 32 & 0xFF)
    let day = UInt32(truncatingIfNeeded: pairs &>> 48 & 0xFF)
    // All is computed and then judged at once: blank cells come here too, and a jump foreseen wrongly costs more.
    let isSeparated = (separator &- 45 <= 2 ? 1 : 0) & (front &>> 56 == separator ? 1 : 0)  // - . /
    let isInRange = (year &- 1900 <= 200 ? 1 : 0) & (month &- 1 <= 11 ? 1 : 0)
    let isDay = day &- 1 < length(ofMonth: month, year) ? 1 : 0
    let number = number(year, month, day)
    return isSeparated & isInRange & isDay & (faults == 0 ? 1 : 0) == 1 ? number : noDay
  }

  /// The days of a month from 1900 to 2100.
  @inline(__always)
  private static func length(ofMonth month: UInt32, _ year: UInt32) -> UInt32 {
    let february: UInt32 = year & 3 == 0 && year != 1900 && year != 2100 ? 29 : 28
    return month == 2 ? february : 30 + (month ^ month &>> 3) & 1
  }

  /// The number of a day from 1900 to 2100: what `Day` computes, without negative years.
  @inline(__always)
  private static func number(_ year: UInt32, _ month: UInt32, _ day: UInt32) -> Int32 {
    // Years begin in March here, so that the leap day is the last.
    let isEarly: UInt32 = month <= 2 ? 1 : 0
    let shifted = year &- isEarly
    let centuries = shifted / 100
    let dayOfYear = (153 &* (month &+ 12 &* isEarly &- 3) &+ 2) / 5 &+ day &- 1
    let days = 365 &* shifted &+ shifted &>> 2 &- centuries &+ centuries &>> 2 &+ dayOfYear
    return Int32(bitPattern: days) &- 719_468
  }

  @inline(never)
  private static func daySlowly(_ trimmed: UnsafeRawBufferPointer) -> CellValue<Day> {
    if CellText.isBlankWord(trimmed) { return .blank }
    let day = plainDay(trimmed) ?? CellFolding.withNarrowed(trimmed, plainDay) ?? nil
    return day.map(CellValue.value) ?? .invalid
  }

  private static func plainDay(_ cell: UnsafeRawBufferPointer) -> Day? {
    var scanner = CellScanner(cell)
    guard let date = scanner.date() else { return nil }
    _ = scanner.clock()
    return scanner.isAtEnd ? scanner.shifted(date.day) : nil
  }

  // MARK: Months

  /// A month alone, which is enough where only the credit year is wanted: `2023-05` `2023/5` `2023.5` `2023年5月`.
  static func month(_ trimmed: UnsafeRawBufferPointer) -> Month? {
    if trimmed.count > 64 { return nil }
    return plainMonth(trimmed) ?? CellFolding.withNarrowed(trimmed, plainMonth) ?? nil
  }

  /// A month, or two with a joiner between them, the second perhaps without its year.
  static func months(_ trimmed: UnsafeRawBufferPointer) -> (Month, Month?)? {
    if trimmed.count > 128 { return nil }
    return plainMonths(trimmed) ?? CellFolding.withNarrowed(trimmed, plainMonths) ?? nil
  }

  private static func plainMonth(_ cell: UnsafeRawBufferPointer) -> Month? {
    var scanner = CellScanner(cell)
    guard let month = scanner.month(), scanner.isAtEnd else { return nil }
    return month
  }

  private static func plainMonths(_ cell: UnsafeRawBufferPointer) -> (Month, Month?)? {
    var scanner = CellScanner(cell)
    guard let first = scanner.month() else { return nil }
    if scanner.isAtEnd { return (first, nil) }
    scanner.skipSpace()
    guard scanner.joiner() else { return nil }
    scanner.skipSpace()
    let start = scanner.position
    if let second = scanner.month(), scanner.isAtEnd { return (first, second) }
    scanner.position = start
    guard let number = scanner.oneOrTwoDigits(), scanner.skip("月"), scanner.isAtEnd else { return nil }
    return Month(year: first.year, month: number).map { (first, $0) }
  }
}

/// A month of a year from 1900 to 2100.
struct Month: Equatable, Sendable {
  let year: Int
  let month: Int
  /// Whether the month is in doubt: of a number 2023.1.
  var isOnlyYear = false

  init?(year: Int, month: Int) {
    guard CellParser.isYear(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// The month of a day.
  init(of day: Day) {
    let civil = day.civil
    (year, month) = (civil.year, civil.month)
  }

  /// Counts months; never 0.
  var number: Int { year * 12 + month }

  /// Whether it lies before another one, as far as both are certain.
  func isBefore(_ other: Month) -> Bool {
    isOnlyYear || other.isOnlyYear ? year < other.year : number < other.number
  }
}

/// A date as it was written.
struct WrittenDate {
  var day: Day
  var style: Style

  enum Style: Equatable {
    /// `2023-7-1`, `2023/7/1`, `2023.7.1`
    case separated(UInt8)
    /// `2023年7月1日`
    case characters
    /// `20230701`
    case compact
  }
}

extension CellScanner {
  /// Reads a whole date and nothing behind it; nil, and no move, if there is none or no such day.
  mutating func date() -> WrittenDate? {
    let start = position
    if let date = dateParts(), CellParser.isYear(date.year),
      let day = Day(year: date.year, month: date.month, day: date.day)
    {
      return WrittenDate(day: day, style: date.style)
    }
    position = start
    return nil
  }

  private mutating func dateParts() -> (year: Int, month: Int, day: Int, style: WrittenDate.Style)? {
    switch digitsAhead {
    case 8, 12, 14:
      guard let year = number(digits: 4), let month = number(digits: 2), let day = number(digits: 2) else {
        return nil
      }
      return (year, month, day, .compact)
    case 4:
      guard let year = number(digits: 4), let mark = next else { return nil }
      switch mark {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
        position += 1
        guard let month = oneOrTwoDigits(), skip(mark), let day = oneOrTwoDigits() else { return nil }
        return (year, month, day, .separated(mark))
      default:
        guard skip("年"), let month = oneOrTwoDigits(), skip("月"), let day = oneOrTwoDigits(), skip("日") else {
          return nil
        }
        return (year, month, day, .characters)
      }
    default: return nil
    }
  }

  /// Reads `2023-05`, `2023/5`, `2023.5` or `2023年5月`; nil, and no move, if there is none.
  mutating func month() -> Month? {
    let start = position
    if digitsAhead == 4, let year = number(digits: 4), let mark = next {
      let isSeparated = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".")
      if isSeparated ? skip(mark) : skip("年"), let number = oneOrTwoDigits(), isSeparated || skip("月"),
        let month = Month(year: year, month: number)
      {
        return month
      }
    }
    position = start
    return nil
  }

  /// The day on which it is in China what was read; nil if that is beyond what can be read.
  func shifted(_ day: Day) -> Day? {
    if dayShift == 0 { return day }
    let shifted = Day(number: day.number + dayShift)
    return CellParser.isYear(shifted.year) ? shifted : nil
  }

  /// Reads a time of day with what joins it to a date before it; false, and no move, if there is none.
  ///
  /// `08:30` `8:30:00.000` `T08:30:00Z` `8:30 PM` `下午3:05` `8时30分` `上午`; directly behind a date or a T also `0830`.
  mutating func clock() -> Bool {
    dayShift = 0
    let start = position
    hasISOTime = skip(UInt8(ascii: "T")) || skip(UInt8(ascii: "t"))
    if hasISOTime {
      if clockFigures() || compactClock() { return true }
    } else {
      let isAdjacent = position > 0
      skipSpace()
      if isAdjacent, position == start, compactClock() { return true }
      let hasHalf = skip("上午") || skip("下午")
      if hasHalf { skipSpace() }
      if clockFigures() || hasHalf { return true }
    }
    position = start
    return false
  }

  /// `0830` or `083000`
  private mutating func compactClock() -> Bool {
    let start = position
    let digits = digitsAhead
    if digits == 4 || digits == 6, let hour = number(digits: 2), let minute = number(digits: 2) {
      let second = digits == 6 ? number(digits: 2) ?? 0 : 0
      if isTime(hour, minute, second) {
        skipZone(after: hour * 60 + minute)
        return true
      }
    }
    position = start
    return false
  }

  private mutating func clockFigures() -> Bool {
    let start = position
    if let hour = oneOrTwoDigits(), clockRest(hour) { return true }
    position = start
    return false
  }

  private mutating func clockRest(_ hour: Int) -> Bool {
    var minute = 0
    var second = 0
    if skip(UInt8(ascii: ":")) {
      guard let minutes = number(digits: 2) else { return false }
      minute = minutes
      if skip(UInt8(ascii: ":")) {
        guard let seconds = number(digits: 2) else { return false }
        second = seconds
        if skip(UInt8(ascii: ".")), number() == nil { return false }
      }
      if isTime(hour, minute, second) { skipHalfAndZone(after: hour * 60 + minute) }
    } else {
      guard skip("时") || skip("点") else { return false }
      if let minutes = oneOrTwoDigits() {
        guard skip("分") else { return false }
        minute = minutes
        if let seconds = oneOrTwoDigits() {
          guard skip("秒") else { return false }
          second = seconds
        }
      }
    }
    return isTime(hour, minute, second)
  }

  /// ` PM`, or an offset.
  private mutating func skipHalfAndZone(after minute: Int) {
    let start = position
    skipSpace()
    if skip("AM") || skip("PM") || skip("am") || skip("pm") { return }
    position = start
    skipZone(after: minute)
  }

  /// `Z`, `+08:00`, `+0800` or `+08`; a minus only behind a T, where it joins no two times. What it says of the day in
  /// China is kept.
  private mutating func skipZone(after minute: Int) {
    let start = position
    skipSpace()
    var offset = 0
    if !skip(UInt8(ascii: "Z")), !skip(UInt8(ascii: "z")) {
      let isBehind = hasISOTime && skip(UInt8(ascii: "-"))
      guard isBehind || skip(UInt8(ascii: "+")), let hours = number(digits: 2),
        hours <= (isBehind ? 12 : 18)
      else {
        position = start
        return
      }
      let hasColon = skip(UInt8(ascii: ":"))
      let minutes = number(digits: 2)
      guard hasColon ? minutes != nil : true, minutes ?? 0 <= 59 else {
        position = start
        return
      }
      offset = (hours * 60 + (minutes ?? 0)) * (isBehind ? -1 : 1)
    }
    // 24:00 is the end of its day.
    let inChina = min(minute, 1439) - offset + 480
    dayShift = inChina < 0 ? -1 : inChina >= 1440 ? 1 : 0
    if inChina >= 2880 { dayShift = 2 }
  }

  private func isTime(_ hour: Int, _ minute: Int, _ second: Int) -> Bool {
    (hour <= 23 && minute <= 59 && second <= 59) || (hour == 24 && minute == 0 && second == 0)
  }
}
