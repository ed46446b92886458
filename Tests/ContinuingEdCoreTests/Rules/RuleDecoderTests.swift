import Testing

@testable import ContinuingEdCore

/// Faults are made by replacing one text of a rule file that is otherwise in order.
@Suite struct RuleDecoderTests {
  static let sound = """
    {"format": 2, "id": "anywhere-2024", "city": {"en": "anywhere", "zh": ["某市"]}, "year": 2024,
    "notice": {"title": "t", "number": "none", "date": "2024-01-02", "issuer": "i"},
    "clauses": [{"at": "一", "says": "s", "judged": "yes"}, {"at": "二", "says": "s", "judged": {"no": "r"}}],
    "requirements": {"total": {"hours": 90, "clause": "一"}, "public": {"hours": 30, "clause": "一"},
      "professional": {"hours": 60.5, "clause": "一"}, "modules": "none"},
    "grounds": {"duplicate": "一", "review-rejected": "一", "category-not-recognized": "一",
      "subject-not-allowed": "一", "not-passed": "一", "outside-year": "一", "in-review": "一"},
    "seriesGroups": [{"name": "nurses", "containing": ["护理"], "clause": "一"}],
    "windows": [{"name": "summer", "from": "2024-06-01", "to": "2024-08-31", "clause": "一"}],
    "dayLimits": [{"name": "eight", "hours": 8, "clause": "一"}],
    "yearLimits": [{"name": "thirty", "public": "none", "professional": 30, "clause": "一"}],
    "platforms": [{"name": "P", "otherNames": [], "hosts": [], "shortNames": [], "choice": "no",
      "closedToGroups": [], "clause": "一"}],
    "onePlatformAYear": "none",
    "activities": [{"category": "training", "subjects": ["public"], "series": "nurses",
      "levels": "any", "words": "any", "platform": "any", "basis": {"perItem": 10},
      "needs": [{"what": "filing", "clause": "一"}], "amount": "in-notice",
      "study": "anywhere",
      "window": "summer", "dayLimit": "eight", "yearLimit": "thirty", "clause": "一"}],
    "finalReview": "verified", "filingTerm": "none", "reviewCutoff": "none", "makeUpStudy": "not-stated", "otherSchemes": [],
    "leave": "none", "titleApplications": "none"}
    """

  static func decode(replacing old: String = "", with new: String = "") -> RuleDecoding {
    var text = sound
    if let range = text.firstRange(of: old) { text.replaceSubrange(range, with: new) }
    return RuleDecoder.decode(Array(text.utf8), file: "a.json")
  }

  @Test func `a file in order is a rule set`() throws {
    let decoding = RuleDecoderTests.decode()
    #expect(decoding.faults.isEmpty)
    let ruleSet = try #require(decoding.ruleSet)
    #expect(ruleSet.id == "anywhere-2024")
    #expect(ruleSet.requirements.professional.hours.hundredths == 6050)
    #expect(ruleSet.clauses.map(\.notJudged) == [nil, "r"])
    let activity = try #require(ruleSet.activities.first)
    #expect(activity.basis == .perItem(Hours(10)))
    #expect((activity.seriesGroup, activity.window, activity.dayLimit, activity.yearLimit) == (0, 0, 0, 0))
  }

  struct Broken: Sendable {
    var old: String
    var new: String
    var line: Int
    var path: String
    var kind: RuleFault.Kind
  }

  private static let choices = RuleFault.Shape.choice(
    words: ["none"], keys: ["daysBefore", "workingDaysBefore"])

