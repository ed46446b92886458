import CityRules

/// Working days (工作日): Monday to Friday less public holidays, plus the weekend days worked in exchange
/// (Judging: Working days; the State Council's yearly notices).
///
///     let calendar = WorkdayCalendar(csv: Array("2027-01-01,off\n2027-01-02,work\n".utf8))
public struct WorkdayCalendar: Sendable {
  /// The first day of the first year that the table has.
  private let first: Day
  /// For each day of the table's years: whether it is worked.
  private let worked: [Bool]

  /// The calendar that comes with the library: 2020 to 2026.
  public static let shipped = embedded

  /// A calendar from lines of `date,kind` with kind `off` or `work`, in UTF-8. Its years are those from the first to the
  /// last date; beyond them weekends alone are free. Lines that are neither are left out.
  public init(csv: some Sequence<UInt8>) { self.init(table: Array(csv)) }

  /// The calendar that the binary carries.
  package static let embedded = WorkdayCalendar(table: CityRules.workdays)

  /// A calendar from lines of `date,kind` with kind `off` or `work`. Its years are those from the first to the last
  /// date; lines that are neither are left out, as is the heading.
  package init(table: [UInt8]) {
    var exceptions: [(day: Day, isWorked: Bool)] = []
    table.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? rest.endIndex
        let line = UnsafeRawBufferPointer(rebasing: rest[..<end])
        if let exception = WorkdayCalendar.exception(line) { exceptions.append(exception) }
        rest = rest[end...].dropFirst()
      }
    }
    guard let some = exceptions.first else {
      first = .first(of: 1970)
      worked = []
      return
    }
    var (earliest, latest) = (some.day, some.day)
    for exception in exceptions {
      earliest = min(earliest, exception.day)
      latest = max(latest, exception.day)
    }
    first = .first(of: earliest.year)
    let count = Day.last(of: latest.year).days(since: first) + 1
    var worked = [Bool](repeating: true, count: count)
    for weekend in [5, 6] {
      let start = (weekend - first.weekday + 7) % 7
      for index in stride(from: start, to: count, by: 7) { worked[index] = false }
    }
    for exception in exceptions { worked[exception.day.days(since: first)] = exception.isWorked }
    self.worked = worked
  }

  /// A line as it is meant; nil for any other. By bytes: the table is read at the start of every check.
  private static func exception(_ line: UnsafeRawBufferPointer) -> (day: Day, isWorked: Bool)? {
    if line.count < 11 { return nil }
    let kind = UnsafeRawBufferPointer(rebasing: line[10...])
    let isWorked = kind.elementsEqual(work)
    guard isWorked || kind.elementsEqual(off) else { return nil }
    return Day(isoBytes: UnsafeRawBufferPointer(rebasing: line[..<10])).map { ($0, isWorked) }
  }

  private static let work = Array(",work".utf8)
  private static let off = Array(",off".utf8)

  /// The nth working day before `day`, stepping back from the day before it. `isKnown` is false if a day outside
  /// the table was stepped on; there weekends alone are free.
  package func workingDay(_ n: Int, before day: Day) -> (day: Day, isKnown: Bool) {
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
