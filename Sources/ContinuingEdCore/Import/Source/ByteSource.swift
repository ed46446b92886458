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
/// What comes through a pipe is kept as it comes (``KeptBytes``). Not safe for several threads: the caller holds a lock.
final class ByteSource {
  /// The path as given.
  let path: String
  private let origin: Origin
  private let kept: KeptBytes
  /// The sheet whose text this is; nil for any other input.
  let sheet: SheetText?
  private var streamEnded = false

  private enum Origin {
    case file(descriptor: Int32, size: Int)
    case part(descriptor: Int32, length: Int)
    case stream(any ByteStream)
    case memory([UInt8])
    /// What is kept is complete.
    case kept
    /// What another source gives, which was opened before.
    case other(ByteSource)
  }

  init(_ file: InputFile, _ options: ImportOptions) throws(ImportError) {
    path = file.name
    if case .sheet(let input) = file {
      (kept, sheet, origin) = (input.text.kept.bytes, input.text, .kept)
      return
    }
    kept = options.keptBytes()
    sheet = nil
    switch file {
    case .sheet: origin = .kept
    case .opened(let input): origin = .other(input.source)
    case .bytes(_, let bytes): origin = .memory(bytes)
    case .standardInput: origin = try ByteSource.examine(descriptor: dup(0), path: "-")
    case .path(let path):
      let descriptor = open(PathName.bytes(path), O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw .cannotOpen(path: path, errno: errno) }
      origin = try ByteSource.examine(descriptor: descriptor, path: path)
    case .part(let path, let length):
      let descriptor = open(PathName.bytes(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
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

  /// A source of what a stream gives.
  init(path: String, _ stream: any ByteStream, _ options: ImportOptions) {
    self.path = path
    kept = options.keptBytes()
    sheet = nil
    origin = .stream(stream)
  }

  /// A source of a sheet's text.
  init(path: String, sheet: SheetText) {
    self.path = path
    self.sheet = sheet
    kept = sheet.kept.bytes
    origin = .kept
  }

  deinit {
    switch origin {
    case .file(let descriptor, _), .part(let descriptor, _): close(descriptor)
    case .stream, .memory, .kept, .other: break
    }
  }

  /// Whether what has been read can't be read again by another source.
  var isStream: Bool {
    switch origin {
    case .stream: true
    case .other(let source): source.isStream
    case .file, .part, .memory, .kept: false
    }
  }

  /// Copies up to `count` bytes from `offset` on; fewer only where the input ends.
  func read(at offset: Int, into target: UnsafeMutableRawPointer, count: Int) throws(ImportError) -> Int {
    switch origin {
    case .file(let descriptor, let size):
      return try readFile(descriptor, size, at: offset, into: target, count: count)
    case .part(let descriptor, let length):
      let available = max(0, min(count, length - offset))
      return try readFile(descriptor, length, at: offset, into: target, count: available)
    case .stream(let stream): return try readStream(stream, at: offset, into: target, count: count)
    case .other(let source): return try source.read(at: offset, into: target, count: count)
    case .kept:
      let (got, error) = kept.copy(at: offset, into: target, count: count)
      if let error { throw .cannotRead(path: path, errno: error) }
      return got
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

  /// How many bytes there are, once all have come.
  func findSize() throws(ImportError) -> Int {
    switch origin {
    case .file(_, let size): return size
    case .part(_, let length): return length
    case .memory(let bytes): return bytes.count
    case .kept: return kept.count
    case .other(let source): return try source.findSize()
    case .stream(let stream):
      try skip(to: .max, of: stream)
      return kept.count
    }
  }

  /// Says that what lies before a place will not be asked for again, which saves memory where it was kept.
  func forget(before offset: Int) { kept.forget(before: offset) }

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
      return .stream(DescriptorStream(descriptor: descriptor, path: path))
    case S_IFDIR: failure = .isDirectory(path: path)
    case S_IFIFO, S_IFSOCK: return .stream(DescriptorStream(descriptor: descriptor, path: path))
    case S_IFCHR where isatty(descriptor) != 0:
      return .stream(DescriptorStream(descriptor: descriptor, path: path))
    case S_IFCHR:
      // The null device ends at once; the others don't end.
      var byte: UInt8 = 0
      if Glibc.read(descriptor, &byte, 1) == 0 {
        return .stream(DescriptorStream(descriptor: descriptor, path: path))
      }
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

  /// First what is kept, then what comes, which is kept too.
  private func readStream(
    _ stream: any ByteStream, at offset: Int, into target: UnsafeMutableRawPointer, count: Int
  ) throws(ImportError) -> Int {
    try skip(to: offset, of: stream)
    let (again, error) = kept.copy(at: offset, into: target, count: count)
    if let error { throw .cannotRead(path: path, errno: error) }
    var done = again
    while done < count, !streamEnded {
      let got = try stream.next(into: target + done, count: count - done)
      streamEnded = got == 0
      done += got
    }
    kept.append(UnsafeRawBufferPointer(start: target + again, count: done - again))
    return done
  }

  /// Nobody reads far ahead, but if somebody does, what lies between is kept as well.
  private func skip(to offset: Int, of stream: any ByteStream) throws(ImportError) {
    while kept.count < offset, !streamEnded {
      let piece = BlockBuffer(capacity: min(offset - kept.count, KeptBytes.pieceSize))
      piece.setCount(try stream.next(into: piece.base, count: piece.capacity))
      streamEnded = piece.count == 0
      kept.append(piece.bytes)
    }
  }
}

extension ImportOptions {
  /// Where a stream is kept.
  func keptBytes() -> KeptBytes {
    KeptBytes(memoryLimit: keptInMemory) { [temporaryFolder] in NamelessFile.open(in: temporaryFolder) }
  }
}
