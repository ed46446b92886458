import ContinuingEdCore
import Glibc

/// Small files, read whole.
enum FileBytes {
  /// The most that a rule file may have; decoding has its own, lower limit.
  private static let limit = 64 << 20

  /// The bytes of a file; an error in words if it can't be read.
  static func read(_ path: String) throws(CommandError) -> [UInt8] {
    let descriptor = open(PathName.bytes(path), O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw failure(path, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, errno)
      }
      if count == 0 { break }
      bytes.append(contentsOf: block[..<count])
    }
    return bytes
  }

  /// What is said of a file that can't be read.
  static func failure(_ path: String, _ number: Int32) -> CommandError {
    let reason = Descriptor.reason(number)
    return .failure(
      Words("文件 \(path) 读不出来：\(reason.chinese)", "file \(path) can't be read: \(reason.english)"))
  }
}
