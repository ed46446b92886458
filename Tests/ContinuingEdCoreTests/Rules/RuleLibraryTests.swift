import Testing

@testable import ContinuingEdCore

@Suite struct RuleLibraryTests {
  @Test func `five rule sets are in the binary`() {
    #expect(
      RuleLibrary.embedded().ids == [
        "heze-2022", "jinan-2021", "jining-2020", "yantai-2023", "zaozhuang-2023",
      ])
  }

  @Test(arguments: ["菏泽", "菏泽市", "heze", "HEZE", " 菏泽 "])
  func `a city is found by any of its names`(name: String) throws {
    #expect(try RuleLibrary.embedded().ruleSet(city: name, year: 2022).id == "heze-2022")
  }

  @Test func `a city without a rule set for the year is unknown`() {
    #expect(throws: RuleLibrary.Failure.self) { try RuleLibrary.embedded().ruleSet(city: "菏泽", year: 2023) }
  }

  @Test func `a misspelt identifier gets a suggestion`() {
    let library = RuleLibrary.embedded()
    let expected = RuleLibrary.Failure.unknown("hese-2022", suggestion: "heze-2022", known: library.ids)
    #expect(throws: expected) { try library.ruleSet(id: "hese-2022") }
    #expect(library.suggestion(for: "qqq") == nil)
  }

  @Test func `a file of one's own replaces the one in the binary`() throws {
    let own = RuleLibrary.Source(id: "heze-2022", file: "/own/heze-2022.json", bytes: Array("{".utf8))
    let library = RuleLibrary.embedded().adding([own])
    #expect(library.ids.count == 5)
    #expect(throws: RuleLibrary.Failure.self) { try library.ruleSet(id: "heze-2022") }
    #expect(try library.ruleSet(id: "jining-2020").year == 2020)
  }

  @Test(arguments: [
    ("trainig", "training"), ("wrokshop", "workshop"), ("xyz", nil), ("", nil), ("五", nil),
    ("TRAINING", "training"),
  ])
  func `the nearest word is suggested only when it is near`(text: String, word: String?) {
    #expect(NearMatch.nearest(to: text, in: ["online", "training", "workshop"]) == word)
  }
}
