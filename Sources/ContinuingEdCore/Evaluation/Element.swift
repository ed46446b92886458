/// One entry, or one subject of an assignment, on its way through the stages: 64 bytes.
struct Element {
  private let facts: EntryFacts
  var reasons: WordSet<PendingReason>
  private let row: UInt32
  var rejection: Rejection?
  let worth: Hours
  var credited = Hours.zero
  /// What the limits took away.
  var dailyLoss = Hours.zero
  var annualLoss = Hours.zero

  @inline(__always)
  init(
    _ entry: Int, _ facts: EntryFacts, _ worth: Hours, _ rejection: Rejection?,
    _ reasons: WordSet<PendingReason>
  ) {
    row = UInt32(truncatingIfNeeded: entry)
    self.facts = facts
    self.worth = worth
    self.rejection = rejection
    self.reasons = reasons
  }

  /// The place of its row among those of the person.
  var entry: Int { Int(row) }

  /// What the rule set says of it; nil where the category or the subject is not recognized.
  var activity: UnsafePointer<ActivityPlan>? { facts.activity }
  /// The days that count (``EntryFacts/days``).
  var days: DayRange? { facts.days }
  var category: Category { facts.category }
  /// Nil for a leave.
  var subject: Subject? { facts.subject }
  var study: EntryFacts.Study { facts.study }
  /// The listed platform that it names, where it is platform study.
  var platform: Int? { facts.platform }

  /// What an overlap took away: all that is neither credited nor lost to a limit.
  var overlapLoss: Hours { worth - credited - dailyLoss - annualLoss }

  var state: EntryState { rejection != nil ? .rejected : reasons.isEmpty ? .confirmed : .pending }
}

/// Why an entry brings nothing.
struct Rejection {
  var reason: LossReason
  var clause: ClauseID
}
