/// A person (专业技术人员): the key, and what to call them.
package struct ListedPerson: Sendable {
  /// The ID as normalised by the reader (RecordsFiles: Cells).
  package var id: TextID = .empty
  /// The name: of the roster, else the first that is not blank.
  package var name: TextID = .empty
  /// The unit: of the roster, else the first that is not blank.
  package var unit: TextID = .empty

  /// Nobody, with nothing known of them.
  package init() {}
}

/// What a roster says of a person (Rosters: Columns).
package struct RosterRow: Sendable {
  /// 单位性质
  package var employer: Employer?
  /// 职称系列
  package var series: TextID = .empty
  /// 区县
  package var county: TextID = .empty
  /// 培训对象
  package var group: TextID = .empty
  /// 申报日期: the day on which the title application is handed in or accepted.
  package var reviewDate: Day?
  /// 入职日期: the first day of somebody who came; nil for who was there before.
  package var from: Day?
  /// 离职日期: the last day of somebody who left; nil for who is there still.
  package var to: Day?
  /// 起算年份: the first year that a title application asks of this person; nil is the notice's own.
  package var titleFrom: Int?
  /// The rule set of the person's city as an index into the run's rule sets; 0 is the run's own.
  package var ruleSet: Int = 0
  /// Whether the roster row, or another one of the same person, had a problem.
  package var hasProblem = false

  /// Nothing said: no review date, the run's own rule set.
  package init() {}
}

/// All that was read: people in the order of judgement, and their rows.
package struct Records: Sendable {
  /// The files in the order given, as their paths were given; the roster last.
  package var files: [SourceFile] = []
  /// Roster order with a roster, else the order of first appearance.
  package var people: [ListedPerson] = []
  /// What the roster says of each person; without a roster empty.
  package var rosterFacts: [RosterRow?] = []
  /// Who has rows and is not judged: not on the roster, or away in the year. Their rows are behind those of the people.
  package var others: [ListedPerson] = []
  /// The rows of the people, packed; unpacked with ``entries(of:)`` or, without a copy, by the store itself.
  package var entries = EntryStore()
  /// The kinds (种类) of rows, as far as they bear on a judgement.
  package var kinds: [ActivityTwins.Row: TextID] = [:]
  /// What only forms show of rows, if it was asked for (``ImportOptions/keepsFormTexts``).
  package var formTexts: [ActivityTwins.Row: FormTexts] = [:]
  /// The texts that people and entries refer to.
  package var texts = TextTable()
  /// The rows with problems in input order, if they were asked for.
  package var rejectedRows: [RejectedRow] = []
  /// What rows of several people name as their evidence.
  package var sharedEvidence: [SharedEvidence] = []
  /// The record number of each row.
  package var recordNumbers = RecordNumbers()
  /// Every problem and warning, in order of file, line, column.
  package var problems = ProblemList()

  /// Nothing read.
  package init() {}

  /// The rows of a person in the order of input; a place among them is an ``RowResult/entry``.
  package func entries(of person: Int) -> [EntryRow] { entries[person] }

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
  package func roster(of person: Int) -> RosterRow? {
    person < rosterFacts.count ? rosterFacts[person] : nil
  }
}

/// A file as it was read.
package struct SourceFile: Sendable {
  /// The path as given; `-` for standard input.
  package var path: String
  /// Whether it is the roster.
  package var isRoster = false
  /// Whether it is a file of a ledger, which holds each year in a file of its own.
  package var isOfLedger = false
  /// Whether its header has what rows need, so that they can be used.
  package var isUsable = true
  /// The headings as typed, in order.
  package var headings: [String] = []
  /// For each heading the field that it stands for; nil where it is unknown or empty.
  package var columns: [Field?] = []
  /// The physical line of the header.
  package var headerLine = 1
  /// How many records below the header were not blank.
  package var records = 0
  /// How its bytes were read.
  package var encoding = TextEncoding.utf8
  /// Whether it began with a byte order mark.
  package var hasByteOrderMark = false
  /// The byte between cells.
  package var delimiter = UInt8(ascii: ",")
  /// How many records ended with LF, CR LF and CR.
  package var lineEnds = LineEnds()

  /// A file of which only the path is known.
  package init(path: String) { self.path = path }

  /// The encodings that are read (RecordsFiles: Columns).
  package enum TextEncoding: String, Sendable {
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
  package struct LineEnds: Equatable, Sendable {
    /// Records that end with LF.
    package var lf = 0
    /// Records that end with CR LF.
    package var crlf = 0
    /// Records that end with CR alone.
    package var cr = 0
    /// None of any kind.
    package init() {}
  }
}

/// A row with problems as it came, for the file of rejected rows.
package struct RejectedRow: Sendable {
  /// The index of the file in ``Records/files``.
  package var file: Int
  /// The physical line on which it starts.
  package var line: Int
  /// The record number, as in the row's problems.
  package var record: Int
  /// The record's text in ``Records/texts``, without its last line break; in UTF-8, whatever the file was in.
  package var text: TextID
}
