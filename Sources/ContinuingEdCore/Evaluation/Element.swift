/// One entry, or one subject of an assignment, on its way through the stages.
struct Element {
  /// The place of its row among those of the person.
  var entry: Int
  var category: Category
  /// Nil for a leave.
  var subject: Subject?
  /// An index into ``RuleSet/activities``; nil where the category or the subject is not recognized.
  var activity: Int?
  /// The days that count: as read, or those of an assignment or leave within the year, the cutoff and the day as of
  /// which is judged. Nil where there are none.
  var days: DayRange?
  /// The listed platform that it names, where it is platform study.
  var platform: Int?
  /// Whether it is study on platforms (READINGS §1, Platforms), listed or not.
  var isPlatformStudy = false
  /// Whether it is filed study.
  var isFiledStudy = false

  var rejection: Rejection?
  var reasons = WordSet<PendingReason>()
  var worth = Hours.zero
  var credited = Hours.zero
  /// What the limits took away.
  var overlapLoss = Hours.zero
  var dailyLoss = Hours.zero
  var annualLoss = Hours.zero

  init(entry: Int, category: Category, subject: Subject?) {
    self.entry = entry
    self.category = category
    self.subject = subject
  }

  var state: EntryState { rejection != nil ? .rejected : reasons.isEmpty ? .confirmed : .pending }
}

/// Why an entry brings nothing.
struct Rejection {
  var reason: LossReason
  var clause: ClauseID
}
