/// For each clause of a notice: what judges by it, and which cases show it.
package struct RuleCoverage: Sendable {
  /// Every clause of the notice, in its order.
  package var clauses: [Clause]

  /// One clause.
  package struct Clause: Sendable {
    /// The place in the notice.
    package var locator: String
    /// The places in the rule file that cite it.
    package var rules: [String]
    /// Indexes of the cases that fail when a rule of the clause is changed, or when it is cited no more.
    package var shownBy: [Int]
    /// Why it is not judged; nil where it is.
    package var notJudged: String?
  }

  /// Judged clauses that no case shows.
  package var notShown: [Clause] { clauses.filter { $0.notJudged == nil && $0.shownBy.isEmpty } }

  /// The coverage of a rule file by cases, found by changing the rules one at a time.
  package init(_ rules: RuleSet, json: JSONValue, file: String, runner: CaseRunner) {
    var shown: [String: Set<Int>] = [:]
    for result in MutationRun(json, file: file, runner: runner, all: true).results {
      for clause in result.mutation.clauses { shown[clause, default: []].formUnion(result.noticedBy) }
    }
    clauses = rules.clauses.enumerated().map { index, clause in
      var cases = shown[clause.locator] ?? []
      // A clause that only says why hours are lost or wait is shown by the cases in which they do, or that name it.
      cases.formUnion(runner.cases(thatFailUnder: rules.citing(ClauseID(index), as: clause.locator + "〇")))
      for use in rules.uses(of: ClauseID(index)) {
        cases.formUnion(runner.cases(thatShow: use, by: clause.locator))
      }
      return Clause(
        locator: clause.locator, rules: rules.uses(of: ClauseID(index)).map(\.path.description),
        shownBy: cases.sorted(), notJudged: clause.notJudged)
    }
  }
}

extension CaseRunner {
  /// Indexes of the cases in which hours are lost or wait on this ground, and not by another clause.
  fileprivate func cases(thatShow use: ClauseUse, by locator: String) -> [Int] {
    guard case .ground(let ground) = use else { return [] }
    return cases.indices.filter { index in
      cases[index].expected.entries.contains { entry in
        entry.reasons.contains { $0.code == ground }
          || entry.losses.contains { $0.reason.code == ground && ($0.clause ?? locator) == locator }
      }
    }
  }

  /// Indexes of the cases that fail under a rule set.
  func cases(thatFailUnder rules: RuleSet) -> [Int] {
    run(under: rules).filter { !$0.mismatches.isEmpty }.map(\.index)
  }
}

extension RuleSet {
  /// The same rules, with one clause under another locator.
  fileprivate func citing(_ clause: ClauseID, as locator: String) -> RuleSet {
    var other = self
    other.clauses[Int(clause)].locator = locator
    return other
  }
}
