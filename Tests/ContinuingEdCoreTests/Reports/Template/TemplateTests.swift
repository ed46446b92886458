import Testing

@testable import ContinuingEdCore

@Suite struct TemplateTests {
  private static let ids: [String?] = RuleLibrary.embedded().ids + [nil]

  private func rules(_ id: String?) throws -> RuleSet? {
    try id.map { try RuleLibrary.embedded().ruleSet(id: $0) }
  }

  @Test(arguments: ids, Language.allCases)
  func aTemplateIsReadWithoutAProblemAndItsRowsCount(id: String?, language: Language) throws {
    let rules = try rules(id)
    let template = RecordsTemplate(for: rules, in: language)
    for encoding in TemplateFile.Encoding.allCases {
      let bytes = try #require(TemplateFile(rows: template.rows).bytes(in: encoding))
      var options = ImportOptions()
      if let rules { options.fixedAmounts = [rules.fixedAmounts] }
      let records = try Importer(options).read([.bytes(name: "template.csv", bytes)])
      if language == .chinese { #expect(records.files[0].encoding.rawValue == encoding.rawValue) }
      #expect(records.problems.map { "\($0)" } == [])
      #expect(records.allEntries.count == template.rows.count - 1)
      guard let rules else { continue }
      let evaluator = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
      let judgement = evaluator.judge(0, detail: true)
      #expect(!judgement.entries.isEmpty)
      for entry in judgement.entries { #expect(entry.state != .rejected, "\(entry)") }
      #expect(judgement.findings.isEmpty)
    }
  }

  @Test func everyRecognisedCategoryHasOneRow() throws {
    for id in Self.ids {
      let rules = try rules(id)
      let template = RecordsTemplate(for: rules, in: .english)
      let column = try #require(template.fields.firstIndex(of: .category))
      let categories = template.rows.dropFirst().map { $0[column] }
      let expected = Category.allCases.filter { category in
        rules?.activities.contains { $0.category == category } ?? true
      }
      #expect(categories == expected.map(\.code))
    }
  }

  @Test func onlyTheColumnsThatTheRuleSetNeedsAreThere() throws {
    // A workshop's kind or title says 知识更新 (五2).
    let heze = RecordsTemplate(for: try rules("heze-2022"), in: .english)
    #expect(
      heze.rows[0] == [
        "person_id", "name", "unit", "year", "subject", "category", "kind", "title", "platform", "start",
        "end",
        "hours",
        "filing", "filed_on", "status", "note",
      ])
    let zaozhuang = RecordsTemplate(for: try rules("zaozhuang-2023"), in: .english)
    #expect(
      zaozhuang.rows[0] == [
        "person_id", "name", "unit", "year", "subject", "category", "kind", "title", "platform", "start",
        "end",
        "hours", "count", "level", "filing", "evidence", "status", "note",
      ])
    #expect(RecordsTemplate(for: nil, in: .chinese).fields == Field.records)
  }

  @Test(arguments: [
    ("heze-2022", "person_id name unit county group from to"),
    ("yantai-2023", "person_id name unit employer county review_date from to title_from"),
    ("jining-2020", "person_id name unit county from to title_from"),
    ("jinan-2021", "person_id name unit series county from to"),
    ("zaozhuang-2023", "person_id name unit county review_date from to"),
  ])
  func aRosterHasTheColumnsThatTheRuleSetLooksAt(id: String, columns: String) throws {
    let template = RosterTemplate(for: try rules(id), in: .english)
    let headings = template.rows[0].joined(separator: " ")
    #expect(headings == columns)
    let bytes = try #require(TemplateFile(rows: template.rows).bytes(in: .utf8))
    let records = try Importer().read(
      [.bytes(name: "empty.csv", Array("person_id,category\n".utf8))],
      roster: .bytes(name: "roster.csv", bytes))
    #expect(records.problems.isEmpty)
    #expect(records.people.count == 1)
  }

  @Test func cellsAreQuotedWhereTheyMustBe() {
    let file = TemplateFile(rows: [["a", "b,c"], ["d\"e", "f\ng"]])
    #expect(
      file.bytes(in: .utf8).map { String(decoding: $0.dropFirst(3), as: UTF8.self) }
        == "a,\"b,c\"\n\"d\"\"e\",\"f\ng\"\n")
    // 学 is D1A7 in GB18030.
    #expect(TemplateFile(rows: [["学"]]).bytes(in: .gb18030) == [0xD1, 0xA7, 0x0A])
  }
}
