/// Everything that is wrong with a ledger, found in one pass over all of its files.
public struct LedgerVerification: Sendable {
  /// What is wrong, in order of file and line.
  public internal(set) var faults: [LedgerFault] = []
  /// What is worth knowing and does no harm.
  public internal(set) var notes: [LedgerFault] = []
  /// How many entries there are, void and replaced ones too.
  public internal(set) var entries = 0
  /// How many changes the journal has.
  public internal(set) var changes = 0
  /// How many lines `people.csv` has.
  public internal(set) var people = 0

  /// Whether nothing is wrong.
  public var isClean: Bool { faults.isEmpty }

  /// Reads all of a ledger.
  ///
  /// - Throws: ``LedgerError`` where nothing can be read at all; whatever is wrong inside is a fault of the result.
  public init(_ folder: LedgerFolder) throws(LedgerError) {
    let snapshot = try folder.snapshot()
    let journal = try JournalReader.read(snapshot)
    faults += journal.faults
    changes = LedgerJournal(journal.lines).nextID - 1
  }
}
