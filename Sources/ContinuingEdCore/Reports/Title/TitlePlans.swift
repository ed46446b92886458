/// What can still be done for an application: plans for the years that a rule set judges and that are short
/// (TitleApplications: Cutoff).
struct TitlePlans {
  /// The plan of each year, by its rule set's place in ``TitleRules/ruleSets``.
  private(set) var plans: [(year: Int, ruleSet: Int, plan: PersonPlan)] = []

  /// Plans for a person as of the end of a day: further entries lie after it, and by the person's last day.
  init(_ person: Int, _ judgement: TitleJudgement, _ run: TitleRun, asOf: Day) {
    for year in judgement.years {
      guard let place = year.ruleSet, let verdict = year.verdict, verdict != .compliant else { continue }
      // A planner knows one cutoff, that of the rules: before the day after the last one is by the last one.
      var rules = run.rules.ruleSets[place]
      var records = run.records
      var facts = records.roster(of: person) ?? RosterRow()
      facts.ruleSet = 0
      facts.reviewDate = judgement.cutoff.map { $0.day.adding(days: 1) }
      let clause = judgement.cutoff?.clause.flatMap { _ in rules.reviewCutoff.clause }
      rules.reviewCutoff = .beforeReviewDate(clause: clause ?? rules.titleApplications?.clause ?? 0)
      var list = [RosterRow?](repeating: nil, count: records.people.count)
      list[person] = facts
      records.rosterFacts = list
      let texts = records.addPlanTexts(of: [rules])
      let planner = Planner(
        records: records, ruleSets: [rules], calendar: run.calendar, asOf: asOf, texts: texts)
      plans.append((year.year, place, planner.plan(person, detail: false)))
    }
  }
}
