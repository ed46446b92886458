import ContinuingEdCore

/// `cecredit ledger init`
enum LedgerInit: Command {
  static let name = "ledger init"
  static let summary = Words("建立一本空台账", "make an empty ledger")
  static let synopsis = Words("文件夹 [选项]", "DIR [OPTIONS]")
  static let discussion = Words(
    """
    文件夹不存在时新建。里面都是文本文件（UTF-8、LF），只增不改，可以放进 git：

      ledger.json        格式版本
      people.csv         花名册；同一个人以最后一行为准
      entries/2023.csv   2023 年度的登记项
      journal.csv        每次改动：何时、何人、为何、结果

    退出状态：0 已建立；2 已有台账，或写不进去。
    """,
    """
    The folder is made if it is not there. It holds text files (UTF-8, LF) that only grow, made for version control:

      ledger.json        the version of the format
      people.csv         the roster; of several lines of one person the last one counts
      entries/2023.csv   the entries of credit year 2023
      journal.csv        every change: when, who, why, what came of it

    Exit status: 0 it is made; 2 there is one already, or it can't be written.
    """)
  static let options: [Option] = [.ledger]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let named = arguments[.ledger].map { [$0] } ?? []
    let path = try RulesShow.takeOne(named + arguments.operands, Words("文件夹", "a folder"))
    let folder = LedgerFolder(path)
    Interruption.hold()
    try LedgerCalls.attempt(folder.path) { () throws(LedgerError) in try folder.create() }
    return try console.print(
      Words("已建立台账 \(path)\n", "made the ledger \(path)\n").text(in: console.language))
  }
}

/// `cecredit ledger verify`
enum LedgerVerify: Command {
  static let name = "ledger verify"
  static let summary = Words("核对台账的每一行", "check every line of a ledger")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    读全部文件，列出每处错误的文件和行：列名、编号、年度、各次改动的行数、不可用的行、所指的登记项。中断的改动没有生效，
    只提一下，不算错误。

    退出状态：0 没有错误；2 有错误，或不是台账。
    """,
    """
    Reads all files and lists every fault with file and line: headings, ids, years, the numbers of lines that changes
    brought, rows that can't be used, entries that changes refer to. A change that was interrupted does not count; it
    is mentioned and is no fault.

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

/// `cecredit ledger status`
enum LedgerStatus: Command {
  static let name = "ledger status"
  static let summary = Words("台账一览", "a ledger at a glance")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    "人数、每个年度和每种审核状态的登记项数、作废和更正数、最近的改动，以及核对的结果。\n\n退出状态：0 没有错误；2 有错误，或不是台账。",
    "People, entries by year and review status, how many are void or corrected, the last changes, and whether all of it\n"
      + "verifies. Exit status: 0 clean; 2 faults, or no ledger.")
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
    let (tally, listed) = try LedgerCalls.attempt(folder.path) { () throws(LedgerError) in
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
