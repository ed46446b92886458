import ContinuingEdCore
import Glibc

extension LedgerStyle {
  /// The forms that every report of a ledger has.
  static let usualForms: [Format] = [.table, .json, .csv]
  static let formatOption = formatOption(usualForms)
  /// The option of listings, which can be workbooks too.
  static let listingFormatOption = formatOption(Format.allCases)

  private static func formatOption(_ forms: [Format]) -> Option {
    Option.choice(
      "--format", forms.map(\.rawValue),
      Words(
        "结果的格式；不写时按 -o 的文件名，否则为 table",
        "the form of the result; by default by the name of FILE, else table"))
  }

  /// The options that say how a report looks and where it goes.
  static let options = [formatOption, CheckStyle.idsOption, Option.output]

  /// The look that a command line asks for, of a report that has these forms.
  init(
    _ arguments: Arguments, _ console: Console, forms: [Format] = usualForms
  ) throws(CommandError) {
    self.init()
    language = console.language
    let word = try OutputName.form(
      arguments[LedgerStyle.formatOption], to: arguments[.output], forms: forms.map(\.rawValue),
      usual: "table")
    format = Format(rawValue: word) ?? .table
    if format == .xlsx { try console.refuseWorkbook(on: arguments[.output]) }
    ids =
      arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
      ?? (format.isForPeople ? .masked : .full)
    if console.showsOnTerminal(arguments[.output]) {
      colour = Terminal.allowsColour(STDOUT_FILENO)
      width = Terminal.width(STDOUT_FILENO)
    }
  }
}

/// What the commands that look at a ledger have in common.
enum LedgerViews {
  /// The ledger that the command line means, its state, and the operands that are left.
  static func open(
    _ arguments: Arguments
  ) throws(CommandError) -> (folder: LedgerFolder, reading: LedgerReading, operands: [String]) {
    let (folder, operands) = try LedgerPlace.find(arguments)
    return (folder, try read(folder), operands)
  }

  /// The ledger that the command line means, and nothing else, with all faults of its files.
  static func verify(
    _ arguments: Arguments
  ) throws(CommandError) -> (folder: LedgerFolder, verification: LedgerVerification) {
    let (folder, operands) = try LedgerPlace.find(arguments)
    try RulesShow.takeNone(operands)
    let verification = try LedgerCalls.attempt(folder.path) { () throws(LedgerError) in
      try LedgerVerification(folder)
    }
    return (folder, verification)
  }

  /// The state of a ledger.
  static func read(_ folder: LedgerFolder) throws(CommandError) -> LedgerReading {
    try LedgerCalls.attempt(folder.path) { () throws(LedgerError) in try LedgerReading(folder.snapshot()) }
  }

  /// Where a report on a ledger goes: the file of `-o`, which is not one of the ledger's, or standard output.
  static func openOutput(
    _ ledger: LedgerFolder, _ arguments: Arguments, _ console: Console, isWorkbook: Bool = false
  ) throws(CommandError) -> Output {
    try LedgerPlace.refuse([arguments[.output]].compactMap { $0 }, in: ledger)
    return try console.openOutput(arguments[.output], isWorkbook: isWorkbook)
  }

  /// Writes a report to the file of `-o` or to standard output.
  static func write(
    _ text: String, on ledger: LedgerFolder, _ style: LedgerStyle, _ arguments: Arguments, _ console: Console
  ) throws(CommandError) {
    let output = try openOutput(ledger, arguments, console)
    if style.format == .csv { try output.writeByteOrderMark(ifNamed: arguments[.output]) }
    try output.write(text)
    try output.finish()
  }
}

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
      try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerError) in
        try reading.each(filter, evenGone: showsAll) {
          listing.measure($0)
          return true
        }
      }
    }
    let output = try LedgerViews.openOutput(
      folder, arguments, console, isWorkbook: style.format == .xlsx)
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
    try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerError) in
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

/// `cecredit ledger show`
enum LedgerShow: Command {
  static let name = "ledger show"
  static let summary = Words("显示一条登记项的全部内容", "show an entry with all of its columns")
  static let synopsis = Words("登记项... [选项]", "ENTRY... [OPTIONS]")
  static let discussion = Words(
    "登记项写成 年度-序号。下面列出与它有关的每次改动。\n\n例如：cecredit ledger show 2023-17 --ledger 台账",
    "An entry is YEAR-N. Below it stands every change that concerns it.\n\n"
      + "example: cecredit ledger show 2023-17 --ledger books")
  private static let format = Option.choice("--format", ["table", "json"], RulesShow.formatHelp)
  static let options: [Option] = [.ledger, format, CheckStyle.idsOption, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console, forms: [.table, .json])
    let (folder, reading, operands) = try LedgerViews.open(arguments)
    let ids = try Arguments.entries(operands)
    if ids.isEmpty {
      throw CommandError.usage(Words("要写出登记项，如 2023-17", "name an entry, as 2023-17"))
    }
    let cards = try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerError) in
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
    try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerError) in
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
    let chain = try LedgerCalls.attempt(reading.snapshot.path) { () throws(LedgerError) in
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
