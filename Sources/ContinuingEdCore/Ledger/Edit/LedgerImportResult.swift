/// What an import would do to a ledger, all of it; nothing has been written.
package struct LedgerImportResult: Sendable {
  /// What is to be committed; nothing if no row is new.
  package internal(set) var work = LedgerWork()
  /// The files in the order given, a roster last.
  package internal(set) var files: [File] = []
  /// The rows that differ from the entries that they are about, in the order of files and rows.
  package internal(set) var changes: [Change] = []
  /// The hours that are no longer verified.
  package internal(set) var unverified: [Unverified] = []
  /// The files as they were read, with every problem and warning; rows and people are left out.
  package internal(set) var records = Records()

  /// A file and what becomes of its rows.
  package struct File: Sendable {
    /// The name as it was given.
    package let name: String
    /// Whether it was read as a roster.
    package let isRoster: Bool
    /// The line of the journal that tells of it; its balance is there whatever happens.
    package let line: JournalLine
    /// The first and the last of the new entries of each year.
    package let entries: [ClosedRange<LedgerEntryID>]
    /// What became of each usable row, in order; a roster's rows are only counted.
    package internal(set) var rows: [Row] = []
    /// Of a file that is said to be whole, the entries of its years, units and platforms that it does not have.
    package internal(set) var missing: [LedgerEntryID] = []
    /// Whether these were made void.
    package internal(set) var missingIsVoided = false
    /// How many people left the roster, because it does not have them.
    package var left: Int {
      (line.added[.people] ?? 0) - (isRoster && isRecorded ? line.balance?.taken ?? 0 : 0)
    }
    /// Whether anything of it is taken. If not, the journal is not told of it, and the line has no id.
    package var isRecorded: Bool { line.id > 0 }
  }

  /// A usable row of a records file and what became of it.
  package struct Row: Sendable {
    // There may be millions of them.
    private let entryBits: UInt64
    private let formBits: UInt64
    /// The physical line.
    package let line: UInt32
    /// What became of it.
    package let fate: RowFate

    init(line: UInt32, fate: RowFate, entry: LedgerEntryID?, form: LedgerEntryID?) {
      (self.line, self.fate) = (line, fate)
      (entryBits, formBits) = (entry?.bits ?? 0, form?.bits ?? 0)
    }

    /// The entry that it became, or that it is, or that it would change; for a void one, the last form that it had.
    package var entry: LedgerEntryID? { LedgerEntryID(bits: entryBits) }
    /// An earlier form of that entry, if the row is or changes that one.
    package var form: LedgerEntryID? { LedgerEntryID(bits: formBits) }
  }

  /// What became of a row.
  package enum RowFate: UInt8, Sendable {
    /// It is a new entry.
    case taken
    /// It was there already.
    case present
    /// It changes an entry, and was not taken.
    case changed
    /// It changes an entry, and was taken as its correction.
    case corrected
    /// Its entry is void, and stays so.
    case void
    /// Its entry was void, and counts again.
    case revived
  }

  /// Hours that an approval no longer covers, because of a change that it did not see.
  package struct Unverified: Hashable, Sendable {
    /// The entry as it is now.
    package let entry: LedgerEntryID
    /// The declared hours; empty where none are declared.
    package let hours: String
    /// The status that the approval had given.
    package let was: ReviewStatus
    /// The status that the row declares; nil is blank.
    package let now: ReviewStatus?
  }

  /// A row that differs from the entry that it is about.
  package struct Change: Sendable {
    /// The name of the file.
    package let file: String
    /// The physical line.
    package let line: Int
    /// The entry that the row would change.
    package let entry: LedgerEntryID
    /// The form of it that the row differs from: the entry itself, or an earlier one.
    package let form: LedgerEntryID
    /// Whether the entry is, or was, void.
    package let isVoid: Bool
    /// The new entry that the row becomes; nil if changes are not accepted.
    package let replacedBy: LedgerEntryID?
    /// The columns that differ, with the entry's value and the row's.
    package let differences: [(field: Field, old: String, new: String)]
  }
}

/// Who imports, and when: the core has no clock.
package struct LedgerActor: Sendable {
  /// An ISO day and what the caller adds to it.
  package var when: String
  /// The name that the journal gives, of a user or as it was typed.
  package var who: String

  /// Somebody at a time; both go into the journal as they are.
  package init(when: String, who: String) {
    self.when = when
    self.who = who
  }

  /// A line of the journal.
  func line(_ action: JournalAction, change: Int) -> JournalLine {
    JournalLine(id: change, when: when, who: who, action: action)
  }
}
