#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LedgerFolder {
  /// Brings a ledger of format 1 to the present one, in one change that the journal tells of; the old folder is kept as
  /// `FOLDER.format-1`. If it was interrupted it is done again from that copy.
  ///
  /// - Returns: the path of the copy; nil if the ledger has the present format.
  /// - Throws: ``LedgerFailure/damaged(_:)`` for a ledger that does not verify, ``LedgerFailure/copyInTheWay(path:)`` for a
  ///   folder of that name that is another one.
  package func upgrade(by actor: LedgerActor, seconds: Int) throws(LedgerFailure) -> String? {
    let format = try checkFormat()
    if format == LedgerFolder.format { return nil }
    let file = try LockFile.lock(self, seconds: seconds)
    defer { withExtendedLifetime(file) {} }
    let ownPath = path == "." ? try currentPath() : path
    let copyPath = LedgerFolder.trimmed(ownPath) + ".format-1"
    var copy = LedgerFolder(copyPath)
    copy.ops = ops
    if access(PathName.bytes(copyPath), F_OK) == 0 {
      if try !isInterrupted(copy) { throw .copyInTheWay(path: copyPath) }
    } else {
      try clearAway(format)
      let state = try SnapshotTaking(folder: self, format: format).take()
      _ = try state.verifiedJournal()
      try self.copy(state, to: copyPath)
    }
    let files = try LedgerRewriting(copy.snapshot()).files(actor)
    do throws(LedgerFailure.SystemFailure) {
      for file in files {
        try ops.replace(
          path(file.name), with: file.bytes, by: path(PendingChange.nameBeside),
          readableAs: path(LedgerFile.journal.path))
      }
      try writeDotFiles()
      try ops.syncFolder(path("entries"))
      try ops.replace(
        path(LedgerFolder.formatName), with: LedgerFormat.bytes(LedgerFolder.format),
        by: path(PendingChange.nameBeside))
      try ops.syncFolder(path)
    } catch {
      throw .system(error)
    }
    return copyPath
  }

  /// Whether an upgrade has left a copy: beside a ledger that is no whole one, since files of both formats are in it, or
  /// one that it had not begun to change, and that says the same.
  private func isInterrupted(_ copy: LedgerFolder) throws(LedgerFailure) -> Bool {
    guard let copied = try? copy.snapshot(), (try? copied.verifiedJournal()) != nil else { return false }
    guard let own = try? snapshot(), (try? own.verifiedJournal()) != nil else { return true }
    if own.format != copied.format || own.lengths != copied.lengths { return false }
    for file in own.lengths.keys where try own.bytes(of: file) != copied.bytes(of: file) { return false }
    return true
  }

  /// The folder in which the program runs.
  private func currentPath() throws(LedgerFailure) -> String {
    guard let bytes = realpath(PathName.bytes(path), nil) else {
      throw .system(.init(path: path, errno: errno))
    }
    defer { free(bytes) }
    return PathName.text(bytes)
  }
}

/// The files of a ledger of format 1 as the present format has them.
private struct LedgerRewriting {
  private let snapshot: LedgerSnapshot
  private let journal: LedgerJournal

  init(_ snapshot: LedgerSnapshot) throws(LedgerFailure) {
    self.snapshot = snapshot
    journal = try snapshot.verifiedJournal()
  }

  /// All files but `ledger.json`.
  func files(_ actor: LedgerActor) throws(LedgerFailure) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var stretches: [Int: [LedgerFile: LedgerStretch]] = [:]
    for file in snapshot.lengths.keys.sorted() where file != .journal {
      let lines = try rewritten(file)
      var next = 0
      for line in journal.lines {
        guard let count = line.added[file] else { continue }
        let bytes = Array(lines[next..<min(lines.count, next + count)].joined())
        stretches[line.id, default: [:]][file] = LedgerStretch(bytes: bytes.count, sum: ByteSum.of(bytes))
        next += count
      }
      files.append((file.path, file.header + lines.joined()))
    }
    var (text, seals) = (LedgerFile.journal.header, LedgerSeals())
    var last = actor.line(.upgrade, change: journal.nextID)
    last.reason = "format 1 → \(LedgerFolder.format)"
    for line in Array(journal.lines) + [last] {
      var line = line
      line.file = HiddenText.escaped(line.file)
      (line.who, line.reason) = (HiddenText.escaped(line.who), HiddenText.escaped(line.reason))
      line.stretches = stretches[line.id] ?? [:]
      let (bytes, sum) = line.bytes(after: seals.sum)
      text += bytes
      seals.add(change: line.id, sum: sum)
    }
    files.append((LedgerFile.journal.path, text))
    files.append((LedgerFile.seals.path, LedgerFile.seals.header + seals.bytes))
    return files
  }

  /// The lines of a file with the present columns; cells that format 1 has not are blank.
  private func rewritten(_ file: LedgerFile) throws(LedgerFailure) -> [[UInt8]] {
    guard let table = LedgerTable(file, in: snapshot) else { return [] }
    let old = file.columns(format: 1)
    let places = file.columns.map { old.firstIndex(of: $0) }
    var lines: [[UInt8]] = []
    let outcome = try table.read { row in
      var line: [UInt8] = []
      for place in places {
        if let place { LedgerText.append(row.string(place), to: &line) }
        line.append(UInt8(ascii: ","))
      }
      line[line.count - 1] = 0x0A
      lines.append(line)
    }
    if let fault = outcome.faults.first { throw .damaged(fault) }
    return lines
  }
}
