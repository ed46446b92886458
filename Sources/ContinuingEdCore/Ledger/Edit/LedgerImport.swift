/// Takes the rows of records files, and the people of a roster, into a ledger: what is new of them, once.
///
/// Nothing is written here: the result says what is to be committed, so that a dry run is the same but for that. Files
/// are read before anybody has the lock, and compared with a state of the ledger then.
package struct LedgerImport: Sendable {
  /// How the files are read. Amounts that rule sets fix have no say: a ledger outlives rule sets.
  package var options: ImportOptions
  /// Whether rows that differ from the entries that they are about are taken as corrections.
  package var acceptsChanges = false
  /// Whether rows of void entries make them count again.
  package var revivesVoid = false
  /// The year for which the roster holds; nil for every year without its own.
  package var rosterYear: Int?
  /// Whether people of the ledger's roster who are not in the one that is imported leave it.
  package var rosterIsWhole = false

  /// What is done about entries that files, said to be whole, do not have.
  package var missing = Missing.leftAlone

  /// What is done about entries of a file's years, units and platforms that it does not have.
  package enum Missing: Sendable, Equatable {
    /// Files are not whole.
    case leftAlone
    /// They are told.
    case listed
    /// They are made void for a reason, unless rows of the file could not be read, which may be theirs.
    case voided(reason: String)
  }

  /// An import that takes no corrections and lets nobody leave the roster.
  package init(_ options: ImportOptions = ImportOptions()) { self.options = options }

  /// Files that have been read and not been compared with any ledger yet; good for one comparison.
  package struct Readings {
    var reading: ImportReading
  }

  /// Reads files and a roster, each byte once.
  ///
  /// - Throws: ``LedgerFailure/unreadable(_:)`` for a file that can't be read at all. Rows with problems are in the result.
  package func read(_ files: [InputFile], roster: InputFile? = nil) throws(LedgerFailure) -> Readings {
    var reading = ImportReading(options)
    do throws(ImportError) {
      for file in try SheetSelection.records(files, options) { try reading.read(file) }
      if let roster { try reading.read(roster: try SheetSelection.roster(roster, options)) }
    } catch {
      throw .unreadable(error)
    }
    return Readings(reading: reading)
  }

  /// Compares what was read with a state of a ledger.
  ///
  /// - Throws: ``LedgerFailure/damaged(_:)`` for a ledger that is not as it should be.
  package func prepare(
    _ readings: Readings, into ledger: LedgerReading, by actor: LedgerActor
  ) throws(LedgerFailure) -> LedgerImportResult {
    var reading = readings.reading
    let (snapshot, journal) = (ledger.snapshot, ledger.journal)
    try reading.correct(SamePeople(journal.lines))
    let wishes = ImportWishes(acceptsChanges: acceptsChanges, revivesVoid: revivesVoid)
    let comparison = try reading.compare(
      with: LedgerScan(snapshot, journal, options.ofLedger), journal, wishes)
    var planning = ImportPlanning(journal, actor, comparison.matching, comparison.merging, wishes)
    for (index, file) in reading.files.enumerated() {
      try planning.add(file, isLast: index + 1 == reading.files.count)
    }
    if let roster = reading.roster {
      planning.add(
        roster, try LedgerRoster(snapshot, journal, keepsTexts: true), isWhole: rosterIsWhole,
        year: rosterYear)
    }
    if missing != .leftAlone {
      for file in reading.files { try planning.tell(missing, of: file, ledger) }
    }
    return planning.finish(reading.finish())
  }

  /// Reads files and a roster and compares them with a state of a ledger.
  ///
  /// - Throws: ``LedgerFailure/unreadable(_:)`` for a file that can't be read at all, ``LedgerFailure/damaged(_:)`` for a
  ///   ledger that is not as it should be. Rows with problems are in the result.
  package func prepare(
    _ files: [InputFile], roster: InputFile? = nil, into snapshot: LedgerSnapshot, by actor: LedgerActor
  ) throws(LedgerFailure) -> LedgerImportResult {
    try prepare(read(files, roster: roster), into: LedgerReading(snapshot), by: actor)
  }
}

/// What is to be done with rows that are not simply new.
struct ImportWishes: Sendable {
  var acceptsChanges = false
  var revivesVoid = false

