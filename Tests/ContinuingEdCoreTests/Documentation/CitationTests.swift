import Foundation
import Testing

/// A comment that cites an article of the catalog, as in `Judging: Worth, Limits`, cites headings that are there.
@Suite struct CitationTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// By the name of an article, its headings.
  private static func articles() throws -> [String: Set<String>] {
    let catalog = root.appending(path: "Sources/ContinuingEdCore/Documentation.docc")
    let pages = try FileManager.default.contentsOfDirectory(at: catalog, includingPropertiesForKeys: nil)
    return Dictionary(
      uniqueKeysWithValues: try pages.filter { $0.pathExtension == "md" }.map { page in
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        let headings = lines.filter { $0.hasPrefix("#") }.map {
          $0.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
        }
        return (page.deletingPathExtension().lastPathComponent, Set(headings))
      })
  }

  /// The Swift files of the project, by their paths within it.
  private static func sources() -> [String] {
    ["Sources", "Tests"].flatMap { folder in
      let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      return (files?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }.sorted()
  }

  /// The comments of a text, those on lines that follow each other as one.
  private static func comments(of text: String) -> [String] {
    var found: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let slashes = line.range(of: "//") else {
        isOpen = false
        continue
      }
      let words = line[slashes.upperBound...].drop { $0 == "/" }.trimmingCharacters(in: .whitespaces)
      let isWhole = line[..<slashes.lowerBound].allSatisfy { $0 == " " }
      if isWhole, isOpen, let last = found.popLast() {
        found.append("\(last) \(words)")
      } else {
        found.append(words)
      }
      isOpen = isWhole
    }
    return found
  }

  /// What a comment cites and is not there.
  private static func faults(of comment: String, _ articles: [String: Set<String>]) -> [String] {
    articles.keys.sorted().flatMap { article in
      comment.ranges(of: "\(article): ").flatMap { place -> [String] in
        let before = comment[..<place.lowerBound].last
        if let before, before.isLetter || before.isNumber { return [] }
        let cited = comment[place.upperBound...].prefix { !".;:)`".contains($0) }
        guard cited.first?.isUppercase == true else { return [] }
        return cited.components(separatedBy: ", ").compactMap { heading in
          articles[article]?.contains(heading.trimmingCharacters(in: .whitespaces)) == true
            ? nil : "\(article): \(heading)"
        }
      }
    }
  }

  @Test func everyCommentCitesWhatIsThere() throws {
    let articles = try Self.articles()
    var cited = 0
    for file in Self.sources() {
      let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
      for comment in Self.comments(of: text) {
        let faults = Self.faults(of: comment, articles)
        #expect(faults.isEmpty, "\(file): no such heading: \(faults)")
        if articles.keys.contains(where: { comment.contains("\($0): ") }) { cited += 1 }
      }
    }
    #expect(cited > 100, "hardly any comment cites an article: are they still found?")
  }

  @Test(
    "a fault put in on purpose is found",
    arguments: [
      ("(Judging: Worth).", []), ("Judging: Worth, Limits. More", []),
      ("(Judging: Value).", ["Judging: Value"]),
      ("(Rosters: Columns; Judging: Worth, Value)", ["Judging: Value"]), ("misJudging: Nothing", []),
    ] as [(String, [String])])
  func faultsAreFound(comment: String, expected: [String]) throws {
    #expect(Self.faults(of: comment, try Self.articles()) == expected)
  }
}

/// An article that leads to a file of the sources leads to one that is there.
@Suite struct ArticleFilesTests {
  @Test func everyFileThatAnArticleNamesIsThere() throws {
    let sources = CitationTests.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    let names = Set(files.map { URL(fileURLWithPath: $0).lastPathComponent })
    var named = 0
    for article in files where article.hasSuffix(".md") {
      let text = try String(contentsOf: sources.appending(path: article), encoding: .utf8)
      for match in text.matches(of: /`([\w+]+\.swift)`/) {
        named += 1
        if match.1 == "Package.swift" { continue }
        #expect(names.contains(String(match.1)), "\(article): there is no \(match.1)")
      }
    }
    #expect(named > 20)
  }
}
