/// What was understood of one records file: how it is written, what its columns are, and what its rows say.
package struct Inspection: Sendable {
  /// The file: encoding, delimiter, line ends, headings and their fields.
  package let file: SourceFile
  /// Rows that can be used.
  package private(set) var usable = 0
  /// Problems and warnings of this file by code, in the contract's order.
  package private(set) var problems: [(code: ProblemCode, count: Int)] = []
  /// The first usable rows, in the order of the file.
  package private(set) var first: [FirstEntry] = []
  /// Usable rows by category, in the contract's order.
  package private(set) var categories: [(category: Category, count: Int)] = []
  /// Usable rows by subject as typed; nil is blank.
  package private(set) var subjects: [(subject: Subject?, count: Int)] = []
  /// Usable rows by credit year, the earliest first; nil is none. An assignment or leave without a year counts in each
  /// year that it touches.
  package private(set) var years: [(year: Int?, count: Int)] = []
  /// Usable rows by review status; nil is blank.
  package private(set) var statuses: [(status: ReviewStatus?, count: Int)] = []

  /// An entry and the person it belongs to.
  package struct FirstEntry: Sendable {
    /// The row as it was read, blanks and all.
    package let entry: EntryRow
    /// The person's ID, whole.
    package let id: String
    /// The person's name, which may come from another row; perhaps empty.
    package let name: String
    /// The row's title; perhaps empty.
    package let title: String
  }

  /// How many first entries are shown.
  package static let shown = 5

  /// The records files of a run, in order; a roster is none.
  package static func all(_ records: Records) -> [Inspection] {
    var tallies = [Tally](repeating: Tally(), count: records.files.count)
    let scratch = EntryScratch()
    for person in records.people.indices {
      records.entries.withEntries(of: person, using: scratch) { entries in
        for entry in entries where Int(entry.file) < tallies.count && !entry.marks.contains(.unusable) {
          tallies[Int(entry.file)].count(entry)
        }
      }
    }
    for problem in records.problems.items where Int(problem.file) < tallies.count {
      tallies[Int(problem.file)].codes[problem.code, default: 0] += 1
    }
    return zip(records.files, tallies).filter { !$0.0.isRoster }.map { Inspection($0.0, $0.1, records) }
  }

  private init(_ file: SourceFile, _ tally: Tally, _ records: Records) {
    self.file = file
    usable = tally.usable
    problems = ProblemCode.allCases.compactMap { code in tally.codes[code].map { (code, $0) } }
    categories = Category.allCases.compactMap { category in tally.categories[category].map { (category, $0) }
    }
    subjects = (Subject.allCases.map { $0 } + [nil]).compactMap { subject in
      tally.subjects[subject].map { (subject, $0) }
    }
    statuses = (ReviewStatus.allCases.map { $0 } + [nil]).compactMap { status in
      tally.statuses[status].map { (status, $0) }
    }
    years = tally.years.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { ($0.key, $0.value) }
    first = tally.first.map { entry in
      let person = records.people[safe: Int(entry.person)] ?? ListedPerson()
      let texts = records.texts
      return FirstEntry(
        entry: entry, id: texts.string(person.id), name: texts.string(person.name),
        title: texts.string(entry.title))
    }
  }

  /// Counts while the rows are passed once.
  private struct Tally {
    var usable = 0
    var categories: [Category: Int] = [:]
    var subjects: [Subject?: Int] = [:]
    var years: [Int?: Int] = [:]
    var statuses: [ReviewStatus?: Int] = [:]
    var codes: [ProblemCode: Int] = [:]
    /// The entries with the lowest lines, sorted.
    var first: [EntryRow] = []

    mutating func count(_ entry: EntryRow) {
      usable += 1
      if let category = entry.category { categories[category, default: 0] += 1 }
      subjects[entry.subject, default: 0] += 1
      statuses[entry.status, default: 0] += 1
      countYears(of: entry)
      if first.count < Inspection.shown || entry.line < first[first.count - 1].line {
        first.insert(entry, at: first.firstIndex { $0.line > entry.line } ?? first.count)
        if first.count > Inspection.shown { first.removeLast() }
      }
    }

    private mutating func countYears(of entry: EntryRow) {
      if entry.year == nil, entry.category?.spansYears == true, let start = entry.effectiveStart?.year,
        let end = entry.effectiveEnd?.year, start <= end
      {
        for year in start...end { years[year, default: 0] += 1 }
      } else {
        years[entry.year ?? entry.effectiveEnd?.year, default: 0] += 1
      }
    }
  }
}
