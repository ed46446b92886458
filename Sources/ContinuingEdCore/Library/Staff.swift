import Foundation

/// People and their entries, as typed or as read from files or a ledger: what a ``Judge`` judges. How they are kept is
/// nobody's business; a hundred thousand people take a few megabytes.
///
///     let wang = Person(id: "370402199003071233", name: "王芳")
///     let class1 = Entry(.training, title: "急诊", days: Day("2022-07-01").map(DayRange.init), hours: Hours(8))
///     let staff = Staff([(wang, [class1, class1])])
///     print(staff.problems.map(\.code))   // [.duplicate]
public struct Staff: Sendable {
  let records: Records
  let rules: RulesOfReading

  init(_ records: Records, _ rules: RulesOfReading) { (self.records, self.rules) = (records, rules) }

  /// People and entries as typed; somebody who is there several times has the entries of all. Equal entries of a person are
  /// duplicates, as they are in a file.
  public init(_ people: [(Person, [Entry])]) {
    rules = RulesOfReading(cities: TypedRecords.cities(of: people))
    records = TypedRecords.read(people, for: rules)
  }

  /// The people of a records file, and of a roster where there is one.
  ///
  /// - Parameters:
  ///   - csv: the bytes; a workbook is one by its first bytes.
  ///   - name: what problems call the file.
  ///   - roster: the people who must comply; without, everyone with an entry.
  ///   - ruleSets: those that will judge, the own one first: they say which amounts need not be declared, and which
  ///     cities a roster may name. Nobody is compliant for want of one: what was read for another is looked at again.
  ///   - options: how the bytes are read.
  /// - Throws: ``ReadingError`` where a file can't be read at all.
  public init(
    csv: some Sequence<UInt8>, named name: String, roster: RosterFile? = nil, for ruleSets: [RuleSet],
    options: ReadingOptions = .init()
  ) throws(ReadingError) {
    try self.init(
      [RecordsFile(csv: csv, named: name)], roster: roster, for: ruleSets, options: options)
  }

  /// The people of several records files, read as one, and of a roster where there is one.
  ///
  /// - Throws: ``ReadingError`` where a file can't be read at all.
  public init(
    _ files: [RecordsFile], roster: RosterFile? = nil, for ruleSets: [RuleSet],
    options: ReadingOptions = .init()
  ) throws(ReadingError) {
    rules = RulesOfReading(ruleSets)
    let importing = try options.importing(for: rules)
    do throws(ImportError) {
      records = try Importer(importing).read(files.map(\.input), roster: roster?.input)
    } catch {
      throw ReadingError(error)
    }
  }

  /// The same of files by their places, read off the actor of the caller.
  ///
  /// - Throws: ``ReadingError`` where a file can't be read at all.
  public init(
    contentsOf urls: [URL], roster: URL? = nil, for ruleSets: [RuleSet], options: ReadingOptions = .init()
  ) async throws {
    try self.init(
      urls.map { RecordsFile(contentsOf: $0) }, roster: roster.map { RosterFile(contentsOf: $0) },
      for: ruleSets, options: options)
  }

  /// Every problem and warning, in order of file, line and column. What depends on a rule set, and on all that somebody
  /// did, ``Judge/questions(about:)`` asks.
  public var problems: [Problem] { records.problems.map { Problem($0, records.files) } }

  /// Everybody who is judged, in order of the roster, else of first appearance.
  public var people: [Person] {
    let cities = rules.cities.map { $0.names.first ?? "" }
    return records.people.indices.map { Person($0, of: records, cities: cities) }
  }

  /// The entries of somebody that can be used, in the order in which they came; none for somebody unknown.
  public func entries(of person: Person.ID) -> [Entry] {
    guard let index = records.people.firstIndex(where: { records.texts.string($0.id) == person }) else {
      return []
    }
    return records.entries(of: index).compactMap { row in
      row.marks.contains(.unusable) ? nil : Entry(row, records)
    }
  }
}
