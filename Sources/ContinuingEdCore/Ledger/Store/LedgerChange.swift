#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a change. The caller has the lock.
struct LedgerChange {
  let folder: LedgerFolder
  let snapshot: LedgerSnapshot
  let work: LedgerWork
  /// How far the journal goes before it.
  let seals: LedgerSeals
  let lock: LockFile

  private typealias Failure = LedgerFailure.SystemFailure
  private var ops: FileOps { folder.ops }

  /// Makes the change.
  func make() throws(LedgerFailure) {
    let (additions, firstSum) = sealed()
    var pending = PendingChange(id: work.lines.first?.id ?? 0, extents: [:], firstSum: firstSum)
    for file in Set(additions.map(\.file)) {
      let before = snapshot.lengths[file]
      let added = additions.reduce(0) { $0 + ($1.file == file ? $1.count : 0) }
      pending.extents[file] = .init(before: before, after: (before ?? file.header.count) + added)
    }
    guard lock.isInPlace else { throw .lockLost(path: folder.path) }
    let marker: Int32
    do throws(Failure) {
      marker = try announce(pending)
    } catch {
      if error.errno == EEXIST { throw .lockLost(path: folder.path) }
      throw .system(error)
    }
    // It stays locked: whoever finds it knows that the change is still being made.
    defer { LedgerChange.letGo(marker) }
    try write(pending, additions)
    do throws(Failure) {
      try ops.syncFolder(folder.path)
    } catch {
      throw .notDurable(error)
    }
  }

  private func write(_ pending: PendingChange, _ additions: [LedgerAddition]) throws(LedgerFailure) {
    // What was begun is what may be cut back: where others wrote first there is nothing of ours.
    var begun = PendingChange(id: pending.id, extents: [:], firstSum: pending.firstSum)
    do throws(Failure) {
      try ops.syncFolder(folder.path)
      for (file, extent) in pending.extents.sorted(by: { $0.key < $1.key }) {
        let path = folder.path(file.path)
        if FileOps.size(path) ?? 0 > extent.before ?? 0 { throw Failure(path: path, errno: EBUSY) }
        begun.extents[file] = extent
        try write(file, after: extent.before, additions.filter { $0.file == file })
      }
      if pending.extents.contains(where: { $0.value.before == nil }) {
        try ops.syncFolder(folder.path("entries"))
      }
      // With this it has happened.
      try ops.check(ops.unlink(folder.path(PendingChange.name)), folder.path(PendingChange.name))
    } catch {
      do throws(LedgerFailure) {
        try folder.undo(begun)
      } catch let undoFailure {
        if case .system(let undo) = undoFailure { throw .notUndone(error, undo: undo) }
        throw undoFailure
      }
      throw .system(error)
    }
  }

  /// All lines, with the sums of what each change brings, and the sum of the journal's first new line.
  private func sealed() -> ([LedgerAddition], firstSum: UInt64?) {
    var stretches: [Int: [LedgerFile: LedgerStretch]] = [:]
    for addition in work.additions {
      var stretch = stretches[addition.change]?[addition.file] ?? LedgerStretch(bytes: 0, sum: 0)
      for chunk in addition.chunks {
        stretch.sum = ByteSum.add(
          stretch.sum, chunk.withUnsafeBytes { ByteSum.part($0, at: stretch.bytes) })
        stretch.bytes += chunk.count
      }
      stretches[addition.change, default: [:]][addition.file] = stretch
    }
    var (journal, seals, firstSum): ([UInt8], LedgerSeals, UInt64?) = ([], seals, nil)
    let known = seals.bytes.count
    for line in work.lines {
      var line = line
      line.stretches = (stretches[line.id] ?? [:]).filter { line.added[$0.key] != nil }
      let (bytes, sum) = line.bytes(after: seals.sum)
      journal += bytes
      seals.add(change: line.id, sum: sum)
      firstSum = firstSum ?? sum
    }
    let additions =
      work.additions.filter { $0.count > 0 } + [
        LedgerAddition(.journal, change: 0, [journal]),
        LedgerAddition(.seals, change: 0, [Array(seals.bytes.dropFirst(known))]),
      ]
    return (additions, firstSum)
  }

  /// Writes `.pending` and locks it; what fails here has touched nothing.
  private func announce(_ pending: PendingChange) throws(Failure) -> Int32 {
    _ = try ops.makeFolderIfMissing(folder.path("entries"))
    let (path, beside) = (folder.path(PendingChange.name), folder.path(PendingChange.nameBeside))
    try ops.remove(beside)
    let descriptor = try ops.openRegular(beside, O_RDWR | O_CREAT | O_EXCL)
    do throws(Failure) {
      FileOps.copyMode(from: folder.path(LedgerFile.journal.path), to: descriptor)
      flock(descriptor, LOCK_EX | LOCK_NB)
      try ops.writeAll(pending.bytes, to: descriptor, at: 0, path: beside)
      try ops.check(ops.sync(descriptor), beside)
      // Where nobody else can have put one; not every file system can do that.
      let result = ops.link(beside, path)
      if [-EPERM, -ENOTSUP, -EOPNOTSUPP, -ENOSYS, -EMLINK].contains(result) {
        try ops.check(ops.rename(beside, path), path)
      } else {
        try ops.check(result, path)
        _ = ops.unlink(beside)
      }
    } catch {
      _ = ops.unlink(beside)
      LedgerChange.letGo(descriptor)
      throw error
    }
    return descriptor
  }

  /// Unlocks and closes. Closing alone would not do while a program is being started that still has the file: the next
  /// one to write would find a change under way that is none.
  private static func letGo(_ descriptor: Int32) {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Adds to one file all that there is for it.
  private func write(
    _ file: LedgerFile, after length: Int?, _ additions: [LedgerAddition]
  ) throws(Failure) {
    let path = folder.path(file.path)
    try ops.withFile(path, O_WRONLY | O_CREAT) { descriptor throws(Failure) in
      var offset = length ?? 0
      try ops.check(ops.truncate(descriptor, offset), path)
      if offset == 0 {
        FileOps.copyMode(from: folder.path(LedgerFile.journal.path), to: descriptor)
        try ops.writeAll(file.header, to: descriptor, at: 0, path: path)
        offset = file.header.count
      }
      for addition in additions {
        for chunk in addition.chunks {
          try ops.writeAll(chunk, to: descriptor, at: offset, path: path)
          offset += chunk.count
        }
      }
      try ops.check(ops.sync(descriptor), path)
    }
  }
}
