/// What the stages must know of a person: the roster's facts, already looked up in the rule set.
struct PersonContext {
  /// The last day on which study counts for the title application; nil without one.
  var cutoff: Day?
  /// Whether finding the cutoff left the table of working days.
  var cutoffLeftCalendar = false
  /// Judged as of the end of this day.
  var asOf: Day?
  /// A row of the roster had a problem, so nothing about this person is certain.
  var hasRosterProblem = false
  /// The roster's group, by its number in the plan; nil where no platform is closed to anybody.
  var group: Int?
  /// Whether anything is asked of this person's entries that is not asked of everyone's: a cutoff, or a platform that
  /// may be closed to a group.
  private(set) var hasConditions = false
  /// Whether the person belongs to the unit for a part of the year only.
  private(set) var isPartOfYear = false
  /// What this person must reach in place of what everyone must; nil where it is the same.
  private(set) var requirement: OwnRequirement?
  private var seriesGroups: UInt64 = 0

  init(_ roster: RosterRow?, plan: RulePlan, asOf: Day?) {
    self.asOf = asOf
    guard let roster else { return }
    hasRosterProblem = roster.hasProblem
    isPartOfYear =
      roster.from.map { $0 > plan.year.start } ?? false || roster.to.map { $0 < plan.year.end } ?? false
    requirement = plan.ownRequirement(of: roster)
    seriesGroups = plan.seriesGroups(of: roster.series)
    group = plan.group(roster.group)
    defer { hasConditions = cutoff != nil || group != nil }
    guard let reviewDate = roster.reviewDate else { return }
    switch plan.reviewCutoff {
    case .none:
      break
    case .beforeReviewDate:
      cutoff = reviewDate.adding(days: -1)
    case .workingDaysBefore(let n, _):
      let found = plan.calendar.workingDay(n, before: reviewDate)
      cutoff = found.day
      cutoffLeftCalendar = !found.isKnown
    }
  }

  /// Sets the last day on which study counts.
  mutating func setCutoff(_ day: Day) {
    cutoff = day
    hasConditions = true
  }

  /// Whether the roster's series belongs to any group of series.
  var hasSeriesGroups: Bool { seriesGroups != 0 }

  /// Whether the roster's series belongs to a group of series, by its index in ``RuleSet/seriesGroups``.
  func isInSeriesGroup(_ index: Int) -> Bool { seriesGroups & (1 << UInt64(index & 63)) != 0 }
}
