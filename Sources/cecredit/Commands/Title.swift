import ContinuingEdCore

/// `cecredit title`: may somebody apply for a title, by the hours of several years (TitleApplications: JSON of title).
enum Title: Command {
  static let name = "title"
  static let summary = Words("按几个年度的学时，核算能否申报职称", "judge by several years' hours who may apply for a title")
  static let synopsis = Words(
    "文件... | --ledger 文件夹 --rules 规则集 [选项]", "FILE... | --ledger DIR --rules RULESET [OPTIONS]")
  static let discussion = Words(
    """
    --rules 是申报年度的规则集，它说明哪类单位的人要提供哪些年度。其他年度有同一城市的规则集的，按那个规则集核算；
    没有的，按申报的学时和年度学时计算，标准用申报年度的通知。申报日期写在花名册中，或用 --review-date。
    写 --person 时逐年列出全过程和条款，以及申报日期前还能做什么。

      cecredit title 登记表.csv --rules CITY-YEAR --roster 花名册.csv
      cecredit title 登记表.csv --rules CITY-YEAR --review-date 2023-09-01 --from 2019
      cecredit title 登记表.csv --rules CITY-YEAR --roster 花名册.csv --person 张三

    退出状态与 check 相同。
    """,
    """
    --rules is the rule set of the year of application; it says which years the people of which employers show.
    Another year is judged by the same city's rule set where there is one, else by declared hours and audited sums, held
    to the figures of the application year's notice. Review dates stand on the roster, or --review-date gives one.
    --person shows the whole way year by year, with clauses, and what can still be done before the review date.

      cecredit title staff.csv --rules CITY-YEAR --roster people.csv
      cecredit title staff.csv --rules CITY-YEAR --review-date 2023-09-01 --from 2019
      cecredit title staff.csv --rules CITY-YEAR --roster people.csv --person 张三

    The exit status is that of check.
    """)
  static let from = Option(
    "--from", value: Words("年度", "YEAR"),
    Words("从哪一年度起；花名册中的起算年份优先", "the first year; title_from of the roster goes before"))
  static let to = Option("--to", value: Words("年度", "YEAR"), Words("到哪一年度为止", "the last year"))
  static let reviewDate = Option(
    "--review-date", value: Words("日期", "DATE"),
    Words("花名册没有写申报日期的人，按这一天", "the review date of whoever has none on the roster"))
  static let asOf = Option(
    "--as-of", value: Words("日期", "DATE"),
    Words(
      "一个人还能做什么，从这一天以后算起；不写时以今天（中国时间）为准",
      "what a person can still do lies after this day; by default after today, in China"))
  static let options: [Option] =
    Option.ruleChoice + Option.recordsInput + [.ledgerInput, from, to, reviewDate, asOf, .person]
    + [CheckStyle.formatOption, CheckStyle.idsOption, CheckStyle.sortOption]
    + [.output, .maxProblems, .problems, .rejects, .progress]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let options = try options(of: arguments)
    let output = try CheckOutput(arguments, console)
    var choice = try RuleChoice(arguments)
    var input = try RecordsInput(arguments)
    if input.hasRoster {
      choice.addCities(console)
      choice.nameCities(in: &input.options)
    }
    let rules = TitleRules(applications: choice.ruleSets, others: choice.otherYears(console))
    choice.tell(&input.options)
    input.options.keepsTitles = output.style.showsTitles
    input.keepRejectedRows(arguments, listed: output.style.format == .json ? 0 : output.listed)
    try output.open(beside: input)
    let records = try input.read(console, progress: arguments[.progress])
    var run = TitleRun(records: records, rules: rules, options: options, calendar: .embedded)
    run.planDay = try arguments.day(asOf) ?? Clock.today
    let wanted = arguments.all(.person)
    if !wanted.isEmpty { run.chosen = try PersonChoice(records).indexes(of: wanted) }
    let summary = try output.write(run)
    if summary.problems > 0 { return .rowProblems }
    if summary.verdicts.people == 0 {
      console.say(Words("没有可核算的人", "there is nobody to judge"))
      return .failed
    }
    return summary.isEveryoneCompliant ? .ok : .someoneShort
  }

  private static func options(of arguments: Arguments) throws(CommandError) -> TitleOptions {
    let from = try year(arguments, from)
    let to = try year(arguments, to)
    if let from, let to, from > to {
      throw .usage(Words("--from \(from) 晚于 --to \(to)", "--from \(from) is later than --to \(to)"))
    }
    return TitleOptions(from: from, to: to, reviewDate: try arguments.day(reviewDate))
  }

  private static func year(_ arguments: Arguments, _ option: Option) throws(CommandError) -> Int? {
    guard let text = arguments[option] else { return nil }
    return try RuleChoice.year(text, of: option)
  }
}
