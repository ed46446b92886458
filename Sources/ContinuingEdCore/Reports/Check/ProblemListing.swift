/// Problems and warnings as a clerk sees them on the terminal: place, what is wrong, what would be right, and the row
/// with its cell marked.
package struct ProblemListing {
  private let records: Records
  private let language: Language
  private let ids: IDStyle
  private let ink: Ink

  /// A listing in a language; in colour where the terminal allows it.
  package init(_ records: Records, in language: Language, ids: IDStyle, colour: Bool) {
    self.records = records
    self.language = language
    self.ids = ids
    ink = Ink(isOn: colour)
  }

  /// At most `limit` of them, and unless it is to be quiet how many there are; empty where there are none. Those of
  /// headers come first, since they explain others; equal ones are one, with the lines where they stand.
  package func text(limit: Int, isQuiet: Bool = false) -> String {
    let problems = records.problems
    if problems.isEmpty { return "" }
    let groups = groups(limit)
    var text = ""
    var nextRow = 0
    for group in groups {
      let problem = problems[group.first]
      let row = row(of: problem, from: &nextRow)
      text += lines(problem, row, group)
      if let row { text += "    | \(excerpt(of: problem, row))\n" }
    }
    let hidden = problems.count - groups.reduce(0) { $0 + $1.count }
    if hidden > 0 {
      text += language.pick(
        "……另有 \(hidden) 条没有列出（--max-problems 增加条数，--problems 文件 写出全部）\n",
        "… \(hidden) more (--max-problems lists more, --problems FILE writes all)\n")
    }
    return isQuiet ? text : text + count(problems)
  }

  /// Problems that are equal in code, column and cell.
  private struct Group {
    /// The place of the first among all problems.
    let first: Int
    var count = 0
    /// Some of their lines.
    var lines: [Int] = []
  }

  /// What makes problems equal.
  private struct Key: Hashable {
    let code: ProblemCode
    let file: UInt16
    let column: Int16
    let value: Int

    init(_ item: ProblemList.Packed, _ problems: ProblemList) {
      (code, file, column) = (item.code, item.file, item.column)
      value = item.hasValue ? problems.withValue(of: item) { Key.hash($0) } : Int(item.line)
    }

    private static func hash(_ value: UnsafeRawBufferPointer) -> Int {
      var hasher = Hasher()
      hasher.combine(bytes: value)
      return hasher.finalize()
    }
  }

  private static let shownLines = 5

  /// The first groups: those of headers, errors, then warnings; each of them in order of place.
  private func groups(_ limit: Int) -> [Group] {
    let problems = records.problems
    var chosen: [[Int]] = [[], [], []]
    var keys: Set<Key> = []
    for place in problems.indices {
      let item = problems.items[place]
      let rank = item.record == 0 && item.code != .skippedRow ? 0 : item.code.severity == .error ? 1 : 2
      // What comes after enough errors is not shown.
      if chosen[rank].count >= limit { continue }
      if keys.insert(Key(item, problems)).inserted { chosen[rank].append(place) }
    }
    let headers = chosen[0].prefix(limit)
    let errors = chosen[1].prefix(limit - headers.count)
    let others = errors + chosen[2].prefix(limit - headers.count - errors.count)
    let places = headers + others.sorted()
    var groups: [Group] = []
    var numbers: [Key: Int] = [:]
    for place in places {
      numbers[Key(problems.items[place], problems)] = groups.count
      groups.append(Group(first: place))
    }
    for item in problems.items {
      guard let number = numbers[Key(item, problems)] else { continue }
      groups[number].count += 1
      if groups[number].lines.count < ProblemListing.shownLines {
        groups[number].lines.append(Int(item.line))
      }
    }
    return groups
  }

  private func count(_ problems: ProblemList) -> String {
    let (errors, warnings) = (problems.errorCount, problems.warningCount)
    return language.pick(
      "问题 \(errors) 个（所在行不使用），提醒 \(warnings) 个。每个代码的说明：cecredit problems 代码\n",
      "problems: \(errors) (their rows are not used), warnings: \(warnings). What a code means: cecredit problems CODE\n"
    )
  }

  private func lines(_ problem: FoundProblem, _ row: KeptRow?, _ group: Group) -> String {
    let isError = problem.code.severity == .error
    let severity = isError ? language.pick("问题", "problem") : language.pick("提醒", "warning")
    var text = ink.bold(place(problem))
    text += isError ? ink.red(severity) : ink.yellow(severity)
    text += " [\(problem.code.code)] "
    let cells = problem.code == .raggedRow ? row?.cells.count : nil
    text += ProblemWording.message(
      problem, cells: cells, in: language, files: records.files, mask: ids.show)
    let shown = problem.code == .nearID ? problem.suggestion.map(ids.show) : problem.suggestion
    if let question = shown.map({ ProblemWording.question($0, in: language) }) {
      text += language.pick("。", " ") + question
    }
    return text + repetition(group) + "\n"
  }

  /// `（共 350 处：第 2、3、4、5、6 行……）`
  private func repetition(_ group: Group) -> String {
    if group.count < 2 { return "" }
    let more = group.count > group.lines.count
    let lines = group.lines.map(String.init)
    return language.pick(
      "（共 \(group.count) 处：第 \(lines.joined(separator: "、")) 行\(more ? "……" : "")）",
      " (\(group.count) times: lines \(lines.joined(separator: ", "))\(more ? " …" : ""))")
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
  private func row(of problem: FoundProblem, from next: inout Int) -> KeptRow? {
    let rows = records.rejectedRows
    let place = (problem.file, problem.record)
    if next > 0, (rows[next - 1].file, rows[next - 1].record) >= place { next = 0 }
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
  private func excerpt(of problem: FoundProblem, _ row: KeptRow) -> String {
    var cell: Int?
    if case .heading(let index) = problem.column { cell = index }
    return RowExcerpt.text(
      of: row.text, delimiter: row.file.delimiter, marking: cell,
      ids: row.file.columns.firstIndex(of: .personID), mask: ids.show)
  }

  /// `登记表.csv:7:F：`
  private func place(_ problem: FoundProblem) -> String {
    let path =
      records.files.indices.contains(problem.file) ? ShownText.safe(records.files[problem.file].path) : ""
    var text = "\(path):\(problem.line)"
    if let letters = problem.excelColumn { text += ":\(letters)" }
    return text + language.pick("：", ": ")
  }
}
