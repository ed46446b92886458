/// Whole lines to be added at the end of a file of a ledger.
public struct LedgerAddition: Sendable {
  /// The file; a file of entries that is not there is made, header and all.
  public var file: LedgerFile
  /// UTF-8, end to end; every line ends with LF.
  public var chunks: [[UInt8]]

  /// Lines for a file; `chunks` end to end must be whole lines.
  public init(_ file: LedgerFile, _ chunks: [[UInt8]]) {
    self.file = file
    self.chunks = chunks
  }

  /// Lines of the journal.
  public static func journal(_ lines: [JournalLine]) -> LedgerAddition {
    LedgerAddition(.journal, [LedgerJournal.bytes(of: lines)])
  }

  /// How many bytes it has.
  var count: Int { chunks.reduce(0) { $0 + $1.count } }
}
