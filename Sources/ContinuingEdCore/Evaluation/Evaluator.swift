/// Judges people one at a time under the rule set of their city (READINGS §1).
///
/// It holds scratch space that every judgement uses anew, so one instance belongs to one thread; judgements depend
/// on nothing but the arguments.
public final class Evaluator {
  private let records: Records
  private let asOf: Day?
  private let plans: [RulePlan]
  // Nothing that a judgement calls comes back to its evaluator, so access needs no watching.
  @exclusivity(unchecked) private var work = Worksheet()
  private let scratch = EntryScratch()

  /// An evaluator of `records`: `ruleSets[0]` is the run's own, the roster's cities name the others. With `asOf`,
  /// judged as of the end of that day.
  public init(ruleSets: [RuleSet], calendar: WorkdayCalendar, asOf: Day?, records: Records) {
    self.records = records
    self.asOf = asOf
    self.plans = ruleSets.map { RulePlan($0, calendar: calendar) }
  }

  /// The rule set that judges a person.
  public func ruleSet(of person: Int) -> RuleSet { plans[planIndex(of: person)].rules }

  /// The judgement of the person with this index in ``Records/people``. Without `detail`, its `entries` are left
  /// empty, which spares the only allocations.
  public func judge(_ person: Int, detail: Bool) -> Judgement {
    let index = planIndex(of: person)
    let roster = records.roster(of: person)
    let context = PersonContext(roster, plan: plans[index], texts: records.texts, asOf: asOf)
    return records.entries.withRows(of: person, using: scratch) { rows in
      work.judge(context, rows, texts: records.texts, plan: plans[index], detail: detail)
    }
  }

  /// The judgement of a person with these rows in place of their own, all of them: no day as of which is judged.
  /// ``EntryResult/entry`` is a place in `rows`.
  func judge(_ person: Int, rows: [Entry], detail: Bool) -> Judgement {
    let (context, plan) = situation(of: person)
    return rows.map(PackedEntry.init).withUnsafeBufferPointer { rows in
      work.judge(context, rows, texts: records.texts, plan: plan, detail: detail)
    }
  }

  /// What the roster says of a person, looked up in the rule set that judges them.
  func situation(of person: Int) -> (PersonContext, RulePlan) {
    let plan = plans[planIndex(of: person)]
    return (PersonContext(records.roster(of: person), plan: plan, texts: records.texts, asOf: nil), plan)
  }

  /// How many rows the last judgement was made of: an assignment counts once (CONTRACT §6, summary.entries).
  public var judgedRows: Int { work.judgedRows }

  private func planIndex(of person: Int) -> Int {
    let index = records.roster(of: person)?.ruleSet ?? 0
    return plans.indices.contains(index) ? index : 0
  }
}

extension Worksheet {
  /// The whole order of judging, a stage a line, by the names of READINGS §1.
  mutating func judge(
    _ person: PersonContext, _ rows: UnsafeBufferPointer<PackedEntry>, texts: TextTable, plan: RulePlan,
    detail: Bool
  ) -> Judgement {
    start(plan)
    if let scheme = plan.otherScheme(of: person) { return notApplicable(person, scheme) }
    takeEntries(person, rows, texts, plan)
    findRequirement(rows, plan)
    keepOnePlatform(rows, plan)
    spendLimits(plan)
    addUpModules(rows, plan)
    findVerdict(person, rows, plan)
    collectFindings(person, rows, plan)
    return judgement(detail: detail, plan)
  }

  /// Makes elements of the entries of the year and works out all that can be said of each by itself.
  private mutating func takeEntries(
    _ person: PersonContext, _ rows: UnsafeBufferPointer<PackedEntry>, _ texts: TextTable, _ plan: RulePlan
  ) {
    guard let first = rows.baseAddress else { return }
    for row in rows.indices where first[row].isTaken(plan.creditYear, asOf: person.asOf) {
      let entry = first + row
      guard let category = entry.pointee.category else { continue }
      judgedRows += 1
      switch category {
      case .assignment:
        addSpanning(row, category, .public, entry, person, texts, plan)
        addSpanning(row, category, .professional, entry, person, texts, plan)
      case .leave:
        hasLeave = true
        addSpanning(row, category, nil, entry, person, texts, plan)
      default:
        let subject = entry.pointee.effectiveSubject
        let element = Element(
          row, category, subject, plan.plan(of: category, subject, for: person),
          entry.pointee.effectiveDays)
        add(element, entry, person, texts, plan)
      }
    }
  }

  /// Adds an element of an assignment or a leave, which counts by its days within the year. They are rare, and apart so
  /// that what is done for all other entries stays short.
  @inline(never)
  private mutating func addSpanning(
    _ row: Int, _ category: Category, _ subject: Subject?, _ entry: UnsafePointer<PackedEntry>,
    _ person: PersonContext, _ texts: TextTable, _ plan: RulePlan
  ) {
    let element = Element(
      row, category, subject, plan.plan(of: category, nil, for: person),
      entry.pointee.daysThatCount(of: category, person, plan.year))
    add(element, entry, person, texts, plan)
  }

  /// Adds an element, after what can be said of it by itself.
  @inline(__always)
  private mutating func add(
    _ made: Element, _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext, _ texts: TextTable,
    _ plan: RulePlan
  ) {
    var element = made
    element.findPlatform(entry, texts, plan)
    element.reject(entry, person, plan)
    element.findPendingReasons(entry, person)
    element.findWorth(entry, plan)
    if element.rejection == nil {
      noteChoice(of: element, plan)
      noteFiling(of: element, entry, plan)
      credit(&element, at: elements.count, entry)
    }
    elements.append(element)
  }
}
