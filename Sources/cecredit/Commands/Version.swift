import ContinuingEdCore

/// `cecredit version`
enum Version: Command {
  static let name = "version"
  static let number = "1.0.0"
  static let summary = Words("显示版本", "show the version")
  static let synopsis = Words("")
  static let discussion = Words("  cecredit version", "  cecredit version")
  static let options: [Option] = []
  static let isConfigured = false

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    if let extra = arguments.operands.first {
      throw CommandError.usage(Words("多余的“\(extra)”", "\"\(extra)\" is one word too many"))
    }
    return try show(console)
  }

  /// Shows it.
  static func show(_ console: Console) throws(CommandError) -> ExitStatus {
    try console.print("cecredit \(number)\n")
  }
}
