import ContinuingEdCore

/// `cecredit ledger list`
enum LedgerList: Command {
  static let name = "ledger list"
  static let summary = Words("列出台账中的登记项", "list the entries of a ledger")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    一条登记项一行，按年度和序号。不写 --ledger 时，台账是命令后的文件夹，否则是当前文件夹。--all 连作废和已更正的一起列出。
    csv 和 xlsx 的列是登记表的列，前面是 entry_id、import_id、state、replaced_by；审核状态是最后一次审核的。

      cecredit ledger list --ledger 台账 --year 2023 --status declared
      cecredit ledger list --ledger 台账 --person 张三 --format csv -o 张三.csv
    """,
    """
    A line an entry, by year and number. Without --ledger the ledger is the folder behind the command, else the current
    one. --all lists void and corrected entries too. csv and xlsx have the columns of a records file, and before them
    entry_id, import_id, state, replaced_by; the status is that of the last approval.

      cecredit ledger list --ledger books --year 2023 --status declared
      cecredit ledger list --ledger books --person 张三 --format csv -o one.csv
    """)
  static let all = Option("--all", Words("连作废和已更正的也列出", "void and corrected entries too"))
  static let options: [Option] =
    [.ledger] + Option.filters + [all, LedgerStyle.listingFormatOption, CheckStyle.idsOption, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let filters = try LedgerFilters(arguments)
    let style = try LedgerStyle(arguments, console, forms: LedgerStyle.Format.allCases)
    let (folder, reading, operands) = try LedgerViews.open(arguments)
    try RulesShow.takeNone(operands)
    let filter = try filters.resolved(reading)
    let showsAll = arguments.has(all)
    var listing = LedgerListing(style, showsState: showsAll)
    if listing.needsMeasuring {
      try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in
        try reading.each(filter, evenGone: showsAll) {
          listing.measure($0)
          return true
        }
      }
    }
    let output = try LedgerViews.openOutput(folder, style, arguments, console)
    if style.format == .csv { try output.writeByteOrderMark(ifNamed: arguments[.output]) }
    if style.format == .xlsx {
      var workbook = WorkbookWriter(LedgerListing.frame)
      try write(&listing, reading, filter, evenGone: showsAll) {
        (rows: ByteBuffer) throws(CommandError) -> Bool in
        try output.write(workbook.taking(rows))
        return !output.readerHasGone
      }
      try console.tell(workbook.close(), of: arguments[.output])
      try output.write(workbook.takeReady())
    } else {
      try write(&listing, reading, filter, evenGone: showsAll) {
        (buffer: ByteBuffer) throws(CommandError) -> Bool in
        try output.write(buffer)
        return !output.readerHasGone
      }
    }
    try output.finish()
    return .ok
  }

  private static func write(
    _ listing: inout LedgerListing, _ reading: LedgerReading, _ filter: LedgerFilter, evenGone: Bool,
    to take: (ByteBuffer) throws(CommandError) -> Bool
  ) throws(CommandError) {
    var buffer = ByteBuffer(capacity: 1 << 16)
    var failure: CommandError?
    func flush() -> Bool {
      var isWanted = false
      do throws(CommandError) {
        isWanted = try take(buffer)
      } catch {
        failure = error
      }
      buffer.removeAll()
      return isWanted
    }
    listing.begin(&buffer)
    try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerFailure) in
      try reading.each(filter, evenGone: evenGone) { entry in
        listing.append(entry, to: &buffer)
        return buffer.count < 1 << 16 || flush()
      }
    }
    if failure == nil { listing.end(&buffer) }
    if failure == nil { _ = flush() }
    if let failure { throw failure }
  }
}
