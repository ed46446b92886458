/// Everything that is wrong with a ledger, found in one pass over all of its files.
public struct LedgerVerification: Sendable {
  /// What is wrong, in order of file and line: the journal, the people, the years.
  public private(set) var faults: [LedgerFault] = []
  /// What is worth knowing and does no harm.
  public private(set) var notes: [LedgerFault] = []
  /// How many entries there are, void and replaced ones too.
  public private(set) var entries = 0
  /// How many changes the journal has.
  public private(set) var changes = 0
  /// How many lines `people.csv` has.
  public private(set) var people = 0

  /// Whether nothing is wrong.
  public var isClean: Bool { faults.isEmpty }

  /// Reads all of a ledger.
  ///
  /// - Throws: ``LedgerError`` where nothing can be read at all; whatever is wrong inside is a fault of the result.
  public init(_ folder: LedgerFolder) throws(LedgerError) {
    let snapshot = try folder.snapshot()
    let journal = try JournalReader.read(snapshot)
    faults += journal.faults
    changes = journal.lastID
    people = try check(.people, snapshot, journal)
    let named = journal.origins.counts.keys.filter { $0 != .people && $0 != .journal }
    let years = Set(named).union(snapshot.years.map { .entries(year: $0) })
    for file in years.sorted() { entries += try check(file, snapshot, journal) }
    try takeNotes(snapshot, folder)
  }

  /// Checks a file of entries or that of people; returns how many records it has.
  private mutating func check(
    _ file: LedgerFile, _ snapshot: LedgerSnapshot, _ journal: JournalReader
  ) throws(LedgerError) -> Int {
    guard let table = LedgerTable(file, in: snapshot) else {
      faults.append(LedgerFault(snapshot.path(of: file), line: 1, .missingFile))
      return 0
    }
    var check = SequenceCheck(file, path: snapshot.path(of: file), journal: journal)
    var outcome = try table.read { check.look(at: $0) }
    if outcome.isRead {
      outcome.faults += check.finish(outcome)
      outcome.faults += try RowsCheck(file: file, snapshot: snapshot).faults()
    }
    faults += outcome.faults.sorted { $0.line < $1.line }
    return outcome.records
  }

  private mutating func takeNotes(_ snapshot: LedgerSnapshot, _ folder: LedgerFolder) throws(LedgerError) {
    if let change = snapshot.pendingChange {
      notes.append(LedgerFault(folder.path(PendingChange.name), line: 1, .interruptedChange(id: change)))
    }
    for name in try FileReads.names(in: folder.path("entries")) ?? []
    where LedgerFile(nameInEntries: name) == nil {
      notes.append(LedgerFault(folder.path("entries/" + name), line: 1, .unknownFile))
    }
    // What else people keep beside a ledger is theirs; a table there may be meant for it.
    for name in try FileReads.names(in: folder.path) ?? []
    where name.hasSuffix(".csv") && LedgerFile(path: name) == nil {
      notes.append(LedgerFault(folder.path(name), line: 1, .unknownFile))
    }
  }
}
