extension Judge {
  /// What a person lacks as of the end of a day, and a smallest set of further entries after it that earns the rest. The
  /// judge's own day makes no difference here.
  public func plan(for person: Person, with entries: [Entry], after day: Day) -> Plan {
    let all = Judge(rules, cities: Array(ruleSets.dropFirst()), calendar: calendar)
    let desk = JudgedRecords(person, entries, all)
    guard desk.isThere, !desk.strangers.contains(0) else {
      return Plan(unplanned: Judgement(unjudged: person, asOf: day, desk.allProblems), after: day)
    }
    var records = desk.records
    let texts = records.addPlanTexts(of: ruleSets)
    // Ways are looked for within a year of the rule set's; a day beyond says no more.
    let near = min(max(day, .first(of: rules.days.start.year - 1)), .last(of: rules.year + 1))
    let planner = Planner(
      records: records, ruleSets: ruleSets, calendar: calendar, asOf: day, after: near, texts: texts)
    let rules = desk.evaluator().ruleSet(of: 0)
    let found = planner.plan(0, detail: true)
    let rows = records.entries(of: 0).compactMap { $0.asOf(day) }
    let judgement = Judgement(
      found.judgement, of: person, rows, records, rules, asOf: day, desk.allProblems)
    return Plan(found, judgement, records, rules, after: day)
  }
}
