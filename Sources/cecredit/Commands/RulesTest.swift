import ContinuingEdCore

/// `cecredit rules test`
enum RulesTest: Command {
  static let name = "rules test"
  static let summary = Words("运行规则文件的手算例子", "run the hand-computed cases of a rule file")
  static let synopsis = Words("文件 [--cases 例子文件] [选项]", "FILE [--cases CASES] [OPTIONS]")
  static let discussion = Words(
    """
    不写 --cases 时，例子在规则文件旁边的 CITY-YEAR.cases.json 里。--mutate 把每个数字、日期、条件、名单和开关逐一改动，找出没有例子察觉的改动。

      cecredit rules test CITY-YEAR.json --mutate

    退出状态：0 全部成立；1 有不成立的例子或未察觉的改动；2 文件有错。
    """,
    """
    Without --cases, the cases are those of CITY-YEAR.cases.json beside the rule
    file. --mutate changes every figure, date, need, list member and flag, one at a
    time, and reports which changes no case notices.

      cecredit rules test CITY-YEAR.json --mutate

    Exit status: 0 all hold; 1 some fail or some changes are not noticed; 2 a file
    is faulty.
    """)
  static let cases = Option(
    "--cases", value: Words("例子文件", "CASES"), Words("手算例子的文件", "the file of hand-computed cases"))
  private static let mutate = Option("--mutate", Words("逐一改动规则，看例子能否察觉", "change the rules one at a time"))
  private static let format = Option.choice("--format", ["text", "json"], RulesShow.formatHelp)
  static let options: [Option] = [cases, mutate, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let bench = try RuleBench(arguments)
    let outcomes = bench.runner.run(under: bench.rules)
    let mutations =
      arguments.has(mutate) ? MutationRun(bench.json, file: bench.source.file, runner: bench.runner) : nil
    let report = CaseReport(bench.rules, bench.cases, outcomes, mutations: mutations)
    let text = arguments[format] == "json" ? report.json().formatted() : report.text(in: console.language)
    return try RulesShow.write(
      text, arguments, console, isForPeople: arguments[format] != "json",
      status: report.isClean ? .ok : .someoneShort)
  }
}
