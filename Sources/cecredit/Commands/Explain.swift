import ContinuingEdCore

/// `cecredit explain`: one person's whole way from entries to verdict.
enum Explain: Command {
  static let name = "explain"
  static let summary = Words("逐项说明一个人的结论是怎样得出的", "show how one person's verdict came about")
  static let synopsis = Words(
    "文件... --rules 规则集 --person 证件号或姓名 [选项]", "FILE... --rules RULESET --person ID|NAME [OPTIONS]")
  static let discussion = Words(
    """
    列出每一项值多少、按什么折算、扣去多少、依据哪一条、与哪些行共用上限，等谁认定，选了哪个平台，以及各科合计。
    每个数都与 check 相同。

      cecredit explain 登记表.csv --rules CITY-YEAR --person 张三

    退出状态与 check 相同。
    """,
    """
    Shows what each entry is worth and by which basis, what was taken away by which clause and with whom a limit is
    shared, what waits for whom, which platform was kept, and the sums. Every figure is that of check.

      cecredit explain staff.csv --rules CITY-YEAR --person 张三

    The exit status is that of check.
    """)
  static let formatOption = Option.choice(
    "--format", ["text", "markdown", "json"],
    Words("结果的格式；不写时按 -o 的文件名，否则为 text", "the form of the result; by default by the name of FILE, else text"))
  static let options: [Option] =
    Option.ruleChoice + Option.recordsInput + [
      .ledgerInput, .asOf, .person, formatOption, CheckStyle.idsOption, .output,
    ]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let asOf = try arguments.asOf()
    guard let wanted = arguments.all(.person).last, arguments.all(.person).count == 1 else {
      throw CommandError.usage(
        Words("要用 --person 写出一个人的证件号或姓名", "name one person by --person"))
    }
    let format = try OutputName.form(
      arguments[formatOption], to: arguments[.output], forms: formatOption.allowed ?? [], usual: "text")
    var choice = try RuleChoice(arguments)
    var input = try RecordsInput(arguments)
    if input.hasRoster { choice.addCities(console) }
    choice.tell(&input.options)
    input.year = choice.ruleSets.first?.year
    choice.nameCities(in: &input.options)
    try input.refuse([arguments[.output]].compactMap { $0 })
    let output = try console.openOutput(arguments[.output], isForPeople: format != "json")
    let records = try input.read(console, progress: nil)
    if records.people.isEmpty {
      throw CommandError.failure(Words("文件中没有可核算的人", "there is nobody in the files"))
    }
    let run = CheckRun(records: records, ruleSets: choice.ruleSets, calendar: .embedded, asOf: asOf)
    let person = try PersonChoice(records).index(of: wanted)
    // What programs read is worded the same in every language.
    let explanation = ExplanationTree(person, of: run, in: format == "json" ? .chinese : console.language)
    let ids =
      arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
      ?? (format == "json" ? .full : .masked)
    if format == "json" {
      var buffer = ByteBuffer()
      ExplainJSON(explanation, run).write(person, ids: ids, into: &buffer)
      try output.write(buffer)
    } else {
      let text = ExplainText(
        person, explanation, run, ids: ids, in: console.language, markdown: format == "markdown")
      try output.write(text.text)
    }
    try output.finish()
    console.warn(
      ProblemListing(records, in: console.language, ids: .masked, colour: console.warnsInColour)
        .text(limit: 20, isQuiet: console.isQuiet))
    if records.problems.errorCount > 0 { return .rowProblems }
    let verdict = explanation.judgement.verdict
    return verdict == .compliant || verdict == .notApplicable ? .ok : .someoneShort
  }
}
