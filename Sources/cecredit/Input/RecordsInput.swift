import ContinuingEdCore
import Glibc

// Which files a command reads, and how.
extension Option {
  static let roster = Option(
    "--roster", value: Words("文件", "FILE"),
    Words("花名册：只核算名册上的人，没有登记项的也列出", "a roster: exactly its people are judged"))

  /// A ledger in place of files.
  static let ledgerInput = Option(
    "--ledger", value: Words("文件夹", "DIR"),
    Words("用台账代替文件：它的登记项和花名册", "a ledger in place of files: its entries and its roster"))

  /// What a command that reads records files accepts.
  static let recordsInput: [Option] = [.roster, .rosterSheet] + reading
}

/// The files of a command line, and the options for reading them.
struct RecordsInput {
  let files: [InputFile]
  let roster: InputFile?
  /// The ledger that is read in place of files.
  let ledger: LedgerFolder?
  /// The year that is judged, by whose roster of the ledger it is; nil where none is.
  var year: Int?
  /// Further files that the command reads: rules by their path.
  private(set) var otherInputs: [String] = []
  private let remembered: Remembered
  var options: ImportOptions

  /// Takes files from the operands, and options. Throws a usage error if there is no file.
  init(
    _ arguments: Arguments, needsFiles: Bool = true, takesLedger: Bool = true
  ) throws(CommandError) {
    ledger = takesLedger ? try RecordsInput.ledger(arguments, needsFiles: needsFiles) : nil
    if takesLedger, arguments.has(.ledgerInput) { try RecordsInput.refuseFiles(arguments) }
    remembered = arguments.remembered
    if ledger == nil, needsFiles, arguments.operands.isEmpty {
      throw .usage(
        Words("要写出登记表文件；- 表示标准输入", "name at least one records file; - is standard input"))
    }
    var rosterName = arguments[.roster]
    if rosterName == nil, takesLedger, ledger == nil { rosterName = try RecordsInput.roster(arguments) }
    let names = arguments.operands + (rosterName.map { [$0] } ?? [])
    if names.count(where: { $0 == "-" }) > 1 {
      throw .usage(Words("标准输入 - 只能用一次", "standard input - can be read only once"))
    }
    var paths: [String] = []
    for operand in arguments.operands { paths += try FolderFiles.of(operand) }
    files = paths.map(RecordsInput.file)
    roster = rosterName.map(RecordsInput.file)
    if let rules = arguments[.rules] ?? arguments.remembered[.rules]?.value, RuleFiles.isPath(rules) {
      otherInputs.append(rules)
    }
    options = try ImportOptions(
      arguments, readsFiles: ledger == nil, hasRoster: roster != nil || ledger != nil)
  }

  /// The ledger of the command line; where it names no file, the one that is remembered, or the default one where files
  /// are a must.
  private static func ledger(
    _ arguments: Arguments, needsFiles: Bool
  ) throws(CommandError) -> LedgerFolder? {
    if let path = arguments[.ledgerInput] { return LedgerFolder(path) }
    guard arguments.accepts(.ledgerInput), arguments.operands.isEmpty else { return nil }
    if !needsFiles, arguments.has(.roster) { return nil }
    if let folder = try LedgerPlace.remembered(arguments) { return folder }
    return needsFiles ? LedgerPlace.usual(arguments, isUsed: true) : nil
  }

  /// The roster that is remembered.
  private static func roster(_ arguments: Arguments) throws(CommandError) -> String? {
    guard arguments.accepts(.roster), let setting = arguments.remembered[.roster] else { return nil }
    if setting.value != "-", access(PathName.bytes(setting.value), R_OK) != 0 {
      throw setting.blame(FileBytes.failure(setting.value, errno))
    }
    return setting.value
  }

  /// Reads everything. A file that can't be read ends the command: nothing is judged.
  func read(_ console: Console, progress: String?) throws(CommandError) -> Records {
    var options = options
    let bar = progressBar(console, progress, &options)
    defer { bar?.finish() }
    if let ledger { return try read(ledger, options) }
    let records: Records
    do {
      records = try Importer(options).read(files, roster: roster)
    } catch {
      throw RecordsInput.failure(error)
    }
    try options.check(records, remembered)
    return records
  }

