#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What has come through a pipe, to be read again: a later byte may show that the earlier ones were to be read
/// otherwise.
///
/// It lies in memory as long as it is little, then in a file without a name. Where such a file can't be made, or the
/// disk is full, it comes back into memory: then there is no other place for it.
final class KeptBytes {
  /// How many bytes have come.
  private(set) var count = 0
  private let memoryLimit: Int
  private let makeFile: () -> Int32?
  /// Of `pieceSize` bytes each but for the last; nil is forgotten. None where there is a file.
  private var pieces: [BlockBuffer?] = []
  private var piecesInUse = 0
  private var file: Int32?
  private var mayUseFile = true

  static let pieceSize = 1 << 20

  /// Keeps so many bytes in memory; `makeFile` opens a file for more.
  init(memoryLimit: Int, makeFile: @escaping () -> Int32?) {
    self.memoryLimit = memoryLimit
    self.makeFile = makeFile
  }

  deinit { if let file { close(file) } }

  /// Adds bytes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) {
    if mayUseFile, file == nil, piecesInUse * KeptBytes.pieceSize + bytes.count > memoryLimit { moveToFile() }
    if let file {
      if KeptBytes.write(bytes, to: file, at: count) {
        count += bytes.count
        return
      }
      moveToMemory(file)
    }
    appendToPieces(bytes)
  }

  /// Copies up to `wanted` bytes from `offset` on; fewer where no more have come, or, with an error number, where
  /// they can't be read.
  func copy(at offset: Int, into target: UnsafeMutableRawPointer, count wanted: Int) -> (Int, error: Int32?) {
    let available = max(0, min(wanted, count - offset))
    guard let file else {
      copyPieces(at: offset, into: target, count: available)
      return (available, nil)
    }
    let got = KeptBytes.read(file, at: offset, into: target, count: available)
    return (got, got < available ? errno : nil)
  }

  /// Gives back the memory of what lies before a place: it will not be asked for again.
  func forget(before offset: Int) {
    for index in 0..<min(pieces.count, offset / KeptBytes.pieceSize) where pieces[index] != nil {
      pieces[index] = nil
      piecesInUse -= 1
    }
  }

  private func appendToPieces(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while rest.count > 0, let start = rest.baseAddress {
      let place = count % KeptBytes.pieceSize
      if place == 0 {
        pieces.append(BlockBuffer(capacity: KeptBytes.pieceSize))
        piecesInUse += 1
      }
      let part = min(rest.count, KeptBytes.pieceSize - place)
      if let piece = pieces[count / KeptBytes.pieceSize] {
        (piece.base + place).copyMemory(from: start, byteCount: part)
        piece.setCount(place + part)
      }
      count += part
      rest = UnsafeRawBufferPointer(rebasing: rest[part...])
    }
  }

  private func copyPieces(at offset: Int, into target: UnsafeMutableRawPointer, count: Int) {
    var done = 0
    while done < count {
      let (index, place) = (offset + done).quotientAndRemainder(dividingBy: KeptBytes.pieceSize)
      let part = min(count - done, KeptBytes.pieceSize - place)
      if let piece = pieces[index] { (target + done).copyMemory(from: piece.base + place, byteCount: part) }
      done += part
    }
  }

  private func moveToFile() {
    mayUseFile = false
    guard let opened = makeFile() else { return }
    for (index, piece) in pieces.enumerated() {
      if let piece, !KeptBytes.write(piece.bytes, to: opened, at: index * KeptBytes.pieceSize) {
        close(opened)
        return
      }
    }
    file = opened
    pieces = []
    piecesInUse = 0
  }

  /// The disk is full: what is there makes room for others.
  private func moveToMemory(_ full: Int32) {
    let whole = count
    count = 0
    file = nil
    let piece = BlockBuffer(capacity: KeptBytes.pieceSize)
    while count < whole {
      let wanted = min(KeptBytes.pieceSize, whole - count)
      piece.setCount(KeptBytes.read(full, at: count, into: piece.base, count: wanted))
      if piece.count == 0 { break }
      appendToPieces(piece.bytes)
    }
    close(full)
  }

  /// Whether all bytes could be written.
  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Bool {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
      let written = pwrite(file, start + done, bytes.count - done, off_t(offset + done))
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return false }
      done += written
    }
    return true
  }

  private static func read(
    _ file: Int32, at offset: Int, into target: UnsafeMutableRawPointer, count: Int
  ) -> Int {
    var done = 0
    while done < count {
      let got = pread(file, target + done, count - done, off_t(offset + done))
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      done += got
    }
    return done
  }
}

/// Files that nobody else sees and that are gone with the process.
enum NamelessFile {
  /// Opens one in a folder; nil if that can't be.
  static func open(in folder: String) -> Int32? {
    #if os(Linux)
      // O_TMPFILE, which the C library shows only to those who ask for what is Linux's own.
      let descriptor = Glibc.open(folder, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
      if descriptor >= 0 { return descriptor }
    #endif
    // Not every file system has files without a name.
    var template = Array((folder + "/cecredit-XXXXXX").utf8CString)
    let named = mkstemp(&template)
    if named < 0 { return nil }
    unlink(template)
    return named
  }
}
