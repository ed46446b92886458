import CityRules

/// Working days (工作日): Monday to Friday less public holidays, plus the weekend days worked in exchange
/// (READINGS §1, Working days; the State Council's yearly notices).
public struct WorkdayCalendar: Sendable {
  /// The first day of the first year that the table has.
  private let first: Day
  /// For each day of the table's years: whether it is worked.
  private let worked: [Bool]

  /// The calendar that the binary carries.
  public static let embedded = WorkdayCalendar(table: CityRules.workdays)

  /// A calendar from lines of `date,kind` with kind `off` or `work`. Its years are those from the first to the last
  /// date; lines that are neither are left out, as is the heading.
  public init(table: [UInt8]) {
    var exceptions: [(day: Day, isWorked: Bool)] = []
    for line in table.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      let cells = String(decoding: line, as: UTF8.self).split(
        separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 2, let day = Day(iso: String(cells[0])), cells[1] == "off" || cells[1] == "work"
      else {
        continue
      }
      exceptions.append((day, cells[1] == "work"))
    }
    guard let earliest = exceptions.map(\.day).min(), let latest = exceptions.map(\.day).max() else {
      first = .first(of: 1970)
      worked = []
      return
    }
    first = .first(of: earliest.year)
    let count = Day.last(of: latest.year).days(since: first) + 1
    var worked = (0..<count).map { [first] in first.adding(days: $0).weekday < 5 }
    for exception in exceptions { worked[exception.day.days(since: first)] = exception.isWorked }
    self.worked = worked
  }

  /// The nth working day before `day`, stepping back from the day before it. `isKnown` is false if a day outside
  /// the table was stepped on; there weekends alone are free.
  public func workingDay(_ n: Int, before day: Day) -> (day: Day, isKnown: Bool) {
    var day = day
    var isKnown = true
    var left = n
    while left > 0 {
      day = day.adding(days: -1)
      let index = day.days(since: first)
      if worked.indices.contains(index) {
        if worked[index] { left -= 1 }
      } else {
        isKnown = false
        if day.weekday < 5 { left -= 1 }
      }
    }
    return (day, isKnown)
  }
}
