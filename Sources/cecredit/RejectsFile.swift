import ContinuingEdCore

/// The file of `--rejects`: rows that were not used, as they came, each with the reason in a first column of its own,
/// so that neither a missing nor a surplus cell moves it. Mended there, it can be read like any records file.
struct RejectsFile {
  private let records: Records
  private let console: Console

  init(_ records: Records, _ console: Console) {
    self.records = records
    self.console = console
  }

  /// Writes the rows. Rows of files with other columns go to further files, `NAME-2.csv` and so on.
  func write(to path: String) throws(CommandError) {
    var groups: [(headings: [String], delimiter: UInt8, rows: [Int])] = []
    for index in records.rejectedRows.indices {
      let file = records.files[records.rejectedRows[index].file]
      if let group = groups.firstIndex(where: {
        $0.headings == file.headings && $0.delimiter == file.delimiter
      }) {
        groups[group].rows.append(index)
      } else {
        groups.append((file.headings, file.delimiter, [index]))
      }
    }
    if groups.isEmpty {
      let file = records.files.first
      groups = [(file?.headings ?? [], file?.delimiter ?? UInt8(ascii: ","), [])]
    }
    for (number, group) in groups.enumerated() {
      let name = number == 0 ? path : RejectsFile.numbered(path, number + 1)
      if number > 0 {
        console.say(
          Words("列不同的文件，有问题的行另写入 \(name)", "the rows of a file with other columns are in \(name)"))
      }
      try write(group.headings, group.delimiter, group.rows, to: name)
    }
  }

  private func write(
    _ headings: [String], _ delimiter: UInt8, _ rows: [Int], to path: String
  ) throws(CommandError) {
    let output = try Output(path: path)
    try output.writeByteOrderMark(ifNamed: path)
    let separator = String(decoding: [delimiter], as: UTF8.self)
    let first = console.language.pick("问题", "problem")
    try output.write(
      ([first] + headings).map { RejectsFile.cell($0, separator) }.joined(separator: separator) + "\n")
    var place = 0
    for index in rows {
      let row = records.rejectedRows[index]
      try output.write(RejectsFile.cell(reason(row, &place), separator) + separator)
      try output.write(records.texts.string(row.text) + "\n")
    }
    try output.finish()
  }

  /// What is wrong with a row. Problems are in order of file and line, as rows are, so that `place` only goes forward.
  private func reason(_ row: RejectedRow, _ place: inout Int) -> String {
    var reasons: [String] = []
    while place < records.problems.count {
      let problem = records.problems[place]
      if (problem.file, problem.line) > (row.file, row.line) { break }
      if problem.file == row.file, problem.line == row.line, problem.code.severity == .error {
        let message = ProblemWording.message(
          problem, in: console.language, records: records, mask: IDMask.whole)
        reasons.append("\(problem.code.code): \(message)")
      }
      place += 1
    }
    return reasons.joined(separator: console.language.pick("；", "; "))
  }

  private static func cell(_ text: String, _ separator: String) -> String {
    let needsQuotes = text.contains { $0 == "\"" || $0.isNewline || String($0) == separator }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// `rows.csv` → `rows-2.csv`
  private static func numbered(_ path: String, _ number: Int) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "\(path)-\(number)" }
    return "\(path[..<dot])-\(number)\(path[dot...])"
  }
}
