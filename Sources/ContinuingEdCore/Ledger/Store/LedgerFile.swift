/// A file of a ledger that grows with its changes, and never changes otherwise.
package enum LedgerFile: Hashable, Sendable {
  /// `people.csv`: the roster; of several lines of one person the last one counts.
  case people
  /// `journal.csv`: every change, with when, who and why.
  case journal
  /// `entries/YEAR.csv`: the entries of a credit year.
  case entries(year: Int)
  /// `seals.csv`: how far the journal went after each change; the second place of what its last line says. From format
  /// 2.
  case seals

  /// The years that an entry can have (RecordsFiles: Blank cells).
  static let years = 1900...2100

  /// The path within the folder.
  package var path: String {
    switch self {
    case .people: "people.csv"
    case .journal: "journal.csv"
    case .seals: "seals.csv"
    case .entries(let year): "entries/\(year).csv"
    }
  }

  /// The file with this path within the folder; nil if a ledger has none such.
  package init?(path: String) {
    switch path {
    case "people.csv": self = .people
    case "journal.csv": self = .journal
    case "seals.csv": self = .seals
    default:
      guard path.hasPrefix("entries/"), let file = LedgerFile(nameInEntries: String(path.dropFirst(8))) else {
        return nil
      }
      self = file
    }
  }

  /// The year file with this name, as in `2023.csv`.
  init?(nameInEntries name: String) {
    guard name.utf8.count == 8, name.hasSuffix(".csv"), name.utf8.prefix(4).allSatisfy({ 48...57 ~= $0 }),
      let year = Int(name.prefix(4)), LedgerFile.years.contains(year)
    else { return nil }
    self = .entries(year: year)
  }

  /// The headings of the present format, in order.
  package var columns: [String] { columns(format: LedgerFolder.format) }

  /// The headings of a format, in order.
  func columns(format: Int) -> [String] {
    switch self {
    case .people:
      LedgerFile.people(format).map(\.english) + (format == 1 ? [] : ["roster_year"]) + [
        "listed", "change_id",
      ]
    case .journal: JournalColumn.all(format).map(\.rawValue)
    case .entries: ["entry_id", "import_id"] + LedgerFile.records(format).map(\.english)
    case .seals: ["change_id", "journal_lines", "sum"]
    }
  }

  /// The columns of a roster that `people.csv` has, in order.
  static func people(_ format: Int) -> [Field] {
    if format > 1 { return Field.roster }
    return [.personID, .name, .unit, .employer, .series, .county, .group, .reviewDate, .city]
  }

  /// The columns of a records file that a file of entries has, in order.
  static func records(_ format: Int) -> [Field] {
    if format > 1 { return Field.kept }
    return [
      .personID, .name, .unit, .year, .subject, .category, .kind, .title, .organizer, .mode, .platform,
      .start,
      .end, .period, .hours, .count, .level, .module, .filing, .filedOn, .result, .evidence, .status, .note,
    ]
  }

  /// The first line of the present format, with its line break.
  package var header: [UInt8] { header(format: LedgerFolder.format) }

  /// The first line, with its line break.
  func header(format: Int) -> [UInt8] { Array((columns(format: format).joined(separator: ",") + "\n").utf8) }

  /// The files that every ledger has.
  static func always(format: Int) -> [LedgerFile] {
    format == 1 ? [.people, .journal] : [.people, .journal, .seals]
  }
}

extension LedgerFile: Comparable {
  /// The order in which a change is written: what it brings comes before the line that tells of it.
  private var rank: Int {
    switch self {
    case .entries(let year): year
    case .people: 10_000
    case .journal: 10_001
    case .seals: 10_002
    }
  }

  package static func < (a: LedgerFile, b: LedgerFile) -> Bool { a.rank < b.rank }
}
