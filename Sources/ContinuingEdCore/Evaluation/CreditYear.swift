// Judging: Credit year, As of. The entries of credit year Y are taken, others are left out.

/// The year of a rule set: its number and its days, which the notice may begin in another month or let last for years.
struct CreditYear {
  let number: Int
  let days: DayRange
  /// The calendar years whose entries belong to it by their year column: its own, or all that a longer period has.
  let years: ClosedRange<Int>

  init(_ rules: RuleSet) {
    number = rules.year
    days = rules.days
    let isLonger = days.start.adding(months: 12) <= days.end
    years = isLonger ? days.start.year...days.end.year : number...number
  }

  init(_ number: Int) {
    self.number = number
    days = DayRange(year: number)
    years = number...number
  }
}

extension PackedEntry {
  /// Whether it is an assignment or a leave.
  @inline(__always)
  private var spansYears: Bool { category?.spansYears ?? false }

  /// Whether the row belongs to `year`: by its year column; blank, by the year of its end; an assignment or leave
  /// with a blank year belongs to every year that it touches, by its dates as read.
  @inline(__always)
  func belongs(to year: CreditYear) -> Bool {
    if let own = self.year { return year.years.contains(own) }
    guard let start = effectiveStart, let end = effectiveEnd else { return false }
    if spansYears {
      return start <= year.days.end && end >= year.days.start
    }
    return year.days.contains(end)
  }

  /// Whether the row lies after the day as of which is judged: it ends later, or, for an assignment or leave, had
  /// not begun by then. Undated rows stay.
  @inline(__always)
  func liesAfter(_ asOf: Day) -> Bool {
    if spansYears { return effectiveStart.map { $0 > asOf } ?? false }
    return effectiveEnd.map { $0 > asOf } ?? false
  }

  /// Whether a row with a problem lies after the day as of which is judged, as far as its dates could be read.
  func surelyLiesAfter(_ asOf: Day) -> Bool {
    if spansYears { return start.map { $0 > asOf } ?? false }
    return effectiveEnd.map { $0 > asOf } ?? false
  }

  /// Whether the row is judged: usable, of the year, and not after the day as of which is judged.
  @inline(__always)
  func isTaken(_ year: CreditYear, asOf: Day?) -> Bool {
    if marks.contains(.unusable) || !belongs(to: year) { return false }
    return asOf.map { !liesAfter($0) } ?? true
  }

  /// The days of an assignment or a leave that count: those within the year and up to the day as of which is judged, of
  /// an assignment also up to the review cutoff (Judging: Rejection, As of).
  @inline(never)
  func daysThatCount(of category: Category, _ person: PersonContext, _ year: DayRange) -> DayRange? {
    guard let start = effectiveStart, let end = effectiveEnd else { return nil }
    var last = min(end, year.end)
    if let asOf = person.asOf { last = min(last, asOf) }
    if category == .assignment, let cutoff = person.cutoff { last = min(last, cutoff) }
    return DayRange(max(start, year.start), last)
  }
}
