import Testing

@testable import ContinuingEdCore

/// Plans for random people are enough, and none of their rows can be spared.
@Suite struct PlannerTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  /// A planner and the records that it was made ready for.
  private static func planner(_ rules: RuleSet, _ records: Records, asOf: Day) -> (Planner, Records) {
    var records = records
    let texts = records.addPlanTexts(of: [rules])
    let planner = Planner(
      records: records, ruleSets: [rules], calendar: .embedded, asOf: asOf, texts: texts)
    return (planner, records)
  }

  private static func verdict(_ rules: RuleSet, _ records: Records, _ person: Int, _ rows: [EntryRow])
    -> Verdict
  {
    Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
      .judge(person, rows: rows, detail: false).verdict
  }

  @Test(arguments: RuleLibrary.embedded().ids)
  func aPlanMakesTwoThousandRandomPeopleCompliantAndNoRowCanBeSpared(id: String) throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: id)
    let asOf = try #require(Day(year: rules.year, month: 9, day: 3))
    let (planner, records) = Self.planner(
      rules, RandomPeople.make(2000, under: rules, seed: 71), asOf: asOf)
    let judge = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
    var planned = 0
    for person in records.people.indices {
      let plan = planner.plan(person, detail: false)
      let rows = records.entries(of: person).compactMap { $0.asOf(asOf) }
      let further = plan.entries.map(\.entry)
      switch plan.outcome {
      case .planned:
        planned += 1
        #expect(judge.judge(person, rows: rows + further, detail: false).verdict == .compliant, "\(person)")
        for index in further.indices {
          var fewer = further
          fewer.remove(at: index)
          #expect(judge.judge(person, rows: rows + fewer, detail: false).verdict != .compliant, "\(person)")
        }
        for entry in further {
          #expect(try #require(entry.start) > asOf && (try #require(entry.end)).year == rules.year)
          if let filedOn = entry.filedOn { #expect(filedOn > asOf) }
        }
      case .nothingMissing:
        #expect(judge.judge(person, rows: rows, detail: false).verdict == .compliant)
      case .tooLate:
        // Only a review date before the plan can close everything in September.
        let cutoff = try #require(records.roster(of: person)?.reviewDate)
        #expect(cutoff <= asOf.adding(days: 40))
      case .notPlanned: Issue.record("the notice has nothing that plans don't know")
      case .notApplicable, .rosterProblem:
        break
      }
    }
    #expect(planned > 1000)
  }

  @Test func aPlanOfAPersonWithoutEntriesIsWhatIsRequiredOnThePlatformTwoRows() throws {
    for (id, rows) in [
      ("heze-2022", 2), ("yantai-2023", 2), ("jining-2020", 3), ("jinan-2021", 2), ("zaozhuang-2023", 2),
    ] {
      let rules = try RuleLibrary.embedded().ruleSet(id: id)
      var records = Records()
      records.people = [ListedPerson()]
      let (planner, _) = Self.planner(
        rules, records, asOf: try #require(Day(year: rules.year, month: 10, day: 1)))
      let plan = planner.plan(0, detail: true)
      #expect(plan.outcome == .planned)
      #expect(plan.hours == Hours(90), "\(id)")
      #expect(plan.entries.count == rows, "\(id)")
      #expect(plan.entries.allSatisfy { $0.entry.category == .online }, "\(id)")
      #expect(!plan.alternatives.isEmpty)
    }
  }

  @Test func afterTheYearTheClauseThatClosedEachWayIsNamed() throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: "heze-2022")
    var records = Records()
    records.people = [ListedPerson()]
    let (planner, _) = Self.planner(rules, records, asOf: try Self.day("2022-12-31"))
    let plan = planner.plan(0, detail: true)
    #expect(plan.outcome == .tooLate)
    let online = plan.closed.filter { rules.activities[$0.activity].category == .online }
    #expect(online.contains { rules.clauses[Int($0.clause)].locator == "四" })
    #expect(try online.allSatisfy { try $0.since == Self.day("2023-01-01") })
  }

  @Test func onTheLastDayNothingThatMustBeFiledFirstIsOpen() throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: "heze-2022")
    var records = Records()
    records.people = [ListedPerson()]
    let (planner, _) = Self.planner(rules, records, asOf: try Self.day("2022-12-30"))
    let plan = planner.plan(0, detail: true)
    #expect(plan.outcome == .planned)
    // The term of filing binds trainings, workshops and filed study; of the rest the notice asks a number, not a day.
    let open = plan.alternatives.map { rules.activities[$0.way.activity].category }
    #expect(Set(open) == [.online, .grassroots, .competition, .other])
    #expect(plan.alternatives.allSatisfy { $0.way.place != .filedStudy })
    let bound = plan.closed.filter { rules.clauses[Int($0.clause)].locator == "六2" }
    #expect(Set(bound.map { rules.activities[$0.activity].category }) == [.training, .workshop, .online])
    let closed = try #require(plan.closed.first { rules.activities[$0.activity].category == .training })
    #expect(rules.clauses[Int(closed.clause)].locator == "六2")
    #expect(try closed.since == Self.day("2022-12-31"))
  }

  @Test func aPlanBuildsOnThePlatformWithMostConfirmedHours() throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: "heze-2022")
    var records = Records()
    records.people = [ListedPerson()]
    var rows: [EntryRow] = []
    for (platform, hours, status) in [("菏泽学院", 90, ReviewStatus.declared), ("菏泽职业学院", 50, .verified)] {
      var entry = EntryRow()
      entry.category = .online
      entry.subject = .professional
      entry.hours = Hours(hours)
      entry.start = try Self.day("2022-07-01")
      entry.status = status
      entry.platform = records.texts.append(platform)
      rows.append(entry)
    }
    records.entries = EntryStore([rows])
    let (planner, ready) = Self.planner(rules, records, asOf: try Self.day("2022-10-01"))
    let plan = planner.plan(0, detail: true)
    // 10 professional hours more on the second platform and 30 public ones; on the first it would be 60 and 30.
    #expect(plan.hours == Hours(40))
    let all = rows + plan.entries.map(\.entry)
    #expect(Self.verdict(rules, ready, 0, all) == .compliant)
  }
}
