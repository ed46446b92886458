/// A ledger's entries and people as ``Records``, as if they had just been read from a records file and a roster.
///
/// What is void or replaced is not there, and an approval's status stands in the place of the row's own.
package struct LedgerRecords: Sendable {
  /// What hangs on the run: whether titles are kept, the amounts that its rule sets fix, and its cities.
  package var options: ImportOptions
  /// The year that is judged, by whose roster it is; nil for the one that holds for all years without their own.
  package var year: Int?
  /// A roster in the place of the ledger's, for this run.
  package var roster: InputFile?

  /// A reading under these options, of which encoding and delimiter make no difference: a ledger has its own.
  package init(_ options: ImportOptions = ImportOptions()) { self.options = options }

  /// Reads a state of a ledger. With people in it, exactly those on its roster are judged; without, everyone with an
  /// entry is.
  ///
  /// The bytes are held to the journal's sums in the same pass: what was changed by other hands is not believed.
  ///
  /// - Throws: ``LedgerFailure/damaged(_:)`` for the first thing that is not as the program wrote it.
  package func read(_ snapshot: LedgerSnapshot) throws(LedgerFailure) -> Records {
    let journal = try snapshot.format == 1 ? snapshot.verifiedJournal() : snapshot.journal()
    let effects = journal.effects()
    var reader = LedgerFileReader(snapshot: snapshot, journal: journal, options: options)
    reader.verifies = snapshot.format > 1
    var setup = reader.setup()
    if reader.verifies,
      let fault = try LedgerSums(snapshot: snapshot, stretches: journal.stretches).faults(.people).first
    {
      throw .damaged(fault)
    }
    let rosterReadings = try readRoster(snapshot, journal, reader, setup)
    if let rosterReadings { setup.roster = rosterReadings.parts.first?.reader.index ?? RosterIndex() }
    let assembly = Assembly(roster: setup.roster, workers: options.workerCount)
    for year in snapshot.years {
      let file = LedgerFile.entries(year: year)
      setup.overlay = effects.overlay(year: year)
      let readings: FileReadings<RowReader>? = try reader.read(file, setup) { $0.problems.list }
      guard var readings else { continue }
      readings.file.isOfLedger = true
      try reader.check(file, has: readings.file.records)
      assembly.add(readings)
    }
    if let rosterReadings { assembly.addRoster(rosterReadings) }
    return assembly.finish().suggesting(cities: options.cityNames)
  }

  /// The people who are judged; nil for everyone with an entry.
  private func readRoster(
    _ snapshot: LedgerSnapshot, _ journal: LedgerJournal, _ reader: LedgerFileReader, _ setup: ReaderSetup
  ) throws(LedgerFailure) -> FileReadings<RosterReader>? {
    if let roster {
      do throws(ImportError) {
        let reader = FileReader<RosterReader>(options: options, setup: setup, isRoster: true, workers: 1)
        return try reader.read(SheetSelection.roster(roster, options))
      } catch {
        throw .unreadable(error)
      }
    }
    let known = try LedgerRoster(snapshot, journal)
    if !known.hasLines { return nil }
    return try reader.read(.people, setup, input: known.standingLines(for: year)) { $0.problems.list }
  }
}
