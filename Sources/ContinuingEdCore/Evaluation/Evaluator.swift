/// Judges people one at a time under the rule set of their city (Judging: Why readings).
///
/// It holds scratch space that every judgement uses anew, so one instance belongs to one thread; judgements depend
/// on nothing but the arguments.
package final class Evaluator {
  private let records: Records
  private let asOf: Day?
  private let plans: [RulePlan]
  // Nothing that a judgement calls comes back to its evaluator, so access needs no watching.
  @exclusivity(unchecked) private var work = Worksheet()
  private let scratch = EntryScratch()
  private let audit: PersonAudit?
  /// Whether there is a file of which no row can be used: it may hold anybody's hours.
  private let mayLackRows: Bool
  /// By year, the rows of those judged that count for another one than that of their rule set.
  private var rowsOfOtherYears: [Int: Int] = [:]

  /// An evaluator of `records`: `ruleSets[0]` is the run's own, the roster's cities name the others. With `asOf`,
  /// judged as of the end of that day.
  package convenience init(ruleSets: [RuleSet], calendar: WorkdayCalendar, asOf: Day?, records: Records) {
    self.init(ruleSets: ruleSets, calendar: calendar, asOf: asOf, records: records, audits: false)
  }

  /// - Parameter audits: whether to ask of everyone who is judged what an auditor would ask.
  package init(ruleSets: [RuleSet], calendar: WorkdayCalendar, asOf: Day?, records: Records, audits: Bool) {
    self.records = records
    self.asOf = asOf
    audit = audits ? PersonAudit(records, asOf: asOf) : nil
    mayLackRows = records.files.contains { !$0.isRoster && !$0.isUsable }
    self.plans = ruleSets.map {
      RulePlan(
        $0, calendar: calendar, texts: records.texts, kinds: records.kinds, formTexts: records.formTexts)
    }
  }

  /// The rule set that judges a person.
  package func ruleSet(of person: Int) -> RuleSet { plans[planIndex(of: person)].rules }

  /// The judgement of the person with this index in ``Records/people``. Without `detail`, its `entries` are left
  /// empty, which spares the only allocations.
  package func judge(_ person: Int, detail: Bool) -> PersonJudgement {
    let plan = plans[planIndex(of: person)]
    let context = PersonContext(records.roster(of: person), plan: plan, asOf: asOf)
    let twins = records.entries.twins(of: person)
    return records.entries.withRows(of: person, using: scratch) { rows in
      var judgement = work.judge(context, rows, twins, plan, detail: detail)
      if mayLackRows, judgement.verdict == .short { judgement.verdict = .undetermined }
      if work.judgedRows < rows.count { countOtherYears(rows, plan) }
      if let audit { audit.look(at: records.people[person], rows, work, plan) }
      return judgement
    }
  }

  /// Looks at the rows of somebody who is not judged: of ``Records/others``, by the place there.
  func lookAt(other: Int) {
    guard let audit, let plan = plans.first else { return }
    records.entries.withRows(of: records.people.count + other, using: scratch) { rows in
      work.forgetEntries()
      audit.look(at: records.others[other], rows, work, plan)
    }
  }

  /// Hands over what the audit has found.
  func takeWarnings() -> ProblemList { audit?.takeWarnings() ?? ProblemList() }

  /// Hands over by year how many rows of those judged count for another one than that of their rule set.
  func takeRowsOfOtherYears() -> [Int: Int] {
    if rowsOfOtherYears.isEmpty { return [:] }
    defer { rowsOfOtherYears = [:] }
    return rowsOfOtherYears
  }

  /// Counts usable rows of other years; what ends after the day as of which is judged is left out.
  @inline(never)
  private func countOtherYears(_ rows: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan) {
    for row in rows where !row.marks.contains(.unusable) && !row.belongs(to: plan.creditYear) {
      if let asOf, row.liesAfter(asOf) { continue }
      if let year = row.creditYear { rowsOfOtherYears[year, default: 0] += 1 }
    }
  }

  /// Whether a row of a person is rejected; one that is not judged only if it was refused, or is a duplicate.
  func isRejected(_ row: Int, of person: Int) -> Bool {
    if person >= records.people.count {
      return records.entries.withRows(of: person, using: scratch) { !$0[row].mayCount }
    }
    _ = judge(person, detail: false)
    var isJudged = false
    for index in work.elements.indices where work.elements[index].entry == row {
      isJudged = true
      if work.elements[index].rejection == nil { return false }
    }
    if isJudged { return true }
    return records.entries.withRows(of: person, using: scratch) { !$0[row].mayCount }
  }

  /// The judgement of a person with these rows in place of their own, all of them: no day as of which is judged. Those
  /// that are the person's own are told by file and line. ``RowResult/entry`` is a place in `rows`.
  func judge(_ person: Int, rows: [EntryRow], detail: Bool) -> PersonJudgement {
    let (context, plan) = situation(of: person)
    let twins = records.entries.twins(of: person)
    return rows.map(PackedEntry.init).withUnsafeBufferPointer { rows in
      work.judge(context, rows, twins, plan, detail: detail)
    }
  }

  /// What the roster says of a person, looked up in the rule set that judges them.
  func situation(of person: Int) -> (PersonContext, RulePlan) {
    let plan = plans[planIndex(of: person)]
    return (PersonContext(records.roster(of: person), plan: plan, asOf: nil), plan)
  }

  /// How many rows the last judgement was made of: an assignment counts once (Outputs: Fields of JSON).
  package var judgedRows: Int { work.judgedRows }

  private func planIndex(of person: Int) -> Int {
    let index = records.roster(of: person)?.ruleSet ?? 0
    return plans.indices.contains(index) ? index : 0
  }
}

