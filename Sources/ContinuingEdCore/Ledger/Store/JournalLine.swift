/// One line of a ledger's journal: a change, or what a change did to one entry.
package struct JournalLine: Hashable, Sendable {
  /// The number of the change, from 1 on; a change that touches several entries has a line for each.
  package var id: Int
  /// When: an ISO day, and what the caller adds to it. The core has no clock.
  package var when: String
  /// Who.
  package var who: String
  /// What was done.
  package var action: JournalAction
  /// The entry that was corrected, voided or approved.
  package var entry: LedgerEntryID?
  /// The entry that took its place.
  package var replacedBy: LedgerEntryID?
  /// The status given by an approval.
  package var status: ReviewStatus?
  /// Why.
  package var reason = ""
  /// The name of the file that was imported.
  package var file = ""
  /// The key of that file's bytes.
  package var content: UInt64?
  /// What became of its rows.
  package var balance: ImportBalance?
  /// How many lines were added to the files of entries and to that of people; the journal itself is not counted.
  package var added: [LedgerFile: Int] = [:]
  /// The number of somebody that was wrong; only where people were found to be one.
  package var person = ""
  /// The right number of that person.
  package var sameAs = ""
  /// The year for which a roster holds; nil for one that holds for every year without its own.
  package var rosterYear: Int?
  /// The bytes that were added to each of those files; filled in when the line is written, from format 2 on.
  var stretches: [LedgerFile: LedgerStretch] = [:]
  /// The physical line on which it starts; 0 for one that has not been written.
  package internal(set) var line = 0

  /// A line that has not been written; what its action needs besides is filled in by the caller.
  package init(id: Int, when: String, who: String, action: JournalAction) {
    self.id = id
    self.when = when
    self.who = who
    self.action = action
  }
}

extension JournalLine {
  /// How many entries a change brought, by credit year.
  package var addedByYear: [(year: Int, count: Int)] {
    added.sorted { $0.key < $1.key }.compactMap { file, count in
      if case .entries(let year) = file { return (year, count) }
      return nil
    }
  }
}

/// What a change did.
package enum JournalAction: String, CaseIterable, Sendable {
  /// Entries came from a file: file, content, balance, added.
  case `import`
  /// An entry came from the command line: added.
  case add
  /// An entry took another one's place: entry, replacedBy, reason, added (unless the line of its import has it).
  case correct
  /// An entry counts no more: entry, reason.
  case void
  /// A void entry counts again: entry, perhaps reason.
  case revive
  /// An entry got another status: entry, status, perhaps reason.
  case approve
  /// People came, changed or left the roster: file, content, balance, added, perhaps the roster's year.
  case people
  /// Somebody's wrong number and the right one: person, sameAs, reason; the entries are corrected by the same change.
  case samePerson = "same-person"
  /// The changes of another copy were taken over.
  case merge
  /// The ledger was brought to a later format.
  case upgrade
}

/// The bytes that a change added to a file.
struct LedgerStretch: Hashable, Sendable {
  var bytes: Int
  /// Their ``ByteSum``.
  var sum: UInt64
}

/// What became of the rows of a file that was imported.
package struct ImportBalance: Hashable, Sendable {
  /// Records below the header, blank ones and skipped totals too.
  package var read = 0
  /// Rows that were added.
  package var taken = 0
  /// Rows that were there already.
  package var present = 0
  /// Rows that are probable corrections of what is there, and were not taken as such.
  package var changed = 0
  /// Rows whose entries are void, and were not taken.
  package var void = 0
  /// Rows with problems.
  package var problems = 0
  /// Blank records and skipped totals.
  package var blank = 0

  /// Nothing read.
  package init() {}

  /// Whether every row that was read is accounted for.
  package var isBalanced: Bool { read == taken + present + changed + void + problems + blank }
}
