import ContinuingEdCore

/// `cecredit ledger merge`
enum LedgerMerge: Command {
  static let name = "ledger merge"
  static let summary = Words("收入另一份副本的改动", "take the changes of another copy")
  static let synopsis = Words("另一份 [选项]", "OTHER [OPTIONS]")
  static let discussion = Words(
    """
    另一份是同一本台账的副本，后来各自改过。它的改动按次序收入，经手人和理由照旧；两边都收入了的行不重复；两边都改过的登记项
    照这边的，列出来；编号变了的登记项也列出来。

      cecredit ledger merge 台账-李四 --ledger 台账
    """,
    """
    OTHER is a copy of the same ledger, and both were changed since. Its changes are taken in their order, with their
    authors and reasons; rows that both have taken are there once. Entries that both have changed stay as they are here
    and are listed, and so are entries that get a new number.

      cecredit ledger merge books-of-li --ledger books
    """)
  static let options: [Option] = [.ledger, .wait, .dryRun, LedgerStyle.formatOption, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let folder = try LedgerPlace.required(arguments)
    let path = try RulesShow.takeOne(arguments.operands, Words("另一份台账", "another copy"))
    let other = try LedgerViews.read(LedgerFolder(path))
    return try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let outcome = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
        try LedgerMerging(reading, other).merge()
      }
      return PlannedChange(work: outcome.work) { (output) throws(CommandError) in
        try output.write(LedgerMergeReport(outcome, style).text())
      }
    }
  }
}
