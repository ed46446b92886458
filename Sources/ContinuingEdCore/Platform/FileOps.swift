#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calls by which a ledger's folder is changed, so that a test can have each of them fail.
///
/// Each returns what the system's call does, or the negative of `errno`. An interrupted call is made again.
struct FileOps: Sendable {
  /// Opens a file and returns its descriptor.
  var open: @Sendable (_ path: String, _ flags: Int32) -> Int32 = { path, flags in
    FileOps.repeating { FileOps.systemOpen(path, flags) }
  }
  /// Writes at a place of a file and returns how many bytes it took, perhaps fewer than given.
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int = {
    descriptor, bytes, offset in
    FileOps.repeating { pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset)) }
  }
  /// Cuts a file to a length.
  var truncate: @Sendable (_ descriptor: Int32, _ length: Int) -> Int32 = { descriptor, length in
    FileOps.repeating { ftruncate(descriptor, off_t(length)) }
  }
  /// Has a file or a folder reach the disk.
  var sync: @Sendable (_ descriptor: Int32) -> Int32 = { descriptor in
    FileOps.repeating { FileOps.systemSync(descriptor) }
  }
  /// Puts a file in the place of another one.
  var rename: @Sendable (_ from: String, _ to: String) -> Int32 = { from, to in
    FileOps.repeating { FileOps.systemRename(from, to) }
  }
  /// Gives a file a second name, which must be free.
  var link: @Sendable (_ from: String, _ to: String) -> Int32 = { from, to in
    FileOps.repeating { FileOps.systemLink(from, to) }
  }
  /// Removes a file.
  var unlink: @Sendable (_ path: String) -> Int32 = { path in
    FileOps.repeating { FileOps.systemUnlink(path) }
  }
  /// Makes a folder.
  var makeFolder: @Sendable (_ path: String) -> Int32 = { path in
    FileOps.repeating { mkdir(PathName.bytes(path), 0o777) }
  }

  private static func repeating<Number: BinaryInteger>(_ call: () -> Number) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR { return Number(truncatingIfNeeded: -number) }
    }
  }

  #if canImport(Darwin)
    /// There `fsync` leaves what was written in the disk's own memory, which a power cut empties; where a file system
    /// knows no more than that, it has to do.
    private static func systemSync(_ descriptor: Int32) -> Int32 {
      fcntl(descriptor, F_FULLFSYNC) == 0 ? 0 : fsync(descriptor)
    }
  #else
    private static func systemSync(_ descriptor: Int32) -> Int32 { fsync(descriptor) }
  #endif

  #if canImport(Glibc)
    private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
      Glibc.open(PathName.bytes(path), flags, 0o666)
    }
    private static func systemRename(_ from: String, _ to: String) -> Int32 {
      Glibc.rename(PathName.bytes(from), PathName.bytes(to))
    }
    private static func systemUnlink(_ path: String) -> Int32 { Glibc.unlink(PathName.bytes(path)) }
    private static func systemLink(_ from: String, _ to: String) -> Int32 {
      Glibc.link(PathName.bytes(from), PathName.bytes(to))
    }
  #elseif canImport(Musl)
    private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
      Musl.open(PathName.bytes(path), flags, 0o666)
    }
    private static func systemRename(_ from: String, _ to: String) -> Int32 {
      Musl.rename(PathName.bytes(from), PathName.bytes(to))
    }
    private static func systemUnlink(_ path: String) -> Int32 { Musl.unlink(PathName.bytes(path)) }
    private static func systemLink(_ from: String, _ to: String) -> Int32 {
      Musl.link(PathName.bytes(from), PathName.bytes(to))
    }
  #elseif canImport(Darwin)
    private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
      Darwin.open(PathName.bytes(path), flags, 0o666)
    }
    private static func systemRename(_ from: String, _ to: String) -> Int32 {
      Darwin.rename(PathName.bytes(from), PathName.bytes(to))
    }
    private static func systemUnlink(_ path: String) -> Int32 { Darwin.unlink(PathName.bytes(path)) }
    private static func systemLink(_ from: String, _ to: String) -> Int32 {
      Darwin.link(PathName.bytes(from), PathName.bytes(to))
    }
  #endif
}

