/// What `cecredit problems CODE` explains: what a code means, an example, and how to mend it.
package struct ProblemGuide: Sendable {
  /// The code that is explained.
  package let code: ProblemCode
  /// What was found, and what becomes of the row.
  package let meaning: String
  /// A cell or row that raises it.
  package let example: String
  /// What to do.
  package let remedy: String

  /// The explanation of a code.
  package init(_ code: ProblemCode, in language: Language) {
    let words = language.pick(ProblemGuideChinese.words(code), ProblemGuideEnglish.words(code))
    self.code = code
    (meaning, example, remedy) = words
  }

  /// All codes, problems before warnings, in the contract's order.
  package static let codes = ProblemCode.allCases

  /// The explanation of one code as a page of text.
  package func page(in language: Language) -> String {
    let isError = code.severity == .error
    let heading = language.pick(
      code.code + (isError ? "（问题：该行不使用）" : "（提醒：该行仍然使用）"),
      code.code + (isError ? " (problem: the row is not used)" : " (warning: the row is used)"))
    let (exampleHeading, remedyHeading) = language.pick(("例如", "怎么改"), ("Example", "Remedy"))
    return """
      \(heading)

      \(meaning)

      \(exampleHeading)
        \(example)

      \(remedyHeading)
        \(remedy)

      """
  }

  /// Every code with its meaning, one a line.
  package static func list(in language: Language) -> String {
    let width = (codes.map(\.code.count).max() ?? 0) + 2
    var text = ""
    for severity in [ProblemCode.Severity.error, .warning] {
      text +=
        severity == .error
        ? language.pick("问题（该行不使用）\n", "Problems (the row is not used)\n")
        : language.pick("\n提醒（该行仍然使用）\n", "\nWarnings (the row is used)\n")
      for code in codes where code.severity == severity {
        let padding = String(repeating: " ", count: width - code.code.count)
        text += "  \(code.code)\(padding)\(ProblemGuide(code, in: language).meaning)\n"
      }
    }
    return text
  }

  /// The code of a name, and where there is none the nearest one.
  package static func code(named name: String) -> (code: ProblemCode?, suggestion: String?) {
    let wanted = name.lowercased()
    if let code = codes.first(where: { $0.code == wanted }) { return (code, nil) }
    return (nil, NearMatch.nearest(to: wanted, in: codes.map(\.code)))
  }
}
