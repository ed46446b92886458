#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LedgerFolder {
  /// Makes an empty ledger; the folder is made if it is not there, and may hold other things.
  ///
  /// - Throws: ``LedgerFailure/alreadyThere(path:)`` if it holds a ledger, ``LedgerFailure/inTheWay(path:)`` if it holds a
  ///   file of one that is not empty.
  package func create() throws(LedgerFailure) {
    if LedgerFolder.isLedger(path) { throw .alreadyThere(path: path) }
    do throws(LedgerFailure.SystemFailure) {
      _ = try ops.makeFolderIfMissing(path)
    } catch {
      throw .system(error)
    }
    let file = try LockFile.lock(self, seconds: 0)
    defer { withExtendedLifetime(file) {} }
    if LedgerFolder.isLedger(path) { throw .alreadyThere(path: path) }
    try checkNothingInTheWay()
    do throws(LedgerFailure.SystemFailure) {
      try writeFiles()
    } catch {
      throw .system(error)
    }
    do throws(LedgerFailure.SystemFailure) {
      try ops.syncFolder(path)
    } catch {
      throw .notDurable(error)
    }
    // The folder's own name; that it can't be synced where its parent can't be read is no failure.
    try? ops.syncFolder(path(".."))
  }

  /// A ledger that was half made may be made again: it holds the beginnings of headers and nothing else.
  private func checkNothingInTheWay() throws(LedgerFailure) {
    for file in LedgerFile.always(format: LedgerFolder.format) {
      guard let found = try FileReads.bytes(path(file.path)) else { continue }
      if !file.header.starts(with: found) { throw .inTheWay(path: path(file.path)) }
    }
    for name in try FileReads.names(in: path("entries")) ?? [] where LedgerFile(nameInEntries: name) != nil {
      throw .inTheWay(path: path("entries/" + name))
    }
    for name in [PendingChange.name] where try FileReads.facts(path(name)) != nil {
      throw .inTheWay(path: path(name))
    }
  }

  /// `ledger.json` comes last: without it there is no ledger.
  private func writeFiles() throws(LedgerFailure.SystemFailure) {
    _ = try ops.makeFolderIfMissing(path("entries"))
    try writeDotFiles()
    for file in LedgerFile.always(format: LedgerFolder.format) { try write(file.path, file.header) }
    try ops.syncFolder(path)
    try ops.replace(
      path(LedgerFolder.formatName), with: LedgerFormat.bytes(LedgerFolder.format),
      by: path(PendingChange.nameBeside))
  }

  /// What keeps git from changing line ends and from mixing lines, and from taking what is no part of the ledger.
  func writeDotFiles() throws(LedgerFailure.SystemFailure) {
    let names = [LedgerFolder.lockName, PendingChange.name, PendingChange.nameBeside]
    if access(PathName.bytes(path(".gitignore")), F_OK) != 0 {
      try write(".gitignore", Array((names.joined(separator: "\n") + "\n").utf8))
    }
    if access(PathName.bytes(path(".gitattributes")), F_OK) != 0 {
      try write(".gitattributes", Array("* -text -merge\n".utf8))
    }
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws(LedgerFailure.SystemFailure) {
    let path = path(name)
    try ops.withFile(path, O_WRONLY | O_CREAT | O_TRUNC) { descriptor throws(LedgerFailure.SystemFailure) in
      try ops.writeAll(bytes, to: descriptor, at: 0, path: path)
      try ops.check(ops.sync(descriptor), path)
    }
  }
}
