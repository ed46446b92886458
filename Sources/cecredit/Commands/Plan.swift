import ContinuingEdCore

/// `cecredit plan`: what is missing and the smallest set of further entries that earns it.
enum Plan: Command {
  static let name = "plan"
  static let summary = Words("还差多少，怎样在期限内补足", "what is missing, and how to earn it in time")
  static let synopsis = Words("文件... --rules 规则集 [选项]", "FILE... --rules RULESET [OPTIONS]")
  static let discussion = Words(
    """
    为每个人找出学时最少、其次项数最少的补学计划，只用 --as-of 那天以后仍开放的途径。不写 --as-of 时以今天为准，
    并在标准错误说明。写 --person 时列出全部理由；--format entries 把计划写成登记表的格式，接在原文件后可再核算。

      cecredit plan 登记表.csv --rules CITY-YEAR --as-of 2022-10-01
      cecredit plan 登记表.csv --rules CITY-YEAR --as-of 2022-10-01 --person 张三
      cecredit plan 登记表.csv --rules CITY-YEAR --as-of 2022-10-01 --format entries -o 计划.csv

    退出状态：0 没有人需要补学；1 有人需要；2 用法、规则或文件有错；3 有的行有问题。
    """,
    """
    Finds for everyone the plan with the fewest hours, then the fewest entries, of ways that are open after the day of
    --as-of. Without it today is taken, and standard error says so. --person gives all the reasons; --format entries
    writes the plan as a records file, to be checked together with the old one. csv is one row a person, or the
    entries where --person is given.

      cecredit plan staff.csv --rules CITY-YEAR --as-of 2022-10-01
      cecredit plan staff.csv --rules CITY-YEAR --as-of 2022-10-01 --person 张三
      cecredit plan staff.csv --rules CITY-YEAR --as-of 2022-10-01 --format entries -o plan.csv

    Exit status: 0 nobody lacks anything; 1 someone does; 2 usage, rules or a file; 3 some rows had problems.
    """)
  static let formatOption = Option.choice(
    "--format", PlanStyle.Format.allCases.map(\.rawValue),
    Words(
      "结果的格式；不写时按 -o 的文件名，否则为 table", "the form of the result; by default by the name of FILE, else table"))
  static let options: [Option] =
    Option.ruleChoice + Option.recordsInput + [
      .ledgerInput, .asOf, .person, formatOption, CheckStyle.idsOption, .output,
    ]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    var choice = try RuleChoice(arguments)
    let asOf = try day(arguments, console)
    let year = choice.own.year
    if let given = try arguments.asOf(), !(year - 1...year + 1).contains(given.year) {
      throw CommandError.usage(
        Words(
          "--as-of \(given) 不在 \(choice.own.id) 的年度 \(year) 附近",
          "--as-of \(given) is nowhere near \(year), the year of \(choice.own.id)"))
    }
    let style = try style(arguments, console)
    var input = try RecordsInput(arguments)
    if input.hasRoster { choice.addCities(console) }
    choice.tell(&input.options)
    input.year = choice.ruleSets.first?.year
    choice.nameCities(in: &input.options)
    try input.refuse([arguments[.output]].compactMap { $0 })
    let output = try console.openOutput(
      arguments[.output], isForPeople: style.format.isForPeople, isWorkbook: style.format == .xlsx)
    let records = try input.read(console, progress: nil)
    var run = CheckRun(records: records, ruleSets: choice.ruleSets, calendar: .embedded)
    let wanted = arguments.all(.person)
    if !wanted.isEmpty { run.chosen = try PersonChoice(records).indexes(of: wanted) }
    if style.format == .csv || style.format == .entries {
      try output.writeByteOrderMark(ifNamed: arguments[.output])
    }
    let summary = try PlanReport(run, asOf: asOf, style).write {
      (buffer: ByteBuffer) throws(CommandError) -> Bool in
      try output.write(buffer)
      return !output.readerHasGone
    }
    try console.tell(summary.workbook, of: arguments[.output])
    try output.finish()
    console.warn(
      ProblemListing(
        records, in: console.language, ids: .masked, colour: console.warnsInColour
      )
      .text(limit: 20, isQuiet: console.isQuiet))
    if run.count == 0 { console.say(Words("没有可核算的人", "there is nobody to judge")) }
    if records.problems.errorCount > 0 { return .rowProblems }
    if run.count == 0 { return .failed }
    return summary.isNothingMissing ? .ok : .someoneShort
  }

  /// The day of `--as-of`, or today, which is then mentioned.
  private static func day(_ arguments: Arguments, _ console: Console) throws(CommandError) -> Day {
    if let day = try arguments.asOf() { return day }
    let today = Clock.today
    console.note(
      Words(
        "没有写 --as-of，以今天 \(today)（中国时间）为准", "no --as-of was given, so it is as of today in China, \(today)"))
    return today
  }

  private static func style(
    _ arguments: Arguments, _ console: Console
  ) throws(CommandError) -> PlanStyle {
    var style = PlanStyle()
    style.language = console.language
    style.cards = arguments.has(.person)
    let word = try OutputName.form(
      arguments[formatOption], to: arguments[.output], forms: PlanStyle.Format.allCases.map(\.rawValue),
      usual: "table", alike: ["entries": "csv"])
    style.format = PlanStyle.Format(rawValue: word) ?? .table
    if style.format == .xlsx { try console.refuseWorkbook(on: arguments[.output]) }
    if style.format == .csv, style.cards { style.format = .entries }
    // What programs read is worded the same in every language.
    if !style.format.isForPeople { style.language = .chinese }
    style.ids =
      arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
      ?? (style.format.isForPeople ? .masked : .full)
    return style
  }
}
