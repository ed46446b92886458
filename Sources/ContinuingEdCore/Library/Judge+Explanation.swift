extension Judge {
  /// How a judgement of this judge came about. It is made of the judgement's own entries, so that one that was kept can be
  /// explained later; by another judge's rules it can't.
  public func explanation(of judgement: Judgement) -> Explanation {
    guard let id = judgement.ruleSet, ruleSets.contains(where: { $0.id == id }) else {
      return Explanation(
        judgement: judgement, requiredWithoutLeave: judgement.required, steps: [], platforms: [],
        clauses: [])
    }
    // An assignment is two results of one entry.
    let entries = judgement.results
      .filter { $0.entry.category != .assignment || $0.subject == .public }.map(\.entry)
    let judge = Judge(rules, cities: Array(ruleSets.dropFirst()), calendar: calendar, asOf: judgement.asOf)
    let desk = JudgedRecords(judgement.person, entries, judge)
    guard desk.isThere else {
      return Explanation(
        judgement: judgement, requiredWithoutLeave: judgement.required, steps: [], platforms: [],
        clauses: [])
    }
    let run = CheckRun(
      records: desk.records, ruleSets: ruleSets, calendar: calendar, asOf: judgement.asOf)
    let trees = (
      ExplanationTree(0, of: run, in: .chinese), ExplanationTree(0, of: run, in: .english)
    )
    let steps = ExplanationSteps(judgement, trees.0, desk.records)
    let rules = trees.0.rules
    let platforms = trees.0.platforms.map {
      Explanation.Platform(
        name: rules.platforms[safe: $0.platform]?.name ?? "", isKept: $0.isKept, verdict: $0.verdict,
        credited: $0.credited)
    }
    let parts = zip(trees.0.root.children, trees.1.root.children).map { steps.step($0, $1) }
    var cited = Set(judgement.findings.compactMap(\.clause))
    for part in parts { part.cite(into: &cited) }
    return Explanation(
      judgement: judgement, requiredWithoutLeave: trees.0.requiredWithoutLeave, steps: parts,
      platforms: platforms, clauses: rules.clauses.filter { cited.contains($0.locator) })
  }
}

/// Makes steps of the nodes of a tree.
private struct ExplanationSteps {
  let judgement: Judgement
  let tree: ExplanationTree
  private let records: Records
  private let rows: [EntryRow]

  init(_ judgement: Judgement, _ tree: ExplanationTree, _ records: Records) {
    (self.judgement, self.tree, self.records) = (judgement, tree, records)
    rows = records.entries(of: 0)
  }

  /// The step of a node, with its words in both languages.
  func step(_ chinese: ExplanationTree.Node, _ english: ExplanationTree.Node) -> Explanation.Step {
    Explanation.Step(
      code: chinese.code, hours: chinese.hours, clause: tree.rules.place(chinese.clause),
      result: chinese.entry.flatMap(result), takers: chinese.entry.map(takers) ?? [],
      parts: zip(chinese.children, english.children).map { step($0, $1) }, chinese: chinese.label,
      english: english.label)
  }

  /// The judgement's own result of a leaf, which knows where the entry came from.
  private func result(_ leaf: ExplanationTree.Leaf) -> EntryResult? {
    let place = tree.judgement.entries.firstIndex {
      $0.entry == leaf.result.entry && $0.subject == leaf.result.subject
    }
    if let place, tree.judgement.entries.count == judgement.results.count { return judgement.results[place] }
    return EntryResult(leaf.result, leaf.row, records, tree.rules)
  }

  private func takers(_ leaf: ExplanationTree.Leaf) -> [Entry] {
    let lines = Set(leaf.sharedWith.joined())
    return rows.filter { lines.contains(Int($0.line)) }.compactMap { Entry($0, records) }
  }
}

extension Explanation.Step {
  /// Adds the clauses that it and its parts cite.
  fileprivate func cite(into cited: inout Set<RuleSet.Clause.ID>) {
    if let clause { cited.insert(clause) }
    for loss in result?.losses ?? [] { if let clause = loss.clause { cited.insert(clause) } }
    for part in parts { part.cite(into: &cited) }
  }
}
