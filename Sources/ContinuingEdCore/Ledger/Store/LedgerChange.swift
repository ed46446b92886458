#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a change, or undoes one that was interrupted. The caller has the lock.
struct LedgerChange {
  let folder: LedgerFolder
  let snapshot: LedgerSnapshot
  let additions: [LedgerAddition]

  private typealias Failure = LedgerError.SystemFailure
  private var ops: FileOps { folder.ops }

  init(folder: LedgerFolder, snapshot: LedgerSnapshot, additions: [LedgerAddition]) {
    self.folder = folder
    self.snapshot = snapshot
    self.additions = additions.filter { $0.count > 0 }
  }

  /// Makes the change.
  func make() throws(LedgerError) {
    if additions.isEmpty { return }
    var pending = PendingChange(id: id, lengths: [:])
    for file in Set(additions.map(\.file)) {
      pending.lengths.updateValue(snapshot.lengths[file], forKey: file)
      try checkLineEnd(file)
    }
    do throws(Failure) {
      try announce(pending)
    } catch {
      throw .system(error)
    }
    do throws(Failure) {
      try ops.syncFolder(folder.path)
      for file in pending.lengths.keys.sorted() { try write(file) }
      if pending.lengths.contains(where: { $0.value == nil }) { try ops.syncFolder(folder.path("entries")) }
      // With this it has happened.
      try ops.check(ops.unlink(folder.path(PendingChange.name)), folder.path(PendingChange.name))
    } catch {
      do throws(Failure) {
        try folder.undo(pending)
      } catch let undoFailure {
        throw .notUndone(error, undo: undoFailure)
      }
      throw .system(error)
    }
    do throws(Failure) {
      try ops.syncFolder(folder.path)
    } catch {
      throw .notDurable(error)
    }
  }

  /// The number with which the journal's first new line begins.
  private var id: Int {
    let journal = additions.first { $0.file == .journal }?.chunks.first ?? []
    return Int(String(decoding: journal.prefix { 48...57 ~= $0 }, as: UTF8.self)) ?? 0
  }

  /// Writes `.pending`; what fails here has touched nothing.
  private func announce(_ pending: PendingChange) throws(Failure) {
    _ = try ops.makeFolderIfMissing(folder.path("entries"))
    try ops.replace(
      folder.path(PendingChange.name), with: pending.bytes, by: folder.path(PendingChange.nameBeside))
  }

  /// Adds to one file all that there is for it.
  private func write(_ file: LedgerFile) throws(Failure) {
    let path = folder.path(file.path)
    try ops.withFile(path, O_WRONLY | O_CREAT) { descriptor throws(Failure) in
      var offset = snapshot.lengths[file] ?? 0
      try ops.check(ops.truncate(descriptor, offset), path)
      if offset == 0 {
        try ops.writeAll(file.header, to: descriptor, at: 0, path: path)
        offset = file.header.count
      }
      for addition in additions where addition.file == file {
        for chunk in addition.chunks {
          try ops.writeAll(chunk, to: descriptor, at: offset, path: path)
          offset += chunk.count
        }
      }
      try ops.check(ops.sync(descriptor), path)
    }
  }

  /// Lines can only be added behind a whole one.
  private func checkLineEnd(_ file: LedgerFile) throws(LedgerError) {
    guard let length = snapshot.lengths[file], length > 0 else { return }
    let path = folder.path(file.path)
    guard let last = try FileReads.bytes(path, length: 1, from: length - 1) else {
      throw .missingFile(path: path)
    }
    if last == [UInt8(ascii: "\n")] { return }
    let lines = try snapshot.bytes(of: file).count { $0 == UInt8(ascii: "\n") }
    throw .damaged(LedgerFault(path, line: lines + 1, .noLineEnd))
  }
}
