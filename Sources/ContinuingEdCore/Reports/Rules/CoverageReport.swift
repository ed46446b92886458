extension RuleCoverage {
  /// A line a clause: by which rules it is judged and which cases show it, or why it is not judged.
  package func text(_ cases: [RuleCase], in language: Language) -> String {
    var lines: [String] = []
    for clause in clauses {
      if let reason = clause.notJudged {
        lines.append("  \(clause.locator)  " + language.pick("不判断：", "not judged: ") + reason)
        continue
      }
      let mark = clause.shownBy.isEmpty ? "✘" : "✔"
      lines.append(
        "\(mark) \(clause.locator)  "
          + language.pick(
            "\(clause.rules.count) 条规则，\(clause.shownBy.count) 个例子",
            "\(English.count(clause.rules.count, "rule")), \(English.count(clause.shownBy.count, "case"))"))
      lines.append("      " + clause.rules.joined(separator: ", "))
      for index in clause.shownBy.prefix(3) { lines.append("      · " + cases[index].name) }
      if clause.shownBy.count > 3 {
        lines.append(
          language.pick(
            "      · 另有 \(clause.shownBy.count - 3) 个", "      · and \(clause.shownBy.count - 3) more"))
      }
    }
    let judged = clauses.count { $0.notJudged == nil }
    lines.append(
      language.pick(
        "\(clauses.count) 个条款：判断 \(judged) 个，其中有例子的 \(judged - notShown.count) 个；不判断 \(clauses.count - judged) 个",
        "\(English.count(clauses.count, "clause")): \(judged) judged, \(judged - notShown.count) of them shown by cases; "
          + "\(clauses.count - judged) not judged"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The coverage as JSON.
  package func json(_ ruleSetID: String, _ cases: [RuleCase]) -> JSONValue {
    .object([
      "schema": .text("cecredit.rules-coverage/1"), "ruleset": .text(ruleSetID),
      "clauses": .list(
        clauses.map { clause in
          .object([
            "clause": .text(clause.locator), "judged": JSONValue(.bool(clause.notJudged == nil)),
            "reason": .text(orNull: clause.notJudged), "rules": .texts(clause.rules),
            "cases": .texts(clause.shownBy.map { cases[$0].name }),
          ])
        }),
    ])
  }
}
