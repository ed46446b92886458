import ContinuingEdCore
import Glibc

/// `cecredit deadlines`: by when a notice wants what, and until when each person can study (Deadlines).
enum Deadlines: Command {
  static let name = "deadlines"
  static let summary = Words(
    "列出通知规定的期限和每个人的学习截止日", "list the deadlines of a notice and each person's last day")
  static let synopsis = Words("[文件...] --rules 规则集 [选项]", "[FILE...] --rules RULESET [OPTIONS]")
  static let discussion = Words(
    """
    列出通知给单位、部门、基地和个人规定的日期，各附条款。写 --roster（或 --ledger）时，另列每个有申报日期的人
    学习截止的日期。开班前若干日的期限，用 --class 写出开班日期才能算出。ics 可以导入 Thunderbird、Outlook
    和手机日历，每项是全天事件，提前一周提醒。

      cecredit deadlines --rules CITY-YEAR
      cecredit deadlines --rules CITY-YEAR --roster 花名册.csv --as-of 2023-06-01
      cecredit deadlines --rules CITY-YEAR -o 期限.ics

    退出状态：0 列出；3 有的行有问题；2 用法、规则或文件有错。
    """,
    """
    Lists the days that the notice sets for units, departments, bases and people, each with its clause. --roster (or
    --ledger) adds the last day of study of everyone with a review date. What is due some days before a class needs its
    day, by --class. ics is for Thunderbird, Outlook and phones: all-day events with an alarm a week before.

      cecredit deadlines --rules CITY-YEAR
      cecredit deadlines --rules CITY-YEAR --roster people.csv --as-of 2023-06-01
      cecredit deadlines --rules CITY-YEAR -o deadlines.ics

    Exit status: 0 listed; 3 some rows had problems; 2 usage, rules or a file.
    """)
  static let formatOption = Option.choice(
    "--format", DeadlineReport.Format.allCases.map(\.rawValue),
    Words(
      "结果的格式；不写时按 -o 的文件名，否则为 table", "the form of the result; by default by the name of FILE, else table"))
  static let asOf = Option(
    "--as-of", value: Words("日期", "DATE"),
    Words("从这一天起算还有几天；ics 以它为制作日期", "count the days that are left from this one; ics is stamped with it"))
  static let classStart = Option(
    "--class", value: Words("日期", "DATE"), isRepeatable: true,
    Words("开班日期；可写多次", "the day on which a class starts; repeatable"))
  static let options: [Option] =
    Option.ruleChoice + Option.recordsInput + [
      .ledgerInput, asOf, classStart, formatOption, CheckStyle.idsOption, .output, .maxProblems,
    ]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let day = try arguments.day(asOf)
    let starts = try arguments.all(classStart).map { try Arguments.day($0, of: classStart) }
    let style = try style(arguments, console)
    var choice = try RuleChoice(arguments)
    var input = try RecordsInput(arguments, needsFiles: false)
    if input.hasRoster {
      choice.addCities(console)
      choice.nameCities(in: &input.options)
    }
    choice.tell(&input.options)
    input.options.keepsTitles = false
    _ = try input.refuse([arguments[.output]].compactMap { $0 })
    let output = try console.openOutput(arguments[.output], isForPeople: style.format == .table)
    let hasInput = input.hasRoster || !input.files.isEmpty
    let records = hasInput ? try input.read(console, progress: nil) : nil
    let run = DeadlineRun(
      records: records, ruleSets: choice.ruleSets, calendar: .embedded, classStarts: starts, asOf: day)
    if style.format == .csv { try output.writeByteOrderMark(ifNamed: arguments[.output]) }
    try output.write(DeadlineReport(run, style).bytes)
    try output.finish()
    guard let records else { return .ok }
    if style.format != .json {
      console.warn(
        ProblemListing(records, in: console.language, ids: .masked, colour: console.warnsInColour)
          .text(limit: style.problemLimit == .max ? 20 : style.problemLimit, isQuiet: console.isQuiet))
    }
    return records.problems.errorCount > 0 ? .rowProblems : .ok
  }

  private static func style(
    _ arguments: Arguments, _ console: Console
  ) throws(CommandError) -> DeadlineReport.Style {
    var style = DeadlineReport.Style()
    style.language = console.language
    let word = try OutputName.form(
      arguments[formatOption], to: arguments[.output],
      forms: DeadlineReport.Format.allCases.map(\.rawValue), usual: "table")
    style.format = DeadlineReport.Format(rawValue: word) ?? .table
    style.ids =
      arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
      ?? (style.format == .table ? .masked : .full)
    if style.format == .table {
      style.colour = console.showsColour(in: arguments[.output])
      if console.showsOnTerminal(arguments[.output]) { style.width = Terminal.width(STDOUT_FILENO) }
    }
    if let limit = try arguments.number(.maxProblems) { style.problemLimit = limit }
    return style
  }
}
