import ContinuingEdCore
import Glibc

/// `cecredit import`: records files and a roster into a ledger.
enum Import: Command {
  static let name = "import"
  static let summary = Words("把登记表和花名册收入台账", "take records files and a roster into a ledger")
  static let synopsis = Words(
    "文件... --ledger 文件夹 [--roster 花名册] [选项]", "FILE... --ledger DIR [--roster FILE] [OPTIONS]")
  static let discussion = Words(
    """
    只收入台账里还没有的行：同一个文件收两次，第二次什么也不增加；一个文件里完全相同的两行是两行（并提醒）。与某条登记项
    同人、同类别、同名称、同日期而别处不同的行，可能是更正：列出来，只有写了 --accept-changes 才收入为更正。有问题的行不收，
    其余照收。读到的行 = 收入 + 已有 + 有改动 + 有问题 + 空白，每个文件都列出。

      cecredit import 登记表.csv --ledger 台账 --dry-run
      cecredit import 登记表.csv --ledger 台账 --roster 花名册.csv

    退出状态：0 每一行都可用；2 用法有错，不是台账，或读不出来、写不进去，台账没有改动；3 有的行有问题，其余的已收入；
    130 被中断，台账没有改动。
    """,
    """
    Takes the rows that the ledger does not have yet: the same file twice adds nothing, and two truly equal rows in one
    file are two (and mentioned). A row with the person, category, title and days of an entry that differs elsewhere is
    probably a correction: it is listed, and taken as one only with --accept-changes. Rows with problems are left out,
    all others taken. Rows read = taken + already there + changed + with problems + blank, shown for every file.

      cecredit import staff.csv --ledger books --dry-run
      cecredit import staff.csv --ledger books --roster people.csv

    Exit status: 0 every row can be used; 2 usage, no ledger, or something can't be read or written, nothing was
    changed; 3 some rows have problems, the others were taken; 130 interrupted, nothing was changed.
    """)
  private static let acceptChanges = Option(
    "--accept-changes", Words("把有改动的行收入为更正", "take changed rows as corrections"))
  private static let roster = Option(
    "--roster", value: Words("文件", "FILE"),
    Words("花名册：新的人、变了的内容收入台账", "a roster: who is new or has changed goes into the ledger"))
  private static let wholeRoster = Option(
    "--whole-roster",
    Words("花名册是全的：台账名册上有而它没有的人离开名册", "the roster is whole: who is not in it leaves the ledger's"))
  private static let rosterYear = Option(
    "--roster-year", value: Words("年度", "YEAR"),
    Words(
      "花名册所属的年度；不写时用于没有自己花名册的各年",
      "the year of the roster; without, it holds for years that have none of their own"))
  private static let whole = Option(
    "--whole",
    Words(
      "文件是全的：列出台账里同年度、单位、平台而文件里没有的登记项",
      "the file is whole: list what the ledger has of its years, units and platforms and it has not"))
  private static let voidMissing = Option(
    "--void-missing", Words("把 --whole 列出的作废，要写 --reason", "void what --whole lists; needs --reason"))
  static let revive = Option(
    "--revive", Words("恢复已作废而文件里又有的登记项", "make void entries count again whose rows are there"))
  static let options: [Option] =
    [
      .ledger, roster, rosterYear, .rosterSheet, wholeRoster, acceptChanges, revive, whole, voidMissing,
      .reason,
    ] + Option.reading + Option.ledgerChange
    + LedgerStyle.options
    + [.maxProblems, .problems, .rejects, .progress]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let style = try LedgerStyle(arguments, console)
    let moment = try LedgerMoment(arguments)
    let folder = try LedgerPlace.required(arguments)
    let limit = try arguments.number(.maxProblems)
    if arguments.has(wholeRoster), !arguments.has(roster) {
      throw CommandError.usage(Words("--whole-roster 要和 --roster 同用", "--whole-roster goes with --roster"))
    }
    let missing = try Import.missing(arguments)
    var input = try RecordsInput(files: arguments)
    input.keepRejectedRows(arguments, listed: style.format == .json ? 0 : limit ?? 20)
    let outputs = [arguments[.output], arguments[.problems], arguments[.rejects]].compactMap { $0 }
    let places = try input.refuse(outputs)
    try LedgerPlace.refuse(outputs, in: folder)
    let bar = input.progressBar(console, arguments[.progress], &input.options)
    var work = LedgerImport(input.options)
    work.acceptsChanges = arguments.has(acceptChanges)
    work.rosterIsWhole = arguments.has(wholeRoster)
    work.revivesVoid = arguments.has(revive)
    work.rosterYear = try year(arguments)
    work.missing = missing
    // Nobody else has to wait while files are read, or while they come through a pipe.
    let readings = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
      defer { bar?.finish() }
      return try work.read(input.files, roster: input.roster)
    }
    let status = try LedgerChanging.run(folder, arguments, console) { (reading) throws(CommandError) in
      let result = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
        try work.prepare(readings, into: reading, by: moment.actor)
      }
      let status = result.records.problems.errorCount > 0 ? ExitStatus.rowProblems : .ok
      return PlannedChange(work: result.work, status: status) { (output) throws(CommandError) in
        try write(result, style, arguments, console, limit, beside: places, to: output)
      }
    }
    NextSteps.afterImport(folder.path, arguments, console)
    return status
  }

  /// What is to be done about entries that whole files do not have.
  private static func missing(_ arguments: Arguments) throws(CommandError) -> LedgerImport.Missing {
    if !arguments.has(voidMissing) { return arguments.has(whole) ? .listed : .leftAlone }
    guard arguments.has(whole), let reason = try arguments.line(.reason) else {
      throw .usage(
        Words(
          "--void-missing 要和 --whole、--reason 理由 同用", "--void-missing goes with --whole and --reason TEXT"))
    }
    return .voided(reason: reason)
  }

  /// The year of a roster.
  private static func year(_ arguments: Arguments) throws(CommandError) -> Int? {
    guard let text = arguments[rosterYear] else { return nil }
    if !arguments.has(roster) {
      throw .usage(Words("--roster-year 要和 --roster 同用", "--roster-year goes with --roster"))
    }
    guard text.utf8.count == 4, let year = Int(text), (1900...2100).contains(year) else {
      throw .usage(
        Words(
          "--roster-year 应是四位数字的年度，而不是“\(text)”",
          "--roster-year is a year of four digits, and not \"\(text)\""))
    }
    return year
  }

  private static func write(
    _ result: LedgerImportResult, _ style: LedgerStyle, _ arguments: Arguments, _ console: Console,
    _ limit: Int?, beside places: OutputPlaces, to output: Output
  ) throws(CommandError) {
    let report = ImportReport(result, style)
    if style.format == .json {
      try output.write(report.json { append(result.records, style.ids, limit ?? .max, to: &$0) })
    } else {
      if style.format == .csv { try output.writeByteOrderMark(ifNamed: arguments[.output]) }
      try output.write(report.text())
    }
    if let path = arguments[.problems] { try console.writeProblems(result.records, ids: style.ids, to: path) }
    if let path = arguments[.rejects] { try console.writeRejects(result.records, to: path, beside: places) }
    if style.format == .json { return }
    let ids = style.format.isForPeople ? style.ids : .masked
    let listing = ProblemListing(
      result.records, in: console.language, ids: ids, colour: console.warnsInColour)
    console.warn(listing.text(limit: limit ?? 20, isQuiet: console.isQuiet))
  }

  /// The elements of the list of problems.
  private static func append(_ records: Records, _ ids: IDStyle, _ limit: Int, to buffer: inout ByteBuffer) {
    if records.problems.isEmpty || limit == 0 { return }
    buffer.append("\n")
    ProblemReport(records, ids: ids).writeJSON(indent: "    ", limit: limit) { piece in
      piece.withBytes { buffer.append($0) }
      return true
    }
    buffer.append("  ")
  }
}

extension RecordsInput {
  /// Takes files from the operands, and options; a roster alone is something too.
  init(files arguments: Arguments) throws(CommandError) {
    if arguments.operands.isEmpty, arguments[.roster] == nil {
      throw .usage(
        Words(
          "要写出登记表文件，或用 --roster 写出花名册；- 表示标准输入",
          "name a records file, or a roster by --roster; - is standard input"))
    }
    try self.init(arguments, needsFiles: false, takesLedger: false)
  }
}