  @Test(arguments: [
    Broken(old: "\"leave\": \"none\", ", new: "", line: 1, path: "", kind: .missingKey("leave")),
    Broken(
      old: "\"windows\"", new: "\"window\"", line: 9, path: "window",
      kind: .unknownKey("window", suggestion: "windows")),
    Broken(
      old: "\"issuer\": \"i\"", new: "\"issuer\": \"i\", \"title\": \"u\"", line: 2, path: "notice.title",
      kind: .duplicateKey("title")),
    Broken(
      old: "{\"perItem\": 10}", new: "{\"perItem\": 10, \"perDay\": 8}", line: 16,
      path: "activities[0].basis",
      kind: .twoChoices("perItem", "perDay")),
    Broken(
      old: "{\"perItem\": 10}", new: "{}", line: 16, path: "activities[0].basis",
      kind: .noChoice([
        "perItem", "byLevel", "perDay", "perMonth", "fixed", "perHour", "per", "perHalfDay", "first", "sum",
        "least",
        "most",
        "declaredElse", "percent", "rounded", "table", "outsideNotice",
      ])),
    Broken(
      old: "{\"perItem\": 10}", new: "\"declard\"", line: 16, path: "activities[0].basis",
      kind: .unknownWord("declard", known: ["declared"], suggestion: "declared")),
    Broken(
      old: "\"window\": \"summer\"", new: "\"window\": \"sumer\"", line: 19, path: "activities[0].window",
      kind: .unknownName("sumer", list: "windows", suggestion: "summer")),
    Broken(
      old: "\"dayLimit\": \"eight\"", new: "\"dayLimit\": \"nine\"", line: 19, path: "activities[0].dayLimit",
      kind: .unknownName("nine", list: "dayLimits", suggestion: nil)),
    Broken(
      old: "\"yearLimit\": \"thirty\"", new: "\"yearLimit\": \"thirti\"", line: 19,
      path: "activities[0].yearLimit",
      kind: .unknownName("thirti", list: "yearLimits", suggestion: "thirty")),
    Broken(
      old: "\"series\": \"nurses\"", new: "\"series\": \"nurse\"", line: 15, path: "activities[0].series",
      kind: .unknownName("nurse", list: "seriesGroups", suggestion: "nurses")),
    Broken(
      old: "\"filing\", \"clause\": \"一\"", new: "\"filing\", \"clause\": \"三\"", line: 17,
      path: "activities[0].needs[0].clause", kind: .unknownName("三", list: "clauses", suggestion: nil)),
    Broken(
      old: "\"training\"", new: "\"trainning\"", line: 15, path: "activities[0].category",
      kind: .unknownWord("trainning", known: Category.allCases.map(\.code), suggestion: "training")),
    Broken(
      old: "[\"public\"]", new: "[\"public\", \"public\"]", line: 15, path: "activities[0].subjects[1]",
      kind: .repeated("public")),
    Broken(
      old: "[\"public\"]", new: "[]", line: 15, path: "activities[0].subjects",
      kind: .wrongSubjects(.training)),
    Broken(
      old: "\"hours\": 90", new: "\"hours\": \"90\"", line: 4, path: "requirements.total.hours",
      kind: .wrongType(found: .string, wanted: .hours)),
    Broken(
      old: "\"hours\": 90", new: "\"hours\": 1e99", line: 4, path: "requirements.total.hours",
      kind: .badHours("1e99")),
    Broken(
      old: "\"hours\": 90", new: "\"hours\": 0.005", line: 4, path: "requirements.total.hours",
      kind: .badHours("0.005")),
    Broken(
      old: "\"hours\": 90", new: "\"hours\": -3", line: 4, path: "requirements.total.hours",
      kind: .badHours("-3")),
    Broken(
      old: "\"public\": \"none\"", new: "\"public\": null", line: 11, path: "yearLimits[0].public",
      kind: .wrongType(found: .null, wanted: .hoursOrNone)),
    Broken(
      old: "2024-01-02", new: "2024-02-30", line: 2, path: "notice.date", kind: .badDate("2024-02-30")),
    Broken(
      old: "2024-08-31", new: "2024-05-31", line: 9, path: "windows[0].to", kind: .endBeforeStart),
    Broken(
      old: "\"year\": 2024", new: "\"year\": 20.5", line: 1, path: "year",
      kind: .badWholeNumber("20.5", 1900...2100)),
    Broken(
      old: "anywhere-2024", new: "anywhere-2023", line: 1, path: "id",
      kind: .idMismatch(found: "anywhere-2023", wanted: "anywhere-2024")),
    Broken(
      old: "\"anywhere\"", new: "\"../x\"", line: 1, path: "city.en", kind: .badName("../x")),
    Broken(
      old: "[\"某市\"]", new: "[]", line: 1, path: "city.zh", kind: .emptyList),
    Broken(
      old: "\"title\": \"t\"", new: "\"title\": \" \"", line: 2, path: "notice.title", kind: .emptyText),
    Broken(
      old: "\"at\": \"二\"", new: "\"at\": \"一\"", line: 3, path: "clauses[1].at", kind: .repeated("一")),
    Broken(
      old: "\"choice\": \"no\"", new: "\"choice\": false", line: 12, path: "platforms[0].choice",
      kind: .wrongType(found: .bool, wanted: .yesNo)),
    Broken(
      old: "\"filingTerm\": \"none\"", new: "\"filingTerm\": 5", line: 20, path: "filingTerm",
      kind: .wrongType(found: .number, wanted: choices)),
    Broken(
      old: "\"filingTerm\": \"none\"", new: "\"filingTerm\": {\"daysBefore\": 15}", line: 20,
      path: "filingTerm",
      kind: .missingKey("clause")),
    Broken(
      old: "\"filingTerm\": \"none\"", new: "\"filingTerm\": {\"daysBefore\": 15, \"clause\": \"一\"}",
      line: 20, path: "filingTerm", kind: .missingKey("categories")),
    Broken(
      old: "\"levels\": \"any\"", new: "\"levels\": [\"national\", \"regional\"]", line: 16,
      path: "activities[0].levels[1]",
      kind: .unknownWord("regional", known: Level.allCases.map(\.code), suggestion: nil)),
    Broken(
      old: "\"levels\": \"any\"", new: "\"levels\": []", line: 16, path: "activities[0].levels",
      kind: .emptyList),
    Broken(
      old: "\"words\": \"any\"", new: "\"words\": \"知识更新\"", line: 16, path: "activities[0].words",
      kind: .unknownWord("知识更新", known: ["any"], suggestion: nil)),
    Broken(
      old: "\"platform\": \"any\"", new: "\"platform\": {\"listed\": \"三\"}", line: 16,
      path: "activities[0].platform.listed", kind: .unknownName("三", list: "clauses", suggestion: nil)),
    Broken(
      old: "\"finalReview\": \"verified\"",
      new: "\"finalReview\": {\"step\": \"verified\", \"clause\": \"一\"}", line: 20,
      path: "finalReview.step",
      kind: .unknownWord("verified", known: ["declared", "unit", "department"], suggestion: nil)),
    Broken(
      old: "\"makeUpStudy\": \"not-stated\"",
      new: "\"makeUpStudy\": {\"openUntil\": \"2024-12-31\", \"clause\": \"一\"}", line: 20,
      path: "makeUpStudy.openUntil", kind: .endBeforeStart),
    Broken(
      old: "\"makeUpStudy\": \"not-stated\"", new: "\"makeUpStudy\": {}", line: 20, path: "makeUpStudy",
      kind: .noChoice(["closedAfterYear", "openUntil"])),
    Broken(
      old: "\"filingTerm\": \"none\"",
      new: "\"filingTerm\": {\"daysBefore\": 0, \"categories\": [], \"clause\": \"一\"}",
      line: 20,
      path: "filingTerm.daysBefore", kind: .badWholeNumber("0", 1...366)),
    Broken(
      old: "\"otherSchemes\": []", new: "\"otherSchemes\": {}", line: 20, path: "otherSchemes",
      kind: .wrongType(found: .object, wanted: .list)),
    Broken(
      old: "\"name\": \"eight\"", new: "\"name\": \"none\"", line: 10, path: "dayLimits[0].name",
      kind: .badName("none")),
  ])
  func `one slip is a fault with its line and key path`(broken: Broken) throws {
    let decoding = RuleDecoderTests.decode(replacing: broken.old, with: broken.new)
    #expect(decoding.ruleSet == nil)
    let fault = try #require(
      decoding.faults.first { $0.keyPath == broken.path && $0.kind == broken.kind },
      "found \(decoding.faults.map { $0.description(in: .english) })")
    #expect(fault.line == broken.line)
    for language in Language.allCases { #expect(!fault.message(in: language).isEmpty) }
  }

