/// One state of a ledger: how far its files go. Up to there they never change, so that what is read later is of the
/// same state, whatever others add meanwhile.
package struct LedgerSnapshot: Sendable {
  /// The folder's path as it was given.
  package let path: String
  /// The version of the format.
  let format: Int
  /// The length of each file in bytes.
  package let lengths: [LedgerFile: Int]
  /// The change that was under way, or had been interrupted, when this was seen; it is not part of the state.
  package let pendingChange: Int?
  /// The change of which a `.pending` tells that has nothing to do with this state.
  var stalePending: Int?

  /// The years that have a file, in order.
  package var years: [Int] {
    lengths.keys.compactMap { file in
      if case .entries(let year) = file { return year }
      return nil
    }.sorted()
  }

  /// The path of a file, with that of the folder.
  package func path(of file: LedgerFile) -> String { LedgerFolder.join(path, file.path) }

  /// A file as an input for reading rows, up to where this state goes; nil if it is not there.
  package func input(_ file: LedgerFile) -> InputFile? {
    lengths[file].map { .part(path: path(of: file), length: $0) }
  }

  /// The bytes of a file; none if it is not there.
  package func bytes(of file: LedgerFile) throws(LedgerFailure) -> [UInt8] {
    guard let length = lengths[file] else { return [] }
    let path = path(of: file)
    guard let bytes = try FileReads.bytes(path, length: length) else { throw .missingFile(path: path) }
    return bytes
  }

  /// All changes, once the whole state is known to be as they have made it.
  ///
  /// - Throws: ``LedgerFailure/damaged(_:)`` for the first thing that is not.
  func verifiedJournal() throws(LedgerFailure) -> LedgerJournal {
    let journal = try journal()
    if format == 1 {
      // Without sums every line has to be looked at.
      if let fault = try LedgerVerification(self).faults.first { throw .damaged(fault) }
    } else if let fault = try LedgerSums(snapshot: self, stretches: journal.stretches).firstFault() {
      throw .damaged(fault)
    }
    return journal
  }

  /// All changes.
  ///
  /// - Throws: ``LedgerFailure/damaged(_:)`` for the first line that is not as the program writes it,
  ///   and for a file that can't hold the lines that it must have, ``LedgerFailure/missingFile(path:)`` for one that is
  ///   not there.
  package func journal() throws(LedgerFailure) -> LedgerJournal {
    let reading = try JournalReader.read(self)
    if let fault = reading.faults.first { throw .damaged(fault) }
    for (file, count) in reading.lines.counts.sorted(by: { $0.key < $1.key }) where count > 0 {
      guard let length = lengths[file] else { throw .missingFile(path: path(of: file)) }
      // A line has a comma or its end for each column. Nothing that goes by the counts may go far beyond the file.
      let least = file.header(format: format).count + count * file.columns(format: format).count
      if length < least {
        throw .damaged(LedgerFault(path(of: file), line: 1, .shortFile(found: length, expected: least)))
      }
    }
    return LedgerJournal(reading)
  }
}
