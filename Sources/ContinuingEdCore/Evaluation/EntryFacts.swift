/// What the rule set says of one entry, or of one subject of an assignment, before anything is decided about it. Small,
/// so that it stays in registers while it is judged.
struct EntryFacts {
  /// Nil where the category or the subject is not recognized.
  let activity: UnsafePointer<ActivityPlan>?
  /// The days that count: as read, or those of an assignment or leave within the year, the cutoff and the day as of
  /// which is judged. Nil where there are none.
  let days: DayRange?
  let category: Category
  /// Nil for a leave.
  let subject: Subject?
  let study: Study
  private let platformRaw: Int16

  /// How it was studied (READINGS §1, Platforms).
  enum Study {
    /// Not as study that concerns platforms.
    case none
    /// On platforms, listed or not.
    case platform
    case filed
  }

  /// Also finds the listed platform that the entry names, where its activity is study on platforms.
  @inline(__always)
  init(
    _ category: Category, _ subject: Subject?, _ days: DayRange?, _ activity: UnsafePointer<ActivityPlan>?,
    of entry: UnsafePointer<PackedEntry>, _ texts: TextTable, _ plan: RulePlan
  ) {
    self.category = category
    self.subject = subject
    self.days = days
    self.activity = activity
    guard let activity, activity.pointee.asks.contains(.platform) else {
      study = .none
      platformRaw = -1
      return
    }
    let named = plan.platformRaw(namedBy: entry.pointee.platform, texts)
    let isFiled = named < 0 && activity.pointee.admitsFiledStudy && entry.pointee.marks.contains(.filed)
    study = isFiled ? .filed : .platform
    platformRaw = named
  }

  /// The listed platform that it names, where it is platform study.
  var platform: Int? { platformRaw < 0 ? nil : Int(platformRaw) }
}
