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
  /// - Throws: ``LedgerError/locked(path:by:seconds:)`` if somebody else went on writing.
  public func lock(seconds: Int) throws(LedgerError) -> LedgerLock {
    // A folder that is no ledger does not get a file to lock.
    try checkFormat()
    let file = try LockFile.lock(self, seconds: seconds)
    try clearAway()
    return LedgerLock(folder: self, file: file, snapshot: try SnapshotTaking(folder: self).take())
  }

  /// Undoes what an interrupted change has left. The caller has the lock.
  private func clearAway() throws(LedgerError) {
    if let pending = try SnapshotTaking(folder: self).pendingChange() {
      // Finds files that are shorter than they were, by whatever hand: cutting would lengthen them.
      _ = try SnapshotTaking(folder: self).take()
      do throws(LedgerError.SystemFailure) {
        try undo(pending)
      } catch {
        throw .system(error)
      }
    }
    // What was being written when `.pending` was not yet there; it is in nobody's way.
    if try FileReads.facts(path(PendingChange.nameBeside)) != nil {
      _ = ops.unlink(path(PendingChange.nameBeside))
    }
  }

  /// Makes all files as long as they were before a change, then removes `.pending`. Doing it twice does no harm.
  func undo(_ pending: PendingChange) throws(LedgerError.SystemFailure) {
    for (file, length) in pending.lengths.sorted(by: { $0.key < $1.key }) {
      let path = path(file.path)
      guard let length else {
        try ops.remove(path)
        continue
      }
      try ops.withFile(path, O_WRONLY) { descriptor throws(LedgerError.SystemFailure) in
        if lseek(descriptor, 0, SEEK_END) > off_t(length) {
          try ops.check(ops.truncate(descriptor, length), path)
        }
        // Even if it is cut already, for that may not have reached the disk.
        try ops.check(ops.sync(descriptor), path)
      }
    }
    if pending.lengths.contains(where: { $0.value == nil }) { try ops.syncFolder(path("entries")) }
    try ops.remove(path(PendingChange.name))
    // If the removal does not reach the disk, the change will be undone once more, which does no harm.
    try? ops.syncFolder(path)
  }
}
