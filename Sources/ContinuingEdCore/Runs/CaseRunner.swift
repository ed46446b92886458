/// Runs the cases of a file under a rule set, or under many that differ a little.
///
/// The rows are read once; judging them anew costs microseconds, which is what makes mutation affordable.
package struct CaseRunner {
  /// The cases, in the order of their file; outcomes refer to them by index.
  package let cases: [RuleCase]
  private let calendar: WorkdayCalendar
  private let records: CaseRecords

  /// A runner of cases that were written for `rules`.
  ///
  /// - Throws: ``ImportError`` if the rows can't be read at all; a row with a problem shows in the judgement.
  package init(_ cases: [RuleCase], rules: RuleSet, calendar: WorkdayCalendar = .embedded) throws(ImportError)
  {
    self.cases = cases
    self.calendar = calendar
    records = try CaseRecords(cases, rules: rules)
  }

  /// What one case came to.
  package struct Outcome: Sendable {
    /// The index of the case.
    package var index: Int
    /// Where the judgement differs from the one by hand; empty where the case holds.
    package var mismatches: [CaseMismatch]
    /// What the case was judged to be, with every loss.
    package var judgement: PersonJudgement
    /// For each element of the judgement's entries, the row in the case.
    package var rows: [Int]
  }

  /// Every case, in the order of the file.
  package func run(under rules: RuleSet) -> [Outcome] {
    var outcomes: [Outcome] = []
    visit(under: rules) { outcome in
      outcomes.append(outcome)
      return true
    }
    return outcomes.sorted { $0.index < $1.index }
  }

  /// A case that fails under a rule set, nil if all hold; those that show one of these clauses are tried first, those
  /// that are left out not at all.
  package func firstFailure(
    under rules: RuleSet, citing clauses: [String] = [], leavingOut names: Set<String> = []
  ) -> Int? {
    var failure: Int?
    for citing in [true, false] where failure == nil {
      func isWanted(_ item: RuleCase) -> Bool {
        item.clauses.contains(where: clauses.contains) == citing && !names.contains(item.name)
      }
      visit(under: rules, where: isWanted) { outcome in
        if !outcome.mismatches.isEmpty { failure = outcome.index }
        return failure == nil
      }
    }
    return failure
  }

  /// Judges case after case until `body` returns false.
  private func visit(
    under rules: RuleSet, where wanted: (RuleCase) -> Bool = { _ in true }, _ body: (Outcome) -> Bool
  ) {
    for batch in records.batches {
      var evaluators: [Day?: Evaluator] = [:]
      for (person, index) in batch.cases.enumerated() where wanted(cases[index]) {
        guard person < batch.records.people.count else { break }
        let asOf = cases[index].asOf
        let evaluator =
          evaluators[asOf]
          ?? Evaluator(ruleSets: [rules], calendar: calendar, asOf: asOf, records: batch.records)
        evaluators[asOf] = evaluator
        let judgement = evaluator.judge(person, detail: true)
        let entries = batch.records.entries(of: person)
        let rows = judgement.entries.map { batch.rowOfLine[Int(entries[$0.entry].line)] ?? 0 }
        var comparison = CaseComparison(rules: rules)
        comparison.compare(cases[index], judgement, rows, batch.records.roster(of: person)?.employer)
        if let title = cases[index].expected.title {
          let rules = TitleRules(applications: [rules])
          let judge = TitleEvaluator(
            rules: rules, options: TitleOptions(), calendar: calendar, records: batch.records)
          comparison.compare(title, judge.judge(person, detail: false), rules)
        }
        let outcome = Outcome(
          index: index, mismatches: comparison.mismatches, judgement: judgement, rows: rows)
        if !body(outcome) { return }
      }
    }
  }
}
