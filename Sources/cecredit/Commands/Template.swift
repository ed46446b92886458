import ContinuingEdCore

/// `cecredit template [--rules R] [--roster]`
enum Template: Command {
  static let name = "template"
  static let summary = Words("生成登记表或花名册的空表", "write an empty records file or roster")
  static let synopsis = Words("[--rules 规则集] [--roster] [选项]", "[--rules RULESET] [--roster] [OPTIONS]")
  static let discussion = Words(
    """
    列出规则集需要的各列，每个类别附一行示例；不写规则集时列出所有的列和类别。填写时删去示例行。xlsx 是有下拉列表的工作簿，另有一张“说明”。

      cecredit template --rules CITY-YEAR -o 登记表.xlsx
    """,
    """
    The columns that a rule set needs, with a sample row for each category; without
    a rule set, all of both. Remove the samples when filling it in. xlsx is a
    workbook with lists to choose from and a sheet that says what goes where.

      cecredit template --rules CITY-YEAR -o staff.xlsx
    """)
  static let options: [Option] = [isRoster, format, encoding] + Option.ruleChoice + [.output, .force]

  private static let isRoster = Option(
    "--roster", Words("花名册的空表", "an empty roster in place of a records file"))
  private static let encoding = Option.choice(
    "--encoding", TemplateFile.Encoding.allCases.map(\.rawValue),
    Words(
      "文字编码；默认是 utf-8，写入 .csv 文件时带字节序标记",
      "the encoding; by default utf-8, in a file named .csv with a byte order mark"))

  private static let format = Option.choice(
    "--format", ["csv", "xlsx"],
    Words("csv，或有下拉列表的工作簿；不写时按 -o 的文件名", "csv, or a workbook with lists to choose from; by the name of FILE"))

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    if let extra = arguments.operands.first {
      throw CommandError.usage(Words("多余的“\(extra)”", "\"\(extra)\" is one word too many"))
    }
    try Output.refuse(toReplace: arguments[.output], arguments)
    let rules = RuleChoice.isNamed(arguments) ? try RuleChoice(arguments).own : nil
    let form = try OutputName.form(
      arguments[format], to: arguments[.output], forms: format.allowed ?? [], usual: "csv")
    let language = console.language
    let (records, roster) = (
      RecordsTemplate(for: rules, in: language), RosterTemplate(for: rules, in: language)
    )
    if form == "xlsx" {
      if arguments.has(encoding) {
        throw CommandError.usage(
          Words("--encoding 只用于 csv，工作簿不用它", "--encoding is for csv; a workbook has no use for it"))
      }
      try console.refuseWorkbook(on: arguments[.output])
      let workbook =
        arguments.has(isRoster)
        ? TemplateWorkbook(roster, for: rules, in: language)
        : TemplateWorkbook(records, for: rules, in: language)
      return try write(workbook, arguments, console)
    }
    let rows = arguments.has(isRoster) ? roster.rows : records.rows
    let chosen = arguments[encoding].flatMap(TemplateFile.Encoding.init) ?? .utf8
    guard let bytes = TemplateFile(rows: rows).bytes(in: chosen) else {
      throw CommandError.failure(
        Words("系统缺少 \(chosen.rawValue) 编码表", "the system has no table of \(chosen.rawValue)"))
    }
    let output = try console.openOutput(arguments[.output], isForPeople: false)
    var buffer = ByteBuffer()
    // Only a file that a spreadsheet will open begins with a byte order mark.
    let isForSpreadsheets = arguments[.output].flatMap(OutputName.ending) == "csv"
    buffer.append(chosen == .utf8 && !isForSpreadsheets ? Array(bytes.dropFirst(3)) : bytes)
    try output.write(buffer)
    try output.finish()
    return .ok
  }
  private static func write(
    _ workbook: TemplateWorkbook, _ arguments: Arguments, _ console: Console
  ) throws(CommandError) -> ExitStatus {
    let output = try console.openOutput(arguments[.output], isWorkbook: true)
    let outcome = try workbook.write { (buffer: ByteBuffer) throws(CommandError) in
      try output.write(buffer)
    }
    try console.tell(outcome, of: arguments[.output])
    try output.finish()
    return .ok
  }
}
