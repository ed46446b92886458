/// A day limit being spent (Judging: Limits): the hours already given, and the days over which they may lie.
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

  /// Beyond so many entries a table of all runs is kept instead.
  private static let manyEntries = 32

  private let cap: Int
  private var given = Scratch<Given>()
  /// The last day on which hours were given.
  private var lastDay = Day(number: .min)
  private var table: RunTable?

  /// An unspent limit of `cap` hours a day.
  init(cap: Hours) { self.cap = cap.hundredths }

  /// Whether so many entries got hours that ``keepTable(of:)`` should be called.
  var wantsTable: Bool { table == nil && given.count > DayLedger.manyEntries }

  /// Keeps a table of runs from now on. `all` are the days of everything that the limit bears on.
  mutating func keepTable(of all: [DayRange]) {
    var table = RunTable(cap: cap, of: all)
    for place in given.indices { table.give(given[place].hours, given[place].days) }
    self.table = table
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
  mutating func room(for days: DayRange) -> Hours {
    // Most entries lie behind all that came before them.
    if days.start > lastDay { return Hours(inHundredths: cap * days.count) }
    return Hours(inHundredths: max(0, table?.room(days) ?? roomAmongFew(days)))
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