// The calls with their failures as errors that name the path.
extension FileOps {
  typealias Failure = FileFailure

  /// Opens a file for writing, does something with it, and closes it. Links are not followed, but to a folder.
  func withFile(
    _ path: String, _ flags: Int32, _ body: (Int32) throws(Failure) -> Void
  ) throws(Failure) {
    let descriptor = try openRegular(path, flags)
    defer { close(descriptor) }
    try body(descriptor)
  }

  /// Opens a file that is one, or with `O_DIRECTORY` a folder; the caller closes it.
  func openRegular(_ path: String, _ flags: Int32) throws(Failure) -> Int32 {
    if flags & O_DIRECTORY != 0 {
      let descriptor = self.open(path, flags | O_CLOEXEC)
      if descriptor < 0 { throw Failure(path: path, errno: -descriptor) }
      return descriptor
    }
    // What is no file must not keep anybody waiting.
    let descriptor = self.open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if descriptor < 0 { throw Failure(path: path, errno: -descriptor) }
    var facts = stat()
    if fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG { return descriptor }
    close(descriptor)
    throw Failure(path: path, errno: EINVAL)
  }

  /// Writes all bytes, one call after the other.
  func writeAll(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int, path: String
  ) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]), offset + done)
      if count < 0 { throw Failure(path: path, errno: Int32(truncatingIfNeeded: -count)) }
      // Nothing taken and no reason given.
      if count == 0 { throw Failure(path: path, errno: EIO) }
      done += count
    }
  }

  /// Writes all bytes of an array.
  func writeAll(_ bytes: [UInt8], to descriptor: Int32, at offset: Int, path: String) throws(Failure) {
    let outcome = bytes.withUnsafeBytes { buffer in
      Result { () throws(Failure) in try writeAll(buffer, to: descriptor, at: offset, path: path) }
    }
    try outcome.get()
  }

  /// Writes a whole file and has it reach the disk, then puts it in its place, readable by those who could read what
  /// stood there, or another file where nothing did; the folder is not synced.
  func replace(
    _ path: String, with bytes: [UInt8], by beside: String, readableAs other: String? = nil
  ) throws(Failure) {
    do throws(Failure) {
      try remove(beside)
      try withFile(beside, O_WRONLY | O_CREAT | O_EXCL) { descriptor throws(Failure) in
        FileOps.copyMode(from: path, or: other, to: descriptor)
        try writeAll(bytes, to: descriptor, at: 0, path: beside)
        try check(sync(descriptor), beside)
      }
      try check(rename(beside, path), path)
    } catch {
      _ = unlink(beside)
      throw error
    }
  }

  /// Lets those read and write an open file who may read and write another one; where that can't be, it is as it was made.
  static func copyMode(from path: String, or other: String? = nil, to descriptor: Int32) {
    var facts = stat()
    guard lstat(PathName.bytes(path), &facts) == 0 || other.map({ lstat(PathName.bytes($0), &facts) }) == 0
    else { return }
    _ = fchmod(descriptor, facts.st_mode & 0o666)
  }

  /// How many bytes a file has; nil if there is none.
  static func size(_ path: String) -> Int? {
    var facts = stat()
    return lstat(PathName.bytes(path), &facts) == 0 ? Int(facts.st_size) : nil
  }

  /// Has the names in a folder reach the disk.
  func syncFolder(_ path: String) throws(Failure) {
    try withFile(path, O_RDONLY | O_DIRECTORY) { descriptor throws(Failure) in
      try check(sync(descriptor), path)
    }
  }

  /// Removes a file if it is there.
  func remove(_ path: String) throws(Failure) {
    let result = unlink(path)
    if result != -ENOENT { try check(result, path) }
  }

  /// Makes a folder if it is not there; true if it was not.
  func makeFolderIfMissing(_ path: String) throws(Failure) -> Bool {
    let result = makeFolder(path)
    if result == -EEXIST { return false }
    try check(result, path)
    return true
  }

  /// Makes an error of a result below 0.
  func check(_ result: Int32, _ path: String) throws(Failure) {
    if result < 0 { throw Failure(path: path, errno: -result) }
  }
}
