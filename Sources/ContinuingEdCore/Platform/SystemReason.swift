#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system calls an error.
enum SystemReason {
  /// The words for an error number, in Chinese for those that people meet, and in English.
  static func words(_ number: Int32) -> (chinese: String, english: String) {
    let chinese: [Int32: String] = [
      ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EISDIR: "这是文件夹", ENOSPC: "磁盘已满", EIO: "读写出错",
      ENOTDIR: "路径中有一段不是文件夹", EROFS: "磁盘只读", EMFILE: "打开的文件太多", EDQUOT: "超出磁盘配额",
    ]
    let english = String(cString: strerror(number))
    return (chinese[number] ?? english, english)
  }
}