  @Test func `all faults are found, in order of line`() {
    var text = RuleDecoderTests.sound
    for (old, new) in [
      ("\"hours\": 90", "\"hours\": -1"), ("\"summer\", \"from\"", "\"x\", \"from\""),
      ("\"leave\"", "\"leaf\""),
    ] {
      if let range = text.firstRange(of: old) { text.replaceSubrange(range, with: new) }
    }
    let decoding = RuleDecoder.decode(Array(text.utf8), file: "a.json")
    #expect(decoding.faults.map(\.line) == [1, 4, 19, 21])
    #expect(
      decoding.faults.map(\.kind) == [
        .missingKey("leave"), .badHours("-1"), .unknownName("summer", list: "windows", suggestion: nil),
        .unknownKey("leaf", suggestion: "leave"),
      ])
  }

  @Test func `a newer format is one fault that names both versions`() throws {
    let decoding = RuleDecoderTests.decode(
      replacing: "\"format\": 2, \"id\"", with: "\"format\": 3, \"ident\"")
    #expect(decoding.faults.map(\.kind) == [.newerFormat(found: 3, known: 2)])
    let text = try #require(decoding.faults.first).description(in: .english)
    #expect(text == "a.json:1: format: rule format 3; this program knows format 2, use a newer program")
    #expect(
      RuleDecoderTests.decode(replacing: "\"format\": 2", with: "\"format\": 0").faults.map(\.kind)
        == [.badWholeNumber("0", 2...2)])
  }

  @Test(arguments: ["", "[]", "null", "3", "{}", "\"x\"", "{\"format\": 1e99}", "{\"activities\": [[]]}"])
  func `what is no rule file gives faults and no rule set`(text: String) {
    let decoding = RuleDecoder.decode(Array(text.utf8), file: "a.json")
    #expect(decoding.ruleSet == nil)
    #expect(!decoding.faults.isEmpty)
  }
}
