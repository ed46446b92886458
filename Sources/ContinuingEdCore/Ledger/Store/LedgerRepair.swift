#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LedgerFolder {
  /// Takes byte order marks and the CR of CR LF out of the ledger's files, where other programs have put them in, and a
  /// `.pending` that belongs to another state away. The ledger must verify then: nothing else is mended, and where
  /// something else is wrong nothing is written.
  ///
  /// - Returns: the names of the files that were mended.
  /// - Throws: ``LedgerFailure/damaged(_:)`` for what is wrong besides.
  package func repair(seconds: Int) throws(LedgerFailure) -> [String] {
    guard try FileReads.bytes(path(LedgerFolder.formatName), atMost: LedgerFolder.longestFormatFile) != nil
    else {
      throw .notALedger(path: path)
    }
    let file = try LockFile.lock(self, seconds: seconds)
    defer { withExtendedLifetime(file) {} }
    let mended = try mendedFiles()
    let trial = path(".repair")
    defer { remove(trial, mended.all.map { $0.name }) }
    do throws(LedgerFailure.SystemFailure) {
      _ = try ops.makeFolderIfMissing(trial)
      _ = try ops.makeFolderIfMissing(trial + "/entries")
      for file in mended.all {
        let path = LedgerFolder.join(trial, file.name)
        try ops.replace(path, with: file.bytes, by: path + ".new", readableAs: self.path(file.name))
      }
    } catch {
      throw .system(error)
    }
    let trialFolder = LedgerFolder(trial)
    let verification = try LedgerVerification(trialFolder)
    if var fault = verification.faults.first {
      fault.file = path + fault.file.dropFirst(trial.count)
      throw .damaged(fault)
    }
    do throws(LedgerFailure.SystemFailure) {
      for file in mended.changed {
        try ops.replace(path(file.name), with: file.bytes, by: path(PendingChange.nameBeside))
      }
      try ops.syncFolder(path("entries"))
      try ops.syncFolder(path)
    } catch {
      throw .system(error)
    }
    try clearAway(try checkFormat())
    return mended.changed.map { $0.name }
  }

  private typealias Named = (name: String, bytes: [UInt8])

  /// All files as they should be, and those of them that are not.
  private func mendedFiles() throws(LedgerFailure) -> (all: [Named], changed: [Named]) {
    var names = [LedgerFolder.formatName, PendingChange.name]
    names += LedgerFile.always(format: LedgerFolder.format).map(\.path)
    for name in try FileReads.names(in: path("entries")) ?? [] where LedgerFile(nameInEntries: name) != nil {
      names.append("entries/" + name)
    }
    var (all, changed): ([Named], [Named]) = ([], [])
    for name in names {
      guard let bytes = try FileReads.bytes(path(name)) else { continue }
      let repaired = LineEndRepair.repaired(bytes)
      all.append((name, repaired))
      if repaired.count != bytes.count { changed.append((name, repaired)) }
    }
    return (all, changed)
  }
}
