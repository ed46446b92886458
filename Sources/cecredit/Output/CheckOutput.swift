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
    format = CheckStyle.format(arguments)
    ids =
      arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
      ?? (format.isForPeople ? .masked : .full)
    sorting =
      arguments[CheckStyle.sortOption].flatMap { Sorting(rawValue: $0) }
      ?? (format.isForPeople ? .worst : .file)
    byUnit = arguments.has(CheckStyle.byUnitOption)
    if byUnit, !format.isForPeople {
      throw .usage(
        Words(
          "--by-unit 只用于 table、markdown、html", "--by-unit goes with table, markdown and html only"))
    }
    cards = arguments.has(.person)
    if console.showsOnTerminal(arguments[.output]) {
      colour = Terminal.allowsColour(STDOUT_FILENO)
      width = Terminal.width(STDOUT_FILENO)
    }
    if let limit = try arguments.number(.maxProblems) { problemLimit = limit }
  }

  /// `--format`, or what the name of the output file says.
  private static func format(_ arguments: Arguments) -> Format {
    if let word = arguments[formatOption], let format = Format(rawValue: word) { return format }
    guard let name = arguments[.output]?.lowercased(), let dot = name.lastIndex(of: ".") else {
      return .table
    }
    switch name[name.index(after: dot)...] {
    case "csv": return .csv
    case "json": return .json
    case "jsonl", "ndjson": return .jsonl
    case "md", "markdown": return .markdown
    case "html", "htm": return .html
    default: return .table
    }
  }

  /// Whether entries are shown, so that their titles are needed.
  var showsTitles: Bool { format != .csv }
}

/// Where `check` writes: the result, the problems, and the rows that were not used.
final class CheckOutput {
  private(set) var style: CheckStyle
  private let console: Console
  private let arguments: Arguments
  private var result: Output?
  private var problems: Output?

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
    try input.refuse(outputs)
    result = try console.openOutput(arguments[.output])
    if let path = arguments[.problems] { problems = try Output(path: path) }
  }

  /// Writes everything, then the problems to standard error.
  func write(_ run: CheckRun) throws(CommandError) -> CheckSummary {
    let style = style(forPeople: run.count)
    guard result != nil else { return run.tally() }
    return try write(run.records, style, people: run.count) { (take) throws(CommandError) in
      try CheckReport(run, style).write(to: take)
    }
  }

  /// The same of applications for titles.
  func write(_ run: TitleRun) throws(CommandError) -> TitleSummary {
    let style = style(forPeople: run.count)
    guard result != nil else { return run.tally() }
    return try write(run.records, style, people: run.count) { (take) throws(CommandError) in
      try TitleReport(run, style).write(to: take)
    }
  }

  /// One person alone is shown whole.
  private func style(forPeople count: Int) -> CheckStyle {
    var style = style
    if count == 1 { style.cards = true }
    return style
  }

  private typealias Take = (ByteBuffer) throws(CommandError) -> Bool

  private func write<Summary>(
    _ records: Records, _ style: CheckStyle, people: Int,
    report: (Take) throws(CommandError) -> Summary
  ) throws(CommandError) -> Summary {
    let result = result
    if style.format == .csv { try result?.writeByteOrderMark(ifNamed: arguments[.output]) }
    // A result on the terminal is its own sign of progress.
    let isSeen = console.showsOnTerminal(arguments[.output])
    let bar = ProgressBar(
      console, Words("核算", "judging"), choice: isSeen ? "never" : arguments[.progress], total: people,
      unit: .people)
    var written = 0
    let summary = try report { (buffer: ByteBuffer) throws(CommandError) -> Bool in
      try result?.write(buffer)
      written += CheckReport.peopleInPiece
      bar?.advance(to: min(written, people))
      return result?.readerHasGone == false
    }
    bar?.finish()
    if let problems, let path = arguments[.problems] {
      try console.writeProblems(records, ids: style.ids, to: problems, named: path)
    }
    if let path = arguments[.rejects] { try console.writeRejects(records, to: path) }
    try result?.finish()
    list(records)
    return summary
  }

  /// Problems to standard error; json has them inside.
  private func list(_ records: Records) {
    if style.format == .json { return }
    let colour = Terminal.allowsColour(STDERR_FILENO)
    console.warn(
      ProblemListing(
        records, in: style.language, ids: style.format.isForPeople ? style.ids : .masked, colour: colour
      )
      .text(limit: listed))
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

extension RecordsInput {
  /// Refuses an output that is one of the inputs, or another output.
  func refuse(_ outputs: [String]) throws(CommandError) {
    if let ledger { try LedgerPlace.refuse(outputs, in: ledger) }
    var taken: [(dev_t, ino_t)] = []
    for file in files + [roster].compactMap({ $0 }) {
      if case .path(let path) = file, let place = RecordsInput.place(path) { taken.append(place) }
    }
    for (index, path) in outputs.enumerated() where path != "-" {
      if outputs[..<index].contains(path) {
        throw .usage(Words("两个输出不能是同一个文件 \(path)", "two outputs can't be the same file \(path)"))
      }
      guard let place = RecordsInput.place(path) else { continue }
      if taken.contains(where: { $0 == place }) {
        throw .usage(
          Words("输出文件 \(path) 也是输入文件，会被覆盖；请换一个名称", "output file \(path) is an input and would be overwritten")
        )
      }
    }
  }

  /// What tells a regular file from all others.
  private static func place(_ path: String) -> (dev_t, ino_t)? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (status.st_dev, status.st_ino)
  }
}
