extension RuleSheet {
  /// The sheet for a terminal: statements of one clause share a line.
  package func text() -> String {
    var lines = [title, "  " + facts.joined(separator: " · ")]
    for section in sections {
      lines += ["", section.title]
      let width = min(40, section.rows.map { DisplayWidth.of($0.label) }.max() ?? 0)
      for row in section.rows {
        var label = DisplayWidth.padded(row.label, to: width)
        for line in row.lines(separator) {
          lines.append("  \(label)  \(line)")
          label = String(repeating: " ", count: width)
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sheet as Markdown: a table for each section.
  package func markdown(in language: Language) -> String {
    var lines = ["# " + title, "", facts.joined(separator: " · ")]
    for section in sections {
      lines += ["", "## " + section.title, ""]
      lines.append(language.pick("| 项目 | 规定 | 条款 |", "| item | rule | clause |"))
      lines.append("|---|---|---|")
      for row in section.rows {
        for (index, group) in row.groups(separator).enumerated() {
          let cells = [index == 0 ? row.label : "", group.text, group.clause]
          lines.append("| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RuleSheet.Row {
  /// Neighbouring statements of one clause in one.
  func groups(_ separator: String) -> [RuleSheet.Phrase] {
    phrases.reduce(into: []) { groups, phrase in
      if let last = groups.last, last.clause == phrase.clause {
        groups[groups.count - 1].text += separator + phrase.text
      } else {
        groups.append(phrase)
      }
    }
  }

  /// The statements and their clauses, a line a clause.
  fileprivate func lines(_ separator: String) -> [String] {
    groups(separator).map { group in group.clause.isEmpty ? group.text : "\(group.text)  〔\(group.clause)〕" }
  }
}

/// One clause of a notice and everything that hangs on it.
package struct ClauseSheet: Sendable {
  private let rules: RuleSet
  private let clause: ClauseID

  /// Nil if the notice has no such clause.
  package init?(_ rules: RuleSet, locator: String) {
    guard let index = rules.clauses.firstIndex(where: { $0.locator == locator }) else { return nil }
    self.rules = rules
    self.clause = ClauseID(index)
  }

  private func statements(in language: Language) -> [(label: String, text: String)] {
    let locator = rules.locator(clause)
    return RuleSheet(rules, in: language).sections.filter { $0.key != "notJudged" }.flatMap { section in
      section.rows.flatMap { row in
        row.phrases.filter { $0.clause == locator }.map { ("\(section.title) · \(row.label)", $0.text) }
      }
    }
  }

  /// The clause for a terminal.
  package func text(in language: Language) -> String {
    let clause = rules.clauses[Int(clause)]
    var lines = ["\(rules.id) \(clause.locator)", "  " + clause.says]
    if let reason = clause.notJudged { lines.append("  " + language.pick("不判断：", "not judged: ") + reason) }
    for statement in statements(in: language) {
      lines += ["", "  " + statement.label, "    " + statement.text]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The clause as Markdown.
  package func markdown(in language: Language) -> String {
    let clause = rules.clauses[Int(clause)]
    var lines = ["# \(rules.id) \(clause.locator)", "", clause.says]
    if let reason = clause.notJudged { lines += ["", language.pick("不判断：", "Not judged: ") + reason] }
    let statements = statements(in: language)
    if !statements.isEmpty { lines.append("") }
    lines += statements.map { "- \($0.label)\(language.pick("：", ": "))\($0.text)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The clause as JSON: what it says, and the places in the rule file that cite it.
  package func json() -> JSONValue {
    let statements = statements(in: .english)
    let stated = rules.clauses[Int(clause)]
    return .object([
      "schema": .text("cecredit.rules-clause/1"), "ruleset": .text(rules.id), "clause": .text(stated.locator),
      "says": .text(stated.says), "notJudged": .text(orNull: stated.notJudged),
      "rules": .texts(rules.uses(of: clause).map { $0.path.description }),
      "statements": .list(statements.map { .object(["of": .text($0.label), "text": .text($0.text)]) }),
    ])
  }
}
