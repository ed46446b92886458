import ContinuingEdCore

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
