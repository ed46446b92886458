/// Problems and warnings as a clerk sees them on the terminal: place, what is wrong, what would be right, and the row
/// with its cell marked.
public struct ProblemListing {
  private let records: Records
  private let language: Language
  private let ids: IDStyle
  private let ink: Ink

  /// A listing in a language; in colour where the terminal allows it.
  public init(_ records: Records, in language: Language, ids: IDStyle, colour: Bool) {
    self.records = records
    self.language = language
    self.ids = ids
    ink = Ink(isOn: colour)
  }

  /// At most `limit` of them, errors before warnings, and how many there are; empty where there are none.
  public func text(limit: Int) -> String {
    let problems = records.problems
    if problems.isEmpty { return "" }
    var shown = places(.error, limit)
    shown += places(.warning, limit - shown.count)
    var text = ""
    var nextRow = 0
    for place in shown.sorted() {
      let problem = problems[place]
      let row = row(of: problem, from: &nextRow)
      text += lines(problem, row)
      if let row { text += "    | \(excerpt(of: problem, row))\n" }
    }
    let hidden = problems.count - shown.count
    if hidden > 0 {
      text += language.pick(
        "……另有 \(hidden) 条没有列出（--max-problems 增加条数，--problems 文件 写出全部）\n",
        "… \(hidden) more (--max-problems lists more, --problems FILE writes all)\n")
    }
    return text + count(problems)
  }

  /// The places of the first problems of a severity.
  private func places(_ severity: ProblemCode.Severity, _ limit: Int) -> [Int] {
    var places: [Int] = []
    for place in records.problems.indices {
      if places.count >= limit { break }
      if records.problems.items[place].code.severity == severity { places.append(place) }
    }
    return places
  }

  private func count(_ problems: ProblemList) -> String {
    let (errors, warnings) = (problems.errorCount, problems.warningCount)
    return language.pick(
      "问题 \(errors) 个（所在行不使用），提醒 \(warnings) 个。每个代码的说明：cecredit problems 代码\n",
      "problems: \(errors) (their rows are not used), warnings: \(warnings). What a code means: cecredit problems CODE\n"
    )
  }

  private func lines(_ problem: Problem, _ row: KeptRow?) -> String {
    let isError = problem.code.severity == .error
    let severity = isError ? language.pick("问题", "problem") : language.pick("提醒", "warning")
    var text = ink.bold(place(problem))
    text += isError ? ink.red(severity) : ink.yellow(severity)
    text += " [\(problem.code.code)] "
    let cells = problem.code == .raggedRow ? row?.cells.count : nil
    text += ProblemWording.message(
      problem, cells: cells, in: language, files: records.files, mask: ids.show)
    if let question = ProblemWording.question(problem, in: language) {
      text += language.pick("。", " ") + question
    }
    return text + "\n"
  }

  /// A row as it came, and its file.
  private struct KeptRow {
    let text: String
    let file: SourceFile

    /// What stands between its delimiters, quotes undone.
    var cells: [String] { RowExcerpt.split(text, delimiter: file.delimiter) }
  }

  /// The row of a problem that left it unused, if it was kept: rows and problems are in the same order, so that `next`
  /// only goes forward.
  private func row(of problem: Problem, from next: inout Int) -> KeptRow? {
    let rows = records.rejectedRows
    let place = (problem.file, problem.record)
    while next < rows.count, (rows[next].file, rows[next].record) < place { next += 1 }
    guard next < rows.count, (rows[next].file, rows[next].record) == place,
      let file = records.files[safe: problem.file], problem.code.severity == .error
    else { return nil }
    return records.texts.withBytes(of: rows[next].text) { bytes in
      // A row too long for any terminal is not worth taking apart.
      bytes.count > 4096 ? nil : KeptRow(text: String(decoding: bytes, as: UTF8.self), file: file)
    }
  }

  /// As much of a row as a line of a terminal has room for, with the cell at fault marked.
  private func excerpt(of problem: Problem, _ row: KeptRow) -> String {
    var cell: Int?
    if case .heading(let index) = problem.column { cell = index }
    return RowExcerpt.text(
      of: row.text, delimiter: row.file.delimiter, marking: cell,
      ids: row.file.columns.firstIndex(of: .personID), mask: ids.show)
  }

  /// `登记表.csv:7:F：`
  private func place(_ problem: Problem) -> String {
    let path =
      records.files.indices.contains(problem.file) ? ShownText.safe(records.files[problem.file].path) : ""
    var text = "\(path):\(problem.line)"
    if let letters = problem.excelColumn { text += ":\(letters)" }
    return text + language.pick("：", ": ")
  }
}
