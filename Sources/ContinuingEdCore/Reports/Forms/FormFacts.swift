/// What is known of one person, in the words of forms.
struct FormFacts {
  let person: Int
  let judgement: PersonJudgement
  let rules: RuleSet
  let plan: PersonPlan?
  private let people: FormPeople
  private var run: CheckRun { people.run }
  private let rowsOfPerson: [EntryRow]
  /// What becomes of each entry, an assignment once.
  private let activities: [FormActivity]

  init(_ person: Int, _ judgement: PersonJudgement, _ people: FormPeople, plan: PersonPlan?) {
    self.person = person
    self.judgement = judgement
    self.people = people
    self.plan = plan
    rules = people.run.ruleSets[people.run.ruleSetIndex(of: person)]
    rowsOfPerson = people.run.records.entries(of: person)
    activities = FormActivity.all(judgement.entries, rowsOfPerson, people.run.records, rules)
  }

  /// Whether an activity stands on the form: not what platforms report by themselves, if that is left out.
  private func isPrinted(_ activity: FormActivity) -> Bool {
    !(people.options.onlyDeclared && activity.isOnListedPlatform)
  }

  // MARK: Single facts

  /// What a word of a form stands for; empty where nothing is known.
  func text(_ word: Form.PersonWord) -> String {
    let texts = run.records.texts
    let known = run.records.people[person]
    switch word {
    case .name: return texts.string(known.name)
    case .unit: return texts.string(known.unit)
    case .id: return people.options.ids.show(texts.string(known.id))
    case .year: return "\(rules.year)"
    case .ruleset: return rules.id
    case .notice:
      let number = rules.notice.number.map { "（\($0)）" } ?? ""
      return "\(rules.notice.issuer)《\(rules.notice.title)》\(number)"
    case .verdict:
      return "\(judgement.verdict.label(in: .chinese))：\(judgement.verdict.meaning(in: .chinese))"
    case .date: return FormDay.text(people.options.date)
    case .reviewDate: return run.records.roster(of: person)?.reviewDate.map { "\($0)" } ?? ""
    case .lastDay: return people.lastDay(of: person, rules)
    case .total: return "\(judgement.credited.total)"
    case .platformHours: return "\(hoursOfPlatforms)"
    case .platformClause: return people.form.withoutListedPlatforms ?? ""
    case .findings: return findings
    case .unused:
      let lines = PersonPart.unusedLines(rowsOfPerson, .chinese)
      return lines.isEmpty ? "" : "\(lines)有问题，没有使用，改正后才能下结论。"
    case .planRemark: return planRemark
    case .lost: return lost
    }
  }

  private var hoursOfPlatforms: Hours {
    activities.filter { $0.isOnListedPlatform && $0.state == .confirmed }.reduce(.zero) { $0 + $1.credited }
  }

  private var findings: String {
    var all = judgement.findings.map { finding in
      "\(finding.code.label(in: .chinese))（\(rules.locator(finding.clause))）"
    }
    let (base, now) = (rules.requirements.total.hours, judgement.required.total)
    if judgement.verdict != .notApplicable, let leave = rules.leave, now < base {
      all.append("因特殊情形，应修学时由 \(base) 减为 \(now)（\(rules.locator(leave.clause))）")
    }
    return all.isEmpty ? "" : all.joined(separator: "；") + "。"
  }

  private var planRemark: String {
    guard let plan else { return "" }
    if plan.approvalSuffices { return "待审的学时全部认定后即达标；下面的计划供认定不了时补学。" }
    return plan.outcome == .planned ? "下面是学时最少的补学计划，不计待审的学时。" : ""
  }

  /// What brought nothing, each reason once with its hours and clauses.
  private var lost: String {
    var reasons: [(reason: LossReason, hours: Hours, clauses: [String])] = []
    for loss in judgement.entries.flatMap(\.losses) {
      let clause = rules.locator(loss.clause)
      if let place = reasons.firstIndex(where: { $0.reason == loss.reason }) {
        reasons[place].hours += loss.hours
        if !reasons[place].clauses.contains(clause) { reasons[place].clauses.append(clause) }
      } else {
        reasons.append((loss.reason, loss.hours, [clause]))
      }
    }
    let parts = reasons.map {
      "\($0.reason.label(in: .chinese)) \($0.hours) 学时（\($0.clauses.joined(separator: "、"))）"
    }
    return parts.isEmpty ? "" : parts.joined(separator: "；") + "。"
  }

  /// The labels of a grid with what stands behind them.
  func filled(_ grid: Form.Grid) -> FormDocument.Part {
    .grid(
      isRuled: grid.isRuled,
      rows: grid.rows.map { row in
        row.map { cell in
          var value = ""
          if case .word(let word) = cell.value { value = text(word) }
          return FormDocument.Cell(
            label: cell.label, value: value, spans: cell.spans,
            seal: cell.seal.map { $0.lines(on: people.options.date) })
        }
      })
  }

  // MARK: Rows

  /// The first block that is for an activity: it stands on paper once.
  private func firstBlock(for activity: FormActivity) -> Form.Table? {
    for case .table(let table) in people.form.parts {
      if case .entries(let subject, let categories) = table.rows, activity.isOf(subject, categories) {
        return table
      }
    }
    return nil
  }

  /// The rows of a table.
  func rows(of table: Form.Table) -> [FormRow] {
    switch table.rows {
    case .entries(let subject, let categories):
      return activities.filter {
        isPrinted($0) && $0.isInBlock && $0.isOf(subject, categories) && firstBlock(for: $0) == table
      }.map { .entry($0) }
    case .notCredited:
      return activities.filter(isPrinted).flatMap { activity in activity.lost.map { .lost(activity, $0) } }
    case .waiting:
      return activities.filter { $0.state == .pending && $0.isInBlock }.map { .waiting($0) }
    case .requirements:
      if judgement.verdict == .notApplicable { return [] }
      return PersonCard.bars(judgement, rules, .chinese).map { .part($0) }
    case .plan:
      guard let plan, plan.outcome != .nothingMissing else { return [] }
      if plan.entries.isEmpty { return [.noPlan(people.outcome(plan, rules))] }
      return plan.entries.map { .planned($0, rules) }
    }
  }
}

extension Form.Seal {
  /// What stands below the room, and the day or room for one; nothing where the seal goes over something else.
  func lines(on day: Day?) -> [String] { below.isEmpty ? [] : [below, FormDay.text(hasDate ? day : nil)] }
}
