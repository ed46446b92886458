import ContinuingEdCore
import Glibc

/// A folder that results go into, a file each; it is made where it is not there, and other files in it stay.
struct OutputFolder {
  private let path: String

  /// The folder of a path that ends in a slash.
  init(_ path: String) { self.path = path }

  /// Makes the folder.
  func create() throws(CommandError) {
    if mkdir(PathName.bytes(path), 0o777) == 0 || errno == EEXIST { return }
    let reason = Descriptor.reason(errno)
    throw .failure(
      Words("文件夹 \(path) 建不成：\(reason.chinese)", "folder \(path) can't be made: \(reason.english)"))
  }

  /// Makes the folders above a path that are not there.
  static func createAll(above path: String) throws(CommandError) {
    for place in path.indices.dropFirst() where path[place] == "/" {
      let folder = String(path[..<place])
      if !folder.hasSuffix("/") { try OutputFolder(folder).create() }
    }
  }

  /// The path of a file in it.
  func path(of name: String) -> String { path + name }
}
