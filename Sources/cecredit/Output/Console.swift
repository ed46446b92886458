import ContinuingEdCore
import Glibc

/// The only place that writes to the terminal: results to standard output or a file, everything else to standard error.
/// What it shows people has hidden characters escaped, wherever they come from (CommandLine: At a desk).
final class Console {
  /// The language of texts for people.
  let language: Language
  /// Whether colour is wanted.
  let colour: ColourChoice
  /// Whether only results and what is wrong are shown.
  let isQuiet: Bool
  /// Whether a long result may go through a pager.
  private let pages: Bool

  init(language: Language, colour: ColourChoice = .auto, isQuiet: Bool = false, pages: Bool = false) {
    self.language = language
    self.colour = colour
    self.isQuiet = isQuiet
    self.pages = pages
  }

  /// A line to standard error in the program's name.
  func say(_ words: Words) { warn("cecredit: " + words.text(in: language) + "\n", keeping: []) }

  /// The same of what is only good to know: not said where it is to be quiet.
  func note(_ words: Words) { if !isQuiet { say(words) } }

  /// What to type next: said to who sits at a terminal.
  func suggest(_ words: Words) {
    if !isQuiet, Terminal.isTerminal(STDERR_FILENO), Terminal.isTerminal(STDOUT_FILENO) { say(words) }
  }

  /// Text to standard error, which may be coloured. A failure is not reported: there is nowhere to report it to.
  func warn(_ text: String) { warn(text, keeping: showsColour(on: STDERR_FILENO) ? Ink.sequences : []) }

  private func warn(_ text: String, keeping kept: [[UInt8]]) {
    var text = text
    var shown: [UInt8] = []
    var filter = HiddenText.Filter(keeping: kept)
    text.withUTF8 { filter.append(UnsafeRawBufferPointer($0), to: &shown) }
    filter.finish(&shown)
    shown.withUnsafeBytes { _ = Descriptor.write($0, to: STDERR_FILENO) }
  }

  /// Text to standard output, as a command's whole result.
  func print(_ text: String) throws(CommandError) -> ExitStatus {
    let output = try openOutput(nil)
    try output.write(text)
    try output.finish()
    return .ok
  }

  /// Where results go: the file of `-o`, or standard output for nil and `-`. Only a workbook goes into a file whose
  /// name says that it is one. What programs read is exact, but on a terminal.
  func openOutput(
    _ path: String?, isForPeople: Bool = true, isWorkbook: Bool = false
  ) throws(CommandError) -> Output {
    if !isWorkbook, let path, OutputName.ending(of: path) == "xlsx" {
      throw .usage(
        Words(
          "\(path)：这里写的是文字，不能写入名为 .xlsx 的文件", "\(path): what is written here is text, and no .xlsx"))
    }
    let isForPeople = isForPeople && !isWorkbook
    if let path, path != "-" {
      return try Output(path: path, filter: isForPeople ? HiddenText.Filter() : nil)
    }
    let isSeen = Terminal.isTerminal(STDOUT_FILENO) && !isWorkbook
    let kept = isForPeople && showsColour(on: STDOUT_FILENO) ? Ink.sequences : []
    return Output(
      standardOutput: (), filter: isForPeople || isSeen ? HiddenText.Filter(keeping: kept) : nil,
      pager: isForPeople && isSeen && pages ? Pager() : nil)
  }

  /// Whether results written to `path` (nil: standard output) are seen on a terminal.
  func showsOnTerminal(_ path: String?) -> Bool {
    (path == nil || path == "-") && Terminal.isTerminal(STDOUT_FILENO)
  }

  /// Whether results written to `path` (nil: standard output) are coloured.
  func showsColour(in path: String?) -> Bool {
    (path == nil || path == "-") && showsColour(on: STDOUT_FILENO)
  }

  /// Whether what goes to standard error is coloured.
  var warnsInColour: Bool { showsColour(on: STDERR_FILENO) }

  private func showsColour(on descriptor: Int32) -> Bool { colour.allows(descriptor) }
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
