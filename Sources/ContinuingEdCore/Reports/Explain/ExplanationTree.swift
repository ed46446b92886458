/// One person's whole way from entries to verdict, as a tree. It computes no hour: all figures are the evaluator's.
package struct ExplanationTree: Sendable {
  /// A step of the way. Its hours are those of its confirmed children together; of a leaf, what the entry brings.
  package struct Node: Sendable {
    /// The stable word of machine output.
    package var code: String
    /// Those of its confirmed children together; of an entry, what it brings.
    package var hours: Hours
    /// The clause that the step rests on.
    package var clause: ClauseID
    /// The step in words.
    package var label: String
    /// The steps that it is made of.
    package var children: [Node] = []
    /// Where the node is an entry.
    package var entry: Leaf?
  }

  /// An entry, at the end of the tree.
  package struct Leaf: Sendable {
    /// What came of the row.
    package var result: RowResult
    /// The row as read.
    package var row: EntryRow
    /// For each loss to a limit, the lines of the other entries that took its hours, the first ``LimitTakers/mostNamed``.
    package var sharedWith: [[Int]]
  }

  /// What keeping one platform comes to.
  package struct PlatformOutcome: Sendable {
    /// The platform, as an index into those of the rule set.
    package var platform: Int
    /// Whether it is the one that is kept.
    package var isKept: Bool
    /// The verdict if it were kept.
    package var verdict: Verdict
    /// The confirmed hours if it were kept.
    package var credited: SubjectHours
    /// Confirmed and pending hours if it were kept.
    package var ifApproved: SubjectHours
  }

  /// The judgement that is explained.
  package var judgement: PersonJudgement
  /// The rule set that it was made by.
  package var rules: RuleSet
  /// The whole of the hours, from which all others branch.
  package var root: Node
  /// Where one platform is kept, what each would have given, the kept one first.
  package var platforms: [PlatformOutcome] = []
  /// What would be required without leave.
  package var requiredWithoutLeave: RequiredHours

  /// The explanation of the person with this index in ``Records/people``.
  package init(_ person: Int, of run: CheckRun, in language: Language) {
    let judge = run.evaluator()
    rules = judge.ruleSet(of: person)
    judgement = judge.judge(person, detail: true)
    requiredWithoutLeave = RequiredHours(rules.requirements)
    let leaves = ExplanationTree.leaves(judgement, rules, run.records.entries(of: person))
    root = ExplanationTree.tree(judgement, rules, leaves, requiredWithoutLeave, language)
    if judgement.platformKept != nil { platforms = ExplanationTree.platforms(person, judgement, rules, run) }
  }

  private static func leaves(_ judgement: PersonJudgement, _ rules: RuleSet, _ rows: [EntryRow]) -> [Leaf] {
    let takers = LimitTakers(judgement.entries, rows, rules)
    return judgement.entries.enumerated().map { place, result in
      Leaf(
        result: result, row: rows[result.entry],
        sharedWith: result.losses.map { loss in
          takers.takers(of: place, loss.reason).map { Int(rows[judgement.entries[$0].entry].line) }
        })
    }
  }

  private static func tree(
    _ judgement: PersonJudgement, _ rules: RuleSet, _ leaves: [Leaf], _ base: RequiredHours,
    _ language: Language
  ) -> Node {
    var root = Node(
      code: judgement.verdict.code, hours: judgement.credited.total, clause: rules.requirements.total.clause,
      label: judgement.verdict.label(in: language))
    if judgement.findings.contains(where: { $0.code == .otherScheme }) {
      root.clause = judgement.findings.first?.clause ?? root.clause
      return root
    }
    for subject in Subject.allCases {
      let clause = (subject == .public ? rules.requirements.public : rules.requirements.professional).clause
      var node = Node(
        code: subject.code, hours: judgement.credited.hours(of: subject), clause: clause,
        label: subject.label(in: language))
      for state in [EntryState.confirmed, .pending, .rejected] {
        let own = leaves.filter { $0.result.subject == subject && $0.result.state == state }
        if own.isEmpty { continue }
        let hours = own.reduce(Hours.zero) { $0 + $1.result.credited }
        var group = Node(code: state.code, hours: hours, clause: clause, label: state.label(in: language))
        group.children = own.map { entryNode($0, language) }
        node.children.append(group)
      }
      root.children.append(node)
    }
    let leave = leaves.filter { $0.result.subject == nil }
    if !leave.isEmpty {
      var node = Node(
        code: Category.leave.code, hours: base.total - judgement.required.total,
        clause: rules.leave?.clause ?? rules.grounds.categoryNotRecognized,
        label: language.pick("特殊情形减少的应修学时", "leave: hours that are not required"))
      node.children = leave.map { entryNode($0, language) }
      root.children.append(node)
    }
    return root
  }

  private static func entryNode(_ leaf: Leaf, _ language: Language) -> Node {
    Node(
      code: leaf.row.category?.code ?? "", hours: leaf.result.credited,
      clause: leaf.result.losses.first.flatMap { leaf.result.state == .rejected ? $0.clause : nil }
        ?? leaf.result.clause,
      label: leaf.row.category?.label(in: language) ?? "", entry: leaf)
  }

  private static func platforms(
    _ person: Int, _ judgement: PersonJudgement, _ rules: RuleSet, _ run: CheckRun
  ) -> [PlatformOutcome] {
    // The rows without other platforms keep their order.
    let rows = run.records.entries(of: person)
    let choice = OtherPlatforms(judgement, rules)
    let evaluator = run.evaluator()
    return choice.platforms.map { platform in
      let kept = rows.indices.filter { choice.keeps($0, with: platform) }.map { rows[$0] }
        .compactMap { entry in run.asOf.map { entry.asOf($0) } ?? entry }
      let outcome = evaluator.judge(person, rows: kept, detail: false)
      return PlatformOutcome(
        platform: platform, isKept: platform == judgement.platformKept, verdict: outcome.verdict,
        credited: outcome.credited, ifApproved: outcome.ifApproved)
    }
  }
}
