/// Everything that is wrong with a ledger, found in one pass over all of its files.
package struct LedgerVerification: Sendable {
  /// What is wrong, in order of file and line: the journal, the people, the years.
  package private(set) var faults: [LedgerFault] = []
  /// What is worth knowing and does no harm.
  package private(set) var notes: [LedgerFault] = []
  /// How many entries there are, void and replaced ones too.
  package private(set) var entries = 0
  /// How many changes the journal has.
  package private(set) var changes = 0
  /// How many lines `people.csv` has.
  package private(set) var people = 0

  /// Whether nothing is wrong.
  package var isClean: Bool { faults.isEmpty }

  /// Reads all of a ledger.
  ///
  /// - Throws: ``LedgerFailure`` where nothing can be read at all; whatever is wrong inside is a fault of the result.
  package init(_ folder: LedgerFolder) throws(LedgerFailure) {
    let snapshot = try folder.snapshot()
    try self.init(snapshot)
    try takeNotes(snapshot, folder)
  }

  /// Reads all of a state.
  init(_ snapshot: LedgerSnapshot) throws(LedgerFailure) {
    let journal = try JournalReader.read(snapshot)
    faults += journal.faults
    changes = journal.lastID
    let named = journal.origins.counts.keys.filter { $0 != .people }
    let years = Set(named).union(snapshot.years.map { .entries(year: $0) })
    for file in [.people] + years.sorted() {
      let found =
        snapshot.format == 1
        ? try check(file, snapshot, journal) : try checkSums(file, snapshot, journal)
      if file == .people { people = found } else { entries += found }
    }
  }

  /// Holds a file to the sums of the journal; where they are not right, its lines are looked at one by one.
  private mutating func checkSums(
    _ file: LedgerFile, _ snapshot: LedgerSnapshot, _ journal: JournalReader
  ) throws(LedgerFailure) -> Int {
    guard snapshot.lengths[file] != nil else {
      faults.append(LedgerFault(snapshot.path(of: file), line: 1, .missingFile))
      return 0
    }
    let sums = LedgerSums(snapshot: snapshot, stretches: journal.stretches)
    // A journal that can't be read says nothing of the other files.
    if !journal.isRead {
      if let fault = try sums.headerFault(file) { faults.append(fault) }
      return 0
    }
    let found = try sums.faults(file)
    if found.isEmpty { return journal.origins.counts[file] ?? 0 }
    // One byte is told by its line; what else happened, by what became of the lines.
    if found.allSatisfy(\.isExact) {
      faults += found
      return journal.origins.counts[file] ?? 0
    }
    let before = faults.count
    let records = try check(file, snapshot, journal)
    if faults.count == before { faults += found }
    return records
  }

  /// Checks a file of entries or that of people; returns how many records it has.
  private mutating func check(
    _ file: LedgerFile, _ snapshot: LedgerSnapshot, _ journal: JournalReader
  ) throws(LedgerFailure) -> Int {
    guard let table = LedgerTable(file, in: snapshot) else {
      faults.append(LedgerFault(snapshot.path(of: file), line: 1, .missingFile))
      return 0
    }
    var check = SequenceCheck(
      file, path: snapshot.path(of: file), journal: journal, format: snapshot.format)
    var outcome = try table.read { check.look(at: $0) }
    if outcome.isRead {
      outcome.faults += check.finish(outcome)
      outcome.faults += try RowsCheck(file: file, snapshot: snapshot).faults()
    }
    faults += outcome.faults.sorted { $0.line < $1.line }
    return outcome.records
  }

  private mutating func takeNotes(_ snapshot: LedgerSnapshot, _ folder: LedgerFolder) throws(LedgerFailure) {
    if let change = snapshot.pendingChange {
      notes.append(LedgerFault(folder.path(PendingChange.name), line: 1, .interruptedChange(id: change)))
    }
    if let change = snapshot.stalePending {
      notes.append(LedgerFault(folder.path(PendingChange.name), line: 1, .stalePending(id: change)))
    }
    for name in try FileReads.names(in: folder.path("entries")) ?? []
    where LedgerFile(nameInEntries: name) == nil {
      notes.append(LedgerFault(folder.path("entries/" + name), line: 1, .unknownFile))
    }
    // What else people keep beside a ledger is theirs; a table there may be meant for it.
    for name in try FileReads.names(in: folder.path, followsLink: true) ?? []
    where name.hasSuffix(".csv") && LedgerFile(path: name) == nil {
      notes.append(LedgerFault(folder.path(name), line: 1, .unknownFile))
    }
  }
}
