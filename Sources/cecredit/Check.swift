import ContinuingEdCore

/// `cecredit check`: a verdict for everyone in the files.
enum Check: Command {
  static let name = "check"
  static let summary = Words("核算登记表中每个人的学时并给出结论", "judge everyone in records files")
  static let synopsis = Words("文件... --rules 规则集 [选项]", "FILE... --rules RULESET [OPTIONS]")
  static let discussion = Words("")
  static let options: [Option] = [.output, .progress]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    throw CommandError.failure(Words("尚未实现", "not there yet"))
  }
}
