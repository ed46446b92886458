import ContinuingEdCore
import Glibc

/// The files that a command reads and writes, by what they are and not by what they are called: no output may be an input
/// or another output (Outputs: Outputs).
struct OutputPlaces {
  /// A file that there is, whatever its name; or a name in a folder where there is none yet.
  private enum Place: Hashable {
    case file(device: UInt64, number: UInt64)
    case name(device: UInt64, folder: UInt64, name: String)
    case standardOutput
  }

  private var inputs: Set<Place> = []
  private var outputs: Set<Place> = []

  /// The places of inputs by their paths.
  init(inputs paths: [String]) {
    for path in paths { if let place = OutputPlaces.place(path) { inputs.insert(place) } }
  }

  /// Takes the place of an output; a usage error where it is taken.
  mutating func take(_ path: String) throws(CommandError) {
    guard let place = OutputPlaces.place(path) else { return }
    if inputs.contains(place) {
      throw .usage(
        Words("输出文件 \(path) 也是输入文件，会被覆盖；请换一个名称", "output file \(path) is an input and would be overwritten"))
    }
    guard outputs.insert(place).inserted else {
      throw .usage(
        path == "-"
          ? Words("标准输出只能写一样东西；另一样请写入文件", "only one thing goes to standard output; name a file for the other")
          : Words("两个输出不能是同一个文件 \(path)", "two outputs can't be the same file \(path)"))
    }
  }

  /// Where a path leads; nil for what is no regular file, as a device or a pipe, and for a folder that is not there.
  private static func place(_ path: String) -> Place? {
    if path == "-" { return .standardOutput }
    var status = stat()
    if stat(PathName.bytes(path), &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      return .file(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
    let folder = String(path[..<name.startIndex])
    guard !name.isEmpty, stat(PathName.bytes(folder.isEmpty ? "." : folder), &status) == 0 else { return nil }
    return .name(device: UInt64(status.st_dev), folder: UInt64(status.st_ino), name: String(name))
  }
}

extension RecordsInput {
  /// The inputs, and the outputs, none of which may be one of them or another output; more outputs may follow.
  @discardableResult
  func refuse(_ outputs: [String]) throws(CommandError) -> OutputPlaces {
    if let ledger { try LedgerPlace.refuse(outputs, in: ledger) }
    var paths = otherInputs
    for case .path(let path) in files + [roster].compactMap({ $0 }) { paths.append(path) }
    var places = OutputPlaces(inputs: paths)
    for path in outputs { try places.take(path) }
    return places
  }
}
