import ContinuingEdCore

/// `cecredit rules show`
enum RulesShow: Command {
  static let name = "rules show"
  static let summary = Words("用文字说明一个规则集", "show a rule set in words")
  static let synopsis = Words("规则集 [选项]", "RULESET [OPTIONS]")
  static let discussion = Words(
    """
    像一份通知摘要：要求、各类学习能得多少学时、需要什么、有何上限、平台、时段、备案、适用人员，每条都注明条款。

      cecredit rules show CITY-YEAR --clause 五1
    """,
    """
    A summary of the notice: what is required, what each activity brings, needs and
    is limited to, platforms, windows, filing, people; each statement with its
    clause.

      cecredit rules show CITY-YEAR --clause 五1
    """)
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
      case "json": return try write(sheet.json().formatted(), arguments, console, isForPeople: false)
      case "markdown": return try write(sheet.markdown(in: language), arguments, console)
      default: return try write(sheet.text(in: language), arguments, console)
      }
    }
    switch arguments[format] {
    case "json":
      return try write(
        String(decoding: source.content, as: UTF8.self), arguments, console, isForPeople: false)
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
    _ text: String, _ arguments: Arguments, _ console: Console, isForPeople: Bool = true,
    status: ExitStatus = .ok
  ) throws(CommandError) -> ExitStatus {
    // Rules that are read by their path are not written over.
    var places = OutputPlaces(
      inputs: (arguments.operands + [arguments[.rules]].compactMap { $0 }).filter(RuleFiles.isPath))
    if let path = arguments[.output] { try places.take(path) }
    let output = try console.openOutput(arguments[.output], isForPeople: isForPeople)
    try output.write(text)
    try output.finish()
    return status
  }
}
