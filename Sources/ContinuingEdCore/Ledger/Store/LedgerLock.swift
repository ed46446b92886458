#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to make one change. It ends when it is released or let go of, and with the process at the latest.
package struct LedgerLock: ~Copyable, Sendable {
  /// The state that the change will be made to; nobody else can change it meanwhile.
  package let snapshot: LedgerSnapshot
  private let folder: LedgerFolder
  private let file: LockFile

  init(folder: LedgerFolder, file: LockFile, snapshot: LedgerSnapshot) {
    self.folder = folder
    self.file = file
    self.snapshot = snapshot
  }

  /// Makes the change: adds lines to the ends of files, wholly or not at all. The lock is released either way.
  ///
  /// Nothing to add is no change. `journal` is that of the state, if it has been read.
  /// - Throws: ``LedgerFailure/system(_:)`` and ``LedgerFailure/notUndone(_:undo:)`` if it has not happened,
  ///   ``LedgerFailure/notDurable(_:)`` if it has; ``LedgerFailure/lockLost(path:)`` if the lock was taken away meanwhile.
  package consuming func commit(_ work: LedgerWork, after journal: LedgerJournal? = nil) throws(LedgerFailure)
  {
    // Nothing refers to the lock any more while the change is made, and yet it must be there.
    let file = file
    defer { withExtendedLifetime(file) {} }
    if work.lines.isEmpty { return }
    let seals: LedgerSeals
    if let journal { seals = journal.seals } else { seals = try snapshot.journal().seals }
    try LedgerChange(folder: folder, snapshot: snapshot, work: work, seals: seals, lock: file).make()
  }

  /// Lets the next one write.
  package consuming func release() {}
}

/// The locked file `.lock`; it is unlocked when nothing refers to this any more.
final class LockFile: Sendable {
  private let descriptor: Int32
  private let path: String

  private init(_ descriptor: Int32, _ path: String) { (self.descriptor, self.path) = (descriptor, path) }

  /// Whether the file that was locked is still the one at its path: a clean-up, or a program that keeps folders alike,
  /// may have taken it away, and then others lock another one.
  var isInPlace: Bool { LockFile.isSame(descriptor, path) }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (own, there) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && lstat(PathName.bytes(path), &there) == 0
      && own.st_ino == there.st_ino
      && own.st_dev == there.st_dev
  }

  /// Whether somebody has locked a file; not if it is not there.
  static func isHeld(_ path: String) throws(LedgerFailure) -> Bool {
    let descriptor = open(PathName.bytes(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if descriptor < 0 { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  deinit {
    // Whoever reads it while nobody has the lock should find nobody's number.
    _ = ftruncate(descriptor, 0)
    // Closing alone would not do while a program is being started that still has the file.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Locks the file of a folder, waiting up to so many seconds.
  ///
  /// The lock belongs to the open file, so that it ends with the process however that ends; the file is closed in
  /// programs that the process starts.
  static func lock(_ folder: LedgerFolder, seconds: Int) throws(LedgerFailure) -> LockFile {
    let path = folder.path(LedgerFolder.lockName)
    let deadline = ContinuousClock.now + .seconds(max(0, seconds))
    while true {
      _ = try FileReads.facts(path)
      let descriptor: Int32
      do throws(LedgerFailure.SystemFailure) {
        descriptor = try folder.ops.openRegular(path, O_RDWR | O_CREAT)
      } catch {
        throw .system(error)
      }
      try wait(for: descriptor, folder, path, deadline, seconds)
      // Somebody may have taken it away since it was opened.
      if isSame(descriptor, path) { return hold(descriptor, path) }
      close(descriptor)
    }
  }

  private static func wait(
    for descriptor: Int32, _ folder: LedgerFolder, _ path: String, _ deadline: ContinuousClock.Instant,
    _ seconds: Int
  ) throws(LedgerFailure) {
    var pause: UInt32 = 500
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let number = errno
      if number == EINTR { continue }
      if number == EWOULDBLOCK, ContinuousClock.now < deadline {
        usleep(pause)
        pause = min(2 * pause, 20_000)
        continue
      }
      let holder = holder(descriptor)
      close(descriptor)
      if number == EWOULDBLOCK { throw .locked(path: folder.path, by: holder, seconds: max(0, seconds)) }
      throw .system(.init(path: path, errno: number))
    }
  }

  private static func hold(_ descriptor: Int32, _ path: String) -> LockFile {
    // Only said for the sake of others' messages: a full disk must not keep anybody from locking.
    let own = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = own.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return LockFile(descriptor, path)
  }

  /// The process that has the lock, if it has said so.
  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return Int(String(decoding: bytes.prefix(max(0, count)).prefix { 48...57 ~= $0 }, as: UTF8.self))
  }
}
