import Testing

@testable import ContinuingEdCore

@Suite struct RuleChecksTests {
  @Test(arguments: RuleLibrary.embedded().ids)
  func `nothing is doubtful in the shipped rule files`(id: String) throws {
    let source = try #require(RuleLibrary.embedded().source(id: id))
    let found = RuleChecks.check(source.content, file: source.file)
    #expect(found.isEmpty, "\(found.map { $0.description(in: .english) })")
  }
}
