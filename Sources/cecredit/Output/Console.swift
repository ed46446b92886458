import ContinuingEdCore
import Glibc

/// The only place that writes to the terminal: results to standard output or a file, everything else to standard error.
final class Console {
  /// The language of texts for people.
  let language: Language

  init(language: Language) { self.language = language }

  /// A line to standard error in the program's name.
  func say(_ words: Words) { warn("cecredit: " + words.text(in: language) + "\n") }

  /// Text to standard error, as it is. A failure is not reported: there is nowhere to report it to.
  func warn(_ text: String) {
    var text = text
    text.withUTF8 { _ = Descriptor.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }

  /// Text to standard output, as a command's whole result.
  func print(_ text: String) throws(CommandError) -> ExitStatus {
    let output = try openOutput(nil)
    try output.write(text)
    try output.finish()
    return .ok
  }

  /// Where results go: the file of `-o`, or standard output for nil and `-`. Only a workbook goes into a file whose
  /// name says that it is one.
  func openOutput(_ path: String?, isWorkbook: Bool = false) throws(CommandError) -> Output {
    if !isWorkbook, let path, OutputName.ending(of: path) == "xlsx" {
      throw .usage(
        Words(
          "\(path)：这里写的是文字，不能写入名为 .xlsx 的文件", "\(path): what is written here is text, and no .xlsx"))
    }
    if let path, path != "-" { return try Output(path: path) }
    return Output(standardOutput: ())
  }

  /// Whether results written to `path` (nil: standard output) are seen on a terminal.
  func showsOnTerminal(_ path: String?) -> Bool {
    (path == nil || path == "-") && Terminal.isTerminal(STDOUT_FILENO)
  }
}

/// Writing to a file descriptor, to the last byte.
enum Descriptor {
  /// Writes all bytes; returns 0, or the error number.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while rest.count > 0, let start = rest.baseAddress {
      let written = Glibc.write(descriptor, start, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = Glibc.poll(&poll, 1, -1)
          continue
        }
        return errno
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return 0
  }

  /// What the system calls an error, in its own words.
  static func reason(_ number: Int32) -> Words {
    let english = String(cString: strerror(number))
    let chinese: [Int32: String] = [
      ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EISDIR: "这是文件夹", ENOSPC: "磁盘已满", EIO: "读写出错",
      ENOTDIR: "路径中有一段不是文件夹", EROFS: "磁盘只读", ENAMETOOLONG: "名称太长", EFBIG: "文件太大",
      EMFILE: "打开的文件太多", EBADF: "输出已关闭", EDQUOT: "超出磁盘配额",
    ]
    return Words(chinese[number] ?? english, english)
  }
}
