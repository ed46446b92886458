import ContinuingEdCore

/// `cecredit check`: a verdict for everyone in the files (CommandLine: Check).
enum Check: Command {
  static let name = "check"
  static let summary = Words("核算登记表中每个人的学时，给出结论", "judge everyone in records files")
  static let synopsis = Words(
    "文件... | --ledger 文件夹 --rules 规则集 [选项]", "FILE... | --ledger DIR --rules RULESET [OPTIONS]")
  static let discussion = Words(
    """
    文件是每行一项活动的 CSV（UTF-8、GB18030、UTF-16 均可），- 表示标准输入。结果写到标准输出，问题写到标准错误。
    给人看的格式（table、markdown、html）隐去身份证号中间几位，json、jsonl、csv 不隐去；--ids 可以改变。

      cecredit check 登记表.csv --rules CITY-YEAR
      cecredit check 登记表.csv --city CITY --year YEAR --roster 花名册.csv -o 结果.csv
      cecredit check 登记表.csv --rules CITY-YEAR --person 张三
      cecredit check --ledger 台账 --rules CITY-YEAR

    退出状态：0 全部达标或不适用；1 所有行都可用，有人不足、待审或待定；2 用法、规则或文件有错，或没有可核算的人；
    3 有的行有问题，结论不是最后的；130、143、129 被中断。
    """,
    """
    A file is CSV with one activity a row, in UTF-8, GB18030 or UTF-16; - is standard input. Results go to standard
    output, problems to standard error. Forms for people (table, markdown, html) mask IDs; json, jsonl and csv carry
    them whole; --ids says otherwise.

      cecredit check staff.csv --rules CITY-YEAR
      cecredit check staff.csv --city CITY --year YEAR --roster people.csv -o result.csv
      cecredit check staff.csv --rules CITY-YEAR --person 张三
      cecredit check --ledger books --rules CITY-YEAR

    Exit status: 0 everyone is compliant or not applicable; 1 all rows were usable and someone is not; 2 usage, rules or
    a file that can't be read or written, or nobody to judge; 3 some rows had problems, so verdicts are not the last word;
    130, 143, 129 interrupted.
    """)
  static let options: [Option] =
    Option.ruleChoice + Option.recordsInput + [.ledgerInput, .asOf, .person] + CheckStyle.options
    + [.output, .maxProblems, .problems, .rejects, .progress]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let asOf = try arguments.asOf()
    let output = try CheckOutput(arguments, console)
    var choice = try RuleChoice(arguments)
    var input = try RecordsInput(arguments)
    if input.hasRoster {
      choice.addCities(console)
      choice.nameCities(in: &input.options)
    }
    choice.tell(&input.options)
    input.year = choice.ruleSets.first?.year
    input.options.keepsTitles = output.style.showsTitles
    input.keepRejectedRows(arguments, listed: output.style.format == .json ? 0 : output.listed)
    try output.open(beside: input)
    let records = try input.read(console, progress: arguments[.progress])
    var run = CheckRun(records: records, ruleSets: choice.ruleSets, calendar: .embedded, asOf: asOf)
    run.ruleSetsOfYear = choice.ruleSetsOfYear
    let wanted = arguments.all(.person)
    if !wanted.isEmpty { run.chosen = try PersonChoice(records).indexes(of: wanted) }
    let summary = try output.write(run)
    if summary.verdicts.people == 0 {
      console.say(
        Words(
          "没有可核算的人：没有登记项，花名册上也没有本年度在职的人；请核对文件",
          "there is nobody to judge: no entries, and nobody on a roster who was here in the year; check the files"
        ))
    }
    NextSteps.afterCheck(summary, choice.own, arguments, console)
    if summary.problems > 0 { return .rowProblems }
    if summary.verdicts.people == 0 { return .failed }
    return summary.isEveryoneCompliant ? .ok : .someoneShort
  }
}

// The options of check, which others share.
extension Option {
  static let asOf = Option(
    "--as-of", value: Words("日期", "DATE"),
    Words("按这一天结束时的情况核算，如 2022-10-01", "judge as of the end of that day, as 2022-10-01"))
  static let person = Option(
    "--person", value: Words("证件号或姓名", "ID|NAME"), isRepeatable: true,
    Words("只核算这个人；可写多次", "judge this person only; repeatable"))
  static let maxProblems = Option(
    "--max-problems", value: Words("条数", "N"),
    Words("最多列出多少条问题；总数照计（默认 20；json 不限）", "how many problems are listed (20; json: all); all are counted"))
  static let problems = Option(
    "--problems", value: Words("文件", "FILE"),
    Words("把全部问题写入文件：名称以 .json 结尾的为 JSON，否则为 CSV", "write all problems to FILE: JSON if so named, else CSV"))
  static let rejects = Option(
    "--rejects", value: Words("文件", "FILE"),
    Words("把有问题的行原样写入文件，第一列写明原因，改好后可再核算", "write the rows that were not used to FILE, with the reason first")
  )
}

extension Arguments {
  /// The day of `--as-of`; nil if it was not given.
  func asOf() throws(CommandError) -> Day? { try day(.asOf) }

  /// The day of an option; nil if it was not given.
  func day(_ option: Option) throws(CommandError) -> Day? {
    try self[option].map { (text) throws(CommandError) in try Arguments.day(text, of: option) }
  }

  /// The day that an option gives.
  static func day(_ text: String, of option: Option) throws(CommandError) -> Day {
    var parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
    if parts.count == 1, text.utf8.count == 8 {
      parts = [text.prefix(4), text.dropFirst(4).prefix(2), text.dropFirst(6)]
    }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int(part) : nil }
    if parts.count == 3, numbers.count == 3, parts[0].count == 4, (1900...2100).contains(numbers[0]),
      let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    {
      return day
    }
    throw .usage(
      Words(
        "\(option.name) 应是日期，如 2022-10-01，而不是“\(text)”",
        "\(option.name) is a date as 2022-10-01, and not \"\(text)\""))
  }

  /// The whole number of an option, at least 0; nil if it was not given.
  func number(_ option: Option) throws(CommandError) -> Int? {
    guard let text = self[option] else { return nil }
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
      let number = Int(text)
    else {
      throw .usage(
        Words(
          "\(option.name) 应是不小于 0 的整数，而不是“\(text)”", "\(option.name) is a whole number, and not \"\(text)\""))
    }
    return number
  }
}
