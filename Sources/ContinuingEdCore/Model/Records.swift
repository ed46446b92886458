/// A person (专业技术人员): the key, and what to call them.
public struct Person: Sendable {
  /// The ID as normalised by the reader (RecordsFiles: Cells).
  public var id: TextID = .empty
  /// The name: of the roster, else the first that is not blank.
  public var name: TextID = .empty
  /// The unit: of the roster, else the first that is not blank.
  public var unit: TextID = .empty

  /// Nobody, with nothing known of them.
  public init() {}
}

/// What a roster says of a person (Rosters: Columns).
public struct RosterFacts: Sendable {
  /// 单位性质
  public var employer: Employer?
  /// 职称系列
  public var series: TextID = .empty
  /// 区县
  public var county: TextID = .empty
  /// 培训对象
  public var group: TextID = .empty
  /// 申报日期: the day on which the title application is handed in or accepted.
  public var reviewDate: Day?
  /// 入职日期: the first day of somebody who came; nil for who was there before.
  public var from: Day?
  /// 离职日期: the last day of somebody who left; nil for who is there still.
  public var to: Day?
  /// 起算年份: the first year that a title application asks of this person; nil is the notice's own.
  public var titleFrom: Int?
  /// The rule set of the person's city as an index into the run's rule sets; 0 is the run's own.
  public var ruleSet: Int = 0
  /// Whether the roster row, or another one of the same person, had a problem.
  public var hasProblem = false

  /// Nothing said: no review date, the run's own rule set.
  public init() {}
}

/// All that was read: people in the order of judgement, and their rows.
public struct Records: Sendable {
  /// The files in the order given, as their paths were given; the roster last.
  public var files: [SourceFile] = []
  /// Roster order with a roster, else the order of first appearance.
  public var people: [Person] = []
  /// What the roster says of each person; without a roster empty.
  public var rosterFacts: [RosterFacts?] = []
  /// Who has rows and is not judged: not on the roster, or away in the year. Their rows are behind those of the people.
  package var others: [Person] = []
  /// The rows of the people, packed; unpacked with ``entries(of:)`` or, without a copy, by the store itself.
  public var entries = EntryStore()
  /// The kinds (种类) of rows, as far as they bear on a judgement.
  public var kinds: [ActivityTwins.Row: TextID] = [:]
  /// What only forms show of rows, if it was asked for (``ImportOptions/keepsFormTexts``).
  package var formTexts: [ActivityTwins.Row: FormTexts] = [:]
  /// The texts that people and entries refer to.
  public var texts = TextTable()
  /// The rows with problems in input order, if they were asked for.
  public var rejectedRows: [RejectedRow] = []
  /// What rows of several people name as their evidence.
  package var sharedEvidence: [SharedEvidence] = []
  /// The record number of each row.
  package var recordNumbers = RecordNumbers()
  /// Every problem and warning, in order of file, line, column.
  public var problems = ProblemList()

  /// Nothing read.
  public init() {}

  /// The rows of a person in the order of input; a place among them is an ``EntryResult/entry``.
  public func entries(of person: Int) -> [Entry] { entries[person] }

  /// How many rows of the records files are nobody's: their IDs are missing or damaged, or their cells can't be told.
  package var rowsOfNobody: Int {
    var count = 0
    var last: (file: UInt16, record: UInt32)?
    for item in problems.items where item.code.leavesRowToNobody && item.record > 0 {
      if let last, last == (item.file, item.record) { continue }
      last = (item.file, item.record)
      if !(files[safe: Int(item.file)]?.isRoster ?? true) { count += 1 }
    }
    return count
  }

  /// The same with further warnings in their places.
  package func adding(_ warnings: ProblemList) -> Records {
    if warnings.isEmpty { return self }
    var records = self
    records.problems.append(contentsOf: warnings)
    records.problems.sort()
    return records
  }

  /// How many usable rows each file has of each credit year.
  func rowsByYear() -> [[Int: Int]] {
    var counts = [[Int: Int]](repeating: [:], count: files.count)
    let scratch = EntryScratch()
    for person in 0..<people.count + others.count {
      entries.withRows(of: person, using: scratch) { rows in
        for row in rows where !row.marks.contains(.unusable) && Int(row.file) < counts.count {
          if let year = row.creditYear { counts[Int(row.file)][year, default: 0] += 1 }
        }
      }
    }
    return counts
  }

  /// What the roster says of a person; nil where there is none.
  public func roster(of person: Int) -> RosterFacts? {
    person < rosterFacts.count ? rosterFacts[person] : nil
  }
}

/// A file as it was read.
public struct SourceFile: Sendable {
  /// The path as given; `-` for standard input.
  public var path: String
  /// Whether it is the roster.
  public var isRoster = false
  /// Whether its header has what rows need, so that they can be used.
  public var isUsable = true
  /// The headings as typed, in order.
  public var headings: [String] = []
  /// For each heading the field that it stands for; nil where it is unknown or empty.
  public var columns: [Field?] = []
  /// The physical line of the header.
  public var headerLine = 1
  /// How many records below the header were not blank.
  public var records = 0
  /// How its bytes were read.
  public var encoding = TextEncoding.utf8
  /// Whether it began with a byte order mark.
  public var hasByteOrderMark = false
  /// The byte between cells.
  public var delimiter = UInt8(ascii: ",")
  /// How many records ended with LF, CR LF and CR.
  public var lineEnds = LineEnds()

  /// A file of which only the path is known.
  public init(path: String) { self.path = path }

  /// The encodings that are read (RecordsFiles: Columns).
  public enum TextEncoding: String, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// GB18030, and so GBK and GB2312.
    case gb18030
    /// UTF-16, the low byte first.
    case utf16le = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16be = "utf-16be"
  }

  /// Counts of line ends.
  public struct LineEnds: Equatable, Sendable {
    /// Records that end with LF.
    public var lf = 0
    /// Records that end with CR LF.
    public var crlf = 0
    /// Records that end with CR alone.
    public var cr = 0
    /// None of any kind.
    public init() {}
  }
}

/// A row with problems as it came, for the file of rejected rows.
public struct RejectedRow: Sendable {
  /// The index of the file in ``Records/files``.
  public var file: Int
  /// The physical line on which it starts.
  public var line: Int
  /// The record number, as in the row's problems.
  public var record: Int
  /// The record's text in ``Records/texts``, without its last line break; in UTF-8, whatever the file was in.
  public var text: TextID
}
