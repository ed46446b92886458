#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to make one change. It ends when it is released or let go of, and with the process at the latest.
public struct LedgerLock: ~Copyable, Sendable {
  /// The state that the change will be made to; nobody else can change it meanwhile.
  public let snapshot: LedgerSnapshot
  private let folder: LedgerFolder
  private let file: LockFile

  init(folder: LedgerFolder, file: LockFile, snapshot: LedgerSnapshot) {
    self.folder = folder
    self.file = file
    self.snapshot = snapshot
  }

  /// Makes the change: adds lines to the ends of files, wholly or not at all. The lock is released either way.
  ///
  /// Nothing to add is no change.
  /// - Throws: ``LedgerError/system(_:)`` and ``LedgerError/notUndone(_:undo:)`` if it has not happened,
  ///   ``LedgerError/notDurable(_:)`` if it has; ``LedgerError/damaged(_:)`` if a file's last line has no line break.
  public consuming func commit(_ additions: [LedgerAddition]) throws(LedgerError) {
    // Nothing refers to the lock any more while the change is made, and yet it must be there.
    let file = file
    defer { withExtendedLifetime(file) {} }
    try LedgerChange(folder: folder, snapshot: snapshot, additions: additions).make()
  }

  /// Lets the next one write.
  public consuming func release() {}
}

/// The locked file `.lock`; it is unlocked when nothing refers to this any more.
final class LockFile: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

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
  static func lock(_ folder: LedgerFolder, seconds: Int) throws(LedgerError) -> LockFile {
    let path = folder.path(LedgerFolder.lockName)
    let descriptor = folder.ops.open(path, O_RDWR | O_CREAT | O_CLOEXEC)
    if descriptor < 0 { throw .system(.init(path: path, errno: -descriptor)) }
    let deadline = ContinuousClock.now + .seconds(max(0, seconds))
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
    // Only said for the sake of others' messages: a full disk must not keep anybody from locking.
    let own = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = own.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return LockFile(descriptor)
  }

  /// The process that has the lock, if it has said so.
  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    return Int(String(decoding: bytes.prefix(max(0, count)).prefix { 48...57 ~= $0 }, as: UTF8.self))
  }
}
