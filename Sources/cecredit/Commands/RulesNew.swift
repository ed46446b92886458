import ContinuingEdCore

/// `cecredit rules new`
enum RulesNew: Command {
  static let name = "rules new"
  static let summary = Words("由现有规则集写出一份新的草稿", "write a starting point for a new rule set")
  static let synopsis = Words(
    "--from 规则集 -o CITY-YEAR.json [选项]", "--from RULESET -o CITY-YEAR.json [OPTIONS]")
  static let discussion = Words(
    """
    编号、城市和年度取自文件名；规则和条款照抄，对着新通知逐条改，再用 rules check 检查。

      cecredit rules new --from CITY-YEAR -o CITY-YEAR.json
    """,
    """
    Identifier, city and year are those of the file's name; rules and clauses are
    copied, to be changed one by one with the new notice at hand. Then run rules
    check.

      cecredit rules new --from CITY-YEAR -o CITY-YEAR.json
    """)
  private static let from = Option(
    "--from", value: Words("规则集", "RULESET"), Words("照抄哪个规则集", "the rule set to start from"))
  static let options: [Option] = [from, .rulesDir, .output, .force]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    guard let name = arguments[from] else {
      throw CommandError.usage(Words("缺少 --from", "--from is missing"))
    }
    guard let path = arguments[.output], path != "-" else {
      throw CommandError.usage(Words("缺少 -o CITY-YEAR.json", "-o CITY-YEAR.json is missing"))
    }
    try Output.refuse(toReplace: path, arguments)
    let source = try RuleFiles.source(name, RuleFiles.library(arguments))
    _ = try RuleFiles.decoded(source)
    let file = String(path.split(separator: "/").last ?? Substring(path))
    let id = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    guard let json = source.decode().json, let draft = RuleDraft.draft(from: json, id: id) else {
      throw CommandError.usage(
        Words(
          "文件名应如 qingdao-2026.json，而不是 \(file)",
          "the file is to be called as in qingdao-2026.json, not \(file)"))
    }
    let status = try RulesShow.write(
      draft.formatted(width: 110), arguments, console, isForPeople: false)
    console.note(
      Words("已写出 \(path)，请对着通知逐条修改", "\(path) is written; change it clause by clause"))
    console.suggest(
      Words("然后：cecredit rules check \(path)", "then: cecredit rules check \(path)"))
    return status
  }
}
