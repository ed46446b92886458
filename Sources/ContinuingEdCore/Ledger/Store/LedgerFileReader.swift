/// Reads a file of a ledger through the reader of records files and rosters. Whatever is wrong with a row is an error of
/// the whole ledger, with its place: what the program wrote can be used.
struct LedgerFileReader {
  let snapshot: LedgerSnapshot
  let journal: LedgerJournal
  /// What hangs on the run: titles, amounts that rule sets fix, cities, workers.
  let options: ImportOptions

  /// Problems that a row may have all the same, because they hang on the rule sets of the run.
  private static let ofTheRun: [ProblemCode] = [.missingHours, .unknownCity]

  /// Reads a file up to where the state goes; nil if it is not there.
  func read<Reader: RowConsumer & ~Copyable>(
    _ file: LedgerFile, _ setup: ReaderSetup, input: InputFile? = nil,
    problems: (borrowing Reader) -> ProblemList
  ) throws(LedgerError) -> FileReadings<Reader>? {
    guard let input = input ?? snapshot.input(file) else { return nil }
    var options = options
    (options.encoding, options.delimiter, options.columnNames) = (.utf8, .comma, [])
    let reader = FileReader<Reader>(
      options: options, setup: setup, isRoster: file == .people,
      workers: file == .people ? 1 : options.workerCount)
    var readings: FileReadings<Reader>
    do throws(ImportError) {
      readings = try reader.read(input)
    } catch {
      throw .unreadable(error)
    }
    let path = snapshot.path(of: file)
    let found = readings.file
    if found.headings != file.columns || found.headerLine != 1 || found.hasByteOrderMark {
      throw .damaged(
        LedgerFault(path, line: 1, .wrongHeader(expected: file.columns.joined(separator: ","))))
    }
    // The columns that only a ledger has are no strangers here.
    readings.header.problems = ProblemList()
    if let fault = firstFault(readings, path, problems) { throw .damaged(fault) }
    return readings
  }

  /// Holds the number of a file's records to what the journal says.
  func check(_ file: LedgerFile, has records: Int) throws(LedgerError) {
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
    setup.fixedAmounts = options.fixedAmountBits
    setup.ruleSetOfCity = options.ruleSetOfCity
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

  private func column(of problem: Problem, _ file: SourceFile) -> String? {
    switch problem.column {
    case .none: nil
    case .heading(let index): index < file.headings.count ? file.headings[index] : nil
    case .absent(let field): field.english
    }
  }
}
