/// Why something can't be done with a ledger. The wording for people is in Reports; paths are as the folder was given.
package enum LedgerFailure: Error, Equatable, Sendable {
  /// The folder has no `ledger.json`, or there is no such folder.
  case notALedger(path: String)
  /// There is a ledger already.
  case alreadyThere(path: String)
  /// A new ledger would have to write over a file that is somebody's.
  case inTheWay(path: String)
  /// The ledger's format is an earlier one, which is read and not written.
  case olderFormat(path: String, found: Int, known: Int)
  /// The lock was taken away while it was held; nothing was changed.
  case lockLost(path: String)
  /// Something within a ledger is a link, a folder or another thing that is no file.
  case notAFile(path: String)
  /// A folder that an operation would make is there already.
  case copyInTheWay(path: String)
  /// What was asked for can't be done with the entries as they are.
  case impossible(LedgerRefusal)
  /// The ledger's format is of a later version of the program.
  case newerFormat(path: String, found: Int, known: Int)
  /// A line, or a file, is not as the program writes it.
  case damaged(LedgerFault)
  /// A file is missing that the ledger must have.
  case missingFile(path: String)
  /// Somebody else has been writing for as long as the caller would wait; the process, if it is known.
  case locked(path: String, by: Int?, seconds: Int)
  /// There never was such an entry.
  case noSuchEntry(LedgerEntryID)
  /// The entry is void, or another one has taken its place.
  case gone(LedgerEntryID, LedgerFate)
  /// A call of the system failed; nothing has changed.
  case system(SystemFailure)
  /// A call failed in the middle of a change, and so did a call that was to undo it. Readers see the old state, and
  /// whoever writes next undoes the change first.
  case notUndone(SystemFailure, undo: SystemFailure)
  /// The change has happened, but a power cut might still undo it.
  case notDurable(SystemFailure)
  /// A file can't be read.
  case unreadable(ImportError)
  /// The files changed so fast, or by other hands, that no one state of them could be seen.
  case keepsChanging(path: String)

  /// A call of the system that failed.
  package typealias SystemFailure = FileFailure
}

/// Something in a ledger's files that is not as the program writes it, and where.
package struct LedgerFault: Error, Hashable, Sendable {
  /// The path of the file, with that of the folder.
  package var file: String
  /// The physical line, from 1 on; of a file as a whole, 1.
  package var line: Int
  /// What is not as it should be.
  package var kind: Kind

  /// A fault at a line of a file; 1 for the file as a whole.
  package init(_ file: String, line: Int, _ kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  /// Whether it is only worth knowing: the ledger is whole all the same.
  package var isNote: Bool {
    switch kind {
    case .unknownFile, .interruptedChange, .stalePending: true
    default: false
    }
  }

  /// Whether it names the one line that was changed, or what was done to the file as a whole.
  var isExact: Bool {
    switch kind {
    case .changedBytes(_, let lastLine): lastLine == line
    case .carriageReturn, .byteOrderMark, .wrongHeader, .missingFile, .strangeFile: true
    default: false
    }
  }

  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// The first line is not the header that the file must have.
    case wrongHeader(expected: String)
    /// The bytes are no UTF-8.
    case badText
    /// A line ends with CR LF, as other programs leave them.
    case carriageReturn
    /// The file begins with a byte order mark, which another program has put there.
    case byteOrderMark
    /// The sum of a line of the journal is not that of the line and of those before it.
    case badSum(change: Int?)
    /// `seals.csv` does not say what the journal does.
    case badSeal
    /// Bytes that a change brought are not as it brought them, from the line on or in it.
    case changedBytes(change: Int, lastLine: Int)
    /// The file has more bytes, or fewer, than all changes brought.
    case addedBytes(count: Int)
    /// The file of a year of which the journal tells nothing.
    case strangeFile
    /// The file is longer than the change that was interrupted could make it: others have written meanwhile.
    case longerThanKnown(found: Int, expected: Int)
    /// `.pending` tells of a change to another state of the ledger; it is left over, or came out of version control.
    case stalePending(id: Int)
    /// The last line has no line break, so that nothing can be added.
    case noLineEnd
    /// A line without anything.
    case blankLine
    /// A record has more or fewer cells than the header.
    case raggedRow(cells: Int, expected: Int)
    /// A quoted cell never closes, or is followed by text.
    case badQuote
    /// A cell does not hold what its column wants; an empty value where it must not be blank.
    case badCell(column: String, value: String)
    /// A cell is filled that this kind of change does not use.
    case needlessCell(column: String, value: String)
    /// `ledger.json` does not say the format.
    case badFormat
    /// A file has more bytes than such a file may have.
    case tooLong(limit: Int)
    /// The ids of the journal are 1, 2, 3 …; lines of one change stand together.
    case changeOutOfSequence(found: Int, expected: Int)
    /// read = taken + present + changed + problems + blank does not hold.
    case unbalanced(ImportBalance)
    /// The ids of the entries of a year are 1, 2, 3 …: a line is missing, came in or was moved.
    case entryOutOfSequence(found: String, expected: LedgerEntryID)
    /// The journal has no change with this id.
    case unknownChange(id: String)
    /// By the journal's counts, the line came with another change.
    case otherChange(found: Int, expected: Int)
    /// The file has fewer or more lines than the journal's changes brought.
    case lineCount(found: Int, expected: Int)
    /// A change refers to an entry that was not there.
    case noSuchEntry(LedgerEntryID)
    /// A change refers to an entry that a change before it had voided or replaced.
    case goneEntry(LedgerEntryID, change: Int)
    /// A change brings an entry back that is not void.
    case notVoid(LedgerEntryID)
    /// An entry came with a change that replaced nothing by it, or replaced more by it than one.
    case badReplacement(LedgerEntryID)
    /// The entry's credit year is not that of its file; nil if it has none.
    case wrongYear(found: Int?)
    /// The row can't be used.
    case row(ProblemCode, column: String?, value: String?)
    /// The file has fewer bytes than it had when a change began that was interrupted, or than its lines must take.
    case shortFile(found: Int, expected: Int)
    /// The file is missing, and the journal says that it has lines.
    case missingFile
    /// A file that no ledger has; it is left alone.
    case unknownFile
    /// A change was interrupted; it counts for nothing, and whoever writes next clears it away.
    case interruptedChange(id: Int)
  }
}
