/// One entry, or one subject of an assignment, on its way through the stages.
struct Element {
  /// The index of its row in ``Records/entries``.
  var entry: Int
  /// Nil for a leave.
  var subject: Subject?
  /// An index into ``RuleSet/activities``; nil where the category or the subject is not recognized.
  var activity: Int?
  /// The days that count: as read, or those of an assignment or leave within the year, the cutoff and the day as of
  /// which is judged. Nil where there are none.
  var days: DayRange?
  /// Its place among the listed platforms, where it is study on one.
  var platform: Int?
  /// Whether it is study on platforms (READINGS §1, Platforms), listed or not.
  var isPlatformStudy = false
  /// Whether it is filed study.
  var isFiledStudy = false
  /// Whether a platform was typed at all.
  var namesPlatform = false

  var rejection: Rejection?
  var reasons = WordSet<PendingReason>()
  var worth = Hours.zero
  var credited = Hours.zero
  /// What the limits took away.
  var overlapLoss = Hours.zero
  var dailyLoss = Hours.zero
  var annualLoss = Hours.zero

  var state: EntryState { rejection != nil ? .rejected : reasons.isEmpty ? .confirmed : .pending }
}

/// Why an entry brings nothing.
struct Rejection {
  var reason: LossReason
  var clause: ClauseID
}

/// The state of judging one person: what the stages read and write. Its arrays keep their room from one person to
/// the next.
struct Worksheet {
  var elements: [Element] = []
  var judgedRows = 0
  /// Positions in `elements` of what limits bear on, in the order of spending.
  var order: [Int] = []
  var dayLedgers: [DayLedger] = []
  /// The rule set that the ledgers were opened for.
  var ledgersOf = ""
  var poolsLeft: [PoolLeft] = []
  var hasLeave = false
  var hasPlatformChoice = false

  var required = RequiredHours()
  var requiredIfApproved = RequiredHours()
  var credited = SubjectHours()
  var ifApproved = SubjectHours()
  var verdict = Verdict.short
  var findings: [Finding] = []
  var platformKept: Int?
  /// Whether some kind of leave was too short to be effective.
  var leaveTooShort = false

  /// What is left of a year limit, by subject; `Int.max` is no limit.
  struct PoolLeft {
    var `public`: Int
    var professional: Int
  }

  /// Clears what the last person left.
  mutating func start(_ plan: RulePlan, _ person: PersonContext) {
    elements.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
    judgedRows = 0
    hasLeave = false
    hasPlatformChoice = false
    platformKept = nil
    leaveTooShort = false
    required = plan.baseRequirement
    requiredIfApproved = plan.baseRequirement
    credited = SubjectHours()
    ifApproved = SubjectHours()
    verdict = .short
  }

  /// The judgement of someone whom the notice sends to another scheme: no entries, no hours.
  func notApplicable(_ person: PersonContext, _ scheme: RuleSet.OtherScheme) -> Judgement {
    Judgement(
      verdict: person.hasRosterProblem ? .undetermined : .notApplicable, required: RequiredHours(),
      requiredIfApproved: RequiredHours(), credited: SubjectHours(), ifApproved: SubjectHours(),
      findings: [Finding(code: .otherScheme, clause: scheme.clause)], entries: [], platformKept: nil)
  }

  /// The judgement that the stages arrived at.
  func judgement(detail: Bool, _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan) -> Judgement {
    Judgement(
      verdict: verdict, required: required, requiredIfApproved: requiredIfApproved, credited: credited,
      ifApproved: ifApproved, findings: findings,
      entries: detail ? elements.map { result(of: $0, plan) } : [], platformKept: platformKept)
  }

  private func result(of element: Element, _ plan: RulePlan) -> EntryResult {
    var losses: [Loss] = []
    func lose(_ hours: Hours, _ reason: LossReason, _ clause: ClauseID?) {
      if hours > .zero { losses.append(Loss(reason: reason, hours: hours, clause: clause ?? 0)) }
    }
    let activity = element.activity.map { plan.rules.activities[$0] }
    if let rejection = element.rejection {
      losses.append(Loss(reason: rejection.reason, hours: element.worth, clause: rejection.clause))
    } else {
      lose(element.overlapLoss, .overlap, activity?.clause)
      lose(element.dailyLoss, .dailyCap, activity?.dayLimit.map { plan.rules.dayLimits[$0].clause })
      lose(element.annualLoss, .annualCap, activity?.yearLimit.map { plan.rules.yearLimits[$0].clause })
    }
    return EntryResult(
      entry: element.entry, subject: element.subject, worth: element.worth, credited: element.credited,
      state: element.state, reasons: element.rejection == nil ? element.reasons : WordSet(), losses: losses,
      clause: activity?.clause ?? plan.rules.grounds.categoryNotRecognized, activity: element.activity,
      days: element.days)
  }
}
