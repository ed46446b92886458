import Testing

@testable import ContinuingEdCore

@Suite struct PendingTests {
  private func reasons(_ person: OnePerson) -> [[String]] {
    person.judgement().entries.map { $0.reasons.words.map(\.code) }
  }

  @Test func everyReasonThatHoldsIsListed() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.workshop, "2023-07-01", hours: 800) {
      $0.marks = [.filed]
      $0.status = .declared
    }
    person.add(.online, "2023-07-01", hours: 800, subject: .public)
    person.add(.online, "2023-07-01", hours: 800, platform: "行业平台") { $0.status = .department }
    person.add(.education, hours: 800) { $0.year = 2023 }
    #expect(
      reasons(person) == [
        ["in-review", "evidence-missing"], ["platform-missing"], ["in-review", "platform-outside-notice"],
        ["evidence-missing"],
      ])
  }

  @Test func filingThatTheOrganizerOwesIsAwaited() throws {
    var person = try OnePerson(under: "jinan-2021")
    person.add(.workshop, "2021-07-01", hours: 800)
    person.add(.registered, "2021-07-02", hours: 800)
    person.add(.competition, "2021-07-03", hours: 800) { $0.marks = [.filed] }
    #expect(
      reasons(person) == [
        ["filing-missing", "evidence-missing"], ["filing-missing", "amount-outside-notice"], [],
      ])
  }

  @Test func aStepIsFinalWhereTheNoticeSaysSoAndWhateverIsBeyondItToo() throws {
    var person = try OnePerson(under: "jining-2020")
    for status in ReviewStatus.steps {
      person.add(.achievement, "2020-09-01", hours: 800) { $0.status = status }
    }
    #expect(
      reasons(person) == [
        ["in-review", "amount-outside-notice"], ["in-review", "amount-outside-notice"], [], [],
      ])
  }

  @Test func verifiedAnswersThemAll() throws {
    var person = try OnePerson(under: "yantai-2023")
    person.add(.training, "2023-07-01", hours: 800, subject: .public)
    person.add(.training, "2023-07-01", hours: 800, subject: .public) { $0.status = .verified }
    person.add(.achievement, hours: 800) {
      $0.year = 2023
      $0.marks = [.filed]
    }
    person.add(.achievement, hours: 800) {
      $0.year = 2023
      $0.marks = [.filed]
      $0.status = .verified
    }
    #expect(reasons(person) == [["result-missing"], [], ["amount-outside-notice"], []])
  }

  @Test func seriesByFilingWaitsForItsNumberOnWhateverPlatformAndWhenever() throws {
    var person = try OnePerson(under: "jinan-2021", series: "卫生技术人员")
    person.add(.online, "2021-08-01", hours: 800, platform: "泉城专技学堂")
    person.add(.online, "2021-03-01", hours: 800, platform: "行业平台")
    person.add(.online, "2021-03-01", hours: 800, platform: "行业平台") { $0.marks = [.filed] }
    person.add(.training, "2021-03-01", hours: 800) { $0.status = .verified }
    #expect(reasons(person) == [["series-by-filing"], ["series-by-filing"], [], []])
  }
}
