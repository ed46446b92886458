import Testing

@testable import ContinuingEdCore

@Suite struct CaseRunnerTests {
  private static func caseFile(_ inner: String = "") -> String {
    """
    {"ruleset": "heze-2022", "cases": [{"name": "n", "why": "w", "clauses": ["五3"], "asOf": null, "roster": null,
      "entries": [{"category": "training", "hours": "12", "start": "2022-07-01", "filing": "备1"}],
      "expect": {"verdict": "short", "required": {}, "credited": {"professional": 8}, "ifApproved": {},
        "shortfall": {}, "findings": [],
        "entries": [{"row": 1, "subject": "professional", "worth": 12, "credited": 8, "state": "confirmed",
          "reasons": [], "losses": [{"reason": "daily-cap", "hours": 4, "clause": "五3"}]}]}}]}
    """
  }

  private func outcome(replacing old: String, with new: String) throws -> [CaseMismatch] {
    let text = CaseRunnerTests.caseFile().replacing(old, with: new)
    let file = try CaseDecoder.decode(Array(text.utf8), file: "a.cases.json")
    let rules = try RuleLibrary.embedded().ruleSet(id: "heze-2022")
    let outcomes = try CaseRunner(file.cases, rules: rules).run(under: rules)
    return try #require(outcomes.first).mismatches
  }

  @Test func `a case that fails as the rules are notices no change`() throws {
    let source = try #require(RuleLibrary.embedded().source(id: "heze-2022"))
    let (rules, json) = (try #require(source.decode().ruleSet), try #require(source.decode().json))
    func noticed(_ text: String) throws -> Int {
      let file = try CaseDecoder.decode(Array(text.utf8), file: "a.cases.json")
      let run = MutationRun(json, file: source.file, runner: try CaseRunner(file.cases, rules: rules))
      return run.results.count - run.unnoticed.count
    }
    #expect(try noticed(CaseRunnerTests.caseFile()) > 0)
    #expect(try noticed(CaseRunnerTests.caseFile().replacing("\"worth\": 12", with: "\"worth\": 11")) == 0)
  }

  @Test func `a case that holds has no mismatch`() throws {
    #expect(try outcome(replacing: "", with: "").isEmpty)
  }

  @Test(arguments: [
    ("\"verdict\": \"short\"", "\"verdict\": \"pending\"", "verdict", "pending", "short"),
    ("\"professional\": 8", "\"professional\": 9", "credited.professional", "9", "8"),
    ("\"required\": {}", "\"required\": {\"total\": 80}", "required.total", "80", "90"),
    ("\"worth\": 12", "\"worth\": 11", "entries[0].worth", "11", "12"),
    ("\"hours\": 4,", "\"hours\": 3,", "entries[0].losses[0].hours", "3", "4"),
    (
      "\"hours\": 4, \"clause\": \"五3\"", "\"hours\": 4, \"clause\": \"五1\"", "entries[0].losses[0].clause",
      "五1", "五3"
    ),
    ("\"findings\": []", "\"findings\": [\"filed-early\"]", "findings", "[filed-early]", "[]"),
    ("\"reasons\": []", "\"reasons\": [\"in-review\"]", "entries[0].reasons", "[in-review]", "[]"),
  ])
  func `a case that fails says what was expected and what came`(
    old: String, new: String, place: String, expected: String, got: String
  ) throws {
    #expect(
      try outcome(replacing: old, with: new) == [CaseMismatch(place: place, expected: expected, got: got)])
  }

  @Test(arguments: [
    ("\"why\": \"w\",", "", "cases[0]", RuleFault.Kind.missingKey("why")),
    (
      "\"filing\":", "\"filling\":", "cases[0].entries[0].filling",
      .unknownKey("filling", suggestion: "filing")
    ),
    (
      "\"hours\": \"12\"", "\"hours\": 12", "cases[0].entries[0].hours",
      .wrongType(found: .number, wanted: .text)
    ),
    (
      "\"state\": \"confirmed\"", "\"state\": \"confirm\"", "cases[0].expect.entries[0].state",
      .unknownWord("confirm", known: ["confirmed", "pending", "rejected"], suggestion: "confirmed")
    ),
    ("\"worth\": 12", "\"worth\": 1e1", "cases[0].expect.entries[0].worth", .badHours("1e1")),
    ("\"asOf\": null", "\"asOf\": \"2022-13-01\"", "cases[0].asOf", .badDate("2022-13-01")),
    ("\"cases\": [", "\"cases\": [], \"x\": [", "cases", .emptyList),
  ])
  func `a slip in a case file is a located fault`(
    old: String, new: String, path: String, kind: RuleFault.Kind
  ) {
    let text = CaseRunnerTests.caseFile().replacing(old, with: new)
    do {
      _ = try CaseDecoder.decode(Array(text.utf8), file: "a.cases.json")
      Issue.record("no fault")
    } catch {
      #expect(error.faults.contains { $0.keyPath == path && $0.kind == kind }, "\(error.faults)")
    }
  }

  @Test func `two cases can't have one name`() {
    let text = CaseRunnerTests.caseFile().replacing("}]}}]}", with: "}]}}, {\"name\": \"n\"}]}")
    #expect(throws: RuleFaults.self) { try CaseDecoder.decode(Array(text.utf8), file: "a") }
  }
}
