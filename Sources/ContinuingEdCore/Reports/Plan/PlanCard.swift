/// Everything about one person's plan in words: what waits first, then what is missing, the plan, what else is open
/// and what is closed.
struct PlanCard {
  private var lines: [String] = []
  private let isMarkdown: Bool
  private let language: Language

  var text: String { lines.joined(separator: "\n") + "\n\n" }

  init(_ index: Int, _ plan: PersonPlan, _ writer: PlanWriter) {
    isMarkdown = writer.style.format == .markdown
    language = writer.style.language
    let person = writer.run.records.people[index]
    let rules = writer.rules(of: index)
    let heading = [
      writer.text(person.name), writer.style.ids.show(writer.text(person.id)), writer.text(person.unit),
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    let verdict = plan.judgement.verdict
    section("\(shown(heading)): \(verdict.label(in: language))", level: 2)
    item(verdict.meaning(in: language))
    if plan.leftOut > 0 {
      item(
        language.pick(
          "\(writer.asOf) 以后的 \(plan.leftOut) 项登记没有计入",
          "left out: \(English.count(plan.leftOut, "entry", "entries")) after \(writer.asOf)"))
    }
    addPending(index, plan, writer, rules)
    addMissing(plan, rules)
    addPlan(plan, writer, rules)
    addAlternatives(plan, writer, rules)
    addClosed(plan, rules)
  }

  private mutating func section(_ text: String, level: Int = 3) {
    if !lines.isEmpty { lines.append("") }
    lines.append(isMarkdown ? String(repeating: "#", count: level) + " " + text : text)
    if isMarkdown { lines.append("") }
  }

  private mutating func item(_ text: String) { lines.append(isMarkdown ? "- \(text)" : "  \(text)") }

  private func shown(_ text: String) -> String {
    isMarkdown ? ShownText.markdown(text) : ShownText.safe(text)
  }

  private func cite(_ clause: ClauseID, _ rules: RuleSet) -> String {
    guard rules.clauses.indices.contains(Int(clause)) else { return "" }
    return language.pick(
      "［\(rules.clauses[Int(clause)].locator)］", " [\(rules.clauses[Int(clause)].locator)]")
  }

  private mutating func addPending(
    _ index: Int, _ plan: PersonPlan, _ writer: PlanWriter, _ rules: RuleSet
  ) {
    let pending = plan.judgement.entries.filter { $0.state == .pending }
    if pending.isEmpty { return }
    let rows = writer.run.records.entries(of: index).compactMap { $0.asOf(writer.asOf) }
    section(language.pick("待审", "Pending"))
    for result in pending {
      let entry = rows[result.entry]
      for reason in result.reasons.words {
        let clause = rules.clause(of: reason, activity: result.activity ?? -1)
        let title = writer.text(entry.title)
        item(
          language.pick("第 \(entry.line) 行 ", "line \(entry.line) ")
            + shown(title.isEmpty ? entry.category?.label(in: language) ?? "" : title)
            + language.pick("，\(result.credited) 学时：", ", \(result.credited) hours: ")
            + reason.label(in: language) + language.pick("，", ", ") + reason.remedy(in: language)
            + cite(clause, rules))
      }
    }
    item(
      plan.approvalSuffices
        ? language.pick("全部认定后即达标，不必再学", "once all is approved, nothing more is needed")
        : plan.judgement.shortfall.isZero
          ? language.pick("不靠待审的也已达标", "compliant without it")
          : language.pick("只靠认定还不够", "approval alone is not enough"))
  }

  private mutating func addMissing(_ plan: PersonPlan, _ rules: RuleSet) {
    let missing = plan.judgement.shortfall
    let others = plan.judgement.others.filter { $0.shortfall > .zero }
    if missing.isZero, others.isEmpty { return }
    section(language.pick("还差", "Missing"))
    func add(_ label: String, _ hours: Hours, _ clause: ClauseID) {
      if hours > .zero { item("\(label) \(hours) \(language.pick("学时", "hours"))\(cite(clause, rules))") }
    }
    add(Subject.public.label(in: language), missing.public, rules.requirements.public.clause)
    if let modules = rules.requirements.modules {
      add(language.pick("其中必修", "of these compulsory"), missing.publicCompulsory, modules.compulsory.clause)
      add(language.pick("其中选修", "of these elective"), missing.publicElective, modules.elective.clause)
    }
    add(
      Subject.professional.label(in: language), missing.professional, rules.requirements.professional.clause)
    add(language.pick("合计", "total"), missing.total, rules.requirements.total.clause)
    for other in others {
      guard let rule = rules.requirements.others[safe: other.requirement] else { continue }
      add(shown(rule.name), other.shortfall, rule.amount.clause)
    }
  }

  private mutating func addPlan(_ plan: PersonPlan, _ writer: PlanWriter, _ rules: RuleSet) {
    if plan.outcome == .nothingMissing { return }
    section(language.pick("计划", "Plan"))
    guard plan.outcome == .planned else {
      item(writer.summary(plan, rules))
      return
    }
    for (number, planned) in plan.entries.enumerated() {
      let (entry, way) = (planned.entry, planned.way)
      let subject = entry.category == .assignment ? "" : PlanWords.subject(entry, way, language)
      let days = way.days.end.days(since: writer.asOf)
      var text =
        "\(number + 1). \(subject)\(planned.hours) \(language.pick("学时", "hours"))"
        + language.pick("：", ": ") + shown(PlanWords.way(way, rules, language)) + cite(way.clause, rules)
      text += language.pick(
        "，最晚 \(way.days.end)（还有 \(days) 天）", ", by \(way.days.end) (\(English.count(days, "day")) left)")
      text += cite(way.lastDayClause, rules)
      if entry.marks.contains(.filed) {
        text += language.pick("，须事先备案", ", to be filed first")
        if let filedOn = entry.filedOn { text += language.pick("（如 \(filedOn)）", " (as on \(filedOn))") }
      }
      if entry.status == .verified {
        text += language.pick("，须经主管部门认定", ", to be confirmed by the department")
      }
      item(text)
    }
  }

  private mutating func addAlternatives(_ plan: PersonPlan, _ writer: PlanWriter, _ rules: RuleSet) {
    if plan.alternatives.isEmpty { return }
    section(language.pick("还开放的途径", "What is open"))
    for room in plan.alternatives {
      let way = room.way
      let amount =
        room.room.map { language.pick("还可计 \($0) 学时", "up to \($0) hours more") }
        ?? language.pick("学时不限", "no limit")
      item(
        way.subject.label(in: language) + language.pick("：", ": ")
          + shown(PlanWords.way(way, rules, language))
          + language.pick("，", ", ") + amount + cite(way.clause, rules)
          + language.pick("，最晚 \(way.days.end)", ", by \(way.days.end)") + cite(way.lastDayClause, rules))
    }
  }

  private mutating func addClosed(_ plan: PersonPlan, _ rules: RuleSet) {
    if plan.closed.isEmpty { return }
    section(language.pick("已关闭的途径", "What is closed"))
    for way in plan.closed {
      let category = rules.activities[way.activity].category.label(in: language)
      item(
        way.subject.label(in: language) + language.pick("：", ": ") + category
          + language.pick("，自 \(way.since) 起", ", since \(way.since)") + cite(way.clause, rules))
    }
  }
}
