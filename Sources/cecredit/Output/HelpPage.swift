import ContinuingEdCore

/// The texts of help, made from what the commands say of themselves, at most 80 columns wide.
enum HelpPage {
  /// All commands.
  static var overview: Words { Words(overview(.chinese), overview(.english)) }

  private static func overview(_ language: Language) -> String {
    let introduction = language.pick(
      "cecredit：按各市年度通知核算专业技术人员继续教育学时\n\n用法：cecredit [通用选项] 命令 [参数]\n\n命令：\n",
      "cecredit: continuing-education hours of professional staff, judged by a city's\nnotice\n\n"
        + "usage: cecredit [COMMON OPTIONS] COMMAND [ARGUMENTS]\n\ncommands:\n")
    let end = language.pick(
      "\n例如：\n  cecredit demo\n  cecredit check 登记表.csv --rules CITY-YEAR\n某个命令的帮助：cecredit help 命令\n",
      "\nexamples:\n  cecredit demo\n  cecredit check staff.csv --rules CITY-YEAR\n"
        + "help on a command: cecredit help COMMAND\n")
    return introduction + list(Commands.all, language) + language.pick("\n通用选项：\n", "\ncommon options:\n")
      + options(Option.everywhere, language) + end
  }

  /// The commands with this first word.
  static func group(_ word: String) -> Words {
    let members = Commands.group(word)
    func page(_ language: Language) -> String {
      language.pick("用法：cecredit \(word) 子命令 [参数]\n\n", "usage: cecredit \(word) SUBCOMMAND [ARGUMENTS]\n\n")
        + list(members, language)
        + language.pick("\n例如：cecredit help ", "\nexample: cecredit help ") + (members.first?.name ?? "")
        + "\n"
    }
    return Words(page(.chinese), page(.english))
  }

  /// One command.
  static func page(of command: any Command.Type) -> Words {
    Words(page(of: command, .chinese), page(of: command, .english))
  }

  private static func page(of command: any Command.Type, _ language: Language) -> String {
    let usage = language.pick("用法：", "usage: ") + usage(of: command, language)
    var text = TextWrap.wrapped(usage, hanging: DisplayWidth.of(language.pick("用法：", "usage: "))) + "\n"
    text += TextWrap.wrapped(command.summary.text(in: language))
    let discussion = command.discussion.text(in: language)
    if !discussion.isEmpty { text += "\n" + TextWrap.paragraphs(discussion) }
    if !command.options.isEmpty {
      text += language.pick("\n选项：\n", "\noptions:\n") + options(shownOptions(of: command), language)
    }
    return text + language.pick("\n通用选项：\n", "\ncommon options:\n") + options(Option.everywhere, language)
  }

  /// `cecredit check FILE... [OPTIONS]`
  static func usage(of command: any Command.Type, _ language: Language) -> String {
    let synopsis = command.synopsis.text(in: language)
    return "cecredit \(command.name)" + (synopsis.isEmpty ? "" : " " + synopsis)
  }

  /// The command's own options, with `--json` where it is understood.
  static func shownOptions(of command: any Command.Type) -> [Option] {
    let common = Set(Option.everywhere.map(\.name))
    return command.options.filter { !common.contains($0.name) }.flatMap { option in
      guard option.allowed?.contains("json") == true else { return [option] }
      return [
        option, Option(Arguments.json, Words("同 \(option.name) json", "the same as \(option.name) json")),
      ]
    }
  }

  /// `-o, --output FILE`
  static func heading(_ option: Option, _ language: Language) -> String {
    var text = option.short.map { $0 + ", " } ?? ""
    text += option.name
    if let value = option.value { text += " " + value.text(in: language) }
    return text
  }

  private static func options(_ options: [Option], _ language: Language) -> String {
    columns(options.map { (heading($0, language), $0.help.text(in: language)) })
  }

  private static func list(_ commands: [any Command.Type], _ language: Language) -> String {
    columns(commands.map { ($0.name, $0.summary.text(in: language)) })
  }

  /// Two columns; a left one that is too wide has its right one below.
  private static func columns(_ rows: [(String, String)]) -> String {
    let widest = rows.map { DisplayWidth.of($0.0) }.filter { $0 <= 26 }.max() ?? 0
    var text = ""
    for (left, right) in rows {
      if DisplayWidth.of(left) > widest {
        text += TextWrap.wrapped("  " + left, hanging: 6)
        text += TextWrap.wrapped(blanks(widest + 4) + right, hanging: widest + 4)
      } else {
        text += TextWrap.wrapped(
          "  " + DisplayWidth.padded(left, to: widest + 2) + right, hanging: widest + 4)
      }
    }
    return text
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