extension Worksheet {
  /// The whole order of judging, a stage a line, by the names of Judging: Why readings.
  mutating func judge(
    _ person: PersonContext, _ rows: UnsafeBufferPointer<PackedEntry>, _ twins: ActivityTwins?,
    _ plan: RulePlan, detail: Bool
  ) -> PersonJudgement {
    start(plan)
    if let scheme = plan.otherScheme(of: person) { return notApplicable(person, scheme, plan) }
    setRequirement(person, plan)
    takeEntries(person, rows, plan)
    waitForTwins(twins, rows)
    findRequirement(rows, plan)
    keepOnePlatform(rows, plan)
    spendLimits(plan)
    addUpModules(rows, plan)
    addUpOthers(plan)
    findVerdict(person, rows, plan)
    collectFindings(person, rows, plan)
    return judgement(detail: detail, plan)
  }

  /// Makes elements of the entries of the year.
  private mutating func takeEntries(
    _ person: PersonContext, _ rows: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan
  ) {
    guard let first = rows.baseAddress else { return }
    var taken = 0
    for row in rows.indices where first[row].isTaken(plan.creditYear, asOf: person.asOf) {
      let entry = first + row
      guard let category = entry.pointee.category else { continue }
      if category.spansYears {
        addSpanning(row, category, entry, person, plan)
      } else {
        let subject = entry.pointee.effectiveSubject
        let activity = plan.plan(of: category, subject, entry, person)
        let element = Element(row, category, subject, activity, entry.pointee.effectiveDays)
        judge(elements.append(element), entry, person, plan)
      }
      taken &+= 1
    }
    judgedRows = taken
  }

  /// Adds the elements of an assignment, one a subject, or that of a leave; they count by their days within the year.
  @inline(never)
  private mutating func addSpanning(
    _ row: Int, _ category: Category, _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext,
    _ plan: RulePlan
  ) {
    if category == .leave { hasLeave = true }
    let days = entry.pointee.daysThatCount(of: category, person, plan.year)
    let subjects: [Subject?] = category == .leave ? [nil] : [.public, .professional]
    for subject in subjects {
      // Of an assignment that brings one subject, the other element has the same reasons.
      let activity =
        plan.plan(of: category, subject, entry, person) ?? plan.plan(of: category, nil, entry, person)
      judge(elements.append(Element(row, category, subject, activity, days)), entry, person, plan)
    }
  }

  /// Works out all that can be said of an element by itself. It is no part of its callers, so that it stays small
  /// enough to have the stages within it; nor is what few entries come to, so that it is short.
  @inline(never)
  private mutating func judge(
    _ element: UnsafeMutablePointer<Element>, _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext,
    _ plan: RulePlan
  ) {
    element.pointee.findPlatform(entry, plan)
    element.pointee.findWorth(entry, person, plan)
    element.pointee.reject(entry, person, plan)
    guard element.pointee.rejection == nil, let activity = element.pointee.activity else { return }
    element.pointee.findPendingReasons(entry, plan)
    noteChoice(of: element, plan)
    noteFiling(of: element, activity, entry, plan)
    credit(element, activity, entry)
  }
}
