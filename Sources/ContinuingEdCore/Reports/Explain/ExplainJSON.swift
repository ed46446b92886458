/// The JSON of `explain` (cecredit.explain/1).
package struct ExplainJSON {
  private let explanation: ExplanationTree
  private let run: CheckRun
  private var rules: RuleSet { explanation.rules }

  /// The explanation of a person of a run.
  package init(_ explanation: ExplanationTree, _ run: CheckRun) {
    self.explanation = explanation
    self.run = run
  }

  /// One object with the person, the sums, the platforms and the tree.
  package func write(_ person: Int, ids: IDStyle, into buffer: inout ByteBuffer) {
    let about = run.records.people[person]
    let texts = run.records.texts
    let judgement = explanation.judgement
    buffer.append("{\n  \"schema\": \"cecredit.explain/1\",\n  \"ruleset\": ")
    buffer.appendJSON(rules.id)
    buffer.append(",\n  \"notice\": {\"title\": ")
    buffer.appendJSON(rules.notice.title)
    buffer.append(", \"number\": ")
    buffer.appendJSON(orNull: rules.notice.number)
    buffer.append("},\n  \"asOf\": ")
    buffer.appendJSON(run.asOf)
    buffer.append(",\n  \"id\": ")
    buffer.appendID(about.id, ids, texts) { $0.appendJSON($1) }
    buffer.append(",\n  \"name\": ")
    buffer.appendJSON(texts.string(about.name))
    buffer.append(",\n  \"unit\": ")
    buffer.appendJSON(texts.string(about.unit))
    buffer.append(",\n  \"verdict\": \"\(judgement.verdict.code)\"")
    let parts: [(String, RequiredHours, (OtherHours) -> Hours)] = [
      ("requiredWithoutLeave", explanation.requiredWithoutLeave, \.required),
      ("required", judgement.required, \.required), ("credited", judgement.credited.asRequired, \.credited),
      ("ifApproved", judgement.ifApproved.asRequired, \.ifApproved),
      ("shortfall", judgement.shortfall, \.shortfall),
    ]
    for (key, hours, other) in parts {
      buffer.append(",\n  \"\(key)\": ")
      write(hours, &buffer, isOpen: true)
      buffer.appendOthers(rules, judgement, other)
      buffer.append("}")
    }
    buffer.append(",\n  \"findings\": [")
    for (place, finding) in judgement.findings.enumerated() {
      buffer.append("\(place == 0 ? "" : ", "){\"code\": \"\(finding.code.code)\", ")
      write(finding.clause, &buffer)
      buffer.append("}")
    }
    buffer.append("],\n  \"platforms\": [")
    for (place, outcome) in explanation.platforms.enumerated() {
      buffer.append(place == 0 ? "{\"name\": " : ", {\"name\": ")
      buffer.appendJSON(rules.platforms[outcome.platform].name)
      buffer.append(
        ", \"kept\": \(outcome.isKept), \"verdict\": \"\(outcome.verdict.code)\", \"credited\": ")
      write(outcome.credited.asRequired, &buffer)
      buffer.append(", \"ifApproved\": ")
      write(outcome.ifApproved.asRequired, &buffer)
      buffer.append("}")
    }
    buffer.append("],\n  \"tree\": ")
    write(explanation.root, depth: 1, &buffer)
    buffer.append("\n}\n")
  }

  private func write(_ hours: RequiredHours, _ buffer: inout ByteBuffer, isOpen: Bool = false) {
    buffer.append(
      "{\"public\": \(hours.public), \"professional\": \(hours.professional), \"total\": \(hours.total)")
    if rules.requirements.modules != nil {
      buffer.append(
        ", \"publicCompulsory\": \(hours.publicCompulsory), \"publicElective\": \(hours.publicElective)")
    }
    if !isOpen { buffer.append("}") }
  }

  /// The place of a clause and what it says.
  private func write(_ clause: ClauseID, _ buffer: inout ByteBuffer) {
    let known = rules.clauses.indices.contains(Int(clause)) ? rules.clauses[Int(clause)] : nil
    buffer.append("\"clause\": ")
    buffer.appendJSON(known?.locator ?? "")
    buffer.append(", \"says\": ")
    buffer.appendJSON(known?.says ?? "")
  }

  private func write(_ node: ExplanationTree.Node, depth: Int, _ buffer: inout ByteBuffer) {
    buffer.append("{\"code\": \"\(node.code)\", \"hours\": \(node.hours), ")
    write(node.clause, &buffer)
    buffer.append(", \"label\": ")
    buffer.appendJSON(node.label)
    if let leaf = node.entry { write(leaf, &buffer) }
    buffer.append(", \"children\": [")
    let indent = "\n" + String(repeating: "  ", count: depth + 1)
    for (place, child) in node.children.enumerated() {
      buffer.append((place == 0 ? "" : ",") + indent)
      write(child, depth: depth + 1, &buffer)
    }
    buffer.append("]}")
  }

  private func write(_ leaf: ExplanationTree.Leaf, _ buffer: inout ByteBuffer) {
    let (result, row) = (leaf.result, leaf.row)
    buffer.append(", \"file\": ")
    buffer.appendJSON(run.records.files[Int(row.file)].path)
    buffer.append(", \"line\": \(row.line), \"title\": ")
    buffer.appendJSON(run.records.texts.string(row.title))
    buffer.append(", \"start\": ")
    buffer.appendJSON(row.start)
    buffer.append(", \"end\": ")
    buffer.appendJSON(row.effectiveEnd)
    buffer.append(", \"basis\": ")
    buffer.appendJSON(BasisWords.text(result, row, rules, .chinese))
    buffer.append(
      ", \"worth\": \(result.worth), \"credited\": \(result.credited), \"state\": \"\(result.state.code)\"")
    buffer.append(", \"reasons\": [")
    for (place, reason) in result.reasons.words.enumerated() {
      buffer.append("\(place == 0 ? "" : ", "){\"code\": \"\(reason.code)\", ")
      write(rules.clause(of: reason, activity: result.activity ?? -1), &buffer)
      buffer.append(", \"who\": ")
      buffer.appendJSON(reason.remedy(in: .chinese))
      buffer.append("}")
    }
    buffer.append("], \"losses\": [")
    for (place, loss) in result.losses.enumerated() {
      buffer.append(
        "\(place == 0 ? "" : ", "){\"reason\": \"\(loss.reason.code)\", \"hours\": \(loss.hours), ")
      write(loss.clause, &buffer)
      buffer.append(
        ", \"sharedWithLines\": [\(leaf.sharedWith[place].map(String.init).joined(separator: ", "))]}")
    }
    buffer.append("]")
  }
}

