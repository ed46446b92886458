#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that holds a ledger: plain text files that only grow, by changes that happen wholly or not at all.
///
///     ledger.json        the version of the format
///     people.csv         the roster
///     entries/2023.csv   the entries of a credit year
///     journal.csv        every change: when, who, why, what came of it, and the sums of the bytes that it added
///     seals.csv          how far the journal went after each change
///     .lock              whoever writes has locked it
///     .pending           how long the files were before the change that is under way
///
/// A change notes in `.pending` how long the files are, adds its lines to them, and removes `.pending`: with that it has
/// happened. Whoever reads takes the noted lengths for the files' own; whoever writes next cuts the files to them, if
/// the change was interrupted. So a reader needs no lock, and may have no right to write.
package struct LedgerFolder: Sendable {
  /// The folder's path as it was given.
  package let path: String
  var ops = FileOps()

  /// The version of the format that is written; earlier ones are read.
  static let format = 2
  /// `ledger.json` has a few bytes; nobody has to read a large file to find that it is none.
  static let longestFormatFile = 1 << 16
  static let formatName = "ledger.json"
  static let lockName = ".lock"

  /// The ledger in a folder; nothing is read yet.
  package init(_ path: String) { self.path = path }

  /// A path within a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { LedgerFolder.join(path, name) }

  /// Whether a folder holds a ledger, of whatever version.
  package static func isLedger(_ path: String) -> Bool { access(join(path, formatName), F_OK) == 0 }

  /// One state of the ledger.
  ///
  /// Needs no lock, and no right to write.
  package func snapshot() throws(LedgerFailure) -> LedgerSnapshot {
    let format = try checkFormat()
    return try SnapshotTaking(folder: self, format: format).take()
  }

  /// Makes sure that this is a ledger whose format is known, and says which it is.
  @discardableResult
  func checkFormat() throws(LedgerFailure) -> Int {
    let file = path(LedgerFolder.formatName)
    guard let bytes = try FileReads.bytes(file, atMost: LedgerFolder.longestFormatFile) else {
      throw .notALedger(path: path)
    }
    guard let found = LedgerFormat.version(bytes) else {
      let isMarked = bytes.starts(with: LineEndRepair.byteOrderMark)
      throw .damaged(LedgerFault(file, line: 1, isMarked ? .byteOrderMark : .badFormat))
    }
    if found > LedgerFolder.format {
      throw .newerFormat(path: path, found: found, known: LedgerFolder.format)
    }
    return found
  }
}
