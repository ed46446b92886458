import Foundation
import Testing

@testable import ContinuingEdCore

/// The hand-computed cases of the shipped rule sets: all hold, and every change of a rule is noticed by one.
@Suite struct ShippedCasesTests {
  static let ids = RuleLibrary.embedded().ids

  static func load(_ id: String) throws -> (source: RuleLibrary.Source, cases: CaseFile) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "Cases/\(id).json")))
    let source = try #require(RuleLibrary.embedded().source(id: id))
    return (source, try CaseDecoder.decode(bytes, file: "\(id).json"))
  }

  @Test(arguments: ids)
  func `every case holds`(id: String) throws {
    let (source, file) = try ShippedCasesTests.load(id)
    let rules = try #require(source.decode().ruleSet)
    #expect(file.ruleSetID == id)
    let outcomes = try CaseRunner(file.cases, rules: rules).run(under: rules)
    #expect(outcomes.count == file.cases.count)
    for outcome in outcomes where !outcome.mismatches.isEmpty {
      Issue.record("\(file.cases[outcome.index].name): \(outcome.mismatches)")
    }
  }

  @Test(arguments: ids)
  func `cases cite clauses of the notice`(id: String) throws {
    let (source, file) = try ShippedCasesTests.load(id)
    let locators = Set(try #require(source.decode().ruleSet).clauses.map(\.locator))
    for item in file.cases { #expect(locators.isSuperset(of: item.clauses), "\(item.name): \(item.clauses)") }
  }

  @Test(arguments: ids)
  func `every change of a rule is noticed by a case`(id: String) throws {
    let (source, file) = try ShippedCasesTests.load(id)
    let decoding = source.decode()
    let (rules, json) = (try #require(decoding.ruleSet), try #require(decoding.json))
    let run = MutationRun(json, file: source.file, runner: try CaseRunner(file.cases, rules: rules))
    #expect(run.results.count > 50)
    let unnoticed = run.unnoticed.map { "\($0.path) \($0.change)" }
    #expect(unnoticed.isEmpty, "\(unnoticed.joined(separator: "\n"))")
  }
}
