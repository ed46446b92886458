/// The unusable rows as they came (`--rejects FILE`), to be mended there and fed back: the first column says what is
/// wrong. It stands first because a row whose quotes are wrong would swallow whatever stood behind it.
public struct RejectsFile: Sendable {
  /// Rows of files with the same headings and delimiter.
  private struct Group {
    var headings: [String]
    var delimiter: UInt8
    var bytes: [UInt8]
  }

  /// The content of each file to write: one for each kind of header that rejected rows had.
  public let contents: [[UInt8]]

  /// Collects the rejected rows of `records`, which must have kept them.
  public init(_ records: Records, in language: Language) {
    var groups: [Group] = []
    var next = 0
    for row in records.rejectedRows {
      guard let file = records.files[safe: row.file] else { continue }
      var place = groups.firstIndex { $0.headings == file.headings && $0.delimiter == file.delimiter }
      if place == nil {
        place = groups.count
        groups.append(RejectsFile.begin(file, language))
      }
      guard let place else { continue }
      let reasons = RejectsFile.reasons(row, records, language, from: &next)
      groups[place].bytes.append(quoted: reasons)
      groups[place].bytes.append(file.delimiter)
      groups[place].bytes.append(text: records.texts.string(row.text))
      groups[place].bytes.append(UInt8(ascii: "\n"))
    }
    contents = groups.map(\.bytes)
  }

  /// The path of the content at an index: the one given, then `-2`, `-3` … before the extension.
  public static func path(_ path: String, at index: Int) -> String {
    if index == 0 { return path }
    let folder = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path.lastIndex(of: "."), dot > folder else { return "\(path)-\(index + 1)" }
    return "\(path[..<dot])-\(index + 1)\(path[dot...])"
  }

  private static func begin(_ file: SourceFile, _ language: Language) -> Group {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.append(text: language.pick("问题", "problem"))
    for heading in file.headings {
      bytes.append(file.delimiter)
      let needsQuotes = heading.utf8.contains {
        $0 == file.delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
      }
      if needsQuotes { bytes.append(quoted: heading) } else { bytes.append(text: heading) }
    }
    bytes.append(UInt8(ascii: "\n"))
    return Group(headings: file.headings, delimiter: file.delimiter, bytes: bytes)
  }

  /// What is wrong with a row; rows and problems are in the same order.
  private static func reasons(
    _ row: RejectedRow, _ records: Records, _ language: Language, from next: inout Int
  ) -> String {
    let problems = records.problems
    var reasons: [String] = []
    while next < problems.count {
      let problem = problems[next]
      let isBefore = problem.file != row.file ? problem.file < row.file : problem.record < row.record
      let isOfRow = problem.file == row.file && problem.record == row.record
      if !isBefore, !isOfRow { break }
      next += 1
      if !isOfRow || problem.code.severity == .warning { continue }
      let message = ProblemWording.message(problem, in: language, records: records, mask: IDMask.masked)
      let question = ProblemWording.question(problem, in: language).map { language.pick("", " ") + $0 } ?? ""
      reasons.append("[\(problem.code.code)] \(message)\(language.pick("。", ""))\(question)")
    }
    return reasons.joined(separator: " ")
  }
}

extension [UInt8] {
  fileprivate mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// Adds a cell in quotes.
  fileprivate mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
