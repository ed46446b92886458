import Foundation
import Testing

/// The examples of comments and of the README stand in a file that is compiled from outside (Tests/Outside).
@Suite struct ExampleTests {
  /// A text without white space and without comments at the ends of lines.
  private static func bare(_ text: some StringProtocol) -> String {
    var bare = ""
    for line in text.split(separator: "\n") {
      let code = line.range(of: "  //").map { line[..<$0.lowerBound] } ?? line[...]
      bare += String(code.filter { !$0.isWhitespace })
    }
    return bare
  }

  /// The code in the comments of a file: what is indented by four columns more than the words.
  private static func examples(in text: String) -> [String] {
    var found: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmingPrefix { $0 == " " }
      guard line.hasPrefix("///     "), !line.hasPrefix("///       ") || isOpen else {
        isOpen = false
        continue
      }
      let code = String(line.dropFirst(8))
      if isOpen { found[found.count - 1] += "\n" + code } else { found.append(code) }
      isOpen = true
    }
    // The words of a list's item are indented too, and are no code.
    return found.filter { $0.contains("(") || $0.contains(" = ") }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: CitationTests.root.appending(path: path), encoding: .utf8)
  }

  /// By folder, the files whose first type has an example.
  static let types: [String] = [
    "Library": [
      "Localized", "Person", "RosterFacts", "EntryKind", "Entry", "RecordsFile", "ReadingOptions", "Problem",
      "Staff", "Judge", "Judgement", "Plan", "Explanation", "TitleJudge", "EntryID", "Timestamp", "Author",
      "Ledger",
    ],
    "Rules/Library": ["RuleSet", "RuleLibrary", "RuleFault", "WorkdayCalendar"],
    "Model": ["Hours", "Day", "Vocabulary"],
  ].flatMap { folder, names in names.map { folder + "/" + $0 } }.sorted()

  @Test("a type has an example, and it compiles", arguments: types)
  func example(file: String) throws {
    let compiled = Self.bare(try Self.text("Tests/Outside/Sources/outside/Examples.swift"))
    let examples = Self.examples(in: try Self.text("Sources/ContinuingEdCore/\(file).swift"))
    #expect(!examples.isEmpty)
    for example in examples { #expect(compiled.contains(Self.bare(example)), "\(example)") }
  }

  @Test("the README's example compiles, and its section is short")
  func readme() throws {
    let lines = try Self.text("README.md").split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "## As a library"))
    let section = lines[start...].dropFirst().prefix { !$0.hasPrefix("## ") }
    #expect(section.count <= 30)
    let code = section.drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" }
      .filter { !$0.hasPrefix("import ") }
    #expect(!code.isEmpty)
    let compiled = Self.bare(try Self.text("Tests/Outside/Sources/outside/Examples.swift"))
    #expect(compiled.contains(Self.bare(code.joined(separator: "\n"))))
  }
}
