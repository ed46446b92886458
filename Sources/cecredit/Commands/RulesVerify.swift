import ContinuingEdCore

/// `cecredit rules check`
enum RulesCheck: Command {
  static let name = "rules check"
  static let summary = Words("检查规则文件", "check rule files")
  static let synopsis = Words("文件... [选项]", "FILE... [OPTIONS]")
  static let discussion = Words(
    "一次找出全部问题，注明行号和键。退出码：0 没有错误，1 有警告且用了 --strict，2 有错误。",
    "Finds everything at once, with line and key path. Exit status: 0 no errors, 1 warnings with --strict, 2 errors."
  )
  private static let strict = Option("--strict", Words("有警告时退出码为 1", "exit with 1 on warnings"))
  private static let format = Option.choice("--format", ["text", "json"], RulesShow.formatHelp)
  static let options: [Option] = [strict, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    if arguments.operands.isEmpty {
      throw CommandError.usage(Words("缺少规则文件", "there is no rule file to check"))
    }
    let library = try RuleFiles.library(arguments)
    var found: [RuleFault] = []
    for name in arguments.operands {
      let source = try RuleFiles.source(name, library)
      found += RuleChecks.check(source.content, file: source.file)
    }
    let report = RuleCheckReport(found)
    let status: ExitStatus =
      report.errors > 0 ? .failed : report.warnings > 0 && arguments.has(strict) ? .someoneShort : .ok
    let text = arguments[format] == "json" ? report.json().formatted() : report.text(in: console.language)
    return try RulesShow.write(text, arguments, console, status: status)
  }
}

/// `cecredit rules test`
enum RulesTest: Command {
  static let name = "rules test"
  static let summary = Words("运行规则文件的手算例子", "run the hand-computed cases of a rule file")
  static let synopsis = Words("文件 [--cases 例子文件] [选项]", "FILE [--cases CASES] [OPTIONS]")
  static let discussion = Words(
    "不写 --cases 时，例子在规则文件旁边的 CITY-YEAR.cases.json 里。\n"
      + "--mutate 把每个数字、日期、条件、名单和开关逐一改动，找出没有例子察觉的改动。\n"
      + "退出码：0 全部成立，1 有不成立的例子或未察觉的改动，2 文件有错。",
    "Without --cases, the cases are those of CITY-YEAR.cases.json beside the rule file.\n"
      + "--mutate changes every figure, date, need, list member and flag, one at a time, and reports which changes\n"
      + "no case notices. Exit status: 0 all hold, 1 some fail or some changes are not noticed, 2 a file is faulty."
  )
  static let cases = Option(
    "--cases", value: Words("例子文件", "CASES"), Words("手算例子的文件", "the file of hand-computed cases"))
  private static let mutate = Option("--mutate", Words("逐一改动规则，看例子能否察觉", "change the rules one at a time"))
  private static let format = Option.choice("--format", ["text", "json"], RulesShow.formatHelp)
  static let options: [Option] = [cases, mutate, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let bench = try RuleBench(arguments)
    let outcomes = bench.runner.run(under: bench.rules)
    let mutations =
      arguments.has(mutate) ? MutationRun(bench.json, file: bench.source.file, runner: bench.runner) : nil
    let report = CaseReport(bench.rules, bench.cases, outcomes, mutations: mutations)
    let text = arguments[format] == "json" ? report.json().formatted() : report.text(in: console.language)
    return try RulesShow.write(text, arguments, console, status: report.isClean ? .ok : .someoneShort)
  }
}

/// `cecredit rules coverage`
enum RulesCoverage: Command {
  static let name = "rules coverage"
  static let summary = Words("每个条款由哪些规则判断、由哪些例子说明", "which rules and cases stand for each clause")
  static let synopsis = Words("文件 [--cases 例子文件] [选项]", "FILE [--cases CASES] [OPTIONS]")
  static let discussion = Words(
    "退出码：0 每个要判断的条款都有例子，1 有条款没有例子，2 文件有错。",
    "Exit status: 0 each judged clause is shown by a case, 1 some are not, 2 a file is faulty.")
  private static let format = Option.choice("--format", ["text", "json"], RulesShow.formatHelp)
  static let options: [Option] = [RulesTest.cases, format, .rulesDir, .output]

  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let bench = try RuleBench(arguments)
    let coverage = RuleCoverage(bench.rules, json: bench.json, file: bench.source.file, runner: bench.runner)
    let text =
      arguments[format] == "json"
      ? coverage.json(bench.rules.id, bench.cases.cases).formatted()
      : coverage.text(bench.cases.cases, in: console.language)
    return try RulesShow.write(
      text, arguments, console, status: coverage.notShown.isEmpty ? .ok : .someoneShort)
  }
}

/// A rule file and its cases, ready to be run.
struct RuleBench {
  let source: RuleLibrary.Source
  let rules: RuleSet
  let json: JSONValue
  let cases: CaseFile
  let runner: CaseRunner

  /// The rule file that the command line names and the cases of `--cases`, or those beside it.
  init(_ arguments: Arguments) throws(CommandError) {
    let name = try RulesShow.takeOne(arguments.operands, Words("规则文件", "a rule file"))
    source = try RuleFiles.source(name, RuleFiles.library(arguments))
    rules = try RuleFiles.decoded(source)
    json = source.decode().json ?? JSONValue(.null)
    cases = try RuleBench.cases(arguments[RulesTest.cases], name)
    if cases.ruleSetID != rules.id {
      throw .failure(
        Words(
          "例子是 \(cases.ruleSetID) 的，不是 \(rules.id) 的",
          "the cases are those of \(cases.ruleSetID), not of \(rules.id)"))
    }
    do {
      runner = try CaseRunner(cases.cases, rules: rules)
    } catch {
      throw .failure(Words("例子读不了：\(error)", "the cases can't be read: \(error)"))
    }
  }

  private static func cases(_ path: String?, _ ruleFile: String) throws(CommandError) -> CaseFile {
    let beside = ruleFile.hasSuffix(".json") ? String(ruleFile.dropLast(5)) + ".cases.json" : nil
    guard let path = path ?? beside else {
      throw .usage(
        Words(
          "缺少 --cases：不知道 \(ruleFile) 的例子在哪里",
          "--cases is missing: where the cases of \(ruleFile) are is not known"))
    }
    let bytes = try RuleFiles.read(path)
    do {
      return try CaseDecoder.decode(bytes, file: path)
    } catch {
      throw RuleFiles.faulty(error.faults, Words("例子文件有错", "the case file has faults"))
    }
  }
}
