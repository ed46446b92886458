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
    FileOps.repeating { fsync(descriptor) }
  }
  /// Puts a file in the place of another one.
  var rename: @Sendable (_ from: String, _ to: String) -> Int32 = { from, to in
    FileOps.repeating { FileOps.systemRename(from, to) }
  }
  /// Removes a file.
  var unlink: @Sendable (_ path: String) -> Int32 = { path in
    FileOps.repeating { FileOps.systemUnlink(path) }
  }
  /// Makes a folder.
  var makeFolder: @Sendable (_ path: String) -> Int32 = { path in
    FileOps.repeating { mkdir(path, 0o777) }
  }

  private static func repeating<Number: BinaryInteger>(_ call: () -> Number) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR { return Number(truncatingIfNeeded: -number) }
    }
  }

  #if canImport(Glibc)
    private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 { Glibc.open(path, flags, 0o666) }
    private static func systemRename(_ from: String, _ to: String) -> Int32 { Glibc.rename(from, to) }
    private static func systemUnlink(_ path: String) -> Int32 { Glibc.unlink(path) }
  #elseif canImport(Musl)
    private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 { Musl.open(path, flags, 0o666) }
    private static func systemRename(_ from: String, _ to: String) -> Int32 { Musl.rename(from, to) }
    private static func systemUnlink(_ path: String) -> Int32 { Musl.unlink(path) }
  #elseif canImport(Darwin)
    private static func systemOpen(_ path: String, _ flags: Int32) -> Int32 {
      Darwin.open(path, flags, 0o666)
    }
    private static func systemRename(_ from: String, _ to: String) -> Int32 { Darwin.rename(from, to) }
    private static func systemUnlink(_ path: String) -> Int32 { Darwin.unlink(path) }
  #endif
}

// The calls with their failures as errors that name the path.
extension FileOps {
  typealias Failure = LedgerError.SystemFailure

  /// Opens a file for writing, does something with it, and closes it.
  func withFile(
    _ path: String, _ flags: Int32, _ body: (Int32) throws(Failure) -> Void
  ) throws(Failure) {
    let descriptor = self.open(path, flags | O_CLOEXEC)
    if descriptor < 0 { throw Failure(path: path, errno: -descriptor) }
    defer { close(descriptor) }
    try body(descriptor)
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

  /// Writes a whole file and has it reach the disk, then puts it in its place; the folder is not synced.
  func replace(_ path: String, with bytes: [UInt8], by beside: String) throws(Failure) {
    do throws(Failure) {
      try withFile(beside, O_WRONLY | O_CREAT | O_TRUNC) { descriptor throws(Failure) in
        try writeAll(bytes, to: descriptor, at: 0, path: beside)
        try check(sync(descriptor), beside)
      }
      try check(rename(beside, path), path)
    } catch {
      _ = unlink(beside)
      throw error
    }
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
