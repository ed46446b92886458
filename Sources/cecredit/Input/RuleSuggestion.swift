import ContinuingEdCore

/// Which rule set somebody who names none may have meant: one that fits what the files hold. It is suggested, and never
/// taken for said (CommandLine: At a desk).
struct RuleSuggestion {
  private let ids: [String]
  private let known: [String]
  private let operands: [String]

  /// Looks into the files of a command line, as far as they can be read once more.
  init(_ arguments: Arguments, _ library: RuleLibrary) {
    known = library.ids
    operands = arguments.operands
    guard arguments.accepts(.map), !operands.isEmpty, !operands.contains("-"),
      let input = try? RecordsInput(arguments), let records = try? Importer(input.options).read(input.files)
    else {
      ids = []
      return
    }
    ids = RuleFit(records).best(of: library.sources.compactMap { $0.decode().ruleSet }).map(\.id)
  }

  /// The error that says which rule sets there are, and what to type next.
  func error() -> CommandError {
    let list = known.joined(separator: ", ")
    var words = Words(
      "要用 --rules（或 --city 和 --year）选定规则集，可用的有：\(list)",
      "choose a rule set by --rules, or by --city and --year; there are: \(list)")
    guard let first = ids.first else { return .usage(words) }
    let fitting = ids.joined(separator: ", ")
    let files = operands.map(RuleSuggestion.quoted).joined(separator: " ")
    words =
      words
      + Words(
        "\n按文件中的日期，合适的是 \(fitting)：… \(files) --rules \(first)",
        "\nby the dates in the files, \(fitting) would fit: … \(files) --rules \(first)")
    return .usage(words)
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x7F || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "./-_+=:,@%".unicodeScalars.contains(scalar)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
