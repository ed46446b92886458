/// A calendar day of the proleptic Gregorian calendar: an integer count of days since 1970-01-01.
///
/// No time of day, no time zone, no locale. Conversion follows the era arithmetic of 400-year cycles. Made from outside,
/// days lie from year 0 to year 9999; those of a row, from 1900 to 2100 (RecordsFiles: Dates).
///
///     let first = Day("2023-07-01")
///     let same = Day(year: 2023, month: 7, day: 1)
///     let never = Day("2023-02-29")       // nil
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package var number: Int32

  /// The day that is `number` days after 1970-01-01.
  package init(number: Int32) { self.number = number }

  /// The day with these civil fields, or nil where there is no such day (as 2023-02-29), or the year is not from 0 to
  /// 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 0, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  init(unchecked year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }

  /// The first day of a year.
  package static func first(of year: Int) -> Day { Day(unchecked: year, 1, 1) }
  /// The last day of a year.
  package static func last(of year: Int) -> Day { Day(unchecked: year, 12, 31) }

  /// Whether a year has 366 days.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month, 1 to 12.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day of the month.
  package var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year that this day lies in.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var day: Int { civil.day }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int {
    let shifted = (Int(number) + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  /// The day `days` later, or earlier if negative.
  package func adding(days: Int) -> Day { Day(number: number + Int32(truncatingIfNeeded: days)) }

  /// The same day of the month `months` later, or that month's last day if it has no such day (Judging: Worth).
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(unchecked: newYear, newMonth, min(day, Day.length(ofMonth: newMonth, year: newYear)))
  }

  /// Whether a day is before another.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The number of days from `other` to this one.
  public func days(since other: Day) -> Int { Int(number) - Int(other.number) }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = civil
    func padded(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// Reads exactly `YYYY-MM-DD`; nil for anything else, and for a day that does not exist.
  public init?(_ iso: String) { self.init(isoBytes: iso.utf8) }

  /// The same by a name, where a bare text would not say what it is.
  package init?(iso text: String) { self.init(isoBytes: text.utf8) }

  /// The same from the bytes of a text.
  init?(isoBytes bytes: some Sequence<UInt8>) {
    var numbers = (year: 0, month: 0, day: 0)
    var place = 0
    for byte in bytes {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard byte >= 48, byte <= 57 else { return nil }
        let digit = Int(byte - 48)
        switch place {
        case 0..<4: numbers.year = numbers.year * 10 + digit
        case 5, 6: numbers.month = numbers.month * 10 + digit
        case 8, 9: numbers.day = numbers.day * 10 + digit
        default: return nil
        }
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }
}

extension Day: Codable {
  /// Decodes `YYYY-MM-DD`.
  ///
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day: \(text)")
    }
    self = day
  }

  /// Encodes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// An unbroken run of days, both ends included.
///
///     if let first = Day("2023-07-01"), let last = Day("2023-07-03"), let days = DayRange(first, last) {
///       print(days.count)                 // 3
///     }
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public package(set) var start: Day
  /// The last day; not before the first.
  public package(set) var end: Day

  /// The days from `start` to `end`; nil if `end` is before `start`.
  public init?(_ start: Day, _ end: Day) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// One day.
  public init(_ day: Day) {
    start = day
    end = day
  }

  /// All days of a year.
  package init(year: Int) {
    self.start = .first(of: year)
    self.end = .last(of: year)
  }

  /// How many days it has.
  public var count: Int { end.days(since: start) + 1 }

  /// The days that lie in both ranges, or nil.
  package func intersection(_ other: DayRange) -> DayRange? {
    DayRange(max(start, other.start), min(end, other.end))
  }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { start <= day && day <= end }

  /// The whole months: the largest m for which start + m months is not after end + 1 day (Judging: Worth).
  package var wholeMonths: Int {
    let limit = end.adding(days: 1)
    let (from, to) = (start.civil, limit.civil)
    var months = (to.year - from.year) * 12 + to.month - from.month
    while months > 0, start.adding(months: months) > limit { months -= 1 }
    return months
  }
}

extension DayRange: Codable {
  private enum CodingKeys: String, CodingKey { case start, end }

  /// Decodes `start` and `end`.
  ///
  /// - Throws: `DecodingError` for a day that is none, and for an end before the start.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let start = try container.decode(Day.self, forKey: .start)
    guard let days = DayRange(start, try container.decode(Day.self, forKey: .end)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .end, in: container, debugDescription: "the end is before the start")
    }
    self = days
  }

  /// Encodes `start` and `end`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
  }
}
