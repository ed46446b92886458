/// A way of earning hours that the notice leaves open after a day.
package struct PlanWay: Sendable {
  /// An index into ``RuleSet/activities``.
  package var activity: Int
  /// The subject that it brings; an assignment stands under professional and brings both.
  package var subject: Subject
  /// Where it is studied.
  package var place: Place
  /// The level, where the amount goes by it or must be named.
  package var level: Level?
  /// The first and the last day on which it can lie.
  package var days: DayRange
  /// What one item, day or month brings; nil is any amount.
  package var unit: Hours?
  /// A word that its kind or title must contain, lest it be another activity; nil where any will do.
  package var words: String?
  /// Whether it counts only once a department has said so.
  package var needsConfirmation: Bool
  /// The clause that recognizes it.
  package var clause: ClauseID
  /// The clause that sets the last day.
  package var lastDayClause: ClauseID

  /// Where something is studied.
  package enum Place: Hashable, Sendable {
    /// The notice does not limit it to listed platforms.
    case anywhere
    /// An index into ``RuleSet/platforms``.
    case platform(Int)
    /// On a platform that is not listed, with a filing number.
    case filedStudy
  }
}

/// A way of earning hours that is closed by then.
package struct ClosedWay: Hashable, Sendable {
  /// An index into ``RuleSet/activities``.
  package var activity: Int
  /// The subject that it would bring.
  package var subject: Subject
  /// The clause that closed it.
  package var clause: ClauseID
  /// The first day on which it was closed.
  package var since: Day
}

/// A further entry that a plan asks for.
package struct PlannedEntry: Sendable {
  /// The row as a records file would have it; its line is 0.
  package var entry: EntryRow
  /// The way by which it is earned.
  package var way: PlanWay
  /// What it is worth.
  package var hours: Hours
}

/// Up to how many hours a way would still bring.
package struct WayRoom: Sendable {
  /// The way that is still open.
  package var way: PlanWay
  /// What would still count; nil is no limit.
  package var room: Hours?
}

/// What one person lacks, and how to earn it.
package struct PersonPlan: Sendable {
  /// The judgement as of the day of the plan.
  package var judgement: PersonJudgement
  /// What the search came to.
  package var outcome: Outcome
  /// A smallest set of further entries: fewest hours first, then fewest entries.
  package var entries: [PlannedEntry] = []
  /// How much every open way would still bring, in the recommended order; only in detail.
  package var alternatives: [WayRoom] = []
  /// The ways that are closed.
  package var closed: [ClosedWay] = []
  /// The person's own rows that lie after the day of the plan and were left out.
  package var leftOut = 0

  /// The hours that the plan asks for.
  package var hours: Hours { entries.reduce(.zero) { $0 + $1.hours } }
  /// The last of the last days of what the plan uses: the plan holds while the earliest of them has not passed.
  package var deadline: Day? { entries.map(\.way.days.end).min() }
  /// Whether approval of what is pending is enough.
  package var approvalSuffices: Bool { judgement.shortfallIfApproved.isZero && !judgement.shortfall.isZero }

  /// What can be done.
  package enum Outcome: UInt8, CaseIterable, Sendable {
    /// Nothing is missing.
    case nothingMissing
    /// The entries of the plan are enough.
    case planned
    /// It can no longer be done within the year.
    case tooLate
    /// There may be a way, but not one that can be counted on: the notice has requirements of its own, or amounts that
    /// depend on more than hours.
    case notPlanned
    /// The notice sends this person to another scheme.
    case notApplicable
    /// The roster row has a problem that must be mended first.
    case rosterProblem

    /// The word of machine output.
    package var code: String { kebab("\(self)") }
  }
}
