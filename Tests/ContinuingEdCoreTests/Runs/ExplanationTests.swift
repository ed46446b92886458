import Testing

@testable import ContinuingEdCore

/// Every hour of an explanation is that of the check.
@Suite struct ExplanationTests {
  @Test(arguments: RuleLibrary.embedded().ids)
  func everyHourOfTheTreeIsThatOfTheCheck(id: String) throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: id)
    let run = CheckRun(
      records: RandomPeople.make(150, under: rules, seed: 72), ruleSets: [rules], calendar: .embedded)
    let judge = run.evaluator()
    for person in run.records.people.indices {
      let judgement = judge.judge(person, detail: true)
      let explanation = ExplanationTree(person, of: run, in: .chinese)
      let root = explanation.root
      #expect(root.code == judgement.verdict.code)
      #expect(root.hours == judgement.credited.total)
      var leaves = 0
      for subject in root.children where subject.code != "leave" {
        let isPublic = subject.code == "public"
        #expect(subject.hours == (isPublic ? judgement.credited.public : judgement.credited.professional))
        var approved = Hours.zero
        for state in subject.children {
          #expect(state.hours == state.children.reduce(Hours.zero) { $0 + $1.hours })
          if state.code == "confirmed" { #expect(state.hours == subject.hours) }
          approved += state.hours
          leaves += state.children.count
        }
        #expect(
          approved == (isPublic ? judgement.ifApproved.public : judgement.ifApproved.professional))
      }
      leaves += root.children.first { $0.code == "leave" }?.children.count ?? 0
      #expect(leaves == judgement.entries.count)
      if let kept = explanation.platforms.first(where: { $0.isKept }) {
        #expect(kept.credited == judgement.credited && kept.ifApproved == judgement.ifApproved)
      }
    }
  }

  @Test func anEntryThatALimitCutNamesTheLinesItSharesItWith() throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    var records = Records()
    records.files = [SourceFile(path: "one.csv")]
    records.people = [ListedPerson()]
    var rows: [EntryRow] = []
    for line in [2, 3] {
      var entry = EntryRow()
      entry.category = line == 2 ? .training : .workshop
      entry.hours = Hours(8)
      entry.start = Day(iso: "2023-05-06")
      entry.marks = [.filed]
      entry.line = UInt32(line)
      rows.append(entry)
    }
    records.entries = EntryStore([rows])
    let run = CheckRun(records: records, ruleSets: [rules], calendar: .embedded)
    let explanation = ExplanationTree(0, of: run, in: .chinese)
    let professional = try #require(explanation.root.children.last)
    let leaf = try #require(professional.children.first?.children.last?.entry)
    // Both lie on one day, which holds 8 hours for training and workshops together.
    #expect(leaf.result.losses.map(\.hours) == [Hours(8)])
    #expect(leaf.sharedWith == [[2]])
  }

  /// The judgement and rows of one person of trainings: first and last day in May, and hours.
  private static func trainings(_ rows: [(Int, Int, Int)]) throws -> (PersonJudgement, [EntryRow], RuleSet) {
    var person = try OnePerson(under: "zaozhuang-2023")
    for (first, last, hours) in rows {
      person.add(.training, "2023-05-\(first + 9)", "2023-05-\(last + 9)", hours: hours * 100) {
        $0.marks = [.filed, .evidence]
      }
    }
    return (person.judgement(), person.entries, try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023"))
  }

  @Test(
    "only those that took the hours of the day are named, and of the year whoever came before",
    arguments: [
      // 4 on day 1; 8 on day 3, then 4 more there: the day was taken by the second.
      ([(1, 1, 4), (3, 3, 8), (3, 3, 4)], 2, LossReason.dailyCap, [1]),
      // 16 over days 1–2 fill both; 8 on day 2 finds no room.
      ([(1, 2, 16), (2, 2, 8)], 1, .dailyCap, [0]),
      // 24 a year: 8, 8 and 8 took it from the fourth.
      ([(1, 1, 8), (2, 2, 8), (3, 3, 8), (4, 4, 8)], 3, .annualCap, [0, 1, 2]),
      // One course that is too long for its own day is shared with nobody.
      ([(1, 1, 4), (3, 3, 16)], 1, .dailyCap, []),
    ])
  func takers(rows: [(Int, Int, Int)], of place: Int, reason: LossReason, expected: [Int]) throws {
    let (judgement, entries, rules) = try Self.trainings(rows)
    let takers = LimitTakers(judgement.entries, entries, rules)
    #expect(judgement.entries[place].losses.map(\.reason) == [reason])
    #expect(takers.takers(of: place, reason) == expected)
  }

  /// What was looked at for experts' activities of one person, which no limit of a year cuts: the first day of each,
  /// counted from the year's first, how many days, hundredths of hours, and whether it is confirmed.
  private static func looks(_ rows: [(Int, Int, Int, Bool)]) throws -> Int {
    let newYear = try #require(Day(iso: "2023-01-01"))
    var person = try OnePerson(under: "zaozhuang-2023")
    for (first, count, hours, isConfirmed) in rows {
      let (start, end) = (newYear.adding(days: first), newYear.adding(days: first + count - 1))
      person.add(.expert, "\(start)", "\(end)", hours: hours) { if isConfirmed { $0.marks = [.evidence] } }
    }
    let rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    let judgement = person.judgement()
    let takers = LimitTakers(judgement.entries, person.entries, rules)
    let losers = judgement.entries.indices.filter { !judgement.entries[$0].losses.isEmpty }
    #expect(!losers.isEmpty && losers.allSatisfy { !takers.takers(of: $0, .dailyCap).isEmpty })
    return takers.looks
  }

  @Test("the work of naming them grows with the rows and not with their pairs")
  func work() throws {
    // Thirty rows of an hour begin on each day; a day holds eight hours.
    func spread(_ days: Int) throws -> Int {
      try Self.looks((0..<days * 30).map { ($0 % days, 1 + $0 % 3, 100, true) })
    }
    let (few, many) = (try spread(20), try spread(80))
    #expect(few > 0 && many <= 5 * few)
  }

  @Test("nor with the pairs of those that begin on one day and end on different ones")
  func workOnOneDay() throws {
    // Long ones come first, since they are confirmed, and lie within no run of the first day; there the first of the
    // short ones takes all eight hours from the others.
    func oneDay(_ count: Int) throws -> Int {
      let long = (0..<count).map { _ in (0, 300, 1, true) }
      return try Self.looks(long + (0..<count).map { _ in (0, 1, 800, false) })
    }
    let (few, many) = (try oneDay(100), try oneDay(400))
    #expect(few > 0 && many <= 5 * few)
  }
}
