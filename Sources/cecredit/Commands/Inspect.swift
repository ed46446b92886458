import ContinuingEdCore

/// `cecredit inspect FILE...`
enum Inspect: Command {
  static let name = "inspect"
  static let summary = Words("看登记表是怎样读懂的", "show what was understood of a records file")
  static let synopsis = Words("文件... [选项]", "FILE... [OPTIONS]")
  static let discussion = Words(
    """
    显示文件的编码、分隔符、换行、标题行、每一列对应的字段、最前面的几条登记项，以及按类别、科目、年度、审核状态的计数。
    不需要规则集，也不作结论。

      cecredit inspect 登记表.csv

    退出状态：0 每一行都可用；2 用法有错，或文件读不出来；3 有的行有问题（用 cecredit validate 列出）。
    """,
    """
    Shows encoding, delimiter, line ends and header of a file, the field of each column, the first entries, and counts by
    category, subject, year and review status. It needs no rule set and judges nobody.

      cecredit inspect staff.csv

    Exit status: 0 every row can be used; 2 usage, or a file that can't be read; 3 some rows have problems (cecredit
    validate lists them).
    """)
  static let options: [Option] = Option.recordsInput + [format, CheckStyle.idsOption, .output, .progress]

  private static let format = Option.choice(
    "--format", ["text", "json"], Words("结果的格式", "the form of the result"))

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let isJSON =
      try OutputName.form(
        arguments[format], to: arguments[.output], forms: ["text", "json"], usual: "text") == "json"
    let input = try RecordsInput(arguments)
    try input.refuse([arguments[.output]].compactMap { $0 })
    let output = try console.openOutput(arguments[.output], isForPeople: !isJSON)
    let records = try input.read(console, progress: arguments[.progress])
    let inspections = Inspection.all(records)
    let ids = arguments[CheckStyle.idsOption].flatMap { IDStyle(rawValue: $0) }
    if isJSON {
      try output.write(InspectionJSON(ids: ids ?? .full).text(inspections))
    } else {
      let report = InspectionText(in: console.language, ids: ids ?? .masked)
      try output.write(inspections.map(report.text).joined(separator: "\n"))
    }
    try output.finish()
    return records.problems.errorCount > 0 ? .rowProblems : .ok
  }
}
