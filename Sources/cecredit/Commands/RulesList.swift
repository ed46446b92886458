import ContinuingEdCore

/// `cecredit rules list`
enum RulesList: Command {
  static let name = "rules list"
  static let summary = Words("列出规则集", "list the rule sets")
  static let synopsis = Words("[选项]", "[OPTIONS]")
  static let discussion = Words(
    """
    每个规则集一行：编号、城市、年度、日期、文号、学习时段。

      cecredit rules list
    """,
    """
    One line a rule set: identifier, city, year, date, number, windows.

      cecredit rules list
    """)
  static let options: [Option] = [
    .choice("--format", ["table", "json"], RulesShow.formatHelp), .rulesDir, .output,
  ]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    let list = RuleList(try RuleFiles.library(arguments))
    let isJSON = arguments[options[0]] == "json"
    return try RulesShow.write(
      isJSON ? list.json().formatted() : list.text(in: console.language), arguments, console,
      isForPeople: !isJSON)
  }
}
