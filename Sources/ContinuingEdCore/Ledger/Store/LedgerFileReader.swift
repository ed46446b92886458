/// Reads a file of a ledger through the reader of records files and rosters. Whatever is wrong with a row is an error of
/// the whole ledger, with its place: what the program wrote can be used.
struct LedgerFileReader {
  let snapshot: LedgerSnapshot
  let journal: LedgerJournal
  /// What hangs on the run: titles, amounts that rule sets fix, cities, workers.
  let options: ImportOptions
  /// Whether the bytes are held to the journal's sums in passing; not if that has been done, or there are none.
  var verifies = false

  /// Problems that a row may have all the same, because they hang on the rule sets of the run.
  private static let ofTheRun: [ProblemCode] = [.missingHours, .missingSubject, .unknownCity]

  /// Reads a file up to where the state goes; nil if it is not there.
  func read<Reader: RowConsumer & ~Copyable>(
    _ file: LedgerFile, _ setup: ReaderSetup, input: InputFile? = nil,
    problems: (borrowing Reader) -> ProblemList
  ) throws(LedgerFailure) -> FileReadings<Reader>? {
    let isWhole = input == nil
    guard let input = input ?? snapshot.input(file) else { return nil }
    var setup = setup
    if isWhole, verifies { setup.stretches = try stretchSums(file) }
    let options = options.forLedgerFiles
    let reader = FileReader<Reader>(
      options: options, setup: setup, isRoster: file == .people,
      workers: file == .people ? 1 : options.workerCount)
    var readings: FileReadings<Reader>
    do throws(ImportError) {
      readings = try reader.read(input)
    } catch {
      // NULs make it no text; where they are, the sums say.
      if case .notText = error, setup.stretches != nil { throw .damaged(try fault(in: file)) }
      throw .unreadable(error)
    }
    let path = snapshot.path(of: file)
    let found = readings.file
    let columns = file.columns(format: snapshot.format)
    if setup.stretches != nil, readings.sums != journal.stretches[file, default: []].map(\.stretch.sum) {
      throw .damaged(try fault(in: file))
    }
    if found.headings != columns || found.headerLine != 1 || found.hasByteOrderMark {
      throw .damaged(LedgerFault(path, line: 1, .wrongHeader(expected: columns.joined(separator: ","))))
    }
    // The columns that only a ledger has are no strangers here.
    readings.header.problems = ProblemList()
    if let fault = firstFault(readings, path, problems) { throw .damaged(fault) }
    return readings
  }

  /// What is summed while a file is read, which must be as long as the journal says.
  private func stretchSums(_ file: LedgerFile) throws(LedgerFailure) -> StretchSums {
    let offsets = LedgerSums(snapshot: snapshot, stretches: journal.stretches).offsets(file)
    let header = file.header(format: snapshot.format)
    let path = snapshot.path(of: file)
    guard let top = try FileReads.bytes(path, length: min(snapshot.lengths[file] ?? 0, header.count)) else {
      throw .missingFile(path: path)
    }
    if top != header || snapshot.lengths[file] != offsets.last || offsets.count < 2 {
      throw .damaged(try fault(in: file))
    }
    return StretchSums(offsets: offsets)
  }

  /// Where a file is not as the journal says.
  private func fault(in file: LedgerFile) throws(LedgerFailure) -> LedgerFault {
    let faults = try LedgerSums(snapshot: snapshot, stretches: journal.stretches).faults(file)
    return faults.first ?? LedgerFault(snapshot.path(of: file), line: 1, .strangeFile)
  }

  /// Holds the number of a file's records to what the journal says.
  func check(_ file: LedgerFile, has records: Int) throws(LedgerFailure) {
    let expected = journal.counts[file] ?? 0
    if records != expected {
      let fault = LedgerFault.Kind.lineCount(found: records, expected: expected)
      throw .damaged(LedgerFault(snapshot.path(of: file), line: 1, fault))
    }
  }

  /// The setup of a reader for these options.
  func setup() -> ReaderSetup {
    var setup = ReaderSetup()
    setup.keepsTitles = options.keepsTitles
    setup.keepsFormTexts = options.keepsFormTexts
    setup.fixedAmounts = options.fixedAmountBits
    setup.categoriesByWords = options.wordCategoryBits
    setup.ruleSetOfCity = options.ruleSetOfCity
    setup.year = options.year.map(DayRange.init(year:))
    return setup
  }

  /// The first row that can't be used.
  private func firstFault<Reader: RowConsumer & ~Copyable>(
    _ readings: FileReadings<Reader>, _ path: String, _ problems: (borrowing Reader) -> ProblemList
  ) -> LedgerFault? {
    let lists = readings.parts.map { problems($0.reader) }
    if lists.allSatisfy({ $0.errorCount == 0 }) { return nil }
    let places = BlockPlaces(readings)
    for (part, block) in places.order {
      let report = readings.parts[part].blocks[block]
      for index in report.problems {
        let problem = lists[part][index]
        if problem.code.severity != .error || LedgerFileReader.ofTheRun.contains(problem.code) { continue }
        return LedgerFault(
          path, line: problem.line + places.lines[report.index],
          .row(problem.code, column: column(of: problem, readings.file), value: problem.value))
      }
    }
    return nil
  }

  private func column(of problem: FoundProblem, _ file: SourceFile) -> String? {
    switch problem.column {
    case .none: nil
    case .heading(let index): index < file.headings.count ? file.headings[index] : nil
    case .absent(let field): field.english
    }
  }
}

extension ImportOptions {
  /// The same for a file of a ledger: what is said of other people's tables, their columns, words and blank cells, must
  /// not change what the program wrote itself.
  fileprivate var forLedgerFiles: ImportOptions {
    var options = self
    (options.encoding, options.delimiter) = (.utf8, .comma)
    (options.columnNames, options.ignoredColumns, options.valueNames) = ([], [], [])
    (options.fixedValues, options.sheets, options.rosterSheet) = ([], [], nil)
    (options.identifiesByName, options.fillsDown) = (false, false)
    return options
  }
}
