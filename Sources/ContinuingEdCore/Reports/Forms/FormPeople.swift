/// Fills a form for one person after another. Every figure is the judgement's.
///
/// One instance belongs to one thread.
package final class FormPeople {
  let form: Form
  let run: CheckRun
  let options: FormOptions
  private let evaluator: Evaluator
  private let planner: Planner?
  private let planWriter: PlanWriter

  /// What a form is filled from: a run whose records kept what forms show (``ImportOptions/keepsFormTexts``).
  package init(_ form: Form, _ run: CheckRun, _ options: FormOptions) {
    self.form = form
    self.options = options
    var run = run
    let wantsPlan = form.parts.contains { part in
      if case .table(let table) = part { table.rows == .plan } else { false }
    }
    let texts = wantsPlan ? run.records.addPlanTexts(of: run.ruleSets) : []
    self.run = run
    evaluator = run.evaluator()
    planner =
      wantsPlan
      ? Planner(
        records: run.records, ruleSets: run.ruleSets, calendar: run.calendar, asOf: run.asOf,
        after: run.asOf ?? options.date, texts: texts) : nil
    let before = run.ruleSets.first.map { $0.days.start.adding(days: -1) } ?? .last(of: -1)
    planWriter = PlanWriter(run: run, asOf: run.asOf ?? options.date ?? before, style: PlanStyle())
  }

  /// Whether a person is judged by a rule set of another city than the form's.
  package func isOfAnotherCity(_ person: Int) -> Bool {
    guard let city = form.city else { return false }
    return run.ruleSets[run.ruleSetIndex(of: person)].city.english != city
  }

  /// The verdict on a person.
  package func verdict(on person: Int) -> Verdict { evaluator.judge(person, detail: false).verdict }

  /// The form of the person with this index in ``Records/people``; nil where the form is not for somebody with that
  /// verdict, or not for that city's people.
  package func document(of person: Int) -> FormDocument? {
    if isOfAnotherCity(person) { return nil }
    let judgement = evaluator.judge(person, detail: true)
    if case .people(.shortOrPending) = form.documents, judgement.verdict != .short,
      judgement.verdict != .pending
    {
      return nil
    }
    let facts = FormFacts(person, judgement, self, plan: planner?.plan(person, detail: false))
    var printed = Hours.zero
    var parts: [FormDocument.Part] = []
    for part in form.parts {
      switch part {
      case .grid(let grid): parts.append(facts.filled(grid))
      case .text(let text, let onlyDeclared):
        if onlyDeclared, !options.onlyDeclared { continue }
        if let filled = Placeholder.filled(text, facts.text) { parts.append(.text(filled)) }
      case .sum(let label, let unit): parts.append(.sum(label: label, hours: printed, unit: unit))
      case .table(let table):
        let rows = facts.rows(of: table)
        printed += rows.reduce(.zero) { $0 + $1.printed }
        if rows.isEmpty, table.isLeftOutWhenEmpty { continue }
        parts.append(
          .table(
            FormDocument.Table(
              name: table.name, within: table.within, columns: table.columns,
              rows: rows.enumerated().map { number, row in
                table.columns.map { row.value($0.value, number: number + 1) }
              }, blankRows: table.blankRows, beginsSheet: table.beginsSheet)))
      }
    }
    let (name, unit) = (facts.text(.name), facts.text(.unit))
    return FormDocument(
      title: Placeholder.filled(form.title, facts.text) ?? form.title, name: name, owner: [name, unit],
      parts: parts)
  }

  /// The last day on which somebody can study, and where it comes from: the cutoff of a review, else the year's end.
  func lastDay(of person: Int, _ rules: RuleSet) -> String {
    let (context, _) = evaluator.situation(of: person)
    guard let cutoff = context.cutoff, let review = run.records.roster(of: person)?.reviewDate else {
      return "\(rules.days.end)（年度结束）"
    }
    var text = "\(cutoff)（申报日期 \(review)"
    if let clause = rules.reviewCutoff.clause { text += "，\(rules.locator(clause))" }
    text += "）"
    if context.cutoffLeftCalendar { text += "；\(FindingCode.calendarUnknown.label(in: .chinese))" }
    return text
  }

  /// Why a plan has no entries.
  func outcome(_ plan: PersonPlan, _ rules: RuleSet) -> String { planWriter.summary(plan, rules) }
}
