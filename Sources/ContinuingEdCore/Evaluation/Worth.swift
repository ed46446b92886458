// READINGS §1, Worth: what an entry would bring with no limit, also for rejected entries.

extension Worksheet {
  /// Finds the worth of an element by its category's basis; where there is none or a value for it is missing, the
  /// declared hours, or none.
  mutating func findWorth(_ index: Int, _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan) {
    let element = elements[index]
    let entry = entries[element.entry]
    guard let subject = element.subject, let category = entry.category else { return }
    let basis =
      element.activity.map { plan.rules.activities[$0].basis } ?? plan.basis(of: category) ?? .declared
    elements[index].worth =
      basis.worth(of: entry, days: element.days, subject: subject) ?? entry.hours ?? .zero
  }
}

extension RuleSet.Basis {
  /// What an entry is worth by this basis; nil where a value for it is missing. `days` are those that count.
  func worth(of entry: Entry, days: DayRange?, subject: Subject) -> Hours? {
    switch self {
    case .declared:
      return entry.hours
    case .perItem(let hours):
      return hours * (entry.count ?? 1)
    case .byLevel(let amounts):
      guard let level = entry.level, let amount = amounts.first(where: { $0.level == level }) else {
        return nil
      }
      return amount.hours * (entry.count ?? 1)
    case .perDay(let hours):
      return days.map { hours * $0.count }
    case .perMonth:
      // An assignment of which nothing is left within the year has no months; it is not short of a value.
      return amount(ofMonths: days?.wholeMonths ?? 0, in: subject)
    }
  }

  /// What a number of whole months brings in a subject; none by any other basis.
  func amount(ofMonths months: Int, in subject: Subject) -> Hours {
    guard case .perMonth(let publicHours, let professionalHours) = self else { return .zero }
    return (subject == .public ? publicHours : professionalHours) * months
  }
}
