import ContinuingEdCore
import Glibc

/// A stream of results. Into a file it is written beside the place and renamed when complete, so that nobody ever
/// finds half a file; onto standard output it goes as it comes.
final class Output {
  private let descriptor: Int32
  private let target: Target
  private var buffer: [UInt8] = []
  /// Whether the reader of a pipe has gone (`| head`): nothing more is written, and that is no error.
  private(set) var readerHasGone = false
  private var isOpen = true
  /// Escapes what people must not be shown raw; nil where the form is exact.
  private var filter: HiddenText.Filter?
  /// Takes what goes to a terminal, a screen at a time.
  private let pager: Pager?

  private enum Target {
    case standardOutput
    /// A device or a pipe under a name.
    case direct(path: String)
    case beside(temporary: String, final: String)
  }

  init(standardOutput: Void, filter: HiddenText.Filter?, pager: Pager? = nil) {
    descriptor = STDOUT_FILENO
    target = .standardOutput
    self.filter = filter
    self.pager = pager
  }

  /// Refuses to write over a file that is there, unless told to.
  static func refuse(toReplace path: String?, _ arguments: Arguments) throws(CommandError) {
    var status = stat()
    guard let path, path != "-", !arguments.has(.force), lstat(PathName.bytes(path), &status) == 0,
      status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFLNK
    else { return }
    throw .usage(
      Words(
        "文件 \(path) 已经存在，没有覆盖；要覆盖请加 --force，或换一个名称",
        "there is a file \(path) already, and it is left alone; add --force to overwrite it, or choose another name"
      ))
  }

  /// Opens a file for writing. An existing one keeps its content until `finish`.
  init(path: String, filter: HiddenText.Filter? = nil) throws(CommandError) {
    self.filter = filter
    pager = nil
    var status = stat()
    let exists = stat(PathName.bytes(path), &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw Output.failure(path, EISDIR) }
    if exists, kind != S_IFREG {
      descriptor = open(PathName.bytes(path), O_WRONLY | O_CLOEXEC)
      target = .direct(path: path)
      if descriptor < 0 { throw Output.failure(path, errno) }
      return
    }
    // A link stays a link: the file that it leads to is replaced.
    var final = path
    if exists, let resolved = realpath(PathName.bytes(path), nil) {
      final = PathName.text(resolved)
      free(resolved)
    }
    if exists, access(PathName.bytes(final), W_OK) != 0 { throw Output.failure(path, errno) }
    let temporary = "\(final).\(getpid()).part"
    Interruption.guardFile(temporary)
    descriptor = open(PathName.bytes(temporary), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    target = .beside(temporary: temporary, final: final)
    if descriptor < 0 {
      let number = errno
      Interruption.release(temporary)
      throw Output.failure(path, number)
    }
    if exists { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  deinit { abandon() }

  /// Adds text.
  func write(_ text: String) throws(CommandError) {
    if filter != nil {
      var text = text
      text.withUTF8 { filter?.append(UnsafeRawBufferPointer($0), to: &buffer) }
      if buffer.count >= 1 << 16 { try flush() }
      return
    }
    if readerHasGone { return }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Adds bytes; many at once are not copied.
  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    if readerHasGone { return }
    if filter != nil {
      filter?.append(bytes, to: &buffer)
      if buffer.count >= 1 << 16 { try flush() }
      return
    }
    if buffer.count + bytes.count < 1 << 16 {
      buffer.append(contentsOf: bytes)
      return
    }
    try flush()
    try put(bytes)
  }

  /// Writes what is left and puts the file in its place.
  func finish() throws(CommandError) {
    filter?.finish(&buffer)
    try flush()
    isOpen = false
    switch target {
    case .standardOutput: if let pager { try check(pager.finish()) }
    case .direct: close(descriptor)
    case .beside(let temporary, let final):
      // A full disk on the network may say so only here.
      let failed = close(descriptor) != 0 || rename(PathName.bytes(temporary), PathName.bytes(final)) != 0
      let number = errno
      if failed { unlink(PathName.bytes(temporary)) }
      Interruption.release(temporary)
      if failed { throw Output.failure(final, number) }
    }
  }

  /// Gives up: an unfinished file is removed.
  func abandon() {
    if !isOpen { return }
    isOpen = false
    if case .standardOutput = target { return }
    close(descriptor)
    if case .beside(let temporary, _) = target {
      unlink(PathName.bytes(temporary))
      Interruption.release(temporary)
    }
  }

  private func flush() throws(CommandError) {
    if buffer.isEmpty || readerHasGone { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    if let pager { return try check(pager.take(bytes)) }
    let number = bytes.withUnsafeBytes { Descriptor.write($0, to: descriptor) }
    try check(number)
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    if readerHasGone { return }
    try check(Descriptor.write(bytes, to: descriptor))
  }

  private func check(_ number: Int32) throws(CommandError) {
    if number == 0 { return }
    if number == EPIPE {
      readerHasGone = true
      return
    }
    switch target {
    case .standardOutput: throw Output.failure(nil, number)
    case .direct(let path), .beside(_, let path): throw Output.failure(path, number)
    }
  }

  private static func failure(_ path: String?, _ number: Int32) -> CommandError {
    let reason = Descriptor.reason(number)
    guard let path else {
      return .failure(
        Words("标准输出写不进去：\(reason.chinese)", "standard output can't be written: \(reason.english)"))
    }
    return .failure(
      Words("文件 \(path) 写不进去：\(reason.chinese)", "file \(path) can't be written: \(reason.english)"))
  }
}
