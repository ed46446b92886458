/// What an import would do to a ledger, all of it; nothing has been written.
public struct LedgerImportResult: Sendable {
  /// What is to be committed; nothing if no row is new.
  public internal(set) var additions: [LedgerAddition] = []
  /// The files in the order given, a roster last.
  public internal(set) var files: [File] = []
  /// The rows that are probably corrections, in the order of files and rows.
  public internal(set) var changes: [Change] = []
  /// The files as they were read, with every problem and warning; rows and people are left out.
  public internal(set) var records = Records()

  /// A file and what becomes of its rows.
  public struct File: Sendable {
    /// The name as it was given.
    public let name: String
    /// Whether it was read as a roster.
    public let isRoster: Bool
    /// The line of the journal that tells of it; its balance is there whatever happens.
    public let line: JournalLine
    /// The first and the last of the new entries of each year.
    public let entries: [ClosedRange<LedgerEntryID>]
    /// How many people left the roster, because it does not have them.
    public var left: Int {
      (line.added[.people] ?? 0) - (isRoster && isRecorded ? line.balance?.taken ?? 0 : 0)
    }
    /// Whether anything of it is taken. If not, the journal is not told of it, and the line has no id.
    public var isRecorded: Bool { line.id > 0 }
  }

  /// A row that is probably a correction of an entry.
  public struct Change: Sendable {
    /// The name of the file.
    public let file: String
    /// The physical line.
    public let line: Int
    /// The entry that the row differs from.
    public let entry: LedgerEntryID
    /// The new entry that the row becomes; nil if changes are not accepted.
    public let replacedBy: LedgerEntryID?
    /// The columns that differ, with the entry's value and the row's.
    public let differences: [(field: Field, old: String, new: String)]
  }
}

/// Who imports, and when: the core has no clock.
public struct LedgerActor: Sendable {
  /// An ISO day and what the caller adds to it.
  public var when: String
  /// The name that the journal gives, of a user or as it was typed.
  public var who: String

  /// Somebody at a time; both go into the journal as they are.
  public init(when: String, who: String) {
    self.when = when
    self.who = who
  }

  /// A line of the journal.
  func line(_ action: JournalAction, change: Int) -> JournalLine {
    JournalLine(id: change, when: when, who: who, action: action)
  }
}
