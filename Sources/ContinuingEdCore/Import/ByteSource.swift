#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of one input at any place, as often as wanted.
///
/// A regular file is read where it stands (never mapped, so that a file that shrinks is an error and not a signal).
/// What comes through a pipe is kept as it comes, because a later byte may show that the earlier ones were to be read
/// otherwise. Not safe for several threads: the caller holds a lock.
final class ByteSource {
  /// The path as given.
  let path: String
  private let origin: Origin
  private var kept: [BlockBuffer] = []
  private var keptCount = 0
  private var streamEnded = false

  private enum Origin {
    case file(descriptor: Int32, size: Int)
    case part(descriptor: Int32, length: Int)
    case stream(descriptor: Int32)
    case memory([UInt8])
  }

  private static let pieceSize = 1 << 20

  init(_ file: InputFile) throws(ImportError) {
    path = file.name
    switch file {
    case .bytes(_, let bytes): origin = .memory(bytes)
    case .standardInput: origin = try ByteSource.examine(descriptor: dup(0), path: "-")
    case .path(let path):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw .cannotOpen(path: path, errno: errno) }
      origin = try ByteSource.examine(descriptor: descriptor, path: path)
    case .part(let path, let length):
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw .cannotOpen(path: path, errno: errno) }
      let examined = try ByteSource.examine(descriptor: descriptor, path: path)
      guard case .file(_, let size) = examined else {
        close(descriptor)
        throw .isDevice(path: path)
      }
      guard size >= length else {
        close(descriptor)
        throw .changedWhileReading(path: path)
      }
      origin = .part(descriptor: descriptor, length: length)
    }
  }

  /// A source of bytes that were made out of another one.
  init(path: String, bytes: [UInt8]) {
    self.path = path
    origin = .memory(bytes)
  }

  deinit {
    switch origin {
    case .file(let descriptor, _), .part(let descriptor, _), .stream(let descriptor): close(descriptor)
    case .memory: break
    }
  }

  /// Whether what has been read can't be read again by another source.
  var isStream: Bool {
    if case .stream = origin { true } else { false }
  }

  /// Copies up to `count` bytes from `offset` on; fewer only where the input ends.
  func read(at offset: Int, into target: UnsafeMutableRawPointer, count: Int) throws(ImportError) -> Int {
    switch origin {
    case .file(let descriptor, let size):
      return try readFile(descriptor, size, at: offset, into: target, count: count)
    case .part(let descriptor, let length):
      let available = max(0, min(count, length - offset))
      return try readFile(descriptor, length, at: offset, into: target, count: available)
    case .stream(let descriptor):
      try fill(upTo: offset + count, from: descriptor)
      return copyKept(at: offset, into: target, count: count)
    case .memory(let bytes):
      let available = max(0, min(count, bytes.count - offset))
      if available > 0 {
        bytes.withUnsafeBytes {
          target.copyMemory(from: $0.baseAddress.unsafelyUnwrapped + offset, byteCount: available)
        }
      }
      return available
    }
  }

  /// What kind of thing an open descriptor is, and whether it can be read to an end.
  private static func examine(descriptor: Int32, path: String) throws(ImportError) -> Origin {
    var facts = stat()
    guard descriptor >= 0, fstat(descriptor, &facts) == 0 else {
      throw .cannotOpen(path: path, errno: errno)
    }
    let failure: ImportError
    switch facts.st_mode & S_IFMT {
    case S_IFREG:
      // Standard input may be a file of which somebody else has read the beginning.
      if path != "-" || lseek(descriptor, 0, SEEK_CUR) == 0 {
        return .file(descriptor: descriptor, size: Int(facts.st_size))
      }
      return .stream(descriptor: descriptor)
    case S_IFDIR: failure = .isDirectory(path: path)
    case S_IFIFO, S_IFSOCK: return .stream(descriptor: descriptor)
    case S_IFCHR where isatty(descriptor) != 0: return .stream(descriptor: descriptor)
    case S_IFCHR:
      // The null device ends at once; the others don't end.
      var byte: UInt8 = 0
      if Glibc.read(descriptor, &byte, 1) == 0 { return .stream(descriptor: descriptor) }
      failure = .isDevice(path: path)
    default: failure = .isDevice(path: path)
    }
    close(descriptor)
    throw failure
  }

  private func readFile(
    _ descriptor: Int32, _ size: Int, at offset: Int, into target: UnsafeMutableRawPointer, count: Int
  ) throws(ImportError) -> Int {
    var done = 0
    while done < count {
      let got = pread(descriptor, target + done, count - done, off_t(offset + done))
      if got < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path: path, errno: errno)
      }
      if got == 0 {
        if offset + done < size { throw .changedWhileReading(path: path) }
        break
      }
      done += got
    }
    return done
  }

  private func fill(upTo wanted: Int, from descriptor: Int32) throws(ImportError) {
    while keptCount < wanted, !streamEnded {
      if kept.last.map({ $0.count == ByteSource.pieceSize }) ?? true {
        kept.append(BlockBuffer(capacity: ByteSource.pieceSize))
      }
      guard let piece = kept.last else { return }
      let got = Glibc.read(descriptor, piece.base + piece.count, ByteSource.pieceSize - piece.count)
      if got < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path: path, errno: errno)
      }
      if got == 0 { streamEnded = true }
      piece.setCount(piece.count + got)
      keptCount += got
    }
  }

  private func copyKept(at offset: Int, into target: UnsafeMutableRawPointer, count: Int) -> Int {
    let available = max(0, min(count, keptCount - offset))
    var done = 0
    while done < available {
      let (piece, place) = (offset + done).quotientAndRemainder(dividingBy: ByteSource.pieceSize)
      let part = min(available - done, ByteSource.pieceSize - place)
      (target + done).copyMemory(from: kept[piece].base + place, byteCount: part)
      done += part
    }
    return available
  }
}
