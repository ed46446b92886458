/// A day limit being spent (READINGS §1, Day limit): the hours already given, and the days over which they may lie.
///
/// Hours can be laid out over their own days with at most `cap` on each if and only if, for every unbroken run of
/// days, the hours of entries that lie wholly within it fit into it: the marriage condition, which for intervals
/// needs only runs from one entry's start to another's end. An entry of days s…e can therefore get at most the
/// smallest room left in any run that holds s…e.
struct DayLedger: ~Copyable {
  /// What an entry was given, and over which days.
  struct Given {
    var days: DayRange
    var hours: Int
  }

  /// Beyond so many entries that hang together, a table of all runs of the year is kept instead.
  private static let manyEntries = 48

  private let cap: Int
  private let year: DayRange
  private var given = Scratch<Given>()
  /// The last day on which hours were given.
  private var lastDay = Day(number: .min)
  private var table: RunTable?

  /// An unspent limit of `cap` hours a day in a year.
  init(cap: Hours, year: DayRange) {
    self.cap = cap.hundredths
    self.year = year
  }

  /// Forgets what was given.
  mutating func clear() {
    if given.isEmpty { return }
    given.removeAll()
    lastDay = Day(number: .min)
    table = nil
  }

  /// The most that an entry of these days can still get.
  @inline(__always)
  func room(for days: DayRange) -> Hours {
    // Most entries lie behind all that came before them.
    if days.start > lastDay { return Hours(hundredths: cap * days.count) }
    return Hours(hundredths: max(0, table?.room(days) ?? roomAmongFew(days)))
  }

  /// Gives an entry hours, at most its room.
  mutating func give(_ hours: Hours, to days: DayRange) {
    if hours <= .zero { return }
    lastDay = max(lastDay, days.end)
    if table != nil {
      table?.give(hours.hundredths, days)
      return
    }
    given.append(Given(days: days, hours: hours.hundredths))
    if given.count > DayLedger.manyEntries, year.contains(days.start), year.contains(days.end) {
      var table = RunTable(cap: cap, year: year)
      for place in given.indices { table.give(given[place].hours, given[place].days) }
      self.table = table
    }
  }

  private func roomAmongFew(_ days: DayRange) -> Int {
    // Runs start at `days` or at an earlier start, and end at `days` or at a later end; a run that holds nothing but
    // days apart from what was given has its whole room.
    if !touchesWhatWasGiven(days) { return cap * days.count }
    var room = Int.max
    for i in -1..<given.count {
      let from = i < 0 ? days.start : given[i].days.start
      if from > days.start { continue }
      for j in -1..<given.count {
        let to = j < 0 ? days.end : given[j].days.end
        if to < days.end { continue }
        var left = cap * (to.days(since: from) + 1)
        for place in given.indices where given[place].days.start >= from && given[place].days.end <= to {
          left -= given[place].hours
        }
        room = min(room, left)
      }
    }
    return room
  }

  private func touchesWhatWasGiven(_ days: DayRange) -> Bool {
    given.indices.contains { given[$0].days.start <= days.end && given[$0].days.end >= days.start }
  }
}

/// The room left in every run of days of a year, for persons with very many entries.
private struct RunTable {
  private let first: Day
  private let days: Int
  /// `left[from * days + to]` is what is left in the run from…to.
  private var left: [Int32]
  /// `least[from * days + to]` is the least that is left in any run that holds from…to.
  private var least: [Int32]

  init(cap: Int, year: DayRange) {
    first = year.start
    days = year.count
    left = Array(repeating: 0, count: days * days)
    for from in 0..<days {
      for to in from..<days { left[from * days + to] = Int32(clamping: cap * (to - from + 1)) }
    }
    least = left
  }

  func room(_ run: DayRange) -> Int {
    guard let (from, to) = position(run) else { return 0 }
    return Int(least[from * days + to])
  }

  mutating func give(_ hours: Int, _ run: DayRange) {
    guard let (from, to) = position(run) else { return }
    let hours = Int32(clamping: hours)
    for start in 0...from {
      for end in to..<days { left[start * days + end] -= hours }
    }
    for start in 0..<days {
      for end in stride(from: days - 1, through: start, by: -1) {
        var best = left[start * days + end]
        if start > 0 { best = min(best, least[(start - 1) * days + end]) }
        if end < days - 1 { best = min(best, least[start * days + end + 1]) }
        least[start * days + end] = best
      }
    }
  }

  private func position(_ run: DayRange) -> (Int, Int)? {
    let (from, to) = (run.start.days(since: first), run.end.days(since: first))
    return from >= 0 && to < days && from <= to ? (from, to) : nil
  }
}
