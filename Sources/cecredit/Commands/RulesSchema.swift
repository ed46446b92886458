import ContinuingEdCore

/// `cecredit rules schema`
enum RulesSchema: Command {
  static let name = "rules schema"
  static let summary = Words("输出规则文件的 JSON Schema", "print the JSON Schema of rule files")
  static let synopsis = Words("[选项]", "[OPTIONS]")
  static let discussion = Words(
    """
    把它存在规则文件旁边，编辑器就能补全和提示。

      cecredit rules schema -o cecredit-rules-2.schema.json
    """,
    """
    Beside your rule files it lets editors complete and complain.

      cecredit rules schema -o cecredit-rules-2.schema.json
    """)
  static let options: [Option] = [.output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    return try RulesShow.write(
      String(decoding: RuleLibrary.schema, as: UTF8.self), arguments, console, isForPeople: false)
  }
}
