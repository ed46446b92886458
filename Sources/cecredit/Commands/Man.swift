import ContinuingEdCore

/// `cecredit man [COMMAND]`: the manual as a page for `man`, from the tables that help is made from.
enum Man: Command {
  static let name = "man"
  static let summary = Words("输出手册页（roff）", "print the manual as a page for man (roff)")
  static let synopsis = Words("[选项]", "[OPTIONS]")
  static let discussion = Words(
    """
    内容与各命令的帮助相同。装到自己的手册目录里，或直接看：

      cecredit man -o ~/.local/share/man/man1/cecredit.1
      cecredit man | man -l -
    """,
    """
    It says what the help of all commands says. Put it where man looks, or read it at once:

      cecredit man -o ~/.local/share/man/man1/cecredit.1
      cecredit man | man -l -
    """)
  static let options: [Option] = [.output]
  static let isConfigured = false

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    // It is a source, and to be kept whole.
    let output = try console.openOutput(arguments[.output], isForPeople: false)
    try output.write(ManPage(console.language).text)
    try output.finish()
    return .ok
  }
}
