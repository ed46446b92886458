import ContinuingEdCore

/// `cecredit rules list`
enum RulesList: Command {
  static let name = "rules list"
  static let summary = Words("列出规则集", "list the rule sets")
  static let synopsis = Words("[选项]", "[OPTIONS]")
  static let discussion = Words(
    "每个规则集一行：编号、城市、年度、日期、文号、学习时段。",
    "One line a rule set: identifier, city, year, date, number, windows.")
  static let options: [Option] = [
    .choice("--format", ["table", "json"], RulesShow.formatHelp), .rulesDir, .output,
  ]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    let list = RuleList(try RuleFiles.library(arguments))
    let isJSON = arguments[options[0]] == "json"
    return try RulesShow.write(
      isJSON ? list.json().formatted() : list.text(in: console.language), arguments, console)
  }
}

/// `cecredit rules show`
enum RulesShow: Command {
  static let name = "rules show"
  static let summary = Words("用文字说明一个规则集", "show a rule set in words")
  static let synopsis = Words("规则集 [选项]", "RULESET [OPTIONS]")
  static let discussion = Words(
    "像一份通知摘要：要求、各类学习能得多少学时、需要什么、有何上限、平台、时段、备案、适用人员，每条都注明条款。\n"
      + "例如：cecredit rules show CITY-YEAR --clause 五1",
    "A summary of the notice: what is required, what each activity brings, needs and is limited to, platforms, "
      + "windows,\nfiling, people; each statement with its clause.\nexample: cecredit rules show CITY-YEAR --clause 五1"
  )
  static let formatHelp = Words("输出格式", "the format of the output")
  private static let format = Option.choice("--format", ["text", "json", "markdown"], formatHelp)
  private static let clause = Option(
    "--clause", value: Words("条款", "CLAUSE"),
    Words("只看一个条款和由它而来的规则", "one clause and everything that hangs on it"))
  static let options: [Option] = [clause, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let name = try takeOne(arguments.operands, Words("规则集", "a rule set"))
    let source = try RuleFiles.source(name, RuleFiles.library(arguments))
    let rules = try RuleFiles.decoded(source)
    let language = console.language
    if let locator = arguments[clause] {
      guard let sheet = ClauseSheet(rules, locator: locator) else {
        let known = rules.clauses.map(\.locator)
        throw CommandError.failure(
          Words("\(rules.id) 没有条款“\(locator)”", "\(rules.id) has no clause \"\(locator)\"")
            + .didYouMean(NearMatch.nearest(to: locator, in: known))
            + Words("；有：\(known.joined(separator: " "))", "; there are: \(known.joined(separator: " "))"))
      }
      switch arguments[format] {
      case "json": return try write(sheet.json().formatted(), arguments, console)
      case "markdown": return try write(sheet.markdown(in: language), arguments, console)
      default: return try write(sheet.text(in: language), arguments, console)
      }
    }
    switch arguments[format] {
    case "json": return try write(String(decoding: source.content, as: UTF8.self), arguments, console)
    case "markdown":
      return try write(RuleSheet(rules, in: language).markdown(in: language), arguments, console)
    default: return try write(RuleSheet(rules, in: language).text(), arguments, console)
    }
  }

  /// The only operand.
  static func takeOne(_ operands: [String], _ what: Words) throws(CommandError) -> String {
    guard let first = operands.first else {
      throw .usage(Words("缺少", "there is no ") + what + Words("", " to work on"))
    }
    try takeNone(Array(operands.dropFirst()))
    return first
  }

  /// No further operands.
  static func takeNone(_ operands: [String]) throws(CommandError) {
    if let extra = operands.first {
      throw .usage(Words("多余的“\(extra)”", "\"\(extra)\" is one word too many"))
    }
  }

  /// Writes the whole result to the file of `-o` or to standard output.
  static func write(
    _ text: String, _ arguments: Arguments, _ console: Console, status: ExitStatus = .ok
  ) throws(CommandError) -> ExitStatus {
    // Rules that are read by their path are not written over.
    var places = OutputPlaces(
      inputs: (arguments.operands + [arguments[.rules]].compactMap { $0 }).filter(RuleFiles.isPath))
    if let path = arguments[.output] { try places.take(path) }
    let output = try console.openOutput(arguments[.output])
    try output.write(text)
    try output.finish()
    return status
  }
}

/// `cecredit rules schema`
enum RulesSchema: Command {
  static let name = "rules schema"
  static let summary = Words("输出规则文件的 JSON Schema", "print the JSON Schema of rule files")
  static let synopsis = Words("[选项]", "[OPTIONS]")
  static let discussion = Words(
    "把它存在规则文件旁边，编辑器就能补全和提示：\ncecredit rules schema -o cecredit-rules-2.schema.json",
    "Beside your rule files it lets editors complete and complain:\n"
      + "cecredit rules schema -o cecredit-rules-2.schema.json")
  static let options: [Option] = [.output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    return try RulesShow.write(String(decoding: RuleLibrary.schema, as: UTF8.self), arguments, console)
  }
}

/// `cecredit rules new`
enum RulesNew: Command {
  static let name = "rules new"
  static let summary = Words("由现有规则集写出一份新的草稿", "write a starting point for a new rule set")
  static let synopsis = Words(
    "--from 规则集 -o CITY-YEAR.json [选项]", "--from RULESET -o CITY-YEAR.json [OPTIONS]")
  static let discussion = Words(
    "编号、城市和年度取自文件名；规则和条款照抄，对着新通知逐条改，再用 rules check 检查。",
    "Identifier, city and year are those of the file's name; rules and clauses are copied, to be changed one by one\n"
      + "with the new notice at hand. Then run rules check.")
  private static let from = Option(
    "--from", value: Words("规则集", "RULESET"), Words("照抄哪个规则集", "the rule set to start from"))
  static let options: [Option] = [from, .rulesDir, .output, .force]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(arguments.operands)
    guard let name = arguments[from] else {
      throw CommandError.usage(Words("缺少 --from", "--from is missing"))
    }
    guard let path = arguments[.output], path != "-" else {
      throw CommandError.usage(Words("缺少 -o CITY-YEAR.json", "-o CITY-YEAR.json is missing"))
    }
    try Output.refuse(toReplace: path, arguments)
    let source = try RuleFiles.source(name, RuleFiles.library(arguments))
    _ = try RuleFiles.decoded(source)
    let file = String(path.split(separator: "/").last ?? Substring(path))
    let id = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    guard let json = source.decode().json, let draft = RuleDraft.draft(from: json, id: id) else {
      throw CommandError.usage(
        Words(
          "文件名应如 qingdao-2026.json，而不是 \(file)",
          "the file is to be called as in qingdao-2026.json, not \(file)"))
    }
    let status = try RulesShow.write(draft.formatted(width: 110), arguments, console)
    console.say(
      Words(
        "已写出 \(path)。对着通知逐条修改，然后：cecredit rules check \(path)",
        "\(path) is written. Change it clause by clause, then: cecredit rules check \(path)"))
    return status
  }
}
