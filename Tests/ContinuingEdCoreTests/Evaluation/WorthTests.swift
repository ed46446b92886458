import Testing

@testable import ContinuingEdCore

@Suite struct WorthTests {
  @Test func eachBasis() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.qualification, hours: 9900) {
      $0.year = 2023
      $0.count = 2
    }  // 2 × 16
    person.add(.achievement) { $0.year = 2023 }  // 1 × 10
    person.add(.transfer, hours: 1234) { $0.year = 2023 }
    person.add(.assignment, "2023-02-01", "2023-04-30")  // 3 × 2.5 and 3 × 5
    #expect(person.judgement().entries.map(\.worth.hundredths) == [3200, 1000, 1234, 750, 1500])
    var levels = try OnePerson(under: "jining-2020")
    for level in Level.allCases {
      levels.add(.competition, hours: 100) {
        $0.year = 2020
        $0.level = level
        $0.marks = [.filed]
      }
    }
    #expect(levels.judgement().entries.map(\.worth.hundredths) == [3000, 2000, 1000, 500])
    var days = try OnePerson(under: "jinan-2021")
    days.add(.workshop, "2021-09-28", "2021-10-02") { $0.marks = [.filed, .evidence] }  // 5 × 8
    #expect(days.judgement().entries.map(\.worth.hundredths) == [4000])
  }

  @Test func aRejectedEntryHasTheWorthOfItsCategory() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    // The subject is refused, and the category fixes 16.
    person.add(.qualification, subject: .public) { $0.year = 2023 }
    person.add(.other, "2023-05-01", hours: 700)  // not recognized: declared
    #expect(person.losses() == ["subject-not-allowed 1600", "category-not-recognized 700"])
  }

  @Test func withoutABasisTheDeclaredHoursOrNone() throws {
    var person = try OnePerson(under: "heze-2022")
    person.add(.assignment, "2022-01-01", "2022-12-31", hours: 500)
    person.add(.leave, "2022-01-01", "2022-12-31") { $0.kind = .maternity }
    let entries = person.judgement().entries
    #expect(entries.map(\.worth.hundredths) == [500, 500, 0])
    #expect(entries.map(\.subject) == [.public, .professional, nil])
    var level = try OnePerson(under: "jining-2020")
    level.add(.competition) {
      $0.year = 2020
      $0.marks = [.filed]
    }
    #expect(level.losses() == ["level-missing 0"])
  }
}
