#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LedgerFolder {
  /// Copies one state of the ledger into a folder that is not there yet; nobody writes meanwhile.
  ///
  /// - Throws: ``LedgerFailure/copyInTheWay(path:)`` if there is something at the path.
  package func backup(to target: String, seconds: Int) throws(LedgerFailure) {
    let format = try checkFormat()
    let file = try LockFile.lock(self, seconds: seconds)
    defer { withExtendedLifetime(file) {} }
    try clearAway(format)
    let snapshot = try SnapshotTaking(folder: self, format: format).take()
    _ = try snapshot.verifiedJournal()
    try copy(snapshot, to: target)
  }

  /// Writes the files of a state into a folder beside the target, which then gets the target's name.
  func copy(_ snapshot: LedgerSnapshot, to target: String) throws(LedgerFailure) {
    if access(PathName.bytes(target), F_OK) == 0 { throw .copyInTheWay(path: target) }
    let part = LedgerFolder.trimmed(target) + ".part"
    var files: [(name: String, bytes: [UInt8])] = []
    for file in snapshot.lengths.keys.sorted() { files.append((file.path, try snapshot.bytes(of: file))) }
    for name in [".gitignore", ".gitattributes", LedgerFolder.formatName] {
      if let bytes = try FileReads.bytes(path(name), atMost: LedgerFolder.longestFormatFile) {
        files.append((name, bytes))
      }
    }
    do throws(LedgerFailure.SystemFailure) {
      try write(files, into: part)
      try ops.check(ops.rename(part, target), target)
    } catch {
      remove(part, files.map { $0.name })
      throw .system(error)
    }
    do throws(LedgerFailure.SystemFailure) {
      try ops.syncFolder(target + "/..")
    } catch {
      // A folder that may be written and not read can't be synced; what else fails, whoever relies on the copy must know.
      if error.errno != EACCES { throw .notDurable(error) }
    }
  }

  private func write(
    _ files: [(name: String, bytes: [UInt8])], into folder: String
  ) throws(LedgerFailure.SystemFailure) {
    _ = try ops.makeFolderIfMissing(folder)
    _ = try ops.makeFolderIfMissing(folder + "/entries")
    for file in files {
      let path = LedgerFolder.join(folder, file.name)
      try ops.remove(path)
      try ops.withFile(path, O_WRONLY | O_CREAT | O_EXCL) { descriptor throws(LedgerFailure.SystemFailure) in
        FileOps.copyMode(from: self.path(file.name), to: descriptor)
        try ops.writeAll(file.bytes, to: descriptor, at: 0, path: path)
        try ops.check(ops.sync(descriptor), path)
      }
    }
    try ops.syncFolder(folder + "/entries")
    try ops.syncFolder(folder)
  }

  /// Removes what was half made; what can't be removed is in nobody's way.
  func remove(_ folder: String, _ names: [String]) {
    for name in names { _ = ops.unlink(LedgerFolder.join(folder, name)) }
    rmdir(PathName.bytes(folder + "/entries"))
    rmdir(PathName.bytes(folder))
  }

  /// A path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}
