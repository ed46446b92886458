/// Whole lines that a change adds at the end of a file of a ledger.
package struct LedgerAddition: Sendable {
  /// The file; a file of entries that is not there is made, header and all.
  package var file: LedgerFile
  /// The number of the change.
  package var change: Int
  /// UTF-8, end to end; every line ends with LF.
  package var chunks: [[UInt8]]

  /// Lines for a file; `chunks` end to end must be whole lines.
  package init(_ file: LedgerFile, change: Int, _ chunks: [[UInt8]]) {
    (self.file, self.change, self.chunks) = (file, change, chunks)
  }

  /// How many bytes it has.
  var count: Int { chunks.reduce(0) { $0 + $1.count } }
}

/// What is to be committed: lines of the journal, and what each of their changes adds to the other files. Nothing is no
/// change.
package struct LedgerWork: Sendable {
  /// The lines of the journal in order, those of one change together.
  package var lines: [JournalLine]
  /// The lines of other files, in the order of the changes.
  package var additions: [LedgerAddition]

  /// Lines of the journal and what they tell of.
  package init(_ lines: [JournalLine] = [], _ additions: [LedgerAddition] = []) {
    (self.lines, self.additions) = (lines, additions)
  }

  /// Whether there is nothing to commit.
  package var isEmpty: Bool { lines.isEmpty }
}
