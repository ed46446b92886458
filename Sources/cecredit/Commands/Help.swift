import ContinuingEdCore

/// `cecredit help [COMMAND]`
enum Help: Command {
  static let name = "help"
  static let summary = Words("显示一个命令的帮助", "show the help of a command")
  static let synopsis = Words("[命令]", "[COMMAND]")
  static let discussion = Words("")
  static let options: [Option] = []

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

/// The texts of help, made from what the commands say of themselves.
enum HelpPage {
  /// All commands.
  static var overview: Words {
    Words(
      "cecredit：按各市年度通知核算专业技术人员继续教育学时\n\n用法：cecredit 命令 [参数]\n\n命令：\n"
        + list(Commands.all, .chinese)
        + "\n例如：cecredit check 登记表.csv --rules CITY-YEAR\n某个命令的帮助：cecredit help 命令\n",
      "cecredit: continuing-education hours of professional staff, judged by a city's notice\n\n"
        + "usage: cecredit COMMAND [ARGUMENTS]\n\ncommands:\n" + list(Commands.all, .english)
        + "\nexample: cecredit check staff.csv --rules CITY-YEAR\nhelp on a command: cecredit help COMMAND\n")
  }

  /// The commands with this first word.
  static func group(_ word: String) -> Words {
    let members = Commands.group(word)
    return Words(
      "用法：cecredit \(word) 子命令 [参数]\n\n" + list(members, .chinese),
      "usage: cecredit \(word) SUBCOMMAND [ARGUMENTS]\n\n" + list(members, .english))
  }

  /// One command.
  static func page(of command: any Command.Type) -> Words {
    Words(page(of: command, .chinese), page(of: command, .english))
  }

  private static func page(of command: any Command.Type, _ language: Language) -> String {
    let synopsis = command.synopsis.text(in: language)
    var text = language.pick("用法：", "usage: ") + "cecredit \(command.name)"
    if !synopsis.isEmpty { text += " " + synopsis }
    text += "\n\n" + command.summary.text(in: language) + "\n"
    let discussion = command.discussion.text(in: language)
    if !discussion.isEmpty { text += "\n" + discussion + "\n" }
    let options = command.options + [.lang, .help]
    text += language.pick("\n选项：\n", "\noptions:\n")
    text += columns(options.map { (heading($0, language), $0.help.text(in: language)) })
    return text
  }

  private static func heading(_ option: Option, _ language: Language) -> String {
    var text = option.short.map { $0 + ", " } ?? ""
    text += option.name
    if let value = option.value { text += " " + value.text(in: language) }
    return text
  }

  private static func list(_ commands: [any Command.Type], _ language: Language) -> String {
    columns(commands.map { ($0.name, $0.summary.text(in: language)) })
  }

  /// Two columns; a left one that is too wide has its right one below.
  private static func columns(_ rows: [(String, String)]) -> String {
    let widest = rows.map { DisplayWidth.of($0.0) }.filter { $0 <= 26 }.max() ?? 0
    var text = ""
    for (left, right) in rows {
      let width = DisplayWidth.of(left)
      text += "  " + left
      text += width > widest ? "\n" + blanks(widest + 4) : blanks(widest - width + 2)
      text += right + "\n"
    }
    return text
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
