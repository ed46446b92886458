import ContinuingEdCore
import Glibc

/// The tables of a folder that is given in the place of a file (RecordsFiles: Other files).
enum FolderFiles {
  private static let endings = [".csv", ".tsv", ".txt", ".xlsx", ".xls"]

  /// The files that an operand stands for: itself, or those of a folder in order of name. Throws where the folder has none,
  /// can't be read, or is a ledger: its files are no records files.
  static func of(_ path: String) throws(CommandError) -> [String] {
    var status = stat()
    guard path != "-", stat(PathName.bytes(path), &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      return [path]
    }
    if stat(PathName.bytes(join(path, "ledger.json")), &status) == 0 {
      throw .usage(
        Words(
          "\(path) 是台账，不是登记表；用 --ledger 写明台账",
          "\(path) is a ledger and no folder of tables; name it by --ledger"))
    }
    guard let folder = opendir(PathName.bytes(path)) else { throw FileBytes.failure(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { PathName.text($0) }
      }
      let lower = name.lowercased()
      if name.hasPrefix(".") || name.hasPrefix("~$") || !endings.contains(where: lower.hasSuffix) { continue }
      let full = join(path, name)
      if stat(PathName.bytes(full), &status) == 0, status.st_mode & S_IFMT == S_IFREG { names.append(name) }
    }
    if names.isEmpty {
      throw .failure(
        Words(
          "文件夹 \(path) 中没有 csv、tsv、txt、xlsx 或 xls 文件",
          "folder \(path) has no csv, tsv, txt, xlsx or xls file"))
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { join(path, $0) }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
