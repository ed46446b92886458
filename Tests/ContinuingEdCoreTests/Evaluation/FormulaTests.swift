import Testing

@testable import ContinuingEdCore

/// Amounts and conditions, each by itself (RuleFiles: Amounts, Conditions). The amounts are worked out by hand.
@Suite struct FormulaTests {
  /// A rule set whose training, professional, has this basis and these conditions.
  static func rules(basis: String, when: String = "[]", limits: String = "\"none\"") throws -> RuleSet {
    var text = RuleDecoderTests.sound
    for (old, new) in [
      ("[\"public\"]", "[\"professional\"]"),
      ("\"series\": \"nurses\"", "\"series\": \"any\", \"when\": \(when)"),
      ("{\"perItem\": 10}", basis), ("[{\"what\": \"filing\", \"clause\": \"一\"}]", "[]"),
      (
        "\"window\": \"summer\", \"dayLimit\": \"eight\", \"yearLimit\": \"thirty\"",
        "\"window\": \"none\", \"dayLimit\": \"none\", \"yearLimit\": \(limits)"
      ),
    ] {
      let range = try #require(text.firstRange(of: old))
      text.replaceSubrange(range, with: new)
    }
    let decoding = RuleDecoder.decode(Array(text.utf8), file: "a.json")
    return try #require(decoding.ruleSet, "\(decoding.faults)")
  }

  @Test(arguments: [
    ("fixed", "{\"fixed\": 7.5}", "start", "2024-03-01", "7.5"),
    ("twice the hours", "{\"perHour\": 2}", "start,hours", "2024-03-01,3.25", "6.5"),
    (
      "a third of an hour, what lies below 0.01 dropped", "{\"perHour\": 0.33}", "start,hours",
      "2024-03-01,0.5", "0.16"
    ),
    ("1 for 3 hours", "{\"per\": {\"hours\": 3}, \"is\": 1}", "start,hours", "2024-03-01,9", "3"),
    (
      "1 for 3 hours, what lies below 0.01 dropped", "{\"per\": {\"hours\": 3}, \"is\": 1}", "start,hours",
      "2024-03-01,10", "3.33"
    ),
    ("5 for 1000 of them", "{\"per\": {\"count\": 1000}, \"is\": 5}", "start,count", "2024-03-01,600", "3"),
    ("half of another", "{\"percent\": 50, \"of\": {\"fixed\": 3}}", "start", "2024-03-01", "1.5"),
    ("half days of two days", "{\"perHalfDay\": 4}", "start,end", "2024-03-01,2024-03-02", "16"),
    ("half days counted", "{\"perHalfDay\": 4}", "start,end,count", "2024-03-01,2024-03-02,3", "12"),
    ("the first and two more", "{\"first\": 4, \"then\": 2}", "start,count", "2024-03-01,3", "8"),
    ("one is the first", "{\"first\": 4, \"then\": 2}", "start", "2024-03-01", "4"),
    (
      "base and by item", "{\"sum\": [{\"fixed\": 10}, {\"perItem\": 2}]}", "start,count", "2024-03-01,4",
      "18"
    ),
    ("the least", "{\"least\": [\"declared\", {\"fixed\": 20}]}", "start,hours", "2024-03-01,24", "20"),
    ("the least again", "{\"least\": [\"declared\", {\"fixed\": 20}]}", "start,hours", "2024-03-01,12", "12"),
    ("the most", "{\"most\": [\"declared\", {\"fixed\": 20}]}", "start,hours", "2024-03-01,12", "20"),
    ("declared", "{\"declaredElse\": {\"perDay\": 8}}", "start,end,hours", "2024-03-01,2024-03-02,5", "5"),
    ("else by the day", "{\"declaredElse\": {\"perDay\": 8}}", "start,end", "2024-03-01,2024-03-02", "16"),
    ("a share of the total", "{\"percent\": 50, \"of\": \"total\"}", "start", "2024-03-01", "45"),
    (
      "a share of the professional", "{\"percent\": 33, \"of\": \"professional\"}", "start", "2024-03-01",
      "19.96"
    ),
    ("by the month", "{\"perMonth\": 3}", "start,end", "2024-03-01,2024-05-30", "6"),
    (
      "down", "{\"rounded\": \"declared\", \"to\": 0.5, \"how\": \"down\"}", "start,hours", "2024-03-01,2.74",
      "2.5"
    ),
    (
      "up", "{\"rounded\": \"declared\", \"to\": 0.5, \"how\": \"up\"}", "start,hours", "2024-03-01,2.51", "3"
    ),
    (
      "a whole step stays", "{\"rounded\": \"declared\", \"to\": 0.5, \"how\": \"up\"}", "start,hours",
      "2024-03-01,2.5", "2.5"
    ),
    (
      "half a step goes up", "{\"rounded\": \"declared\", \"to\": 1, \"how\": \"half-up\"}", "start,hours",
      "2024-03-01,2.5", "3"
    ),
    (
      "less than half goes down", "{\"rounded\": \"declared\", \"to\": 1, \"how\": \"half-up\"}",
      "start,hours", "2024-03-01,2.49", "2"
    ),
    ("nothing", "{\"table\": [{\"otherwise\": \"nothing\"}]}", "start,hours", "2024-03-01,8", "0"),
    ("elsewhere", "{\"outsideNotice\": \"一\"}", "start,hours", "2024-03-01,8", "8 amount-outside-notice"),
    (
      "elsewhere, within another amount", "{\"least\": [{\"outsideNotice\": \"一\"}, {\"fixed\": 5}]}",
      "start,hours", "2024-03-01,8", "5 amount-outside-notice"
    ),
    (
      "no row of the table, nothing declared",
      "{\"table\": [{\"when\": [{\"level\": [\"county\"]}], \"is\": {\"fixed\": 3}}]}", "start", "2024-03-01",
      "0"
    ),
  ])
  func `an amount is worked out from the entry`(
    name: String, basis: String, heading: String, row: String, worth: String
  ) throws {
    #expect(try FormulaTests.judged(FormulaTests.rules(basis: basis), heading, [row]) == [worth], "\(name)")
  }

