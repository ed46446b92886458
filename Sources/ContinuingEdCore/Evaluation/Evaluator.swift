/// Judges people one at a time under the rule set of their city (READINGS §1).
///
/// It holds scratch space that every judgement uses anew, so one instance belongs to one thread; judgements depend
/// on nothing but the arguments.
public final class Evaluator {
  private let records: Records
  private let asOf: Day?
  private let plans: [RulePlan]
  private var work = Worksheet()
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
      work.judge(
        context, entries, entries.indices, texts: records.texts, plan: plans[index], detail: detail)
    }
  }

  /// The judgement of a person with these rows in place of their own, all of them: no day as of which is judged.
  /// ``EntryResult/entry`` is a place in `rows`.
  func judge(_ person: Int, rows: [Entry], detail: Bool) -> Judgement {
    let (context, plan) = situation(of: person)
    return rows.withUnsafeBufferPointer { entries in
      work.judge(context, entries, rows.indices, texts: records.texts, plan: plan, detail: detail)
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
    _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ rows: Range<Int>, texts: TextTable,
    plan: RulePlan, detail: Bool
  ) -> Judgement {
    start(plan)
    if let scheme = plan.otherScheme(of: person) { return notApplicable(person, scheme) }
    for row in rows where entries[row].isTaken(plan.year, asOf: person.asOf) {
      let entry = entries[row]
      takeElements(of: entry, row) { element in
        element.findActivity(entry, person, texts, plan)
        element.reject(entry, person, plan)
        element.findPendingReasons(entry, person, plan)
        element.findWorth(entry, plan)
      }
    }
    findRequirement(entries, plan)
    keepOnePlatform(entries, plan)
    spendLimits(entries, plan)
    addUp(entries, plan)
    findVerdict(person, entries, rows, plan)
    collectFindings(person, entries, plan)
    return judgement(detail: detail, plan)
  }

  /// Makes one element of an entry, of an assignment two, public first, and has each worked out.
  @inline(__always)
  private mutating func takeElements(of entry: Entry, _ row: Int, _ workOut: (inout Element) -> Void) {
    guard let category = entry.category else { return }
    judgedRows += 1
    func take(_ subject: Subject?) -> Element {
      var element = Element(entry: row, category: category, subject: subject)
      workOut(&element)
      return element
    }
    switch category {
    case .assignment:
      elements.append(take(.public))
      elements.append(take(.professional))
    case .leave:
      hasLeave = true
      elements.append(take(nil))
    default:
      let element = take(entry.effectiveSubject)
      if element.platform != nil { hasPlatformChoice = true }
      elements.append(element)
    }
  }
}
