import ContinuingEdCore

/// `cecredit problems [CODE...]`
enum Problems: Command {
  static let name = "problems"
  static let summary = Words("列出或解释问题代码", "list or explain the codes of problems")
  static let synopsis = Words("[代码...]", "[CODE...]")
  static let discussion = Words(
    """
    不写代码时列出所有代码；写代码时解释它的含义，举例，并说明怎么改。

      cecredit problems mangled-id
    """,
    """
    Without a code all codes are listed; with one, its meaning, an example and the
    remedy are shown.

      cecredit problems mangled-id
    """)
  static let options: [Option] = []
  static let isConfigured = false

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    if arguments.operands.isEmpty { return try console.print(ProblemGuide.list(in: console.language)) }
    var pages: [String] = []
    for name in arguments.operands {
      let found = ProblemGuide.code(named: name)
      guard let code = found.code else {
        throw CommandError.usage(
          Words("没有“\(name)”这个问题代码", "there is no problem code \"\(name)\"") + .didYouMean(found.suggestion))
      }
      pages.append(ProblemGuide(code, in: console.language).page(in: console.language))
    }
    return try console.print(pages.joined(separator: "\n"))
  }
}
