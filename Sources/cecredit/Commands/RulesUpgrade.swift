import ContinuingEdCore

/// `cecredit rules upgrade`
enum RulesUpgrade: Command {
  static let name = "rules upgrade"
  static let summary = Words("把旧格式的规则文件写成新格式", "write a rule file of an earlier format in the present one")
  static let synopsis = Words("规则文件 [选项]", "FILE [OPTIONS]")
  static let discussion = Words(
    """
    旧格式的文件照样能用；新格式写得更多，可以对着通知再改。

      cecredit rules upgrade old.json -o new.json
    """,
    """
    Files of an earlier format work as they are; the present one can say more.

      cecredit rules upgrade old.json -o new.json
    """)
  static let options: [Option] = [.output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let path = try RulesShow.takeOne(arguments.operands, Words("规则文件", "a rule file"))
    let document = JSONReader.read(try RuleFiles.read(path), file: path)
    guard let json = document.value else {
      throw RuleFiles.faulty(document.faults, Words("规则文件有错", "the rule file has faults"))
    }
    let upgraded = RuleUpgrade.upgraded(json)
    let decoding = RuleDecoder.decode(upgraded, file: path, faults: document.faults)
    if decoding.ruleSet == nil {
      throw RuleFiles.faulty(
        decoding.faults,
        Words("规则文件有错，没有写出", "the rule file has faults; nothing is written"))
    }
    return try RulesShow.write(upgraded.formatted(width: 110), arguments, console, isForPeople: false)
  }
}
