/// The problems of the files, equal ones once.
struct CheckPageProblems {
  private let records: Records
  private let style: CheckStyle
  private var language: Language { style.language }
  /// Groups that a page lists at most, and lines of a group.
  private static let mostGroups = 300
  private static let mostLines = 8

  init(_ records: Records, _ style: CheckStyle) {
    self.records = records
    self.style = style
  }

  private struct Group {
    var first: Int
    var count = 0
    var lines: [Int] = []
  }

  func write(to buffer: inout ByteBuffer) {
    let problems = records.problems
    if problems.isEmpty { return }
    let groups = groups
    let headings = language.pick(
      ["问题", "列", "写的是", "次数", "行", "说明"], ["code", "column", "found", "times", "lines", "what is wrong"])
    var text =
      "<section aria-labelledby=\"problems\"><h2 id=\"problems\">\(language.pick("问题", "Problems"))</h2>\n"
    text += "<p>"
    text += language.pick(
      "问题 \(problems.errorCount) 处（所在行没有使用），提醒 \(problems.warningCount) 处；相同的只列一次。",
      "problems: \(problems.errorCount) (their rows are not used), warnings: \(problems.warningCount); equal ones once."
    )
    text += "</p>\n<table class=\"problems wide\"><caption class=\"u\">"
    text += language.pick("文件中的问题", "Problems of the files") + "</caption><colgroup>"
    text += String(repeating: "<col>", count: headings.count) + "</colgroup><thead><tr>"
    for (place, heading) in headings.enumerated() {
      text += "<th scope=\"col\"\(place == 3 ? " class=\"n\"" : "")>\(heading)</th>"
    }
    text += "</tr></thead><tbody>\n"
    for group in groups.prefix(CheckPageProblems.mostGroups) { text += row(group, headings) }
    text += "</tbody></table>\n"
    if groups.count > CheckPageProblems.mostGroups {
      let rest = groups.count - CheckPageProblems.mostGroups
      text += language.pick(
        "<p>另有 \(rest) 种没有列出；--problems 文件 写出全部。</p>\n",
        "<p>\(rest) more kinds; --problems FILE writes all.</p>\n")
    }
    buffer.append(text + "</section>\n")
  }

  /// Equal ones together, errors before warnings and those of headers first.
  private var groups: [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for place in records.problems.indices {
      let problem = records.problems[place]
      let key = "\(problem.code.rawValue)|\(problem.file)|\(problem.column)|\(problem.value ?? "")"
      let group = places[key] ?? groups.count
      if group == groups.count {
        places[key] = group
        groups.append(Group(first: place))
      }
      groups[group].count += 1
      if groups[group].lines.count < CheckPageProblems.mostLines { groups[group].lines.append(problem.line) }
    }
    func rank(_ group: Group) -> Int {
      let problem = records.problems[group.first]
      return (problem.code.severity == .error ? 0 : 2) + (problem.record == 0 ? 0 : 1)
    }
    return groups.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  private func row(_ group: Group, _ headings: [String]) -> String {
    let problem = records.problems[group.first]
    let isError = problem.code.severity == .error
    let column = ProblemWording.columnName(problem, in: language, files: records.files) ?? ""
    var message = ProblemWording.message(
      problem, cells: nil, in: language, files: records.files, mask: style.ids.show)
    if let question = ProblemWording.question(problem, in: language) {
      message += language.pick("。", " ") + question
    }
    let value = problem.value.map { problem.code.isAboutID ? style.ids.show($0) : $0 } ?? ""
    let path = records.files[safe: problem.file]?.path ?? ""
    let kind = isError ? language.pick("问题", "problem") : language.pick("提醒", "warning")
    var lines = group.lines.map { "\($0)" }.joined(separator: language.pick("、", ", "))
    if group.count > group.lines.count { lines += language.pick(" 等", " …") }
    let letters = problem.excelColumn.map { language.pick("（\($0) 列）", " (\($0))") } ?? ""
    let cells = [
      column + letters, ProblemWording.quotable(value), "\(group.count)",
      path + language.pick(" 第 \(lines) 行", ", line \(lines)"), message,
    ]
    var row = "<tr><th scope=\"row\">\(kind) \(problem.code.code)</th>"
    for (place, cell) in cells.enumerated() {
      row +=
        "<td\(place == 2 ? " class=\"n\"" : "") data-l=\"\(headings[place + 1])\">\(ShownText.html(cell))</td>"
    }
    return row + "</tr>\n"
  }
}
