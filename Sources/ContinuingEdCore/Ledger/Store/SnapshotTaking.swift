#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds one state of a ledger while others may be writing.
///
/// The files are looked at, then `.pending`, then the files again. Those that `.pending` names are as long as it says. If
/// none of the others has changed between the two looks, they were as they are at the moment in which `.pending` was
/// read, and so all of it is the state of that moment.
struct SnapshotTaking {
  let folder: LedgerFolder
  let format: Int

  /// So often is it tried before it is given up, with a pause between.
  private static let attempts = 2000

  func take() throws(LedgerFailure) -> LedgerSnapshot {
    for _ in 0..<SnapshotTaking.attempts {
      if let snapshot = try attempt() { return snapshot }
      usleep(500)
    }
    throw .keepsChanging(path: folder.path)
  }

  private func attempt() throws(LedgerFailure) -> LedgerSnapshot? {
    var before = try look()
    let found = try pendingChange()
    var isStale = false
    if let found { isStale = try !found.concerns(folder) }
    let pending = isStale ? nil : found
    var after = try look()
    // What tells of another state says nothing of this one, unless it came and went meanwhile.
    if isStale, try pendingChange() != found { return nil }
    if let pending {
      for file in pending.extents.keys {
        before[file] = nil
        after[file] = nil
      }
    }
    if before != after { return nil }
    var lengths = before.mapValues(\.size)
    for (file, extent) in pending?.extents ?? [:] {
      guard let length = extent.before else { continue }
      try check(file, has: length)
      lengths[file] = length
    }
    for file in LedgerFile.always(format: format) where lengths[file] == nil {
      throw .missingFile(path: folder.path(file.path))
    }
    return LedgerSnapshot(
      path: folder.path, format: format, lengths: lengths, pendingChange: pending?.id,
      stalePending: isStale ? found?.id : nil)
  }

  /// The change that is under way, or was interrupted.
  func pendingChange() throws(LedgerFailure) -> PendingChange? {
    let path = folder.path(PendingChange.name)
    guard let bytes = try FileReads.bytes(path, atMost: 1 << 20) else { return nil }
    return try PendingChange(bytes, path: path)
  }

  /// A file that a change has begun to grow is at least as long as it was.
  private func check(_ file: LedgerFile, has length: Int) throws(LedgerFailure) {
    let path = folder.path(file.path)
    guard let facts = try FileReads.facts(path) else { throw .missingFile(path: path) }
    if facts.size < length {
      throw .damaged(LedgerFault(path, line: 1, .shortFile(found: facts.size, expected: length)))
    }
  }

  private func look() throws(LedgerFailure) -> [LedgerFile: FileReads.Facts] {
    var files: [LedgerFile: FileReads.Facts] = [:]
    for file in LedgerFile.always(format: format) {
      files[file] = try FileReads.facts(folder.path(file.path))
    }
    for name in try FileReads.names(in: folder.path("entries")) ?? [] {
      guard let file = LedgerFile(nameInEntries: name) else { continue }
      files[file] = try FileReads.facts(folder.path(file.path))
    }
    return files
  }
}
