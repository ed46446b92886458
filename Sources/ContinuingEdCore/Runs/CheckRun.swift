/// All that a check is made of: what was read, by which rules and as of when. Reports are made from it.
package struct CheckRun: Sendable {
  /// What was read.
  package var records: Records
  /// The run's own rule set, then those of the cities that the roster names.
  package var ruleSets: [RuleSet]
  /// The working days by which terms are counted.
  package var calendar: WorkdayCalendar
  /// Judged as of the end of this day; nil takes every entry.
  package var asOf: Day?
  /// The people to judge, as indexes into ``Records/people``; nil is everyone.
  package var chosen: [Int]?

  /// By year, the rule sets that there are of it, for the warning that a file is of another year.
  package var ruleSetsOfYear: [Int: [String]] = [:]

  /// Whether files of which most rows are of another year are warned of.
  var warnsOfOtherYears = true

  /// A check of what was read; `ruleSets` has at least the run's own.
  package init(
    records: Records, ruleSets: [RuleSet], calendar: WorkdayCalendar, asOf: Day? = nil, chosen: [Int]? = nil
  ) {
    self.records = records
    self.ruleSets = ruleSets
    self.calendar = calendar
    self.asOf = asOf
    self.chosen = chosen
  }

  /// How many people are judged.
  package var count: Int { chosen?.count ?? records.people.count }

  /// The index of the person at a place of the run's order.
  func person(at place: Int) -> Int { chosen?[place] ?? place }

  /// A judge for one thread, who also asks what an auditor would ask, if wanted.
  func evaluator(audits: Bool = false) -> Evaluator {
    Evaluator(ruleSets: ruleSets, calendar: calendar, asOf: asOf, records: records, audits: audits)
  }

  /// Adds to what those judged add up to all that is found when everyone has been.
  func finish(_ summary: inout CheckSummary) {
    summary.asked.append(contentsOf: CheckAudit(run: self).rest(after: summary))
    summary.problems = records.problems.errorCount
    summary.warnings = records.problems.warningCount + summary.asked.count
  }

  /// The place of the rule set of a person.
  func ruleSetIndex(of person: Int) -> Int {
    let index = records.roster(of: person)?.ruleSet ?? 0
    return ruleSets.indices.contains(index) ? index : 0
  }
}

/// How many people got which verdict (Outputs: Fields of JSON).
package struct VerdictCounts: Hashable, Sendable {
  private var counts: [Int] = Array(repeating: 0, count: Verdict.allCases.count)

  /// Nobody counted.
  package init() {}

  /// The people with this verdict.
  package subscript(verdict: Verdict) -> Int { counts[Int(verdict.rawValue)] }
  /// Everyone.
  package var people: Int { counts.reduce(0, +) }

  mutating func count(_ verdict: Verdict) { counts[Int(verdict.rawValue)] += 1 }

  mutating func add(_ other: VerdictCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }
}

/// What a check adds up to.
package struct CheckSummary: Sendable {
  /// How many people got which verdict.
  package var verdicts = VerdictCounts()
  /// The rows judged; an assignment counts once.
  package var entries = 0
  /// Problems that left a row unused.
  package var problems = 0
  /// Warnings, which left their row in use.
  package var warnings = 0
  /// By year, the usable rows of those judged that count for another one (Outputs: entries).
  package var otherYears: [Int: Int] = [:]
  /// What was lost for each reason.
  package var losses = LossSums()
  /// The warnings that were found while people were judged.
  package var asked = ProblemList()
  /// What became of the workbook, where one was written.
  package var workbook = WorkbookOutcome()

  /// Nothing counted.
  package init() {}

  /// Whether everyone judged is compliant or sent to another scheme.
  package var isEveryoneCompliant: Bool {
    verdicts[.compliant] + verdicts[.notApplicable] == verdicts.people
  }

  mutating func count(_ judgement: PersonJudgement, rows: Int) {
    verdicts.count(judgement.verdict)
    entries += rows
    losses.add(judgement.losses)
  }

  /// Takes over what an evaluator has found besides.
  mutating func take(_ evaluator: Evaluator) {
    asked = evaluator.takeWarnings()
    otherYears = evaluator.takeRowsOfOtherYears()
  }

  mutating func add(_ other: CheckSummary) {
    verdicts.add(other.verdicts)
    entries += other.entries
    losses.add(other.losses)
    if !other.asked.isEmpty { asked.append(contentsOf: other.asked) }
    for (year, rows) in other.otherYears { otherYears[year, default: 0] += rows }
  }
}