  /// Whether a change of an entry is taken.
  func takes(aChangeOfVoid isVoid: Bool) -> Bool { isVoid ? revivesVoid : acceptsChanges }
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
  var roster: ImportedRoster?
  private let options: ImportOptions
  private let assembly: Assembly

  init(_ options: ImportOptions) {
    self.options = options
    assembly = Assembly(roster: nil, workers: options.workerCount)
  }

  private var setup: ReaderSetup {
    var setup = ReaderSetup()
    setup.ruleSetOfCity = options.ruleSetOfCity
    // The key of the file is the sum of the bytes that are read.
    setup.stretches = StretchSums(offsets: [0, .max])
    return setup
  }

  /// Reads a records file.
  mutating func read(_ file: InputFile) throws(ImportError) {
    let reader = FileReader<LedgerRowReader>(
      options: options, setup: setup, isRoster: false, workers: options.fillsDown ? 1 : options.workerCount)
    let readings = try reader.read(file)
    files.append(ImportedFile(file.name, content: readings.sums.first ?? 0, readings))
    assembly.add(readings.ordinary())
  }

  /// Reads a roster.
  mutating func read(roster file: InputFile) throws(ImportError) {
    let reader = FileReader<LedgerRosterReader>(options: options, setup: setup, isRoster: true, workers: 1)
    let readings = try reader.read(file)
    roster = ImportedRoster(
      name: file.name, content: readings.sums.first ?? 0,
      counts: readings.parts.reduce(RecordCounts()) { $0 + $1.reader.counts },
      rows: readings.parts.flatMap { $0.reader.rows })
    assembly.addRoster(readings.ordinary())
  }

  /// Compares the rows with a ledger: first for equal ones, then, for those that have none, for ones about the same.
  func compare(
    with scan: LedgerScan, _ journal: LedgerJournal, _ wishes: ImportWishes
  ) throws(LedgerFailure) -> (matching: ImportMatching, merging: EntryMerging) {
    let chains = LedgerChains(journal.lines, journal.effects())
    let isFirst = !journal.counts.contains { $0.key != .people && $0.value > 0 }
    // Nothing to compare with: neither entries nor another file.
    if isFirst, files.count < 2 {
      let none = KeyTable(capacity: 0)
      for file in files { file.rowKeys = [] }
      return (
        ImportMatching(rows: none, known: [], gists: none, candidates: [], chains, wishes), EntryMerging()
      )
    }
    let rows = KeyTable(capacity: files.reduce(0) { $0 + $1.rows.count })
    for file in files { file.rowKeys = file.rows.map { rows.add($0.key) } }
    let known = isFirst ? [] : try scan.rows(equalTo: rows)
    let (gists, people) = openKeys(rows.count, known)
    let candidates = isFirst || gists.count == 0 ? [] : try scan.rows(about: gists, of: people)
    let matching = ImportMatching(
      rows: rows, known: known, gists: gists, candidates: candidates, chains, wishes)
    let entries = matching.forms.filter { $0.id != $0.entry && wishes.takes(aChangeOfVoid: $0.isVoid) }
    return (matching, EntryMerging(try scan.cells(of: Set(entries.map(\.entry)))))
  }

  /// What the rows are about that the ledger has not, or not as often as a file.
  private func openKeys(_ keys: Int, _ known: [KnownRow]) -> (gists: KeyTable, people: KeyTable) {
    var have = [UInt32](repeating: 0, count: keys)
    for row in known { have[Int(row.key)] += 1 }
    var open: [(file: Int, row: Int)] = []
    for (place, file) in files.enumerated() {
      var used = [UInt32](repeating: 0, count: keys)
      for row in file.rows.indices {
        let key = Int(file.rowKeys[row])
        used[key] += 1
        if used[key] > have[key] { open.append((place, row)) }
      }
    }
    let (gists, people) = (KeyTable(capacity: 3 * open.count), KeyTable(capacity: open.count))
    for (place, row) in open {
      let facts = files[place].rows[row]
      files[place].withText(of: facts) { line in
        let person = LedgerRowFacts.person(line)
        _ = people.add(person)
        for key in RowAspects(LedgerLineCells(line), year: Int(facts.year)).keys(person) {
          _ = gists.add(key)
        }
      }
    }
    return (gists, people)
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
