/// One entry, or one subject of an assignment, on its way through the stages: 64 bytes.
struct Element {
  /// What the rule set says of it; nil where the category or the subject is not recognized.
  let activity: UnsafePointer<ActivityPlan>?
  /// The days that count: as read, or those of an assignment or leave within the year, the cutoff and the day as of
  /// which is judged. Nil where there are none.
  let days: DayRange?
  let category: Category
  /// Nil for a leave.
  let subject: Subject?
  var study = Study.none
  private var platformRaw: Int16 = -1
  var reasons = WordSet<PendingReason>()
  private let row: UInt32
  var rejection: Rejection?
  var worth = Hours.zero
  var credited = Hours.zero
  /// What the limits took away.
  var dailyLoss = Hours.zero
  var annualLoss = Hours.zero

  /// How it was studied (Judging: Platforms).
  enum Study {
    /// Not as study that concerns platforms.
    case none
    /// On platforms, listed or not.
    case platform
    case filed
  }

  /// The element of the entry at a place among those of the person: what of it an activity of the rule set brings.
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
  var platform: Int? { platformRaw < 0 ? nil : Int(platformRaw) }

  /// Finds how it was studied and which listed platform it names, where its activity is study on platforms.
  @inline(__always)
  mutating func findPlatform(_ entry: UnsafePointer<PackedEntry>, _ plan: RulePlan) {
    guard let activity, activity.pointee.asks.contains(.platform) else { return }
    platformRaw = plan.platformRaw(namedBy: entry.pointee.platform)
    let isFiled =
      platformRaw < 0 && activity.pointee.admitsFiledStudy && entry.pointee.marks.contains(.filed)
    study = isFiled ? .filed : .platform
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
