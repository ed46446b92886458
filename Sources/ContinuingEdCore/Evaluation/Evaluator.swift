/// Judges people one at a time under the rule set of their city (READINGS §1).
///
/// It holds scratch space that every judgement uses anew, so one instance belongs to one thread; judgements depend
/// on nothing but the arguments.
public final class Evaluator {
  private let records: Records
  private let asOf: Day?
  private var plans: [RulePlan]
  private var work = Worksheet()

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
    let context = PersonContext(records.people[person], plan: plans[index], texts: records.texts, asOf: asOf)
    let rows = records.entryRange(of: person)
    return records.entries.withUnsafeBufferPointer { entries in
      work.judge(context, entries, rows, texts: records.texts, plan: &plans[index], detail: detail)
    }
  }

  /// How many rows the last judgement was made of: an assignment counts once (CONTRACT §6, summary.entries).
  public var judgedRows: Int { work.judgedRows }

  private func planIndex(of person: Int) -> Int {
    let index = records.people[person].roster?.ruleSet ?? 0
    return plans.indices.contains(index) ? index : 0
  }
}

extension Worksheet {
  /// The whole order of judging, a stage a line, by the names of READINGS §1.
  mutating func judge(
    _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ rows: Range<Int>, texts: TextTable,
    plan: inout RulePlan, detail: Bool
  ) -> Judgement {
    start(plan, person)
    if let scheme = plan.otherScheme(of: person) { return notApplicable(person, scheme) }
    takeEntriesOfTheYear(person, entries, rows, plan.rules.year)
    for index in elements.indices {
      findActivity(index, person, entries, texts, &plan)
      reject(index, person, entries, plan)
      findPendingReasons(index, person, entries, plan)
      findWorth(index, entries, plan)
    }
    findRequirement(person, entries, plan)
    keepOnePlatform(entries, plan)
    spendLimits(entries, plan)
    addUp(entries, plan)
    findVerdict(person, entries, rows, plan)
    collectFindings(person, entries, plan)
    return judgement(detail: detail, entries, plan)
  }
}
