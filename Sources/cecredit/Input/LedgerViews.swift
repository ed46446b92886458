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
    colour = console.showsColour(in: arguments[.output])
    if console.showsOnTerminal(arguments[.output]) { width = Terminal.width(STDOUT_FILENO) }
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
    let verification = try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in
      try LedgerVerification(folder)
    }
    return (folder, verification)
  }

  /// The state of a ledger.
  static func read(_ folder: LedgerFolder) throws(CommandError) -> LedgerReading {
    try LedgerCalls.attempt(folder.path) { () throws(LedgerFailure) in try LedgerReading(folder.snapshot()) }
  }

  /// Where a report on a ledger goes: the file of `-o`, which is not one of the ledger's, or standard output.
  static func openOutput(
    _ ledger: LedgerFolder, _ style: LedgerStyle, _ arguments: Arguments, _ console: Console
  ) throws(CommandError) -> Output {
    try LedgerPlace.refuse([arguments[.output]].compactMap { $0 }, in: ledger)
    return try console.openOutput(
      arguments[.output], isForPeople: style.format.isForPeople, isWorkbook: style.format == .xlsx)
  }

  /// Writes a report to the file of `-o` or to standard output.
  static func write(
    _ text: String, on ledger: LedgerFolder, _ style: LedgerStyle, _ arguments: Arguments, _ console: Console
  ) throws(CommandError) {
    let output = try openOutput(ledger, style, arguments, console)
    if style.format == .csv { try output.writeByteOrderMark(ifNamed: arguments[.output]) }
    try output.write(text)
    try output.finish()
  }
}
