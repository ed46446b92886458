import Foundation

/// A records file (RecordsFiles): one activity a row, as CSV in any of the usual encodings, or a workbook. It is looked
/// at when it is read, and not before.
///
///     let file = RecordsFile(csv: Array("身份证号,类别\n1,自学\n".utf8), named: "登记表.csv")
public struct RecordsFile: Sendable {
  let input: InputFile

  /// Bytes in memory under a name, which problems show.
  public init(csv: some Sequence<UInt8>, named name: String) {
    input = .bytes(name: name, Array(csv))
  }

  /// A file, which is read by its path.
  public init(contentsOf url: URL) { input = .path(url.filePath) }
}

/// A roster (Rosters): the people who must comply. With one, exactly its people are judged.
public struct RosterFile: Sendable {
  let input: InputFile

  /// Bytes in memory under a name, which problems show.
  public init(csv: some Sequence<UInt8>, named name: String) {
    input = .bytes(name: name, Array(csv))
  }

  /// A file, which is read by its path.
  public init(contentsOf url: URL) { input = .path(url.filePath) }
}

extension URL {
  /// The path of a file; of another URL the whole of it, of which there is no file.
  var filePath: String { isFileURL ? path : absoluteString }
}