  @Test(arguments: [
    (
      "kind or note", "{\"column\": [\"kind\", \"note\"], \"says\": [\"讲座\", \"报告\"]}", "kind,note",
      ["专题讲座,", ",学术 报告", "研讨,无"], [true, true, false]
    ),
    (
      "as platforms are compared", "{\"column\": \"grade\", \"says\": [\"sci\"]}", "grade",
      ["ＳＣＩ一区", "S C I", "EI"], [true, true, false]
    ),
    (
      "without a word", "{\"column\": \"kind\", \"not\": [\"增刊\"]}", "kind", ["论文", "论文增刊", ""],
      [true, false, true]
    ),
    (
      "organizer, place, exam, mode, title",
      "{\"column\": [\"organizer\", \"place\", \"exam\", \"mode\", \"title\"], \"says\": [\"省厅\", \"t4\"]}",
      "organizer,place,exam,mode", ["省厅,,,", ",省厅,,", ",,省厅,", ",,,省厅", ",,,", "市局,,,"],
      [true, true, true, true, true, false]
    ),
    (
      "level", "{\"level\": [\"national\", \"provincial\"]}", "level", ["国家级", "市级", ""],
      [true, false, false]
    ),
    ("module", "{\"module\": [\"elective\"]}", "module", ["选修", "必修", ""], [true, false, false]),
    (
      "count", "{\"count\": {\"from\": 2, \"to\": 3}}", "count", ["1", "2", "3", "4", ""],
      [false, true, true, false, false]
    ),
    ("days", "{\"days\": {\"from\": 3}}", "end", ["2024-03-02", "2024-03-03"], [false, true]),
    ("hours", "{\"hours\": {\"to\": 7.99}}", "note", ["a"], [false]),
  ])
  func `a condition holds of the entries that it names`(
    name: String, condition: String, heading: String, rows: [String], holds: [Bool]
  ) throws {
    let table =
      "{\"table\": [{\"when\": [\(condition)], \"is\": {\"fixed\": 3}}, {\"otherwise\": {\"fixed\": 1}}]}"
    let byTable = try FormulaTests.rules(basis: table)
    let byActivity = try FormulaTests.rules(basis: "{\"fixed\": 3}", when: "[\(condition)]")
    for (row, isHeld) in zip(rows.indices, holds) {
      // The title of the only row is t0; the fifth of the list is the one that says t4.
      let before = Array(repeating: "2023-01-01,9" + heading.filter { $0 == "," } + ",", count: row)
      let row = "2024-03-01,8," + rows[row]
      let lines = before + [row]
      let heading = "start,hours," + heading
      let amounts = try FormulaTests.judged(byTable, heading, lines)
      #expect(amounts == [isHeld ? "3" : "1"], "\(name): \(row)")
      let activities = try FormulaTests.judged(byActivity, heading, lines)
      #expect(activities == [isHeld ? "3" : "no activity"], "\(name): \(row)")
    }
  }

