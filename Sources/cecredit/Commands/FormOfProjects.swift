import ContinuingEdCore

/// Forms that are filled from a table of projects.
enum FormOfProjects {
  static func run(
    _ form: ContinuingEdCore.Form, _ choice: RuleChoice, _ options: FormOptions, _ output: FormOutput,
    _ arguments: Arguments, _ console: Console
  ) throws -> ExitStatus {
    for option in [Option.person, .roster, .ledgerInput, .rejects, .problems] where arguments.has(option) {
      throw CommandError.usage(
        Words(
          "\(form.id) 从项目表填，不能用 \(option.name)",
          "\(form.id) is filled from a table of projects; \(option.name) can't go with it"))
    }
    let input = try RecordsInput(arguments)
    try output.open(beside: input)
    guard let projects = FormProjects(form, choice.own, options) else { return .failed }
    var documents: [FormDocument] = []
    var hasProblems = false
    for file in input.files {
      let table = try read(file, projects, input.options)
      for fault in table.faults {
        hasProblems = true
        console.say(FormOfProjects.words(fault, table.path, projects))
      }
      if !table.unknownHeadings.isEmpty {
        let list = table.unknownHeadings.joined(separator: "、")
        console.say(Words("\(table.path)：没有用到的列：\(list)", "\(table.path): columns not used: \(list)"))
      }
      for row in table.rows {
        documents.append(projects.document(of: row))
        for remark in projects.remarks(on: row) {
          hasProblems = hasProblems || remark.isProblem
          console.say(
            Words(
              "\(table.path) 第 \(row.line) 行：\(remark.chinese)",
              "\(table.path), line \(row.line): \(remark.english)"))
        }
      }
    }
    try output.write(count: documents.count) { documents[$0] }
    if hasProblems { return .rowProblems }
    if documents.isEmpty {
      console.say(Words("没有可填的项目", "there is no project to fill it for"))
      return .failed
    }
    return .ok
  }

  private static func read(
    _ file: InputFile, _ projects: FormProjects, _ options: ImportOptions
  ) throws(CommandError) -> NamedTable {
    do {
      return try NamedTable(file, names: projects.columns, needed: projects.needed, options)
    } catch {
      throw RecordsInput.failure(error)
    }
  }

  private static func words(_ fault: NamedTable.Fault, _ path: String, _ projects: FormProjects) -> Words {
    let place = Words("\(path) 第 \(fault.line) 行：", "\(path), line \(fault.line): ")
    switch fault.kind {
    case .noHeader:
      let list = projects.columns.joined(separator: "、")
      return place + Words("没有找到标题行；列名应为：\(list)", "no header; its columns are: \(list)")
    case .missingColumn(let name): return place + Words("缺少列“\(name)”", "the column \"\(name)\" is missing")
    case .duplicateColumn(let name):
      return place + Words("有两列“\(name)”", "there are two columns \"\(name)\"")
    case .badEncoding: return place + Words("文字编码有错，这一行没有用", "bytes that are no text; the row is not used")
    case .badQuote: return place + Words("引号不成对，这一行没有用", "a quote is not closed; the row is not used")
    case .ragged(let found, let headings):
      return place
        + Words(
          "有 \(found) 个单元格，标题有 \(headings) 个，这一行没有用",
          "\(found) cells under \(headings) headings; the row is not used")
    }
  }
}
