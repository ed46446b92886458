import ContinuingEdCore

/// `cecredit ledger history`
enum LedgerHistoryView: Command {
  static let name = "ledger history"
  static let summary = Words("列出改动：何时、何人、为何", "list the changes: when, who, why")
  static let synopsis = Words("[登记项 | --person 证件号或姓名] [选项]", "[ENTRY | --person ID|NAME] [OPTIONS]")
  static let discussion = Words(
    """
    不写登记项时列出全部改动。写登记项时，把它最初的一行、每次更正和现在的样子并排列出，不同之处前有 *。
    写 --person 时列出与这个人的登记项有关的改动。

      cecredit ledger history --ledger 台账
      cecredit ledger history 2023-17 --ledger 台账
    """,
    """
    Without an entry all changes are listed. With one, its first row, each correction and the present state stand side
    by side, with a * before what differs. With --person, the changes that concern this person's entries.

      cecredit ledger history --ledger books
      cecredit ledger history 2023-17 --ledger books
    """)
  static let options: [Option] = [.ledger, .filterPerson] + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let filters = try LedgerFilters(arguments)
    let style = try LedgerStyle(arguments, console)
    let (folder, reading, operands) = try LedgerViews.open(arguments)
    let ids = try Arguments.entries(operands)
    if filters.isGiven, !ids.isEmpty {
      throw CommandError.usage(Words("登记项和 --person 只能写一种", "an entry and --person exclude each other"))
    }
    if ids.count > 1 {
      throw CommandError.usage(Words("一次只能写一条登记项", "one entry at a time"))
    }
    let text: String
    if let id = ids.first {
      text = try sideBySide(id, reading, style)
    } else {
      text = LedgerHistory(try lines(reading, filters), style).text()
    }
    try LedgerViews.write(text, on: folder, style, arguments, console)
    return .ok
  }

  private static func lines(
    _ reading: LedgerReading, _ filters: LedgerFilters
  ) throws(CommandError) -> [JournalLine] {
    if !filters.isGiven { return Array(reading.journal.lines) }
    let filter = try filters.resolved(reading)
    var ids: Set<LedgerEntryID> = []
    try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in
      try reading.each(filter, evenGone: true) {
        ids.insert($0.id)
        return true
      }
    }
    return reading.lines(about: ids)
  }

  private static func sideBySide(
    _ id: LedgerEntryID, _ reading: LedgerReading, _ style: LedgerStyle
  ) throws(CommandError) -> String {
    let chain = try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in
      try reading.entries(reading.chain(of: id))
    }
    let changes = reading.lines(about: Set(chain.map(\.id)))
    switch style.format {
    case .table: return LedgerCard(id, chain: chain, changes: changes, style).sideBySide()
    case .json: return LedgerCard(id, chain: chain, changes: changes, style).history().formatted()
    case .csv, .xlsx: return LedgerHistory(changes, style).text()
    }
  }
}
