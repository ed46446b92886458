import ContinuingEdCore

/// `cecredit completions SHELL`: what a shell needs to complete the program's words.
enum Completions: Command {
  static let name = "completions"
  static let summary = Words("输出命令行补全的脚本", "print a script that completes words in a shell")
  static let synopsis = Words("bash|zsh|fish", "bash|zsh|fish")
  static let discussion = Words(
    """
    补全命令、选项和选项的值：规则集、城市、类别、平台、台账里的人。脚本每次都问程序自己，所以自己的规则文件和台账也在内。

      cecredit completions bash > ~/.local/share/bash-completion/completions/cecredit
      cecredit completions zsh > ~/.zfunc/_cecredit
      cecredit completions fish > ~/.config/fish/completions/cecredit.fish
    """,
    """
    Completes commands, options and what options take: rule sets, cities, categories, platforms, the people of a ledger.
    The script asks the program itself each time, so that rule files of one's own and the ledger are known.

      cecredit completions bash > ~/.local/share/bash-completion/completions/cecredit
      cecredit completions zsh > ~/.zfunc/_cecredit
      cecredit completions fish > ~/.config/fish/completions/cecredit.fish
    """)
  static let options: [Option] = [.output]
  static let isConfigured = false

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let shells = CompletionScript.allCases.map(\.rawValue)
    let list = shells.joined(separator: ", ")
    guard let word = arguments.operands.first else {
      throw CommandError.usage(Words("要写出一种 shell：\(list)", "name a shell: \(list)"))
    }
    try RulesShow.takeNone(Array(arguments.operands.dropFirst()))
    guard let script = CompletionScript(rawValue: word) else {
      throw CommandError.usage(
        Words("没有“\(word)”的补全，可用：\(list)", "there are no completions for \"\(word)\"; there are: \(list)")
          + .didYouMean(NearMatch.nearest(to: word, in: shells)))
    }
    let output = try console.openOutput(arguments[.output], isForPeople: false)
    try output.write(script.text)
    try output.finish()
    return .ok
  }
}

/// `cecredit __complete WORD...`: what the last of the words, perhaps blank, can become. The scripts ask it; a line is a
/// word and, behind a tab, what it is; `:files` and `:folders` leave it to the shell.
enum Complete: Command {
  static let name = "__complete"
  static let summary = Words("补全脚本用的", "for the scripts of completions")
  static let synopsis = Words("")
  static let discussion = Words("")
  static let options: [Option] = []

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let completion = Completion(arguments.operands, arguments.remembered, console.language)
    return try console.print(completion.lines.map { $0 + "\n" }.joined())
  }
}
