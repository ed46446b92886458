#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes → ``Records``: records files and a roster become people, their rows, and every problem of them all
/// (RecordsFiles: Columns; Problems: One pass).
///
/// A file is cut into blocks (`BlockFeed`), workers read the rows of blocks (`BlockReader`, `RowReader`), and
/// what they have read is put together by person (`Assembly`). Memory grows with people and rows, not with text.
package struct Importer: Sendable {
  /// How the files are read.
  package var options: ImportOptions

  /// A reader of any number of runs; by default everything about a file is found out.
  package init(_ options: ImportOptions = ImportOptions()) { self.options = options }

  /// Reads records files, in order, and a roster.
  ///
  /// - Throws: ``ImportError`` for an input that can't be read at all; whatever is wrong inside of one is a problem in
  ///   the result.
  package func read(_ files: [InputFile], roster: InputFile? = nil) throws(ImportError) -> Records {
    let files = try SheetSelection.records(files, options)
    let roster = try roster.map { (file) throws(ImportError) in try SheetSelection.roster(file, options) }
    var setup = ReaderSetup()
    setup.keepsTitles = options.keepsTitles
    setup.keepsFormTexts = options.keepsFormTexts
    setup.fixedAmounts = options.fixedAmountBits
    setup.categoriesByWords = options.wordCategoryBits
    setup.ruleSetOfCity = options.ruleSetOfCity
    setup.year = options.period ?? options.year.map(DayRange.init(year:))
    let rosterReader = FileReader<RosterReader>(options: options, setup: setup, isRoster: true, workers: 1)
    var rosterReadings: FileReadings<RosterReader>?
    if let roster { rosterReadings = try rosterReader.read(roster) }
    if let readings = rosterReadings { setup.roster = readings.parts.first?.reader.index ?? RosterIndex() }
    setup.identifiesByName = options.identifiesByName
    if options.identifiesByName { setup.roster?.prepareNames() }

    let assembly = Assembly(roster: setup.roster, workers: options.workerCount)
    // Whoever takes people from the row above must read the rows in their order.
    let reader = FileReader<RowReader>(
      options: options, setup: setup, isRoster: false, workers: options.fillsDown ? 1 : options.workerCount)
    for file in files { assembly.add(try reader.read(file)) }
    if let readings = rosterReadings { assembly.addRoster(readings) }
    return assembly.finish().suggesting(cities: options.cityNames)
  }
}

extension ImportOptions {
  /// For each rule set of the run the categories whose amount it fixes, a bit each by raw value.
  var fixedAmountBits: [UInt32] {
    fixedAmounts.map { categories in categories.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }
  }

  /// The categories whose kinds and titles are kept, a bit each by raw value.
  var wordCategoryBits: UInt32 { categoriesByWords.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }

  /// How many threads read a long file.
  var workerCount: Int { workers > 0 ? workers : ImportOptions.cores }

  /// The cores of the machine; the system reads a file to say so.
  static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
