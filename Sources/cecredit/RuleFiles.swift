import ContinuingEdCore

/// Rule files that a command works on as files, by identifier or path.
enum RuleFiles {
  /// The rule sets in the binary and those of one's own folders.
  static func library(_ arguments: Arguments) throws(CommandError) -> RuleLibrary {
    try RuleChoice.library(arguments)
  }

  /// A rule file by identifier or path, not decoded yet.
  static func source(_ name: String, _ library: RuleLibrary) throws(CommandError) -> RuleLibrary.Source {
    if let source = library.source(id: name) { return source }
    guard isPath(name) else {
      let list = library.ids.joined(separator: ", ")
      throw .usage(
        Words("没有规则集“\(name)”", "there is no rule set \"\(name)\"")
          + .didYouMean(library.suggestion(for: name))
          + Words("；可用：\(list)；自己的规则文件请写路径", "; there are: \(list); write the path of one of your own"))
    }
    let file = String(name.split(separator: "/").last ?? Substring(name))
    let id = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    return RuleLibrary.Source(id: id, file: name, bytes: try read(name))
  }

  /// The rule set of a file. Throws every fault of it, a line each.
  static func decoded(_ source: RuleLibrary.Source) throws(CommandError) -> RuleSet {
    let decoding = source.decode()
    if let rules = decoding.ruleSet { return rules }
    throw faulty(decoding.faults, Words("规则文件有错，没有使用", "the rule file has faults and is not used"))
  }

  /// The faults of a file below a heading.
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
