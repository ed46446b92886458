/// A ledger's entries and people as ``Records``, as if they had just been read from a records file and a roster.
///
/// What is void or replaced is not there, and an approval's status stands in the place of the row's own.
public struct LedgerRecords: Sendable {
  /// What hangs on the run: whether titles are kept, the amounts that its rule sets fix, and its cities.
  public var options: ImportOptions

  /// A reading under these options, of which encoding and delimiter make no difference: a ledger has its own.
  public init(_ options: ImportOptions = ImportOptions()) { self.options = options }

  /// Reads a state of a ledger. With people in it, exactly those on its roster are judged; without, everyone with an
  /// entry is.
  ///
  /// - Throws: ``LedgerError/damaged(_:)`` for the first row that can't be used, whatever the rule sets.
  public func read(_ snapshot: LedgerSnapshot) throws(LedgerError) -> Records {
    let journal = try snapshot.journal()
    let effects = journal.effects()
    let reader = LedgerFileReader(snapshot: snapshot, journal: journal, options: options)
    var setup = reader.setup()
    let roster = try LedgerRoster(snapshot, journal)
    var rosterReadings: FileReadings<RosterReader>?
    if roster.hasLines {
      rosterReadings = try reader.read(.people, setup, input: roster.standingLines()) { $0.problems.list }
      setup.roster = rosterReadings?.parts.first?.reader.index ?? RosterIndex()
    }
    let assembly = Assembly(roster: setup.roster, workers: options.workerCount)
    for year in snapshot.years {
      let file = LedgerFile.entries(year: year)
      setup.overlay = effects.overlay(year: year)
      let readings: FileReadings<RowReader>? = try reader.read(file, setup) { $0.problems.list }
      guard let readings else { continue }
      try reader.check(file, has: readings.file.records)
      assembly.add(readings)
    }
    if let rosterReadings { assembly.addRoster(rosterReadings) }
    return assembly.finish().suggesting(cities: options.cityNames)
  }
}
