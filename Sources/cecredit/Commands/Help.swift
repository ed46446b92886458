import ContinuingEdCore

/// `cecredit help [COMMAND]`
enum Help: Command {
  static let name = "help"
  static let summary = Words("显示一个命令的帮助", "show the help of a command")
  static let synopsis = Words("[命令]", "[COMMAND]")
  static let discussion = Words("  cecredit help check", "  cecredit help check")
  static let options: [Option] = []
  static let isConfigured = false

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let words = arguments.operands
    guard let first = words.first else {
      return try console.print(HelpPage.overview.text(in: console.language))
    }
    if let found = Commands.find(words), found.words == words.count {
      return try console.print(HelpPage.page(of: found.command).text(in: console.language))
    }
    if words.count == 1, !Commands.group(first).isEmpty {
      return try console.print(HelpPage.group(first).text(in: console.language))
    }
    throw Commands.unknown(words)
  }
}
