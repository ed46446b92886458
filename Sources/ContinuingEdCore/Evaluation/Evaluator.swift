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
    for row in rows where entries[row].isTaken(plan.creditYear, asOf: person.asOf) {
      guard let entry = entries.baseAddress.map({ $0 + row }), let category = entry.pointee.category else {
        continue
      }
      for subject in SubjectsOfEntry(category, entry.pointee.effectiveSubject) {
        var element = Element(entry: row, category: category, subject: subject)
        element.findActivity(entry, person, texts, plan)
        element.reject(entry, person, plan)
        element.findPendingReasons(entry, person)
        element.findWorth(entry, plan)
        keep(element, plan)
      }
      judgedRows += 1
    }
    findRequirement(entries, plan)
    keepOnePlatform(entries, plan)
    spendLimits(entries, plan)
    addUp(entries, plan)
    findVerdict(person, entries, rows, plan)
    collectFindings(person, entries, plan)
    return judgement(detail: detail, plan)
  }

  /// Takes an element that has been worked out by itself.
  @inline(__always)
  private mutating func keep(_ element: Element, _ plan: RulePlan) {
    if element.subject == nil { hasLeave = true }
    noteChoice(of: element, plan)
    elements.append(element)
  }
}

/// The subjects in which an entry is judged: an assignment in both, public first, a leave in none, which is one element
/// without a subject.
private struct SubjectsOfEntry: Sequence, IteratorProtocol {
  private var upcoming: Subject??
  private var isAssignment: Bool

  @inline(__always)
  init(_ category: Category, _ subject: Subject) {
    isAssignment = category == .assignment
    upcoming = .some(isAssignment ? .public : category == .leave ? nil : subject)
  }

  @inline(__always)
  mutating func next() -> Subject?? {
    let current = upcoming
    upcoming = isAssignment && current == .some(.some(.public)) ? .some(.professional) : .none
    return current
  }
}
