// Judging: Worth. What an entry would bring with no limit, also for rejected entries.

extension Element {
  /// Finds its worth by the category's basis; where there is none or a value for it is missing, the declared hours, or
  /// none.
  @inline(__always)
  mutating func findWorth(
    _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext, _ plan: RulePlan
  ) {
    guard let subject else { return }
    let declared = entry.pointee.hours ?? .zero
    guard let basis = activity ?? plan.anyPlan(of: category, entry, person) else {
      worth = declared
      return
    }
    // An assignment that brings one subject has nothing for the other; elsewhere the subject rejects the entry.
    if category == .assignment && !basis.pointee.subjects.contains(subject) { return }
    if basis.pointee.isDeclared {
      worth = declared
      return
    }
    worth =
      (basis.pointee.isFormula
        ? plan.worth(by: basis.pointee.index, entry, days, subject)
        : basis.pointee.basis.worth(of: entry, days: days, subject: subject)) ?? declared
  }
}

extension RulePlan {
  /// What an entry is worth by the formula of an activity; nil where a value for it is missing.
  @inline(never)
  func worth(
    by activity: Int, _ entry: UnsafePointer<PackedEntry>, _ days: DayRange?, _ subject: Subject
  ) -> Hours? {
    let facts = FormulaFacts(entry: entry, days: days, subject: subject, plan: self)
    // More than any rule means, and little enough to be multiplied on.
    return rules.activities[activity].basis.formula?.worth(facts).map {
      min($0, Hours(inHundredths: 1 << 40))
    }
  }

  /// Whether the formula of an activity leaves the amount of an entry to another document.
  @inline(never)
  func leavesOpen(
    by activity: Int, _ entry: UnsafePointer<PackedEntry>, _ days: DayRange?, _ subject: Subject
  ) -> Bool {
    let facts = FormulaFacts(entry: entry, days: days, subject: subject, plan: self)
    return rules.activities[activity].basis.formula?.clauseOutsideNotice(facts) != nil
  }
}

extension BasisPlan {
  /// What an entry is worth by this basis; nil where a value for it is missing. `days` are those that count.
  @inline(never)
  func worth(of entry: UnsafePointer<PackedEntry>, days: DayRange?, subject: Subject) -> Hours? {
    switch self {
    case .declared:
      return entry.pointee.hours
    case .formula:
      return nil
    case .perItem(let hours):
      return hours * (entry.pointee.count ?? 1)
    case .byLevel(let national, let provincial, let municipal, let county):
      let hours: Hours? =
        switch entry.pointee.level {
        case nil: nil
        case .national: national
        case .provincial: provincial
        case .municipal: municipal
        case .county: county
        }
      return hours.map { $0 * (entry.pointee.count ?? 1) }
    case .perDay(let hours):
      return days.map { hours * $0.count }
    case .perMonth:
      // An assignment of which nothing is left within the year has no months; it is not short of a value.
      return amount(ofMonths: days?.wholeMonths ?? 0, in: subject)
    }
  }

  /// What a number of whole months brings in a subject; nil by any other basis.
  func amount(ofMonths months: Int, in subject: Subject) -> Hours? {
    guard case .perMonth(let publicHours, let professionalHours) = self else { return nil }
    return (subject == .public ? publicHours : professionalHours) * months
  }
}
