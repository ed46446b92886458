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
    return records.entries.withEntries(of: person, using: scratch) { entries in
      work.judge(context, entries, texts: records.texts, plan: plans[index], detail: detail)
    }
  }

  /// The judgement of a person with these rows in place of their own, all of them: no day as of which is judged.
  /// ``EntryResult/entry`` is a place in `rows`.
  func judge(_ person: Int, rows: [Entry], detail: Bool) -> Judgement {
    let (context, plan) = situation(of: person)
    return rows.withUnsafeBufferPointer { entries in
      work.judge(context, entries, texts: records.texts, plan: plan, detail: detail)
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
    _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, texts: TextTable, plan: RulePlan,
    detail: Bool
  ) -> Judgement {
    start(plan)
    if let scheme = plan.otherScheme(of: person) { return notApplicable(person, scheme) }
    for row in entries.indices where entries[row].isTaken(plan.creditYear, asOf: person.asOf) {
      guard let entry = entries.baseAddress.map({ $0 + row }), let category = entry.pointee.category else {
        continue
      }
      switch category {
      case .assignment:
        add(row, category, .public, entry, person, texts, plan)
        add(row, category, .professional, entry, person, texts, plan)
      case .leave:
        hasLeave = true
        add(row, category, nil, entry, person, texts, plan)
      default:
        add(row, category, entry.pointee.effectiveSubject, entry, person, texts, plan)
      }
      judgedRows += 1
    }
    findRequirement(entries, plan)
    keepOnePlatform(entries, plan)
    spendLimits(plan)
    addUpModules(entries, plan)
    findVerdict(person, entries, plan)
    collectFindings(person, entries, plan)
    return judgement(detail: detail, plan)
  }

  /// Adds an element and works out all that can be said of it by itself. It is no part of its caller, so that it
  /// stays small enough to have the stages within it.
  @inline(never)
  private mutating func add(
    _ row: Int, _ category: Category, _ subject: Subject?, _ entry: UnsafePointer<Entry>,
    _ person: PersonContext, _ texts: TextTable, _ plan: RulePlan
  ) {
    elements.append(Element(entry: row, category: category, subject: subject))
    let index = elements.count - 1
    let element = elements.base + index
    element.pointee.findActivity(entry, person, texts, plan)
    element.pointee.reject(entry, person, plan)
    element.pointee.findPendingReasons(entry, person)
    element.pointee.findWorth(entry, plan)
    if element.pointee.rejection != nil { return }
    noteChoice(of: element, plan)
    noteFiling(of: element, entry, plan)
    credit(index, entry)
  }
}
