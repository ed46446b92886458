import ContinuingEdCore

/// `cecredit rules schema`
enum RulesSchema: Command {
  static let name = "rules schema"
  static let summary = Words("输出规则文件或用例文件的 JSON Schema", "print the JSON Schema of rule files or case files")
  static let synopsis = Words("[cases] [选项]", "[cases] [OPTIONS]")
  static let discussion = Words(
    """
    把它存在规则文件旁边，编辑器就能补全和提示。

      cecredit rules schema -o cecredit-rules-2.schema.json
      cecredit rules schema cases -o cecredit-cases-1.schema.json
    """,
    """
    Beside your rule files it lets editors complete and complain.

      cecredit rules schema -o cecredit-rules-2.schema.json
      cecredit rules schema cases -o cecredit-cases-1.schema.json
    """)
  static let options: [Option] = [.output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let isOfCases = arguments.operands == ["cases"]
    if !isOfCases { try RulesShow.takeNone(arguments.operands) }
    let schema = isOfCases ? RuleLibrary.casesSchema : RuleLibrary.schema
    return try RulesShow.write(
      String(decoding: schema, as: UTF8.self), arguments, console, isForPeople: false)
  }
}
