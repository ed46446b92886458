/// All that a judgement of applications for titles is made of: what was read, by which rules, and what was asked.
package struct TitleRun: Sendable {
  /// What was read.
  package var records: Records
  /// The rule sets of the application year, and those of the same cities' other years.
  package var rules: TitleRules
  /// First and last year, and the review date of whoever has none of their own.
  package var options: TitleOptions
  /// The working days by which the last day is counted.
  package var calendar: WorkdayCalendar
  /// The day after which further study lies, for what can still be done; nil says nothing of it.
  package var planDay: Day?
  /// The people to judge, as indexes into ``Records/people``; nil is everyone.
  package var chosen: [Int]?

  /// A judgement of what was read.
  package init(
    records: Records, rules: TitleRules, options: TitleOptions, calendar: WorkdayCalendar,
    chosen: [Int]? = nil
  ) {
    (self.records, self.rules, self.options) = (records, rules, options)
    (self.calendar, self.chosen) = (calendar, chosen)
  }

  /// How many people are judged.
  package var count: Int { chosen?.count ?? records.people.count }

  /// The index of the person at a place of the run's order.
  func person(at place: Int) -> Int { chosen?[place] ?? place }

  /// Adds to what everyone adds up to what an auditor would ask of the files: as a check of the application year does,
  /// but that files of several years are no slip.
  func finish(_ summary: inout TitleSummary) {
    var check = CheckRun(
      records: records, ruleSets: Array(rules.ruleSets.prefix(rules.applicationCount)), calendar: calendar)
    check.warnsOfOtherYears = false
    summary.asked = check.tally().asked
    summary.problems = records.problems.errorCount
    summary.warnings = records.problems.warningCount + summary.asked.count
  }

  /// A judge for one thread.
  func evaluator() -> TitleEvaluator {
    TitleEvaluator(rules: rules, options: options, calendar: calendar, records: records)
  }

  /// The rule set of a person's application year.
  func application(of person: Int) -> RuleSet {
    let index = records.roster(of: person)?.ruleSet ?? 0
    return rules.ruleSets[index < rules.applicationCount ? index : 0]
  }
}

/// What a judgement of applications adds up to.
package struct TitleSummary: Sendable {
  /// How many people got which verdict.
  package var verdicts = VerdictCounts()
  /// The rows that belong to a year that is listed for their person.
  package var entries = 0
  /// Other usable rows of the people judged.
  package var otherYears = 0
  /// Problems that left a row unused.
  package var problems = 0
  /// Warnings, which left their row in use.
  package var warnings = 0
  /// Those of them that an auditor would ask.
  package var asked = ProblemList()
  /// What became of the workbook, where one was written.
  package var workbook = WorkbookOutcome()

  /// Nothing counted.
  package init() {}

  /// Whether everyone judged is compliant or sent to another scheme.
  package var isEveryoneCompliant: Bool {
    verdicts[.compliant] + verdicts[.notApplicable] == verdicts.people
  }

  mutating func count(_ judgement: TitleJudgement) {
    verdicts.count(judgement.verdict)
    entries += judgement.rows
    otherYears += judgement.otherRows
  }

  mutating func add(_ other: TitleSummary) {
    verdicts.add(other.verdicts)
    entries += other.entries
    otherYears += other.otherYears
  }
}

/// Writes one person's application after another; one value a thread, so that it may keep what it has made.
protocol TitleWriter: SendableMetatype {
  /// Whether it shows what became of each entry.
  static var needsDetail: Bool { get }
  /// Adds the person with this index in ``Records/people``.
  mutating func write(_ person: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer)
}

extension TitleRun {
  /// Judges and writes everyone in the order of these places of the run, on all cores. When `take` wants no more, the
  /// rest is judged and not written, so that the summary holds.
  func write<Writer: TitleWriter, Failure: Error>(
    _ order: [Int]? = nil, audits: Bool = false, makeWriter: () -> Writer,
    take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> TitleSummary {
    var summary = TitleSummary()
    var isWanted = true
    let needsDetail = Writer.needsDetail
    try OrderedWork.run(
      count: count, makeWorker: { (makeWriter(), evaluator()) },
      work: { worker, places -> (ByteBuffer, TitleSummary) in
        var buffer = ByteBuffer(capacity: places.count * 1024)
        var part = TitleSummary()
        for place in places {
          let person = person(at: order?[place] ?? place)
          let judgement = worker.1.judge(person, detail: needsDetail)
          part.count(judgement)
          worker.0.write(person, judgement, into: &buffer)
        }
        return (buffer, part)
      },
      take: { (result: (ByteBuffer, TitleSummary)) throws(Failure) -> Bool in
        summary.add(result.1)
        if isWanted { isWanted = try take(result.0) }
        return true
      })
    if audits { finish(&summary) }
    return summary
  }

  /// Judges everyone without writing anything; `note` sees each, in order.
  func survey(audits: Bool = true, _ note: (Int, TitleJudgement) -> Void) -> TitleSummary {
    var summary = TitleSummary()
    OrderedWork.run(
      count: count, makeWorker: { evaluator() },
      work: { evaluator, places -> [TitleJudgement] in
        places.map { evaluator.judge(person(at: $0), detail: false) }
      },
      take: { (judgements: [TitleJudgement]) throws(Never) -> Bool in
        for judgement in judgements {
          note(summary.verdicts.people, judgement)
          summary.count(judgement)
        }
        return true
      })
    if audits { finish(&summary) }
    return summary
  }

  /// Judges everyone without writing anything.
  package func tally() -> TitleSummary {
    var summary = TitleSummary()
    OrderedWork.run(
      count: count, makeWorker: { evaluator() },
      work: { evaluator, places -> TitleSummary in
        var part = TitleSummary()
        for place in places { part.count(evaluator.judge(person(at: place), detail: false)) }
        return part
      },
      take: { (part: TitleSummary) throws(Never) -> Bool in
        summary.add(part)
        return true
      })
    finish(&summary)
    return summary
  }
}
