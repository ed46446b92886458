// The rows that a plan works with: those of the person as of a day, and further ones that are in order.

extension EntryRow {
  /// The row as of the end of a day: an assignment or leave is cut at it; nil if it lies after it.
  func asOf(_ day: Day) -> EntryRow? {
    if marks.contains(.unusable) { return self }
    if PackedEntry(self).liesAfter(day) { return nil }
    guard category?.spansYears == true, let end = effectiveEnd, end > day else { return self }
    var cut = self
    cut.end = day
    return cut
  }
}

extension OpenWays {
  /// Hours a day that a plan finds plausible where the notice sets no limit.
  static let plausibleDay = Hours(8)

  /// An entry of a way with everything that the notice needs. `amount` is hours; for a way by units it is rounded up
  /// to whole ones. Nil where the days that are left can't hold it.
  func row(_ way: PlanWay, _ amount: Hours, module: Module?, texts: PlanTexts, wide: Bool) -> PlannedEntry? {
    let activity = rules.activities[way.activity]
    var entry = EntryRow()
    entry.category = activity.category
    entry.subject = activity.category == .assignment ? nil : way.subject
    entry.module = way.subject == .public ? module : nil
    entry.level = way.level
    entry.title = texts.words[way.activity]
    entry.start = way.days.start
    entry.end = wide ? way.days.end : lastDay(way, amount)
    var hours = amount
    if let unit = way.unit, unit > .zero {
      let units = (amount.hundredths + unit.hundredths - 1) / unit.hundredths
      hours = unit * units
      switch activity.basis {
      case .perDay: entry.end = way.days.start.adding(days: units - 1)
      case .perMonth: entry.end = way.days.start.adding(months: units).adding(days: -1)
      default: if units > 1000 { return nil } else { entry.count = units }
      }
      guard let end = entry.end, end <= way.days.end else { return nil }
    } else {
      if amount > Hours(inHundredths: 999_999) { return nil }
      entry.hours = amount
    }
    if case .platform(let index) = way.place { entry.platform = texts.platforms[index] }
    addWhatIsNeeded(activity, way, &entry)
    return PlannedEntry(entry: entry, way: way, hours: hours)
  }

  private func addWhatIsNeeded(_ activity: RuleSet.Activity, _ way: PlanWay, _ entry: inout EntryRow) {
    var needs = activity.needs.map(\.what)
    if way.place == .filedStudy { needs.append(.filing) }
    for need in needs {
      switch need {
      case .filing, .filingAwaited, .seriesFiling:
        entry.marks.insert(.filed)
        if let start = entry.start { entry.filedOn = filing(before: start) }
      case .evidence: entry.marks.insert(.evidence)
      case .passed: entry.result = .passed
      case .level: break
      }
    }
    // Where the notice leaves the amount or the recognition to someone, it counts only once they have said so.
    if way.needsConfirmation { entry.status = .verified }
  }

  /// The last day if no more than a plausible amount lies on each, or the last that is open.
  private func lastDay(_ way: PlanWay, _ amount: Hours) -> Day {
    let limit = rules.activities[way.activity].dayLimit.map { rules.dayLimits[$0].hours }
    let perDay = min(limit ?? OpenWays.plausibleDay, OpenWays.plausibleDay).hundredths
    let days = max(1, (amount.hundredths + perDay - 1) / max(1, perDay))
    return min(way.days.end, way.days.start.adding(days: min(days, 400) - 1))
  }
}
