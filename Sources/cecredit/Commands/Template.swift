import ContinuingEdCore

/// `cecredit template [--rules R] [--roster]`
enum Template: Command {
  static let name = "template"
  static let summary = Words("生成登记表或花名册的空表", "write an empty records file or roster")
  static let synopsis = Words("[--rules 规则集] [--roster] [选项]", "[--rules RULESET] [--roster] [OPTIONS]")
  static let discussion = Words(
    "列出规则集需要的各列，每个类别附一行示例；不写规则集时列出所有的列和类别。填写时删去示例行。\n\n"
      + "例如：cecredit template --rules CITY-YEAR -o 登记表.csv",
    "The columns that a rule set needs, with a sample row for each category; without a rule set, all of both. Remove the\n"
      + "samples when filling it in.\n\nexample: cecredit template --rules CITY-YEAR -o staff.csv")
  static let options: [Option] = [isRoster, encoding] + Option.ruleChoice + [.output]

  private static let isRoster = Option(
    "--roster", Words("花名册的空表", "an empty roster in place of a records file"))
  private static let encoding = Option.choice(
    "--encoding", TemplateFile.Encoding.allCases.map(\.rawValue),
    Words("文字编码；默认是带字节序标记的 utf-8", "the encoding; by default utf-8 with a byte order mark"))

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    if let extra = arguments.operands.first {
      throw CommandError.usage(Words("多余的“\(extra)”", "\"\(extra)\" is one word too many"))
    }
    let namesRules = [Option.rules, .city, .year].contains { arguments.has($0) }
    let rules = namesRules ? try RuleChoice(arguments).own : nil
    let rows =
      arguments.has(isRoster)
      ? RosterTemplate(for: rules, in: console.language).rows
      : RecordsTemplate(for: rules, in: console.language).rows
    let chosen = arguments[encoding].flatMap(TemplateFile.Encoding.init) ?? .utf8
    guard let bytes = TemplateFile(rows: rows).bytes(in: chosen) else {
      throw CommandError.failure(
        Words("系统缺少 \(chosen.rawValue) 编码表", "the system has no table of \(chosen.rawValue)"))
    }
    let output = try console.openOutput(arguments[.output])
    var buffer = ByteBuffer()
    buffer.append(bytes)
    try output.write(buffer)
    try output.finish()
    return .ok
  }
}
