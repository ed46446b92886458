/// The explanation in words, as text or Markdown.
package struct ExplainText {
  private let explanation: ExplanationTree
  private let run: CheckRun
  private let language: Language
  private let isMarkdown: Bool
  private var lines: [String] = []
  private var cited: [ClauseID] = []
  private var rules: RuleSet { explanation.rules }

  /// What is to be read.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// The explanation of the person at an index of the run's people, in a language.
  package init(
    _ person: Int, _ explanation: ExplanationTree, _ run: CheckRun, ids: IDStyle, in language: Language,
    markdown: Bool
  ) {
    self.explanation = explanation
    self.run = run
    self.language = language
    isMarkdown = markdown
    let about = run.records.people[person]
    let texts = run.records.texts
    let heading = [texts.string(about.name), ids.show(texts.string(about.id)), texts.string(about.unit)]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let judgement = explanation.judgement
    add(0, "\(shown(heading)): \(judgement.verdict.label(in: language))", heading: 1)
    let number = rules.notice.number.map { " \($0)" } ?? ""
    add(1, language.pick("依据：\(rules.notice.title)\(number)", "by: \(rules.notice.title)\(number)"))
    if let asOf = run.asOf { add(1, language.pick("截至 \(asOf)", "as of \(asOf)")) }
    add(1, judgement.verdict.meaning(in: language))
    if judgement.verdict != .notApplicable { addSums(judgement) }
    addPlatforms()
    for finding in judgement.findings {
      add(1, finding.code.label(in: language) + cite(finding.clause))
    }
    for node in explanation.root.children { add(node) }
    addClauses()
  }

  private mutating func add(_ depth: Int, _ text: String, heading: Int? = nil) {
    if let heading {
      if !lines.isEmpty { lines.append("") }
      lines.append(isMarkdown ? String(repeating: "#", count: heading) + " " + text : text)
      if isMarkdown { lines.append("") }
    } else if isMarkdown {
      lines.append(String(repeating: "  ", count: max(0, depth - 1)) + "- " + text)
    } else {
      lines.append(String(repeating: "  ", count: depth) + text)
    }
  }

  private func shown(_ text: String) -> String {
    isMarkdown ? ShownText.markdown(text) : ShownText.safe(text)
  }

  private mutating func cite(_ clause: ClauseID) -> String {
    guard rules.clauses.indices.contains(Int(clause)) else { return "" }
    if !cited.contains(clause) { cited.append(clause) }
    return language.pick(
      "［\(rules.clauses[Int(clause)].locator)］", " [\(rules.clauses[Int(clause)].locator)]")
  }

  private mutating func addSums(_ judgement: PersonJudgement) {
    let (required, missing) = (judgement.required, judgement.shortfall)
    let (credited, approved) = (judgement.credited.asRequired, judgement.ifApproved.asRequired)
    let base = explanation.requiredWithoutLeave
    let requirements = rules.requirements
    var parts: [(String, ClauseID, KeyPath<RequiredHours, Hours>)] = [
      (Subject.public.label(in: language), requirements.public.clause, \.public)
    ]
    if let modules = requirements.modules {
      parts.append((language.pick("其中必修", "compulsory"), modules.compulsory.clause, \.publicCompulsory))
      parts.append((language.pick("其中选修", "elective"), modules.elective.clause, \.publicElective))
    }
    parts.append((Subject.professional.label(in: language), requirements.professional.clause, \.professional))
    parts.append((language.pick("合计", "total"), requirements.total.clause, \.total))
    for (label, clause, part) in parts {
      var text =
        "\(label)" + language.pick("：认定 ", ": credited ") + "\(credited[keyPath: part])"
        + language.pick("，应修 ", ", required ") + "\(required[keyPath: part])"
      if base[keyPath: part] != required[keyPath: part] {
        text += language.pick("（原为 \(base[keyPath: part])）", " (\(base[keyPath: part]) without leave)")
      }
      if approved[keyPath: part] != credited[keyPath: part] {
        text += language.pick("，待审的都认定后 ", ", if all is approved ") + "\(approved[keyPath: part])"
      }
      if missing[keyPath: part] > .zero {
        text += language.pick("，还差 ", ", missing ") + "\(missing[keyPath: part])"
      }
      add(1, text + cite(clause))
    }
    for other in judgement.others {
      guard let rule = requirements.others[safe: other.requirement] else { continue }
      var text =
        shown(rule.name) + language.pick("：认定 ", ": credited ") + "\(other.credited)"
        + language.pick("，应修 ", ", required ") + "\(other.required)"
      if other.ifApproved != other.credited {
        text += language.pick("，待审的都认定后 ", ", if all is approved ") + "\(other.ifApproved)"
      }
      if other.shortfall > .zero { text += language.pick("，还差 ", ", missing ") + "\(other.shortfall)" }
      add(1, text + cite(rule.amount.clause))
    }
  }

  private mutating func addPlatforms() {
    for outcome in explanation.platforms {
      let name = shown(rules.platforms[outcome.platform].name)
      let kept = outcome.isKept ? language.pick("计这个平台", "kept") : language.pick("不计这个平台", "not kept")
      let verdict = outcome.verdict.label(in: language)
      add(
        1,
        language.pick(
          "\(name)：\(kept)；若计它，认定 \(outcome.credited.total)，待审的都认定后 \(outcome.ifApproved.total)，\(verdict)",
          "\(name): \(kept); keeping it gives \(outcome.credited.total), if approved \(outcome.ifApproved.total), \(verdict)"
        ) + (rules.onePlatformAYear.map { cite($0) } ?? ""))
    }
  }

  private mutating func add(_ node: ExplanationTree.Node) {
    add(0, "\(node.label) \(node.hours)\(cite(node.clause))", heading: 2)
    for child in node.children {
      if child.entry != nil {
        addEntry(child, depth: 1)
      } else {
        add(1, "\(child.label) \(child.hours)\(cite(child.clause))")
        for entry in child.children { addEntry(entry, depth: 2) }
      }
    }
  }

  private mutating func addEntry(_ node: ExplanationTree.Node, depth: Int) {
    guard let leaf = node.entry else { return }
    let (result, row) = (leaf.result, leaf.row)
    let title = shown(run.records.texts.string(row.title))
    var place = language.pick("第 \(row.line) 行", "line \(row.line)")
    if run.records.files.filter({ !$0.isRoster }).count > 1 {
      place = shown(run.records.files[Int(row.file)].path) + " " + place
    }
    var text = [place, node.label, title].filter { !$0.isEmpty }.joined(separator: " ")
    if let start = row.effectiveStart, let end = row.effectiveEnd {
      text += start == end ? " \(start)" : " \(start)~\(end)"
    }
    if result.subject != nil {
      let basis = BasisWords.text(result, row, rules, language)
      text += language.pick("：值 \(result.worth)（\(basis)）", ": worth \(result.worth) (\(basis))")
      text += language.pick("，计 \(result.credited)", ", brings \(result.credited)")
    }
    add(depth, text + cite(node.clause))
    for (loss, lines) in zip(result.losses, leaf.sharedWith) {
      var text = "−\(loss.hours) \(loss.reason.label(in: language))\(cite(loss.clause))"
      if !lines.isEmpty {
        let list = lines.map(String.init).joined(separator: language.pick("、", ", "))
        let more = lines.count == LimitTakers.mostNamed ? language.pick("等", " …") : ""
        text += language.pick("，已用于第 \(list) 行\(more)", ", taken by lines \(list)\(more)")
      }
      add(depth + 1, text)
    }
    for reason in result.reasons.words {
      let clause = rules.clause(of: reason, activity: result.activity ?? -1)
      add(
        depth + 1,
        reason.label(in: language) + language.pick("：", ": ") + reason.remedy(in: language) + cite(clause))
    }
  }

  private mutating func addClauses() {
    if cited.isEmpty { return }
    add(0, language.pick("条款", "Clauses"), heading: 2)
    for clause in cited.sorted() {
      add(1, "\(rules.clauses[Int(clause)].locator)  \(shown(rules.clauses[Int(clause)].says))")
    }
  }
}
