/// A file of a ledger that grows with its changes, and never changes otherwise.
public enum LedgerFile: Hashable, Sendable {
  /// `people.csv`: the roster; of several lines of one person the last one counts.
  case people
  /// `journal.csv`: every change, with when, who and why.
  case journal
  /// `entries/YEAR.csv`: the entries of a credit year.
  case entries(year: Int)

  /// The years that an entry can have (CONTRACT §2, dates).
  static let years = 1900...2100

  /// The path within the folder.
  public var path: String {
    switch self {
    case .people: "people.csv"
    case .journal: "journal.csv"
    case .entries(let year): "entries/\(year).csv"
    }
  }

  /// The file with this path within the folder; nil if a ledger has none such.
  public init?(path: String) {
    switch path {
    case "people.csv": self = .people
    case "journal.csv": self = .journal
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

  /// The headings, in order.
  public var columns: [String] {
    switch self {
    case .people: LedgerFile.peopleFields.map(\.english) + ["listed", "change_id"]
    case .journal: JournalColumn.allCases.map(\.rawValue)
    case .entries: ["entry_id", "import_id"] + Field.records.map(\.english)
    }
  }

  /// The columns of a roster that `people.csv` has, in order.
  static let peopleFields: [Field] = [
    .personID, .name, .unit, .employer, .series, .county, .group, .reviewDate, .city,
  ]

  /// The first line, with its line break.
  public var header: [UInt8] { Array((columns.joined(separator: ",") + "\n").utf8) }
}

extension LedgerFile: Comparable {
  /// The order in which a change is written: what it brings comes before the line that tells of it.
  private var rank: Int {
    switch self {
    case .entries(let year): year
    case .people: 10_000
    case .journal: 10_001
    }
  }

  public static func < (a: LedgerFile, b: LedgerFile) -> Bool { a.rank < b.rank }
}

/// The columns of `journal.csv`, in order.
enum JournalColumn: String, CaseIterable {
  case id, when, who, action, entry
  case replacedBy = "replaced_by"
  case status, reason, file, content, read, taken, present, changed, problems, blank, added
}
