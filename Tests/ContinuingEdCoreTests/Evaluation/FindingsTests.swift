import Testing

@testable import ContinuingEdCore

@Suite struct FindingsTests {
  struct Filing: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rules: String
    var filedOn: String
    var start: String
    var outcome: [String]
  }

  @Test(arguments: [
    Filing(
      testDescription: "15 days before is in time", rules: "heze-2022", filedOn: "2022-07-01",
      start: "2022-07-16", outcome: []),
    Filing(
      testDescription: "16 days before is early", rules: "heze-2022", filedOn: "2022-06-30",
      start: "2022-07-16", outcome: ["filed-early"]),
    Filing(
      testDescription: "the day before is in time", rules: "heze-2022", filedOn: "2022-07-15",
      start: "2022-07-16", outcome: []),
    Filing(
      testDescription: "the first day is late", rules: "heze-2022", filedOn: "2022-07-16",
      start: "2022-07-16", outcome: ["filed-late 800"]),
    Filing(
      testDescription: "the 5th working day before", rules: "jining-2020", filedOn: "2020-09-28",
      start: "2020-10-12", outcome: []),
    Filing(
      testDescription: "the 4th working day before", rules: "jining-2020", filedOn: "2020-09-29",
      start: "2020-10-12", outcome: ["filing-short-notice"]),
    Filing(
      testDescription: "five working days reach back past the table", rules: "jining-2020",
      filedOn: "2019-12-01", start: "2020-01-06", outcome: ["calendar-unknown"]),
  ])
  func filing(_ filing: Filing) throws {
    var person = try OnePerson(under: filing.rules)
    person.add(.training, filing.start, hours: 800) {
      $0.marks = [.filed]
      $0.filedOn = Day(iso: filing.filedOn)
    }
    #expect(person.losses() + person.judgement().findings.map(\.code.code) == filing.outcome)
  }

  @Test func aRejectedEntryRaisesNone() throws {
    var person = try OnePerson(under: "heze-2022")
    person.add(.training, "2022-07-16", hours: 800) {
      $0.marks = [.filed]
      $0.filedOn = Day(iso: "2022-06-01")
      $0.result = .failed
    }
    #expect(person.judgement().findings.isEmpty)
  }

  @Test func aReviewPastTheTableIsSaid() throws {
    var person = try OnePerson(under: "zaozhuang-2023", roster: .reviewed(on: "2027-03-01"))
    person.add(.online, "2023-07-01", hours: 800)
    #expect(person.judgement().findings.map(\.code) == [.calendarUnknown])
  }

  @Test func anotherSchemeEndsTheMatter() throws {
    var person = try OnePerson(under: "jinan-2021", series: "中小学教师系列")
    person.add(.online, "2021-08-01", hours: 800, subject: .public)
    let judgement = person.judgement()
    #expect(judgement.verdict == .notApplicable)
    #expect(judgement.findings.map(\.code) == [.otherScheme])
    #expect(judgement.entries.isEmpty && judgement.required.isZero)
    #expect(person.locator(judgement.findings[0].clause) == "二(五)")
  }
}
