#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading what a folder holds; none of it changes anything.
enum FileReads {
  /// What can be seen of a file without opening it. Two that are equal at two moments say that nobody wrote between.
  struct Facts: Equatable, Sendable {
    var size: Int
    var inode: UInt64
    var changedSeconds: Int
    var changedNanoseconds: Int
    var isRegular: Bool
  }

  /// The facts of a file; nil if there is none. A link, or what else is no file, is an error.
  static func facts(_ path: String) throws(LedgerFailure) -> Facts? {
    var facts = stat()
    if lstat(PathName.bytes(path), &facts) != 0 {
      let number = errno
      if number == ENOENT || number == ENOTDIR { return nil }
      throw .system(.init(path: path, errno: number))
    }
    if facts.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
    #if canImport(Darwin)
      let changed = facts.st_ctimespec
    #else
      let changed = facts.st_ctim
    #endif
    return Facts(
      size: Int(facts.st_size), inode: UInt64(facts.st_ino), changedSeconds: Int(changed.tv_sec),
      changedNanoseconds: Int(changed.tv_nsec), isRegular: facts.st_mode & S_IFMT == S_IFREG)
  }

  /// The first `length` bytes of a file, or all of it as it is now; nil if there is none.
  static func bytes(
    _ path: String, length: Int? = nil, from start: Int = 0, atMost limit: Int = .max
  ) throws(LedgerFailure) -> [UInt8]? {
    let descriptor = open(PathName.bytes(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if descriptor < 0 {
      let number = errno
      if number == ENOENT || number == ENOTDIR { return nil }
      if number == ELOOP || number == ENXIO { throw .notAFile(path: path) }
      throw .system(.init(path: path, errno: number))
    }
    defer { close(descriptor) }
    var facts = stat()
    if fstat(descriptor, &facts) != 0 { throw .system(.init(path: path, errno: errno)) }
    if facts.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
    let end = length.map { start + $0 } ?? Int(facts.st_size)
    if end - start > limit { throw .damaged(LedgerFault(path, line: 1, .tooLong(limit: limit))) }
    var bytes = [UInt8](repeating: 0, count: max(0, end - start))
    var done = 0
    while done < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(start + done))
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw .system(.init(path: path, errno: errno)) }
      if got == 0 {
        throw .damaged(LedgerFault(path, line: 1, .shortFile(found: start + done, expected: end)))
      }
      done += got
    }
    return bytes
  }

  /// The names in a folder in order, `.` and `..` left out; nil if there is no such folder. Within a ledger a link to
  /// one is an error.
  static func names(in path: String, followsLink: Bool = false) throws(LedgerFailure) -> [String]? {
    var facts = stat()
    if !followsLink, lstat(PathName.bytes(path), &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR {
      throw .notAFile(path: path)
    }
    guard let folder = opendir(PathName.bytes(path)) else {
      let number = errno
      if number == ENOENT || number == ENOTDIR { return nil }
      throw .system(.init(path: path, errno: number))
    }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let item = readdir(folder) else {
        if errno != 0 { throw .system(.init(path: path, errno: errno)) }
        break
      }
      let name = withUnsafeBytes(of: &item.pointee.d_name) { bytes in
        PathName.text(UnsafeRawBufferPointer(rebasing: bytes.prefix { $0 != 0 }))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
