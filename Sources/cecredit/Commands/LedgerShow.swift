import ContinuingEdCore

/// `cecredit ledger show`
enum LedgerShow: Command {
  static let name = "ledger show"
  static let summary = Words("显示一条登记项的全部内容", "show an entry with all of its columns")
  static let synopsis = Words("登记项... [选项]", "ENTRY... [OPTIONS]")
  static let discussion = Words(
    """
    登记项写成 年度-序号。下面列出与它有关的每次改动。

      cecredit ledger show 2023-17 --ledger 台账
    """,
    """
    An entry is YEAR-N. Below it stands every change that concerns it.

      cecredit ledger show 2023-17 --ledger books
    """)
  private static let format = Option.choice("--format", ["table", "json"], RulesShow.formatHelp)
  static let options: [Option] = [.ledger, format, CheckStyle.idsOption, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console, forms: [.table, .json])
    let (folder, reading, operands) = try LedgerViews.open(arguments)
    let ids = try Arguments.entries(operands)
    if ids.isEmpty {
      throw CommandError.usage(Words("要写出登记项，如 2023-17", "name an entry, as 2023-17"))
    }
    let cards = try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in
      try reading.entries(ids).map { entry in
        LedgerCard(entry.id, chain: [entry], changes: reading.lines(about: [entry.id]), style)
      }
    }
    let text =
      style.format == .json
      ? LedgerCard.json(cards).formatted() : cards.map { $0.card() }.joined(separator: "\n")
    try LedgerViews.write(text, on: folder, style, arguments, console)
    return .ok
  }
}
