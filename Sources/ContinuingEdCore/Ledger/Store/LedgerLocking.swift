#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LedgerFolder {
  /// Becomes the one who writes, waiting up to so many seconds for another; a change that was interrupted is undone.
  ///
  /// - Throws: ``LedgerFailure/locked(path:by:seconds:)`` if somebody else went on writing,
  ///   ``LedgerFailure/olderFormat(path:found:known:)`` for a ledger that has to be upgraded first.
  package func lock(seconds: Int) throws(LedgerFailure) -> LedgerLock {
    // A folder that is no ledger does not get a file to lock.
    let format = try checkFormat()
    if format < LedgerFolder.format {
      throw .olderFormat(path: path, found: format, known: LedgerFolder.format)
    }
    let file = try LockFile.lock(self, seconds: seconds)
    try clearAway(format)
    return LedgerLock(
      folder: self, file: file, snapshot: try SnapshotTaking(folder: self, format: format).take())
  }

  /// Undoes what an interrupted change has left. The caller has the lock.
  func clearAway(_ format: Int) throws(LedgerFailure) {
    let taking = SnapshotTaking(folder: self, format: format)
    if let pending = try taking.pendingChange() {
      // Whoever makes that change has lost the lock and not noticed yet.
      if try LockFile.isHeld(path(PendingChange.name)) { throw .locked(path: path, by: nil, seconds: 0) }
      if try pending.concerns(self) {
        // Finds files that are shorter than they were, by whatever hand: cutting would lengthen them.
        _ = try taking.take()
        try undo(pending)
      } else {
        do throws(LedgerFailure.SystemFailure) {
          try ops.remove(path(PendingChange.name))
        } catch {
          throw .system(error)
        }
      }
    }
    // What was being written when `.pending` was not yet there; it is in nobody's way.
    if try FileReads.facts(path(PendingChange.nameBeside)) != nil {
      _ = ops.unlink(path(PendingChange.nameBeside))
    }
  }

  /// Makes all files as long as they were before a change, then removes `.pending`. Doing it twice does no harm.
  ///
  /// - Throws: ``LedgerFailure/damaged(_:)`` if a file is longer than the change would have made it: others have written.
  func undo(_ pending: PendingChange) throws(LedgerFailure) {
    for (file, extent) in pending.extents.sorted(by: { $0.key < $1.key }) {
      guard let after = extent.after, let size = try FileReads.facts(path(file.path))?.size, size > after
      else {
        continue
      }
      throw .damaged(LedgerFault(path(file.path), line: 1, .longerThanKnown(found: size, expected: after)))
    }
    do throws(LedgerFailure.SystemFailure) {
      try cut(pending)
    } catch {
      throw .system(error)
    }
  }

  private func cut(_ pending: PendingChange) throws(LedgerFailure.SystemFailure) {
    for (file, extent) in pending.extents.sorted(by: { $0.key < $1.key }) {
      let path = path(file.path)
      guard let length = extent.before else {
        try ops.remove(path)
        continue
      }
      try ops.withFile(path, O_WRONLY) { descriptor throws(LedgerFailure.SystemFailure) in
        if lseek(descriptor, 0, SEEK_END) > off_t(length) {
          try ops.check(ops.truncate(descriptor, length), path)
        }
        // Even if it is cut already, for that may not have reached the disk.
        try ops.check(ops.sync(descriptor), path)
      }
    }
    if pending.extents.contains(where: { $0.value.before == nil }) { try ops.syncFolder(path("entries")) }
    try ops.remove(path(PendingChange.name))
    // If the removal does not reach the disk, the change will be undone once more, which does no harm.
    try? ops.syncFolder(path)
  }
}
