/// Takes the rows of records files, and the people of a roster, into a ledger: what is new of them, once.
///
/// Nothing is written here: the result says what is to be committed, so that a dry run is the same but for that.
public struct LedgerImport: Sendable {
  /// How the files are read. Amounts that rule sets fix have no say: a ledger outlives rule sets.
  public var options: ImportOptions
  /// Whether rows that are probably corrections are taken as such.
  public var acceptsChanges = false
  /// Whether people of the ledger's roster who are not in the one that is imported leave it.
  public var rosterIsWhole = false

  /// An import that takes no corrections and lets nobody leave the roster.
  public init(_ options: ImportOptions = ImportOptions()) { self.options = options }

  /// Reads files and a roster and compares them with a state of a ledger.
  ///
  /// - Throws: ``LedgerError/unreadable(_:)`` for a file that can't be read at all, ``LedgerError/damaged(_:)`` for a
  ///   ledger that is not as it should be. Rows with problems are in the result.
  public func prepare(
    _ files: [InputFile], roster: InputFile? = nil, into snapshot: LedgerSnapshot, by actor: LedgerActor
  ) throws(LedgerError) -> LedgerImportResult {
    let journal = try snapshot.journal()
    var reading = ImportReading(options)
    do throws(ImportError) {
      for file in files { try reading.read(file) }
      if let roster { try reading.read(roster: roster) }
    } catch {
      throw .unreadable(error)
    }
    let probe = reading.makeProbe()
    let scan =
      reading.files.allSatisfy(\.rows.isEmpty)
      ? LedgerScan(probe) : try LedgerScan(probe, snapshot, journal, options.ofLedger)
    var planning = ImportPlanning(
      journal, actor, ImportMatching(probe, scan, journal.effects(), acceptsChanges: acceptsChanges),
      acceptsChanges: acceptsChanges)
    for (index, file) in reading.files.enumerated() {
      try planning.add(file, isLast: index + 1 == reading.files.count)
    }
    if let roster = reading.roster {
      planning.add(roster, try LedgerRoster(snapshot, journal, keepsTexts: true), isWhole: rosterIsWhole)
    }
    return planning.finish(reading.finish())
  }
}

extension ImportOptions {
  /// The same for files of a ledger that is to grow.
  fileprivate var ofLedger: ImportOptions {
    var options = ImportOptions()
    (options.blockSize, options.workers) = (blockSize, workers)
    return options
  }
}

/// Files being read to be imported.
struct ImportReading {
  private(set) var files: [ImportedFile] = []
  private(set) var roster: ImportedRoster?
  private let options: ImportOptions
  private let assembly: Assembly

  init(_ options: ImportOptions) {
    self.options = options
    assembly = Assembly(roster: nil, workers: options.workerCount)
  }

  private var setup: ReaderSetup {
    var setup = ReaderSetup()
    setup.ruleSetOfCity = options.ruleSetOfCity
    return setup
  }

  /// Reads a records file.
  mutating func read(_ file: InputFile) throws(ImportError) {
    let (key, input) = try ContentKey.of(file)
    let reader = FileReader<LedgerRowReader>(
      options: options, setup: setup, isRoster: false, workers: options.workerCount)
    let readings = try reader.read(input)
    files.append(ImportedFile(file.name, content: key, readings))
    assembly.add(readings.ordinary())
  }

  /// Reads a roster.
  mutating func read(roster file: InputFile) throws(ImportError) {
    let (key, input) = try ContentKey.of(file)
    let reader = FileReader<LedgerRosterReader>(options: options, setup: setup, isRoster: true, workers: 1)
    let readings = try reader.read(input)
    roster = ImportedRoster(
      name: file.name, content: key,
      counts: readings.parts.reduce(RecordCounts()) { $0 + $1.reader.counts },
      rows: readings.parts.flatMap { $0.reader.rows })
    assembly.addRoster(readings.ordinary())
  }

  /// The keys of all rows, each with a number that the rows are told.
  func makeProbe() -> LedgerProbe {
    let total = files.reduce(0) { $0 + $1.rows.count }
    let (rows, gists) = (KeyTable(capacity: total), KeyTable(capacity: total))
    for file in files {
      file.rowKeys = file.rows.map { rows.add($0.keys.row) }
      file.gists = file.rows.map { gists.add($0.keys.gist) }
    }
    return LedgerProbe(rows: rows, gists: gists, wantsEqual: files.count > 1)
  }

  /// What was found wrong with all of them.
  func finish() -> Records {
    var records = assembly.finish()
    (records.entries, records.people, records.rosterFacts) = (EntryStore(), [], [])
    return records
  }
}

/// A roster that has been read to be imported.
struct ImportedRoster {
  var name: String
  var content: UInt64
  var counts: RecordCounts
  var rows: [(id: String, text: [UInt8])]
}
