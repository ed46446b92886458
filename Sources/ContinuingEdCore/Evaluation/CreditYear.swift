// READINGS §1, opening: the entries of credit year Y are taken, others are left out; and As of.

extension Entry {
  /// Whether the row belongs to `year`: by its year column; blank, by the year of its end; an assignment or leave
  /// with a blank year belongs to every year that it touches.
  func belongs(to year: Int, until lastDay: Day?) -> Bool {
    if let own = self.year { return own == year }
    guard let start = effectiveStart, var end = effectiveEnd else { return false }
    if category?.spansYears == true {
      if let lastDay { end = min(end, lastDay) }
      return start <= Day.last(of: year) && end >= Day.first(of: year)
    }
    return end >= Day.first(of: year) && end <= Day.last(of: year)
  }

  /// Whether the row lies after the day as of which is judged: it ends later, or, for an assignment or leave, had
  /// not begun by then. Undated rows stay.
  func liesAfter(_ asOf: Day) -> Bool {
    if category?.spansYears == true { return effectiveStart.map { $0 > asOf } ?? false }
    return effectiveEnd.map { $0 > asOf } ?? false
  }
}

extension Worksheet {
  /// Takes the usable entries of the year: one element each, two for an assignment, public first.
  mutating func takeEntriesOfTheYear(
    _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ rows: Range<Int>, _ year: Int
  ) {
    for row in rows {
      let entry = entries[row]
      guard let category = entry.category, !entry.marks.contains(.unusable) else { continue }
      guard entry.belongs(to: year, until: person.asOf) else { continue }
      if let asOf = person.asOf, entry.liesAfter(asOf) { continue }
      judgedRows += 1
      switch category {
      case .assignment:
        elements.append(Element(entry: row, subject: .public))
        elements.append(Element(entry: row, subject: .professional))
      case .leave:
        hasLeave = true
        elements.append(Element(entry: row, subject: nil))
      default:
        elements.append(Element(entry: row, subject: entry.effectiveSubject))
      }
    }
  }

  /// Finds what the rule set says of an element: its activity, the days that count, its platform.
  mutating func findActivity(
    _ index: Int, _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ texts: TextTable,
    _ plan: inout RulePlan
  ) {
    let entry = entries[elements[index].entry]
    guard let category = entry.category else { return }
    elements[index].days = daysThatCount(entry, category, person, plan.year)
    elements[index].activity = plan.activity(
      category, category.spansYears ? nil : elements[index].subject, for: person)
    guard let activity = elements[index].activity, let study = plan.rules.activities[activity].study else {
      return
    }
    elements[index].namesPlatform = entry.platform != .empty
    if elements[index].namesPlatform {
      elements[index].platform = plan.platform(namedBy: entry.platform, texts)
    }
    elements[index].isFiledStudy =
      study.filedStudy != nil && entry.marks.contains(.filed) && elements[index].platform == nil
    elements[index].isPlatformStudy = !elements[index].isFiledStudy
    if elements[index].isFiledStudy { elements[index].platform = nil }
  }

  /// The days as read; for an assignment or leave, those within the year and up to the day as of which is judged,
  /// and for an assignment up to the review cutoff (READINGS §1, Rejection 6 and 8, As of).
  private func daysThatCount(
    _ entry: Entry, _ category: Category, _ person: PersonContext, _ year: DayRange
  ) -> DayRange? {
    guard let start = entry.effectiveStart, let end = entry.effectiveEnd else { return nil }
    if !category.spansYears { return DayRange(start, end) }
    var last = min(end, year.end)
    if let asOf = person.asOf { last = min(last, asOf) }
    if category == .assignment, let cutoff = person.cutoff { last = min(last, cutoff) }
    return DayRange(max(start, year.start), last)
  }
}
