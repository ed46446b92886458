/// One entry, or one subject of an assignment, on its way through the stages: 64 bytes.
struct Element {
  /// What the rule set says of it; nil where the category or the subject is not recognized.
  var activity: UnsafePointer<ActivityPlan>?
  var worth = Hours.zero
  var credited = Hours.zero
  /// What the limits took away.
  var dailyLoss = Hours.zero
  var annualLoss = Hours.zero
  /// The days that count: as read, or those of an assignment or leave within the year, the cutoff and the day as of
  /// which is judged. Nil where there are none.
  var days: DayRange?
  var category: Category
  /// Nil for a leave.
  var subject: Subject?
  var study = Study.none
  var reasons = WordSet<PendingReason>()
  var rejection: Rejection?
  private var platformRaw: Int16 = -1
  private var row: UInt32

  /// How it was studied (READINGS §1, Platforms).
  enum Study {
    /// Not as study that concerns platforms.
    case none
    /// On platforms, listed or not.
    case platform
    case filed
  }

  @inline(__always)
  init(
    _ entry: Int, _ category: Category, _ subject: Subject?, _ activity: UnsafePointer<ActivityPlan>?,
    _ days: DayRange?
  ) {
    row = UInt32(truncatingIfNeeded: entry)
    self.category = category
    self.subject = subject
    self.activity = activity
    self.days = days
  }

  /// The place of its row among those of the person.
  var entry: Int { Int(row) }

  /// The listed platform that it names, where it is platform study.
  var platform: Int? {
    get { platformRaw < 0 ? nil : Int(platformRaw) }
    set { platformRaw = newValue.map { Int16(truncatingIfNeeded: $0) } ?? -1 }
  }

  /// What an overlap took away: all that is neither credited nor lost to a limit.
  var overlapLoss: Hours { worth - credited - dailyLoss - annualLoss }

  var state: EntryState { rejection != nil ? .rejected : reasons.isEmpty ? .confirmed : .pending }
}

/// Why an entry brings nothing.
struct Rejection {
  var reason: LossReason
  var clause: ClauseID
}
