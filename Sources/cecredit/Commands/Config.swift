import ContinuingEdCore

/// `cecredit config`: what holds without being typed, and from where (CommandLine: At a desk).
enum Config: Command {
  static let name = "config"
  static let summary = Words("显示记住的设置和它们的来处", "show what is remembered, and from where")
  static let synopsis = Words("[选项]", "[OPTIONS]")
  static let discussion = Words(
    """
    选项先于环境变量，环境变量先于本文件夹或上级文件夹的 cecredit.json，再先于用户的 ~/.config/cecredit/config.json。
    键：city、year、rules、lang、roster、ledger、by、map、mapValue、set。环境变量：CECREDIT_CITY、CECREDIT_YEAR、
    CECREDIT_RULES、CECREDIT_LANG、CECREDIT_ROSTER、CECREDIT_LEDGER。

      cecredit config
      cecredit config --json

    退出状态：0 列出；2 有错的值，写明文件和行，或变量的名称。
    """,
    """
    Options go before the environment, that before cecredit.json of this folder or one above it, and that before the
    user's ~/.config/cecredit/config.json. Keys: city, year, rules, lang, roster, ledger, by, map, mapValue, set.
    Variables: CECREDIT_CITY, CECREDIT_YEAR, CECREDIT_RULES, CECREDIT_LANG, CECREDIT_ROSTER, CECREDIT_LEDGER.

      cecredit config
      cecredit config --json

    Exit status: 0 listed; 2 a value is wrong: its file and line are named, or its variable.
    """)
  private static let format = Option.choice("--format", ["table", "json"], RulesShow.formatHelp)
  static let options: [Option] = [.rules, .city, .year, .roster, .ledger, format, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    let settings = held(arguments, console)
    let isJSON = arguments[format] == "json"
    let output = try console.openOutput(arguments[.output], isForPeople: !isJSON)
    try output.write(isJSON ? json(settings, arguments) : table(settings, arguments, console.language))
    try output.finish()
    return .ok
  }

  /// All that holds, in the order of the keys.
  private static func held(_ arguments: Arguments, _ console: Console) -> [Setting] {
    var typed: [Setting] = []
    for (key, option) in [
      (Setting.Key.city, Option.city), (.year, .year), (.rules, .rules), (.lang, .lang), (.roster, .roster),
      (.ledger, .ledger),
    ] {
      if let value = arguments[option] {
        typed.append(Setting(key: key, value: value, origin: .option(option.name)))
      }
    }
    let names = Set(typed.map(\.key))
    var settings =
      typed
      + arguments.remembered.settings.filter { setting in
        if names.contains(setting.key) { return false }
        if setting.key == .rules { return names.isDisjoint(with: [.city, .year]) }
        return !(names.contains(.rules) && (setting.key == .city || setting.key == .year))
      }
    if !settings.contains(where: { $0.key == .lang }) {
      settings.append(Setting(key: .lang, value: console.language.rawValue, origin: .locale))
    }
    if !settings.contains(where: { $0.key == .ledger }), let folder = LedgerPlace.usual(arguments) {
      settings.append(Setting(key: .ledger, value: folder.path, origin: .dataFolder))
    }
    return Setting.Key.allCases.flatMap { key in settings.filter { $0.key == key } }
  }

  private static func table(_ settings: [Setting], _ arguments: Arguments, _ language: Language) -> String {
    let rows = settings.map { ($0.key.rawValue, $0.value, $0.origin.description.text(in: language)) }
    let keys = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    let values = rows.map { DisplayWidth.of($0.1) }.max() ?? 0
    var text = ""
    for (key, value, origin) in rows {
      text += DisplayWidth.padded(key, to: keys) + "  " + DisplayWidth.padded(value, to: values)
      text += "  " + origin + "\n"
    }
    let files = arguments.remembered.files
    if files.isEmpty {
      return text + language.pick("没有设置文件\n", "there is no configuration file\n")
    }
    for file in files { text += language.pick("已读 ", "read ") + file + "\n" }
    return text
  }

  private static func json(_ settings: [Setting], _ arguments: Arguments) -> String {
    func member(_ name: String, _ content: JSONValue.Content) -> JSONValue.Member {
      JSONValue.Member(name: name, line: 0, value: JSONValue(content))
    }
    let items = settings.map { setting in
      JSONValue(
        .object([
          member("key", .string(setting.key.rawValue)),
          member("value", .string(PathName.shown(setting.value))),
          member("from", .string(PathName.shown(setting.origin.description.english))),
        ]))
    }
    let files = arguments.remembered.files.map { JSONValue(.string(PathName.shown($0))) }
    return JSONValue(
      .object([
        member("schema", .string("cecredit.config/1")), member("settings", .array(items)),
        member("files", .array(files)),
      ])
    ).formatted()
  }
}
