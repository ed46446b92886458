/// What a ledger has of the rows that are to be imported, found in one pass over its entries.
struct LedgerScan {
  /// For each of the probe's keys how many entries have it, void and replaced ones too.
  private(set) var counts: [UInt32]
  /// The entries that a row is about, except those that a row equals, if the probe does not want them.
  private(set) var candidates: [CandidateEntry] = []

  /// A ledger without entries.
  init(_ probe: LedgerProbe) { counts = [UInt32](repeating: 0, count: probe.rows.count) }

  /// Reads all entries.
  ///
  /// - Throws: ``LedgerError/damaged(_:)`` for a row that can't be used, an entry id that can't be read, and a file with
  ///   more or fewer records than the journal says.
  init(
    _ probe: LedgerProbe, _ snapshot: LedgerSnapshot, _ journal: LedgerJournal, _ options: ImportOptions
  ) throws(LedgerError) {
    self.init(probe)
    let reader = LedgerFileReader(snapshot: snapshot, journal: journal, options: options)
    var setup = reader.setup()
    setup.keepsTitles = false
    setup.keepsRows = false
    setup.probe = probe
    for year in snapshot.years {
      let file = LedgerFile.entries(year: year)
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
        for (key, count) in part.reader.counts.enumerated() where count > 0 { counts[key] += count }
        candidates += part.reader.candidates
      }
    }
  }
}
