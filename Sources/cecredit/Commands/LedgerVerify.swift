import ContinuingEdCore

/// `cecredit ledger verify`
enum LedgerVerify: Command {
  static let name = "ledger verify"
  static let summary = Words("核对台账的每一行", "check every line of a ledger")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    读全部文件，列出每处错误的文件和行：列名、编号、年度、各次改动的行数、不可用的行、所指的登记项。中断的改动没有生效，
    只提一下，不算错误。

      cecredit ledger verify 台账

    退出状态：0 没有错误；2 有错误，或不是台账。
    """,
    """
    Reads all files and lists every fault with file and line: headings, ids, years, the numbers of lines that changes
    brought, rows that can't be used, entries that changes refer to. A change that was interrupted does not count; it
    is mentioned and is no fault.

      cecredit ledger verify books

    Exit status: 0 clean; 2 faults, or no ledger.
    """)
  static let options: [Option] = [.ledger] + LedgerStyle.options

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let (folder, verification) = try LedgerViews.verify(arguments)
    let report = LedgerVerificationReport(verification, style)
    try LedgerViews.write(report.text(), on: folder, style, arguments, console)
    return verification.isClean ? .ok : .failed
  }
}