  /// What rows of cells under a heading come to: `worth reasons`, of each row of the year.
  private static func judged(_ rules: RuleSet, _ heading: String, _ rows: [String]) throws -> [String] {
    let lines =
      ["person_id,category,title," + heading]
      + rows.enumerated().map { "A,training,t\($0)," + $1 }
    var options = ImportOptions()
    options.fixedAmounts = [rules.fixedAmounts]
    options.categoriesByWords = rules.categoriesByWords
    options.keepsFormTexts = rules.asksForFormTexts
    let records = try Importer(options).read(
      [.bytes(name: "a.csv", Array(lines.joined(separator: "\n").utf8))], roster: nil)
    let evaluator = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
    return evaluator.judge(0, detail: true).entries.map { entry in
      ([entry.activity == nil ? "no activity" : "\(entry.worth)"] + entry.reasons.words.map(\.code))
        .joined(separator: " ")
    }
  }

  @Test func `no amount is too large for a limit that lets a share of the rest through`() throws {
    // 1000 % of 1000 % of …, forty times, is more than any number holds.
    let basis =
      String(repeating: "{\"percent\": 1000, \"of\": ", count: 40) + "{\"fixed\": 9999.99}"
      + String(repeating: "}", count: 40)
    let thirty = "\"professional\": 30, \"clause\""
    var text = RuleDecoderTests.sound
    for (old, new) in [
      (thirty, "\"professional\": 30, \"beyond\": {\"percent\": 100}, \"clause\""),
      ("[\"public\"]", "[\"professional\"]"),
      ("\"series\": \"nurses\"", "\"series\": \"any\""), ("{\"perItem\": 10}", basis),
      ("[{\"what\": \"filing\", \"clause\": \"一\"}]", "[]"),
      ("\"window\": \"summer\", \"dayLimit\": \"eight\"", "\"window\": \"none\", \"dayLimit\": \"none\""),
    ] {
      let range = try #require(text.firstRange(of: old))
      text.replaceSubrange(range, with: new)
    }
    let decoding = RuleDecoder.decode(Array(text.utf8), file: "a.json")
    let rules = try #require(decoding.ruleSet, "\(decoding.faults)")
    // 2⁴⁰ hundredths are 10,995,116,277.76 hours.
    #expect(try FormulaTests.judged(rules, "start", ["2024-03-01"]) == ["10995116277.76"])
  }

  @Test(
    arguments: [
      ("all of it", nil, nil, 9000), ("from the second day", "2024-01-02", nil, 9000),
      ("half of the months", "2024-07-31", nil, 4500), ("one month", nil, "2024-01-15", 750),
      ("gone before", nil, "2023-12-31", 0), ("a period of ten days", "2024-01-05", nil, 9000),
    ] as [(String, String?, String?, Int)])
  func `who was there for a part owes the months, begun ones too`(
    name: String, from: String?, to: String?, total: Int
  ) throws {
    var text = RuleDecoderTests.sound
    let share = "\"modules\": \"none\", \"partOfPeriod\": {\"share\": \"by-month\", \"clause\": \"一\"}"
    for (old, new) in [
      ("\"modules\": \"none\"", share), ("60.5", "60"),
      (
        "\"year\": 2024",
        name == "a period of ten days"
          ? "\"year\": 2024, \"period\": {\"from\": \"2024-01-01\", \"to\": \"2024-01-10\"}"
          : "\"year\": 2024"
      ),
    ] {
      let range = try #require(text.firstRange(of: old))
      text.replaceSubrange(range, with: new)
    }
    let rules = try #require(RuleDecoder.decode(Array(text.utf8), file: "a.json").ruleSet)
    var roster = RosterRow()
    (roster.from, roster.to) = (from.flatMap { Day(iso: $0) }, to.flatMap { Day(iso: $0) })
    var records = Records()
    var person = ListedPerson()
    person.id = records.texts.append("P1")
    (records.people, records.rosterFacts, records.entries) = ([person], [roster], EntryStore([[]]))
    let evaluator = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
    #expect(evaluator.judge(0, detail: true).required.total.hundredths == total, "\(name)")
  }

  @Test func `an amount that no number holds is the largest that one does`() throws {
    // 9999.99 × 9999.99 for each of 1000 sums stays a number, and the verdict is reached.
    let rules = try FormulaTests.rules(basis: "{\"sum\": [{\"perHour\": 9999.99}, {\"perHour\": 9999.99}]}")
    let worth = try FormulaTests.judged(rules, "start,hours", ["2024-03-01,9999.99"])
    // 9999.99 × 9999.99 = 99999800.0001, twice.
    #expect(worth == ["199999600"])
  }
}
