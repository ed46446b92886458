import ContinuingEdCore

/// `cecredit rules coverage`
enum RulesCoverage: Command {
  static let name = "rules coverage"
  static let summary = Words("每个条款由哪些规则判断、由哪些例子说明", "which rules and cases stand for each clause")
  static let synopsis = Words("文件 [--cases 例子文件] [选项]", "FILE [--cases CASES] [OPTIONS]")
  static let discussion = Words(
    """
    列出每个条款，和判断它的规则、说明它的例子。

      cecredit rules coverage CITY-YEAR.json

    退出状态：0 每个要判断的条款都有例子；1 有条款没有例子；2 文件有错。
    """,
    """
    Lists every clause with the rules that judge it and the cases that show it.

      cecredit rules coverage CITY-YEAR.json

    Exit status: 0 each judged clause is shown by a case; 1 some are not; 2 a file
    is faulty.
    """)
  private static let format = Option.choice("--format", ["text", "json"], RulesShow.formatHelp)
  static let options: [Option] = [RulesTest.cases, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let bench = try RuleBench(arguments)
    let coverage = RuleCoverage(bench.rules, json: bench.json, file: bench.source.file, runner: bench.runner)
    let text =
      arguments[format] == "json"
      ? coverage.json(bench.rules.id, bench.cases.cases).formatted()
      : coverage.text(bench.cases.cases, in: console.language)
    return try RulesShow.write(
      text, arguments, console, isForPeople: arguments[format] != "json",
      status: coverage.notShown.isEmpty ? .ok : .someoneShort)
  }
}
