// READINGS §1, opening: the entries of credit year Y are taken, others are left out; and As of.

extension Entry {
  /// Whether the row belongs to `year`: by its year column; blank, by the year of its end; an assignment or leave
  /// with a blank year belongs to every year that it touches, up to `lastDay`.
  func belongs(to year: DayRange, until lastDay: Day?) -> Bool {
    if let own = self.year { return own == year.start.year }
    guard let start = effectiveStart, var end = effectiveEnd else { return false }
    if category?.spansYears == true {
      if let lastDay { end = min(end, lastDay) }
      return start <= year.end && end >= year.start
    }
    return year.contains(end)
  }

  /// Whether the row lies after the day as of which is judged: it ends later, or, for an assignment or leave, had
  /// not begun by then. Undated rows stay.
  func liesAfter(_ asOf: Day) -> Bool {
    if category?.spansYears == true { return effectiveStart.map { $0 > asOf } ?? false }
    return effectiveEnd.map { $0 > asOf } ?? false
  }

  /// Whether the row is judged: usable, of the year, and not after the day as of which is judged.
  func isTaken(_ year: DayRange, asOf: Day?) -> Bool {
    if marks.contains(.unusable) || !belongs(to: year, until: asOf) { return false }
    return asOf.map { !liesAfter($0) } ?? true
  }
}

extension Element {
  /// Finds what the rule set says of it: its activity, the days that count, its platform.
  mutating func findActivity(_ entry: Entry, _ person: PersonContext, _ texts: TextTable, _ plan: RulePlan) {
    findDays(entry, person, plan.year)
    activity = plan.activity(category, category.spansYears ? nil : subject, for: person)
    guard let activity, plan.activities[activity].study != nil else { return }
    if entry.platform != .empty { platform = plan.platform(namedBy: entry.platform, texts) }
    isFiledStudy =
      plan.activities[activity].admitsFiledStudy && entry.marks.contains(.filed) && platform == nil
    isPlatformStudy = !isFiledStudy
  }

  /// The days as read; for an assignment or leave, those within the year and up to the day as of which is judged,
  /// and for an assignment up to the review cutoff (READINGS §1, Rejection 6 and 8, As of).
  private mutating func findDays(_ entry: Entry, _ person: PersonContext, _ year: DayRange) {
    guard let start = entry.effectiveStart, let end = entry.effectiveEnd else { return }
    if !category.spansYears {
      days = DayRange(start, end)
      return
    }
    var last = min(end, year.end)
    if let asOf = person.asOf { last = min(last, asOf) }
    if category == .assignment, let cutoff = person.cutoff { last = min(last, cutoff) }
    days = DayRange(max(start, year.start), last)
  }
}
