import ContinuingEdCore
import Glibc

extension CheckStyle {
  static let formatOption = Option.choice(
    "--format", Format.allCases.map(\.rawValue),
    Words(
      "结果的格式；不写时按 -o 的文件名，否则为 table", "the form of the result; by default by the name of FILE, else table"))
  static let idsOption = Option.choice(
    "--ids", IDStyle.allCases.map(\.rawValue), Words("身份证号全部显示，还是隐去中间", "show IDs whole or masked"))
  static let sortOption = Option.choice(
    "--sort", Sorting.allCases.map(\.rawValue),
    Words("worst 最需要注意的在前，file 按文件中的顺序", "worst: who needs attention first; file: as in the file"))
  static let byUnitOption = Option("--by-unit", Words("另按单位统计结论", "count verdicts by unit too"))

  /// The options that say how the result looks.
  static let options = [formatOption, idsOption, sortOption, byUnitOption]

  /// The look that a command line asks for.
  init(_ arguments: Arguments, _ console: Console) throws(CommandError) {
    self.init()
    language = console.language
    format = try CheckStyle.format(arguments)
    ids =
      arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
      ?? (format.isForPeople ? .masked : .full)
    sorting =
      arguments[CheckStyle.sortOption].flatMap { Sorting(rawValue: $0) }
      ?? (format.isForPeople ? .worst : .file)
    byUnit = arguments.has(CheckStyle.byUnitOption)
    if byUnit, !format.isForPeople, format != .json, format != .csv {
      throw .usage(
        Words(
          "--by-unit 不能用于 \(format.rawValue)，它每行一个人；请用 json 或 csv",
          "--by-unit can't go with \(format.rawValue), whose lines are people; use json or csv"))
    }
    cards = arguments.has(.person)
    if format == .xlsx { try console.refuseWorkbook(on: arguments[.output]) }
    colour = console.showsColour(in: arguments[.output])
    if console.showsOnTerminal(arguments[.output]) { width = Terminal.width(STDOUT_FILENO) }
    isQuiet = console.isQuiet
    if let limit = try arguments.number(.maxProblems) { problemLimit = limit }
  }

  /// `--format`, or what the name of the output file says.
  private static func format(_ arguments: Arguments) throws(CommandError) -> Format {
    let word = try OutputName.form(
      arguments[formatOption], to: arguments[.output], forms: Format.allCases.map(\.rawValue), usual: "table")
    return Format(rawValue: word) ?? .table
  }

  /// Whether entries are shown, so that their titles are needed.
  var showsTitles: Bool { format != .csv && format != .xlsx }
}

/// Where `check` writes: the result, the problems, and the rows that were not used.
final class CheckOutput {
  private(set) var style: CheckStyle
  private let console: Console
  private let arguments: Arguments
  private var result: Output?
  /// The folder that a page a unit goes into.
  private var folder: OutputFolder?
  private var problems: Output?
  private var places = OutputPlaces(inputs: [])

  init(_ arguments: Arguments, _ console: Console) throws(CommandError) {
    self.arguments = arguments
    self.console = console
    style = try CheckStyle(arguments, console)
  }

  /// How many problems are listed on standard error.
  var listed: Int { style.problemLimit == .max ? 20 : style.problemLimit }

  /// Opens the files before the work begins, so that a wrong place is known at once. None of them may be an input.
  func open(beside input: RecordsInput) throws(CommandError) {
    let outputs = [arguments[.output], arguments[.problems], arguments[.rejects]].compactMap { $0 }
    places = try input.refuse(outputs)
    if let ledger = input.ledger { style.ledger = ledger.path }
    if let path = arguments[.output], OutputName.isFolder(path) {
      folder = OutputFolder(path)
    } else {
      result = try console.openOutput(
        arguments[.output], isForPeople: style.format.isForPeople, isWorkbook: style.format == .xlsx)
    }
    try OutputName.refuse(arguments[.problems], unless: Console.problemEndings)
    try OutputName.refuse(arguments[.rejects], unless: Console.rejectEndings)
    if let path = arguments[.problems] { problems = try Output(path: path) }
  }

