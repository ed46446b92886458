import ContinuingEdCore

/// `cecredit ledger status`
enum LedgerStatus: Command {
  static let name = "ledger status"
  static let summary = Words("台账一览", "a ledger at a glance")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    人数、每个年度和每种审核状态的登记项数、作废和更正数、最近的改动，以及核对的结果。

      cecredit ledger status 台账

    退出状态：0 没有错误；2 有错误，或不是台账。
    """,
    """
    People, entries by year and review status, how many are void or corrected, the
    last changes, and whether all of it verifies.

      cecredit ledger status books

    Exit status: 0 clean; 2 faults, or no ledger.
    """)
  static let options: [Option] = [.ledger] + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let (folder, verification) = try LedgerViews.verify(arguments)
    if !verification.isClean {
      // What is damaged can't be counted: say what is wrong.
      let report = LedgerVerificationReport(verification, style)
      try LedgerViews.write(report.text(), on: folder, style, arguments, console)
      return .failed
    }
    let reading = try LedgerViews.read(folder)
    let (tally, listed) = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
      (try reading.tally(), try reading.roster())
    }
    let first = reading.journal.nextID - LedgerStatusReport.shownChanges
    let last = reading.journal.lines.reversed().prefix { $0.id >= first }.reversed()
    let report = LedgerStatusReport(
      path: folder.path, tally, roster: listed.isEmpty ? nil : listed.count { $0.isListed },
      last: Array(last), changes: reading.journal.nextID - 1,
      verification: verification, style)
    try LedgerViews.write(report.text(), on: folder, style, arguments, console)
    return .ok
  }
}
