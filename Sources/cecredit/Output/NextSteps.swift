import ContinuingEdCore

/// What somebody at a terminal may want to type next. Scripts and pipes are not told.
enum NextSteps {
  /// After a check: rows with problems come first, since they may hold what is missing.
  static func afterCheck(
    _ summary: CheckSummary, _ rules: RuleSet, _ arguments: Arguments, _ console: Console
  ) {
    let input = input(arguments)
    if summary.problems > 0, !arguments.has(.rejects), !arguments.has(.ledgerInput) {
      tell("cecredit check \(input) --rules \(rules.id) --rejects", Words("待改.csv", "mend.csv"), console)
    } else if summary.verdicts.people > 0, !summary.isEveryoneCompliant {
      tell("cecredit plan \(input) --rules \(rules.id)", nil, console)
    }
  }

  /// After a ledger was made.
  static func afterInit(_ ledger: String, isUsual: Bool, _ console: Console) {
    let option = isUsual ? "" : " --ledger \(RuleSuggestion.quoted(ledger))"
    tell("cecredit add\(option)", nil, console)
    console.suggest(
      Words("或者：cecredit import 登记表.csv\(option)", "or: cecredit import staff.csv\(option)"))
  }

  /// After files went into a ledger.
  static func afterImport(_ ledger: String, _ arguments: Arguments, _ console: Console) {
    if arguments.has(.dryRun) { return }
    let option = arguments.has(.ledger) ? " --ledger \(RuleSuggestion.quoted(ledger))" : ""
    tell(
      "cecredit check\(option)" + (RuleChoice.isNamed(arguments) ? "" : " --rules CITY-YEAR"), nil, console)
  }

  private static func tell(_ command: String, _ name: Words?, _ console: Console) {
    let name = name.map { Words(" " + $0.chinese, " " + $0.english) } ?? Words("")
    console.suggest(Words("下一步：\(command)", "next: \(command)") + name)
  }

  /// What the command line says of where entries come from.
  private static func input(_ arguments: Arguments) -> String {
    var words = arguments.operands
    if let ledger = arguments[.ledgerInput] { words += [Option.ledgerInput.name, ledger] }
    if let roster = arguments[.roster] { words += [Option.roster.name, roster] }
    return words.map(RuleSuggestion.quoted).joined(separator: " ")
  }
}
