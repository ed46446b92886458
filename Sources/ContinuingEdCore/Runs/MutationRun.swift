/// Which changes of a rule set its cases notice.
package struct MutationRun: Sendable {
  /// A change and the cases that fail under it.
  package struct Result: Sendable {
    /// The change under which the cases were run.
    package var mutation: RuleMutation
    /// Indexes of cases: the first that was found, or all if asked for; empty if none notices.
    package var noticedBy: [Int]
  }

  /// Changes that make another rule set; those that make none (a category without a subject) are left out.
  package var results: [Result]

  /// The changes that no case notices.
  package var unnoticed: [RuleMutation] { results.filter(\.noticedBy.isEmpty).map(\.mutation) }

  /// Makes every change of a rule file, one at a time, and runs the cases under each; with `all`, every case. A case that
  /// fails as the rules are notices nothing.
  package init(_ json: JSONValue, file: String, runner: CaseRunner, all: Bool = false) {
    let unchanged = RuleDecoder.decode(json, file: file).ruleSet
    let failing = Set(unchanged.map { runner.cases(thatFailUnder: $0) } ?? [])
    let names = Set(failing.map { runner.cases[$0].name })
    results = RuleMutation.all(of: json).compactMap { mutation in
      guard let rules = RuleDecoder.decode(mutation.applied(to: json), file: file).ruleSet else { return nil }
      let noticedBy =
        all
        ? runner.cases(thatFailUnder: rules).filter { !failing.contains($0) }
        : runner.firstFailure(under: rules, citing: mutation.clauses, leavingOut: names).map { [$0] } ?? []
      return Result(mutation: mutation, noticedBy: noticedBy)
    }
  }
}