  /// Writes everything, then the problems to standard error.
  func write(_ run: CheckRun) throws(CommandError) -> CheckSummary {
    var style = style
    if run.count == 1 { style.cards = true }
    if let folder { return try write(run, style, into: folder) }
    guard let result else { return run.tally() }
    if style.format == .csv { try result.writeByteOrderMark(ifNamed: arguments[.output]) }
    // A result on the terminal is its own sign of progress.
    let isSeen = console.showsOnTerminal(arguments[.output])
    let bar = ProgressBar(
      console, Words("核算", "judging"), choice: isSeen ? "never" : arguments[.progress], total: run.count,
      unit: .people)
    var written = 0
    let summary = try CheckReport(run, style).write { (buffer: ByteBuffer) throws(CommandError) -> Bool in
      try result.write(buffer)
      written += CheckReport.peopleInPiece
      bar?.advance(to: min(written, run.count))
      return !result.readerHasGone
    }
    bar?.finish()
    try console.tell(summary.workbook, of: arguments[.output])
    let records = run.records.adding(summary.asked)
    try writeProblems(records)
    try result.finish()
    list(records)
    return summary
  }

  /// A page a unit, and the rest as ever.
  private func write(
    _ run: CheckRun, _ style: CheckStyle, into folder: OutputFolder
  ) throws(CommandError) -> CheckSummary {
    let pages = CheckFolder(run, style)
    try folder.create()
    for (index, name) in pages.files.enumerated() {
      let output = try Output(path: folder.path(of: name), filter: HiddenText.Filter())
      try pages.write(index) { (buffer: ByteBuffer) throws(CommandError) -> Bool in
        try output.write(buffer)
        return true
      }
      try output.finish()
    }
    let records = run.records.adding(pages.summary.asked)
    try writeProblems(records)
    list(records)
    return pages.summary
  }

  private func writeProblems(_ records: Records) throws(CommandError) {
    if let problems, let path = arguments[.problems] {
      try console.writeProblems(records, ids: style.ids, to: problems, named: path)
    }
    if let path = arguments[.rejects] { try console.writeRejects(records, to: path, beside: places) }
  }

  /// The same of applications for titles.
  func write(_ run: TitleRun) throws(CommandError) -> TitleSummary {
    var style = style
    if run.count == 1 { style.cards = true }
    guard let result else { return run.tally() }
    if style.format == .csv { try result.writeByteOrderMark(ifNamed: arguments[.output]) }
    let summary = try TitleReport(run, style).write { (buffer: ByteBuffer) throws(CommandError) -> Bool in
      try result.write(buffer)
      return !result.readerHasGone
    }
    try console.tell(summary.workbook, of: arguments[.output])
    let records = run.records.adding(summary.asked)
    if let problems, let path = arguments[.problems] {
      try console.writeProblems(records, ids: style.ids, to: problems, named: path)
    }
    if let path = arguments[.rejects] { try console.writeRejects(records, to: path, beside: places) }
    try result.finish()
    list(records)
    return summary
  }

  /// Problems to standard error; json has them inside.
  private func list(_ records: Records) {
    if style.format == .json { return }
    console.warn(
      ProblemListing(
        records, in: style.language, ids: style.format.isForPeople ? style.ids : .masked,
        colour: console.warnsInColour
      )
      .text(limit: listed, isQuiet: console.isQuiet))
  }
}

extension Output {
  /// Adds the bytes of a buffer.
  func write(_ buffer: ByteBuffer) throws(CommandError) {
    try buffer.withBytes { (bytes) throws(CommandError) in try write(bytes) }
  }

  /// Begins a file whose name ends in .csv with a byte order mark, so that Excel reads it as UTF-8.
  func writeByteOrderMark(ifNamed path: String?) throws(CommandError) {
    if let path, path != "-", path.lowercased().hasSuffix(".csv") { try write("\u{FEFF}") }
  }
}