/// How an entry's worth was found, in words.
enum BasisWords {
  static func text(_ result: RowResult, _ row: EntryRow, _ rules: RuleSet, _ language: Language) -> String {
    if result.subject == nil { return "" }
    let declared = language.pick("按申报学时", "as declared")
    guard let index = result.activity else { return declared }
    let count = row.count ?? 1
    switch rules.activities[index].basis {
    case .declared: return declared
    case .formula(let formula):
      return RuleWords(language: language).amount(formula, result.subject.map { [$0] } ?? [])
    case .perItem(let hours):
      return language.pick("每项 \(hours) 学时 × \(count) 项", "\(hours) hours an item × \(count)")
    case .byLevel(let amounts):
      guard let level = row.level, let amount = amounts.first(where: { $0.level == level }) else {
        return declared
      }
      return language.pick(
        "该级别 \(amount.hours) 学时 × \(count) 项", "\(amount.hours) hours for the level × \(count)")
    case .perDay(let hours):
      return language.pick(
        "每天 \(hours) 学时 × \(result.days?.count ?? 0) 天", "\(hours) hours a day × \(result.days?.count ?? 0)")
    case .perMonth(let publicHours, let professional):
      let hours = result.subject == .public ? publicHours : professional
      let months = result.days?.wholeMonths ?? 0
      return language.pick("每满一个月 \(hours) 学时 × \(months) 个月", "\(hours) hours a whole month × \(months)")
    }
  }
}
