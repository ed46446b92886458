import ContinuingEdCore

/// `cecredit demo [DIR]`: a folder with samples, and what to try on them.
enum Demo: Command {
  static let name = "demo"
  static let summary = Words("建一个有示例的文件夹，并说明可以试什么", "make a folder with samples, and say what to try")
  static let synopsis = Words("[文件夹] [选项]", "[DIR] [OPTIONS]")
  static let discussion = Words(
    """
    示例由规则集得出：一个达标、一个不足、一个待审的人，和一行有错的登记。文件夹里的 cecredit.json 记住规则集，所以在那里不用写 --rules。不写规则集时用年度最新的。

      cecredit demo
      cecredit demo 试一试 --rules CITY-YEAR
    """,
    """
    The samples come from a rule set: somebody who complies, somebody who is short, somebody who waits for approval, and
    a row with a mistake. cecredit.json in the folder names the rule set, so that --rules need not be typed there. By
    default the rule set is of the last year that there is.

      cecredit demo
      cecredit demo try --rules CITY-YEAR
    """)
  static let options: [Option] = Option.ruleChoice + [.force]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    try RulesShow.takeNone(Array(arguments.operands.dropFirst()))
    let name = arguments.operands.first ?? console.language.pick("cecredit-示例", "cecredit-demo")
    let rules = try rules(arguments)
    let samples = try DemoFiles(rules, console.language)
    let folder = OutputFolder(name.hasSuffix("/") ? name : name + "/")
    for file in samples.files { try Output.refuse(toReplace: folder.path(of: file.name), arguments) }
    try folder.create()
    for file in samples.files {
      let output = try Output(path: folder.path(of: file.name))
      try output.write(file.text)
      try output.finish()
    }
    return try console.print(samples.whatToTry(in: name).text(in: console.language))
  }

  /// The rule set that is named, else the first of the last year.
  private static func rules(_ arguments: Arguments) throws(CommandError) -> RuleSet {
    if RuleChoice.isNamed(arguments) { return try RuleChoice(arguments).own }
    let library = try RuleFiles.library(arguments)
    let last = library.sources.compactMap(\.year).max()
    guard let source = library.sources.first(where: { $0.year == last }) else {
      throw .failure(Words("没有规则集", "there is no rule set"))
    }
    return try RuleFiles.decoded(source)
  }
}
