/// What a ledger has of the rows that are to be imported.
struct LedgerScan {
  private let snapshot: LedgerSnapshot
  private let journal: LedgerJournal
  private let options: ImportOptions

  /// A scan of a state; nothing is read yet.
  init(_ snapshot: LedgerSnapshot, _ journal: LedgerJournal, _ options: ImportOptions) {
    self.snapshot = snapshot
    self.journal = journal
    self.options = options
  }

  /// The rows that equal one of those to be imported.
  ///
  /// - Throws: ``LedgerFailure/damaged(_:)`` for a file that is not as the journal says.
  func rows(equalTo rows: KeyTable) throws(LedgerFailure) -> [KnownRow] {
    var found: [KnownRow] = []
    try read(LedgerProbe(rows: rows)) { found += $0.known }
    return found
  }

  /// The rows of some people that are perhaps about the same as one of those to be imported, by year and number.
  func rows(about gists: KeyTable, of people: KeyTable) throws(LedgerFailure) -> [CandidateRow] {
    var found: [CandidateRow] = []
    try read(LedgerProbe(gists: gists, of: people)) { found += $0.candidates }
    return found.sorted { $0.id < $1.id }
  }

  /// The cells of entries, as their rows say.
  func cells(of entries: Set<LedgerEntryID>) throws(LedgerFailure) -> [LedgerEntryID: [Field: String]] {
    var found: [LedgerEntryID: [Field: String]] = [:]
    for year in Set(entries.map(\.year)).sorted() {
      guard let table = LedgerTable(.entries(year: year), in: snapshot) else { continue }
      let places = EntryCells.places(snapshot.format)
      let outcome = try table.read { row in
        guard let id = LedgerEntryID(bytes: row.raw(0)), entries.contains(id) else { return }
        found[id] = EntryCells(row: row, places: places).all
      }
      if let fault = outcome.faults.first { throw .damaged(fault) }
    }
    return found
  }

  private func read(
    _ probe: LedgerProbe, _ take: (borrowing LedgerProbeReader) -> Void
  ) throws(LedgerFailure) {
    let reader = LedgerFileReader(snapshot: snapshot, journal: journal, options: options)
    var setup = reader.setup()
    setup.probe = probe
    for year in snapshot.years {
      let file = LedgerFile.entries(year: year)
      setup.probedYear = year
      let readings: FileReadings<LedgerProbeReader>? = try reader.read(file, setup) { $0.problems }
      guard let readings else { continue }
      try reader.check(file, has: readings.file.records)
      let places = BlockPlaces(readings)
      for part in readings.parts {
        if let bad = part.reader.badID {
          throw .damaged(
            LedgerFault(
              snapshot.path(of: file), line: bad.line + places.lines[bad.block],
              .badCell(column: "entry_id", value: bad.cell)))
        }
        take(part.reader)
      }
    }
  }
}
