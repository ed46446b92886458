import ContinuingEdCore
import Foundation

extension Option {
  static let rules = Option(
    "--rules", value: Words("规则集", "RULESET"),
    Words("规则集的编号（如 CITY-YEAR）或规则文件的路径", "a rule set, as in CITY-YEAR, or the path of a rule file"))
  static let city = Option(
    "--city", value: Words("城市", "CITY"),
    Words("城市，中文名或英文名，与 --year 同用", "a city in either language; with --year"))
  static let year = Option(
    "--year", value: Words("年度", "YEAR"), Words("年度，与 --city 同用", "the year; with --city"))
  static let rulesDir = Option(
    "--rules-dir", value: Words("文件夹", "DIR"), isRepeatable: true,
    Words(
      "再加一个规则文件夹（CITY-YEAR.json）；环境变量 CECREDIT_RULES_DIR 也可写几个，用冒号分开",
      "add a folder of rule files (CITY-YEAR.json); CECREDIT_RULES_DIR can name some too, with colons between"
    ))
}

/// Finds and reads rule files: those in the binary, folders of one's own, and single files by path.
enum RuleFiles {
  /// The rule sets in the binary and those of `--rules-dir` and `CECREDIT_RULES_DIR`.
  static func library(_ arguments: Arguments) throws(CommandError) -> RuleLibrary {
    let named = (Terminal.variable("CECREDIT_RULES_DIR") ?? "").split(separator: ":").map(String.init)
    var sources: [RuleLibrary.Source] = []
    for folder in named + arguments.all(.rulesDir) { sources += try files(in: folder) }
    return sources.isEmpty ? .embedded() : RuleLibrary.embedded().adding(sources)
  }

  private static func files(in folder: String) throws(CommandError) -> [RuleLibrary.Source] {
    var names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .failure(Words("读不了规则文件夹 \(folder)", "can't read the folder of rule files \(folder)"))
    }
    names = names.filter {
      $0.hasSuffix(".json") && !$0.hasSuffix(".cases.json") && !$0.hasSuffix(".schema.json")
    }
    var sources: [RuleLibrary.Source] = []
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      sources.append(RuleLibrary.Source(id: String(name.dropLast(5)), file: path, bytes: try read(path)))
    }
    return sources
  }

  /// A rule file by identifier or path, not decoded yet.
  static func source(
    _ name: String, _ library: RuleLibrary
  ) throws(CommandError) -> RuleLibrary.Source {
    if isPath(name) {
      let file = String(name.split(separator: "/").last ?? Substring(name))
      let id = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
      return RuleLibrary.Source(id: id, file: name, bytes: try read(name))
    }
    guard let source = library.source(id: name) else {
      throw failure(.unknown(name, suggestion: library.suggestion(for: name), known: library.ids))
    }
    return source
  }

  /// The rule set of a file.
  static func decoded(_ source: RuleLibrary.Source) throws(CommandError) -> RuleSet {
    let decoding = source.decode()
    guard let rules = decoding.ruleSet else { throw failure(.faulty(decoding.faults)) }
    return rules
  }

  /// Why a rule set could not be had, with every fault on a line of its own.
  static func failure(_ failure: RuleLibrary.Failure) -> CommandError {
    switch failure {
    case .unknown(let name, let suggestion, let known):
      let list = known.joined(separator: ", ")
      return .usage(
        Words("没有规则集“\(name)”", "there is no rule set \"\(name)\"") + .didYouMean(suggestion)
          + Words("；可用：\(list)；自己的规则文件请写路径", "; there are: \(list); write the path of one of your own"))
    case .faulty(let faults):
      return faulty(faults, Words("规则文件有错，没有使用", "the rule file has faults and is not used"))
    }
  }

  /// The faults of a file below a heading, a line each.
  static func faulty(_ faults: [RuleFault], _ heading: Words) -> CommandError {
    func list(_ language: Language) -> String {
      faults.map { "\n" + $0.description(in: language) }.joined()
    }
    return .failure(heading + Words("：" + list(.chinese), ":" + list(.english)))
  }

  /// What holds a slash or ends in .json is a path; `-` is standard input.
  static func isPath(_ name: String) -> Bool { name == "-" || name.contains("/") || name.hasSuffix(".json") }

  /// The bytes of a small file.
  static func read(_ path: String) throws(CommandError) -> [UInt8] {
    try FileBytes.read(path == "-" ? "/dev/stdin" : path)
  }
}
