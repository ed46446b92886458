import ContinuingEdCore

/// `cecredit rules check`
enum RulesCheck: Command {
  static let name = "rules check"
  static let summary = Words("检查规则文件", "check rule files")
  static let synopsis = Words("文件... [选项]", "FILE... [OPTIONS]")
  static let discussion = Words(
    """
    一次找出全部问题，注明行号和键。

      cecredit rules check CITY-YEAR.json

    退出状态：0 没有错误；1 有警告且用了 --strict；2 有错误。
    """,
    """
    Finds everything at once, with line and key path.

      cecredit rules check CITY-YEAR.json

    Exit status: 0 no errors; 1 warnings with --strict; 2 errors.
    """)
  private static let strict = Option("--strict", Words("有警告时退出码为 1", "exit with 1 on warnings"))
  private static let format = Option.choice("--format", ["text", "json"], RulesShow.formatHelp)
  static let options: [Option] = [strict, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    if arguments.operands.isEmpty {
      throw CommandError.usage(Words("缺少规则文件", "there is no rule file to check"))
    }
    let library = try RuleFiles.library(arguments)
    var found: [RuleFault] = []
    for name in arguments.operands {
      let source = try RuleFiles.source(name, library)
      found += RuleChecks.check(source.content, file: source.file)
    }
    let report = RuleCheckReport(found)
    let status: ExitStatus =
      report.errors > 0 ? .failed : report.warnings > 0 && arguments.has(strict) ? .someoneShort : .ok
    let text = arguments[format] == "json" ? report.json().formatted() : report.text(in: console.language)
    return try RulesShow.write(
      text, arguments, console,
      isForPeople: arguments[format] != "json", status: status)
  }
}