  /// A bar that reading under these options moves; nil where none is wanted. Whoever reads takes it away.
  func progressBar(_ console: Console, _ choice: String?, _ options: inout ImportOptions) -> ProgressBar? {
    let bar = ProgressBar(
      console, Words("读取", "reading"), choice: choice, total: totalSize, unit: .bytes)
    if let bar { options.progress = { bar.advance(to: $0) } }
    return bar
  }

  /// Whether people can have cities, and so rule sets of their own.
  var hasRoster: Bool { roster != nil || ledger != nil }

  /// What may be said of a roster that stands in for the ledger's.
  private static let ofRosters: [Option] = [.rosterSheet, .encoding, .delimiter, .map, .mapValue, .fillDown]

  /// A ledger has everything that the options for files could say; a roster that stands in for its own may need some.
  private static func refuseFiles(_ arguments: Arguments) throws(CommandError) {
    if let file = arguments.operands.first {
      throw .usage(
        Words("写了 --ledger 就不要再写文件“\(file)”", "--ledger takes the place of files; leave out \"\(file)\""))
    }
    let allowed = [Option.roster] + (arguments.has(.roster) ? ofRosters : [])
    for option in Option.recordsInput
    where arguments.has(option) && !allowed.contains(where: { $0.name == option.name }) {
      throw .usage(
        Words(
          "\(option.name) 是读文件用的，不能和 --ledger 同用", "\(option.name) is for files and can't go with --ledger"))
    }
  }

  /// Reads one state of the ledger.
  private func read(_ ledger: LedgerFolder, _ options: ImportOptions) throws(CommandError) -> Records {
    var reading = LedgerRecords(options)
    (reading.year, reading.roster) = (year, roster)
    let records = try LedgerCalls.attempt(ledger.path) { () throws(LedgerFailure) in
      try reading.read(ledger.snapshot())
    }
    if roster != nil { try options.check(records, remembered) }
    return records
  }

  /// The bytes of all files together; 0 if one of them has no known size.
  private var totalSize: Int {
    var total = 0
    for file in files + [roster].compactMap({ $0 }) {
      var status = stat()
      guard case .path(let path) = file, stat(PathName.bytes(path), &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else {
        return 0
      }
      total += Int(status.st_size)
    }
    return total
  }

  private static func file(_ name: String) -> InputFile { name == "-" ? .standardInput : .path(name) }

  /// Why a file can't be read, in words.
  static func failure(_ error: ImportError) -> CommandError {
    func shown(_ path: String) -> Words {
      path == "-" ? Words("标准输入", "standard input") : Words("文件 \(path)", "file \(path)")
    }
    func words(_ path: String, _ rest: Words) -> CommandError { .failure(shown(path) + rest) }
    switch error {
    case .cannotOpen(let path, let number), .cannotRead(let path, let number):
      let reason = Descriptor.reason(number)
      return words(path, Words(" 读不出来：\(reason.chinese)", " can't be read: \(reason.english)"))
    case .isDirectory(let path): return words(path, Words(" 是文件夹，不是文件", " is a folder and not a file"))
    case .isDevice(let path): return words(path, Words(" 是设备，不是文件", " is a device and not a file"))
    case .changedWhileReading(let path):
      return words(
        path, Words(" 在读取时变短了，请等它写完再试", " became shorter while it was read; try again when it is complete"))
    case .recordTooLong(let path, let offset):
      return words(
        path,
        Words(" 从第 \(offset) 字节起的一条记录超过 2 GiB", " has a record of more than 2 GiB, from byte \(offset) on"))
    case .workbook(let path, let fault):
      return words(
        path,
        Words(
          WorkbookWording.afterName(fault, in: .chinese), WorkbookWording.afterName(fault, in: .english)))
    case .noSuchSheet(let name, let sheets):
      return .usage(
        Words(
          WorkbookWording.noSheet(name, of: sheets, in: .chinese),
          WorkbookWording.noSheet(name, of: sheets, in: .english))
          + .didYouMean(NearMatch.nearest(to: name, in: sheets)))
    case .notText(let path, let kind):
      return words(path, Words(kind.refusal(in: .chinese), kind.refusal(in: .english)))
    case .noConversionTable:
      return .failure(
        Words("系统缺少 GB18030 编码表，请把文件另存为 UTF-8", "the system has no table of GB18030; save the file as UTF-8"))
    }
  }
}
