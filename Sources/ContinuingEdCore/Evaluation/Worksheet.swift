/// The state of judging one person: what the stages read and write. Its lists keep their room from one person to
/// the next.
struct Worksheet: ~Copyable {
  var elements = Scratch<Element>()
  /// How many rows the elements come from: an assignment is one.
  var judgedRows = 0
  /// What limits bear on, in the order of spending.
  var order = Scratch<SpendingPlace>()
  var dayLedgers = Scratch<DayLedger>()
  /// The plan that the ledgers were opened for.
  var ledgersOf: ObjectIdentifier?
  var poolsLeft = Scratch<PoolLeft>()
  /// Of entries on which several limits of the year bear, the one that cut them where it is not the first.
  var cutBy: [Int: [Subject?: Int]] = [:]
  /// The platforms between which one is chosen, on which something that is not rejected was studied.
  var choices = Scratch<Int>()
  var hasLeave = false
  /// The rows that are probably one activity with others; nil where there are none.
  var twins: ActivityTwins?
  var finalStep = ReviewStatus.verified
  /// What the filing term has to say.
  var filing = FilingFindings()

  var required = RequiredHours()
  var requiredIfApproved = RequiredHours()
  var credited = SubjectHours()
  var ifApproved = SubjectHours()
  /// How the person stands with the requirements of the notice's own.
  var others: [OtherHours] = []
  var verdict = Verdict.short
  var findings: [Finding] = []
  var platformKept: Int?
  /// Whether some kind of leave was too short to be effective.
  var leaveTooShort = false

  /// Clears what the last person left.
  mutating func start(_ plan: RulePlan) {
    elements.removeAll()
    if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
    judgedRows = 0
    hasLeave = false
    order.removeAll()
    choices.removeAll()
    twins = nil
    finalStep = plan.finalStep
    filing = FilingFindings()
    platformKept = nil
    leaveTooShort = false
    required = plan.baseRequirement
    requiredIfApproved = plan.baseRequirement
    credited = SubjectHours()
    ifApproved = SubjectHours()
    if !others.isEmpty { others = [] }
    if !cutBy.isEmpty { cutBy = [:] }
    verdict = .short
  }

  /// Forgets what was judged last.
  mutating func forgetEntries() {
    elements.removeAll()
    judgedRows = 0
  }

  /// The judgement of someone whom the notice sends to another scheme: no entries, no hours.
  func notApplicable(
    _ person: PersonContext, _ scheme: RuleSet.OtherScheme, _ plan: RulePlan
  ) -> PersonJudgement {
    var findings = [Finding(code: .otherScheme, clause: scheme.clause)]
    if person.isPartOfYear {
      findings.insert(Finding(code: .partOfYear, clause: plan.rules.requirements.total.clause), at: 0)
    }
    return PersonJudgement(
      verdict: .notApplicable, required: RequiredHours(),
      requiredIfApproved: RequiredHours(), credited: SubjectHours(), ifApproved: SubjectHours(),
      findings: findings, entries: [], platformKept: nil)
  }

  /// The judgement that the stages arrived at.
  mutating func judgement(detail: Bool, _ plan: RulePlan) -> PersonJudgement {
    PersonJudgement(
      verdict: verdict, required: required, requiredIfApproved: requiredIfApproved, credited: credited,
      ifApproved: ifApproved, findings: findings,
      entries: detail ? elements.indices.map { result(of: elements[$0], plan) } : [],
      losses: losses, platformKept: platformKept, others: others)
  }

  /// What all elements lost, by reason.
  private var losses: LossSums {
    var sums = LossSums()
    for index in elements.indices {
      let element = elements.base + index
      if let rejection = element.pointee.rejection {
        sums.add(element.pointee.worth, rejection.reason)
      } else if element.pointee.credited != element.pointee.worth {
        let (daily, annual) = (element.pointee.dailyLoss, element.pointee.annualLoss)
        if daily > .zero { sums.add(daily, .dailyCap) }
        if annual > .zero { sums.add(annual, .annualCap) }
        if element.pointee.overlapLoss > .zero { sums.add(element.pointee.overlapLoss, .overlap) }
      }
    }
    return sums
  }

  private func result(of element: Element, _ plan: RulePlan) -> RowResult {
    var losses: [RowLoss] = []
    func lose(_ hours: Hours, _ reason: LossReason, _ clause: ClauseID?) {
      if hours > .zero { losses.append(RowLoss(reason: reason, hours: hours, clause: clause ?? 0)) }
    }
    let activity = element.activity?.pointee
    if let rejection = element.rejection {
      losses.append(RowLoss(reason: rejection.reason, hours: element.worth, clause: rejection.clause))
    } else {
      lose(element.overlapLoss, .overlap, activity?.clause)
      lose(element.dailyLoss, .dailyCap, activity?.dayLimit.map { plan.rules.dayLimits[$0].clause })
      let limit = cutBy[element.entry]?[element.subject] ?? activity?.yearLimit
      lose(element.annualLoss, .annualCap, limit.map { plan.rules.yearLimits[$0].clause })
    }
    return RowResult(
      entry: element.entry, subject: element.subject, worth: element.worth, credited: element.credited,
      state: element.state, reasons: element.rejection == nil ? element.reasons : WordSet(), losses: losses,
      clause: activity?.clause ?? plan.grounds.categoryNotRecognized, activity: activity?.index,
      days: element.days, platform: element.platform)
  }
}
