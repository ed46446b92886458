import Testing

@testable import ContinuingEdCore

@Suite struct LimitsTests {
  @Test func theDayLimitRefusesFirstThenThePool() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    for day in ["2023-03-01", "2023-03-02", "2023-03-03"] {
      person.add(.training, day, hours: 700) { $0.marks = [.filed, .evidence] }
    }
    person.add(.training, "2023-03-04", hours: 1000) { $0.marks = [.filed, .evidence] }
    // 21 are spent; the fourth asks 10, the day allows 8, the pool of 24 has 3 left.
    #expect(person.losses() == ["daily-cap 200", "annual-cap 500"])
    #expect(person.judgement().credited.professional == Hours(24))
  }

  @Test func whatThePoolRefusedLeavesTheDayFree() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    for day in ["2023-03-01", "2023-03-02", "2023-03-03"] {
      person.add(.training, day, hours: 800) { $0.marks = [.filed, .evidence] }
    }
    person.add(.training, "2023-03-04", hours: 800) { $0.marks = [.filed, .evidence] }
    // A workshop of a level has a pool of its own and shares the day.
    person.add(.workshop, "2023-03-04", hours: 800) {
      $0.level = .municipal
      $0.marks = [.filed, .evidence]
    }
    #expect(person.losses() == ["annual-cap 800"])
    #expect(person.judgement().credited.professional == Hours(32))
  }

  @Test func confirmedEntriesSpendBeforeEarlierPendingOnes() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.achievement, "2023-01-05") { $0.count = 2 }  // 20, evidence missing
    person.add(.achievement, "2023-06-05") {
      $0.count = 2
      $0.marks = [.evidence]
    }
    let entries = person.judgement().entries
    #expect(entries.map(\.credited) == [Hours(10), Hours(20)])
    #expect(person.losses() == ["annual-cap 1000"])
  }

  @Test func undatedEntriesComeLast() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.achievement) {
      $0.year = 2023
      $0.count = 2
      $0.marks = [.evidence]
    }
    person.add(.achievement, "2023-12-31") {
      $0.count = 2
      $0.marks = [.evidence]
    }
    #expect(person.judgement().entries.map(\.credited) == [Hours(10), Hours(20)])
  }

  @Test func categoriesShareAPoolAndItsSubjectsDoNot() throws {
    var person = try OnePerson(under: "jinan-2021")
    person.add(.training, "2021-03-01", hours: 2000) { $0.marks = [.filed] }
    person.add(.competition, hours: 1500) {
      $0.year = 2021
      $0.marks = [.filed]
    }
    person.add(.other, hours: 501, subject: .public) {
      $0.year = 2021
      $0.marks = [.filed]
    }
    // 30 professional: 20, then 10 of 15; 5 public of 5.01.
    #expect(person.losses() == ["annual-cap 500", "annual-cap 1"])
  }

  @Test func assignmentsThatOverlapBringTheirUnion() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.assignment, "2023-01-01", "2023-06-30") { $0.marks = [.evidence] }
    person.add(.assignment, "2023-04-01", "2023-09-30") { $0.marks = [.evidence] }
    // Nine months in all; the second brings 9 − 6 = 3 of its 6: 7.5 and 15 are lost.
    #expect(person.losses() == ["overlap 750", "overlap 1500"])
    #expect(person.judgement().credited.public == Hours(inHundredths: 2250))
  }
}
