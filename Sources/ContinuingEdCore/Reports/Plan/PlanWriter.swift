/// Writes one person's plan in the form that is asked for.
struct PlanWriter: Sendable {
  let run: CheckRun
  let asOf: Day
  let style: PlanStyle

  func write(_ index: Int, _ plan: PersonPlan, into buffer: inout ByteBuffer) {
    switch style.format {
    case .csv: writeRow(index, plan, .csv, &buffer)
    case .entries: writeEntries(index, plan, .csv, &buffer)
    case .xlsx:
      if style.cards {
        writeEntries(index, plan, .sheet, &buffer)
      } else {
        writeRow(index, plan, .sheet, &buffer)
      }
    case .json: writeJSON(index, plan, start: ",\n    ", end: "", &buffer)
    case .jsonl: writeJSON(index, plan, start: "", end: "\n", &buffer)
    case .table, .markdown:
      if style.cards {
        buffer.append(PlanCard(index, plan, self).text)
      } else {
        writeLine(index, plan, &buffer)
      }
    }
  }

  func rules(of index: Int) -> RuleSet { run.ruleSets[run.ruleSetIndex(of: index)] }

  func text(_ id: TextID) -> String { run.records.texts.string(id) }

  // MARK: One row a person

  static let csvHeader =
    "person_id,name,unit,verdict,outcome,public_short,professional_short,total_short,approval_suffices,"
    + "plan_hours,plan_entries,plan,last_day,days_left\n"

  private func writeRow(
    _ index: Int, _ plan: PersonPlan, _ form: TableRow.Form, _ buffer: inout ByteBuffer
  ) {
    let person = run.records.people[index]
    let missing = plan.judgement.shortfall
    var row = TableRow(form, in: &buffer)
    row.id(person.id, style.ids, run.records.texts, to: &buffer)
    for cell in [text(person.name), text(person.unit), plan.judgement.verdict.code, plan.outcome.code] {
      row.text(cell, to: &buffer)
    }
    for hours in [missing.public, missing.professional, missing.total] { row.hours(hours, to: &buffer) }
    row.text(plan.approvalSuffices ? "yes" : "no", to: &buffer)
    row.hours(plan.hours, to: &buffer)
    row.whole(plan.entries.count, to: &buffer)
    row.text(summary(plan, rules(of: index)), to: &buffer)
    row.day(plan.deadline, to: &buffer)
    row.whole(plan.deadline.map { $0.days(since: asOf) }, to: &buffer)
    row.end(&buffer)
  }

  /// The plan, or why there is none, in a line.
  func summary(_ plan: PersonPlan, _ rules: RuleSet) -> String {
    let language = style.language
    switch plan.outcome {
    case .nothingMissing: return ""
    case .planned:
      return plan.entries.map { planned in
        let what = PlanWords.way(planned.way, rules, language)
        let subject =
          planned.entry.category == .assignment ? "" : PlanWords.subject(planned.entry, planned.way, language)
        return "\(subject)\(planned.hours) \(language.pick("学时", "hours")) \(what)"
      }.joined(separator: language.pick("；", "; "))
    case .tooLate:
      let last = plan.closed.max { $0.since < $1.since }
      guard let last else { return language.pick("已无法补足", "can no longer be made up") }
      let locator = rules.clauses[Int(last.clause)].locator
      return language.pick(
        "已无法补足：\(locator)，自 \(last.since) 起", "can no longer be made up: \(locator), since \(last.since)")
    case .notPlanned:
      return language.pick(
        "没有可以算准的计划：通知另有项目要求，或学时按种类、级别等折算，请对照条款安排",
        "no plan can be counted on: the notice has requirements of its own, or amounts by kind or level; see its clauses"
      )
    case .notApplicable: return Verdict.notApplicable.meaning(in: language)
    case .rosterProblem:
      return language.pick("先改正花名册中的这一行", "mend the roster row first")
    }
  }

  private static func headings(_ language: Language) -> [String] {
    language.pick(
      ["证件号", "姓名", "结论", "差公需", "差专业", "计划", "最后一天"],
      ["ID", "name", "verdict", "public short", "professional short", "plan", "last day"])
  }

  static func markdownHeader(_ language: Language) -> String {
    let names = headings(language)
    return "| \(names.joined(separator: " | ")) |\n|" + names.map { _ in " --- |" }.joined() + "\n"
  }

  private func writeLine(_ index: Int, _ plan: PersonPlan, _ buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    let missing = plan.judgement.shortfall
    let language = style.language
    let cells = [
      style.ids.show(text(person.id)), text(person.name), plan.judgement.verdict.label(in: language),
      "\(missing.public)", "\(missing.professional)", summary(plan, rules(of: index)),
      plan.deadline.map { "\($0)" } ?? "",
    ]
    if style.format == .markdown {
      buffer.append("| \(cells.map(ShownText.markdown).joined(separator: " | ")) |\n")
      return
    }
    buffer.append(PlanWriter.tableLine(cells, language))
  }

