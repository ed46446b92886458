import Foundation

/// Why something can't be done with a ledger. Nothing was changed, but where ``Reason/notDurable`` says otherwise.
public struct LedgerError: Error, Sendable, Hashable, Localized, LocalizedError {
  /// Why; programs look at this.
  public let reason: Reason
  /// The entry that it is about; nil where it is about none.
  public let entry: EntryID?
  private let chinese: String
  private let english: String

  /// Why a ledger can't be read or changed.
  public enum Reason: String, CodedWord {
    /// The folder holds no ledger.
    case notALedger = "not-a-ledger"
    /// There is a ledger already.
    case alreadyThere = "already-there"
    /// Something else is where a file would have to be.
    case inTheWay = "in-the-way"
    /// Its format is an earlier one, which is read and not written.
    case olderFormat = "older-format"
    /// Its format is a later one.
    case newerFormat = "newer-format"
    /// It is not as the program wrote it; the words name file and line.
    case damaged
    /// Somebody else is writing.
    case locked
    /// There never was such an entry.
    case noSuchEntry = "no-such-entry"
    /// The entry is void, or another one has taken its place.
    case gone
    /// The entry can't be used; the words say why.
    case unusable
    /// A correction that says what the entry says already.
    case saysSoAlready = "says-so-already"
    /// The reason is unfit for a journal: blank, too long, or not to be seen.
    case unfitReason = "unfit-reason"
    /// The file of a year has no more numbers, or the year is none.
    case badYear = "bad-year"
    /// A file that was to be imported can't be read.
    case unreadable
    /// A call of the system failed.
    case system
    /// The change has happened, but a power cut might still undo it.
    case notDurable = "not-durable"

    /// The word of machine output.
    public var code: String { rawValue }
  }

  /// What stopped the work, and what would help.
  public func text(in language: Language) -> String { language.pick(chinese, english) }

  init(_ reason: Reason, entry: LedgerEntryID? = nil, _ chinese: String, _ english: String) {
    (self.reason, self.chinese, self.english) = (reason, chinese, english)
    self.entry = entry.map { EntryID($0) }
  }

  init(_ failure: LedgerFailure, in folder: LedgerFolder) {
    func words(_ language: Language) -> String {
      failure.message(in: language, folder: folder.path) { SystemReason.text($0, in: language) }
    }
    let (reason, entry) = LedgerError.reason(of: failure)
    self.init(reason, entry: entry, words(.chinese), words(.english))
  }

  private static func reason(of failure: LedgerFailure) -> (Reason, LedgerEntryID?) {
    switch failure {
    case .notALedger: (.notALedger, nil)
    case .alreadyThere: (.alreadyThere, nil)
    case .inTheWay, .copyInTheWay: (.inTheWay, nil)
    case .olderFormat: (.olderFormat, nil)
    case .newerFormat: (.newerFormat, nil)
    case .damaged, .missingFile, .notAFile: (.damaged, nil)
    case .locked, .lockLost, .keepsChanging: (.locked, nil)
    case .noSuchEntry(let id): (.noSuchEntry, id)
    case .gone(let id, _): (.gone, id)
    case .impossible(.unusable(_, let id)): (.unusable, id)
    case .impossible(.saysSoAlready(let id)): (.saysSoAlready, id)
    case .impossible(.yearIsFull): (.badYear, nil)
    case .impossible: (.unusable, nil)
    case .unreadable: (.unreadable, nil)
    case .system, .notUndone: (.system, nil)
    case .notDurable: (.notDurable, nil)
    }
  }
}
