import ContinuingEdCore

/// Forms that are filled from records.
enum FormOfPeople {
  static func run(
    _ form: ContinuingEdCore.Form, _ chosen: RuleChoice, _ options: FormOptions, _ asOf: Day?,
    _ output: FormOutput, _ arguments: Arguments, _ console: Console
  ) throws -> ExitStatus {
    var (choice, input) = (chosen, try RecordsInput(arguments))
    if input.hasRoster {
      choice.addCities(console)
      choice.nameCities(in: &input.options)
    }
    choice.tell(&input.options)
    input.year = choice.own.year
    input.options.keepsFormTexts = true
    let listed = try arguments.number(.maxProblems) ?? 20
    input.keepRejectedRows(arguments, listed: listed)
    try output.open(beside: input)
    let records = try input.read(console, progress: arguments[.progress])
    var run = CheckRun(records: records, ruleSets: choice.ruleSets, calendar: .embedded, asOf: asOf)
    run.ruleSetsOfYear = choice.ruleSetsOfYear
    let wanted = arguments.all(.person)
    if !wanted.isEmpty { run.chosen = try PersonChoice(records).indexes(of: wanted) }
    let summary = run.tally()
    let people = FormPeople(form, run, options)
    let asked = run.chosen ?? Array(records.people.indices)
    let indexes = asked.filter { !people.isOfAnotherCity($0) }
    try output.write(count: indexes.count) { people.document(of: indexes[$0]) }
    let all = records.adding(summary.asked)
    try output.writeProblems(all, ids: options.ids, limit: listed)
    tell(summary, others: asked.count - indexes.count, form, console)
    if summary.problems > 0 { return .rowProblems }
    if indexes.isEmpty {
      console.say(Words("没有可填的人", "there is nobody to fill it for"))
      return .failed
    }
    return .ok
  }

  /// What is not on paper and must not be missed.
  private static func tell(
    _ summary: CheckSummary, others: Int, _ form: ContinuingEdCore.Form, _ console: Console
  ) {
    if others > 0 {
      console.say(
        Words("有 \(others) 人属于别的城市，这张表不适用，没有填", "left out: \(others) people of other cities"))
    }
    for (year, rows) in summary.otherYears.sorted(by: { $0.key < $1.key }) {
      console.say(Words("有 \(rows) 行属于 \(year) 年度，没有填", "left out: \(rows) rows of the year \(year)"))
    }
    let undetermined = summary.verdicts[.undetermined]
    if case .people(.shortOrPending) = form.documents, undetermined > 0 {
      console.say(
        Words(
          "有 \(undetermined) 人因有的行有问题而待定，没有填；改正后再来一次",
          "left out: \(undetermined) people who are undetermined for rows with problems; mend these first"))
    }
  }
}