  static func tableHeader(_ language: Language) -> String { tableLine(headings(language), language) }

  /// A row of the table; columns of numbers are as wide as their headings.
  private static func tableLine(_ cells: [String], _ language: Language) -> String {
    let names = headings(language).map { DisplayWidth.of($0) }
    let widths = [18, 10, 13, names[3], names[4], 0, 0]
    var line = ""
    for (cell, width) in zip(cells, widths) {
      let shown = ShownText.safe(cell)
      let padding = max(0, width - DisplayWidth.of(shown))
      line += shown + String(repeating: " ", count: padding) + "  "
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line + "\n"
  }

  // MARK: The further entries as a records file

  private static let entryFields: [Field] = [
    .personID, .name, .unit, .subject, .category, .title, .platform, .start, .end, .hours, .count, .level,
    .module,
    .filing, .filedOn, .result, .evidence, .status,
  ]

  static let entriesHeader = entryFields.map(\.chinese).joined(separator: ",") + "\n"

  private func writeEntries(
    _ index: Int, _ plan: PersonPlan, _ form: TableRow.Form, _ buffer: inout ByteBuffer
  ) {
    let person = run.records.people[index]
    for (number, planned) in plan.entries.enumerated() {
      let cells = cells(planned, number + 1)
      var row = TableRow(form, in: &buffer)
      for field in PlanWriter.entryFields {
        switch field {
        case .personID: row.id(person.id, style.ids, run.records.texts, to: &buffer)
        case .name: row.text(text(person.name), to: &buffer)
        case .unit: row.text(text(person.unit), to: &buffer)
        default: row.cell(cells[field] ?? "", of: field, to: &buffer)
        }
      }
      row.end(&buffer)
    }
  }

  /// The sheet of a workbook, whose columns are those of the CSV or of the further entries.
  static func frame(entries: Bool) -> SheetFrame {
    if entries {
      return SheetFrame(
        "补学计划", entryFields.map { SheetFrame.Column($0.chinese, $0.sheetStyle, width: $0.sheetWidth) })
    }
    let columns = csvHeader.split { $0 == "," || $0 == "\n" }.map { name in
      switch name {
      case "person_id": SheetFrame.Column("person_id", width: 20)
      case "plan": SheetFrame.Column("plan", width: 40)
      case "plan_entries", "days_left": SheetFrame.Column(String(name), .whole)
      case "last_day": SheetFrame.Column("last_day", .day, width: 12)
      case _ where name.hasSuffix("_short") || name == "plan_hours": SheetFrame.Column(String(name), .plain)
      default: SheetFrame.Column(String(name), width: 10)
      }
    }
    return SheetFrame("补学计划", columns)
  }

  /// The cells of a further entry, in the words of the contract.
  private func cells(_ planned: PlannedEntry, _ number: Int) -> [Field: String] {
    let entry = planned.entry
    func word<Value: Equatable>(_ words: [(Value, [String])], _ value: Value?) -> String {
      value.flatMap { value in words.first { $0.0 == value }?.1.first } ?? ""
    }
    var cells: [Field: String] = [
      .subject: word(WordLists.subjectWords, entry.subject),
      .category: word(WordLists.categoryWords, entry.category),
      .title: "补学计划第\(number)项" + (planned.way.words.map { "（\($0)）" } ?? ""),
      .platform: text(entry.platform),
      .start: entry.start.map { "\($0)" } ?? "",
      .end: entry.end.map { "\($0)" } ?? "",
      .hours: entry.hours.map { "\($0)" } ?? "",
      .count: entry.count.map { "\($0)" } ?? "",
      .level: word(WordLists.levelWords, entry.level),
      .module: word(WordLists.moduleWords, entry.module),
      .result: word(WordLists.resultWords, entry.result),
      .status: word(WordLists.statusWords, entry.status),
      .filedOn: entry.filedOn.map { "\($0)" } ?? "",
    ]
    if entry.marks.contains(.filed) { cells[.filing] = "待备案" }
    if entry.marks.contains(.evidence) { cells[.evidence] = "待取得" }
    return cells
  }
}

/// Ways and subjects in words.
enum PlanWords {
  static func way(_ way: PlanWay, _ rules: RuleSet, _ language: Language) -> String {
    let category = rules.activities[way.activity].category.label(in: language)
    switch way.place {
    case .platform(let index): return "\(category)（\(rules.platforms[index].name)）"
    case .filedStudy: return category + language.pick("（事先备案的其他平台）", " (filed, on another platform)")
    case .anywhere:
      guard let level = way.level else { return category }
      return "\(category)（\(level.code)）"
    }
  }

  static func subject(_ entry: EntryRow, _ way: PlanWay, _ language: Language) -> String {
    let module: String =
      switch entry.module {
      case .compulsory: language.pick("必修", " compulsory")
      case .elective: language.pick("选修", " elective")
      case nil: ""
      }
    return way.subject.label(in: language) + module + language.pick("", " ")
  }
}
