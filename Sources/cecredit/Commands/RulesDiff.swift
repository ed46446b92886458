import ContinuingEdCore

/// `cecredit rules diff`
enum RulesDiff: Command {
  static let name = "rules diff"
  static let summary = Words("比较两个规则集", "what changes between two rule sets")
  static let synopsis = Words("规则集甲 规则集乙 [--with 登记表...] [选项]", "A B [--with FILE...] [OPTIONS]")
  static let discussion = Words(
    """
    要求、学习、上限、时段、平台、条件有何不同。用 --with 给出登记表时，再列出结论会变的人：两个规则集年度不同时，把乙的规则和时段挪到甲的年度来判断。

      cecredit rules diff 规则集甲 规则集乙 --with 登记表.csv
    """,
    """
    Requirements, activities, limits, windows, platforms, needs. With --with, also
    whose verdict would be another: if the years differ, the rules and windows of B
    are moved to the year of A.

      cecredit rules diff A B --with staff.csv
    """)
  private static let with = Option(
    "--with", value: Words("登记表", "FILE"), isRepeatable: true,
    Words("登记表；列出结论会变的人", "a records file: list the people whose verdict would be another"))
  private static let roster = Option("--roster", value: Words("花名册", "FILE"), Words("花名册", "a roster"))
  private static let format = Option.choice("--format", ["text", "json"], RulesShow.formatHelp)
  static let options: [Option] = [with, roster, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let names = arguments.operands
    guard names.count >= 2 else {
      throw CommandError.usage(Words("要写两个规则集", "two rule sets are needed"))
    }
    if !arguments.has(with) { try RulesShow.takeNone(Array(names.dropFirst(2))) }
    let library = try RuleFiles.library(arguments)
    let a = try RuleFiles.decoded(RuleFiles.source(names[0], library))
    let b = try RuleFiles.decoded(RuleFiles.source(names[1], library))
    let files = arguments.all(with) + names.dropFirst(2)
    if files.isEmpty, arguments.has(roster) {
      throw CommandError.usage(Words("--roster 要与 --with 同用", "--roster needs --with"))
    }
    let isJSON = arguments[format] == "json"
    // What programs read is worded the same in every language.
    let diff = RuleDiff(from: a, to: b, in: isJSON ? .chinese : console.language)
    let comparison = files.isEmpty ? nil : try compare(a, b, files, arguments[roster])
    if isJSON {
      return try RulesShow.write(
        diff.json(flips: comparison?.flips).formatted(), arguments, console, isForPeople: false)
    }
    let flips = comparison?.text(in: console.language) ?? ""
    return try RulesShow.write(diff.text(in: console.language) + flips, arguments, console)
  }

  private static func compare(
    _ a: RuleSet, _ b: RuleSet, _ files: [String], _ roster: String?
  ) throws(CommandError) -> VerdictComparison {
    do {
      return try VerdictComparison(
        a, b, files: files.map { $0 == "-" ? .standardInput : .path($0) }, roster: roster.map { .path($0) })
    } catch {
      throw .failure(Words("登记表读不了：\(error)", "the records can't be read: \(error)"))
    }
  }
}
