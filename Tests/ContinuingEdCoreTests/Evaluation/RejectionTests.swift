import Testing

@testable import ContinuingEdCore

/// Of two grounds that both apply, the one that is listed first rejects (Judging: Rejection).
@Suite struct RejectionTests {
  @Test func duplicateGoesBeforeARefusedReview() throws {
    var person = try OnePerson(under: "heze-2022")
    person.add(.training, "2022-07-01", hours: 800) {
      $0.marks = [.duplicate, .filed]
      $0.status = .rejected
    }
    #expect(person.losses() == ["duplicate 800"])
  }

  @Test func aRefusedReviewGoesBeforeTheCategory() throws {
    var person = try OnePerson(under: "heze-2022")
    person.add(.expert, "2022-07-01", hours: 800) { $0.status = .rejected }
    person.add(.expert, "2022-07-02", hours: 800)
    #expect(person.losses() == ["review-rejected 800", "category-not-recognized 800"])
  }

  @Test func theSubjectGoesBeforeTheResult() throws {
    var person = try OnePerson(under: "heze-2022")
    person.add(.training, "2022-07-01", hours: 800, subject: .public) { $0.result = .failed }
    person.add(.training, "2022-07-02", hours: 800) { $0.result = .failed }
    #expect(person.losses() == ["subject-not-allowed 800", "not-passed 800"])
  }

  @Test func theYearGoesBeforeTheWindow() throws {
    var person = try OnePerson(under: "heze-2022")
    person.add(.online, "2022-07-01", "2023-01-01", hours: 800, platform: "菏泽学院") { $0.year = 2022 }
    // It counts in the year in which it ends, and began before the window.
    person.add(.online, "2021-12-31", "2022-07-01", hours: 800, platform: "菏泽学院")
    person.add(.online, "2022-06-12", hours: 800, platform: "别的平台")
    person.add(.online, "2022-06-13", hours: 800, platform: "别的平台")
    #expect(
      person.losses() == [
        "outside-year 800", "outside-window 800", "outside-window 800", "platform-not-recognized 800",
      ])
  }

  @Test func aCourseCountsInTheYearInWhichItEnds() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.training, "2022-12-30", "2023-01-02", hours: 800) { $0.marks = [.filed, .evidence] }
    person.add(.training, "2022-12-30", hours: 800) {
      ($0.marks, $0.year) = ([.filed, .evidence], 2023)
    }
    let entries = person.judgement().entries
    #expect(entries.map(\.state) == [.confirmed, .rejected])
    #expect(person.losses() == ["outside-year 800"])
  }

  @Test func makeUpStudyIsNamedWhereItIsClosed() throws {
    var person = try OnePerson(under: "jining-2020")
    person.add(.online, "2020-12-30", "2021-01-01", hours: 800, platform: "平台") { $0.year = 2020 }
    person.add(.online, "2019-12-31", "2020-08-01", hours: 800, platform: "平台") { $0.year = 2020 }
    // The second ends in 2020, but began before the window.
    #expect(person.losses() == ["makeup-closed 800", "outside-window 800"])
  }

  @Test func theCutoffGoesBeforeThePlatformAndTheFiling() throws {
    var person = try OnePerson(under: "yantai-2023", roster: .reviewed(on: "2023-09-01"))
    person.add(.online, "2023-09-01", hours: 800, platform: "别的平台")
    person.add(.training, "2023-08-31", hours: 800)
    #expect(person.losses() == ["after-review-cutoff 800", "not-filed 800"])
  }

  @Test func aMissingLevelComesAfterTheCutoffOfTheYear() throws {
    var person = try OnePerson(under: "jining-2020")
    person.add(.competition, "2019-07-01", hours: 800) { $0.year = 2020 }
    person.add(.competition, "2020-07-01", hours: 800)
    #expect(person.losses() == ["outside-year 800", "level-missing 800"])
  }

  @Test func anAssignmentIsRejectedWhereTheCutoffLeavesNothing() throws {
    // 5 working days before 2023-10-09 is 2023-09-26.
    var person = try OnePerson(under: "zaozhuang-2023", roster: .reviewed(on: "2023-10-09"))
    person.add(.assignment, "2023-09-27", "2023-12-31") { $0.marks = [.evidence] }
    person.add(.assignment, "2023-08-27", "2023-12-31") { $0.marks = [.evidence] }
    let entries = person.judgement().entries
    #expect(entries.map(\.state) == [.rejected, .rejected, .confirmed, .confirmed])
    // Aug 27 to Sep 26 is one month.
    #expect(entries.map(\.worth.hundredths) == [0, 0, 250, 500])
    #expect(person.losses() == ["after-review-cutoff 0", "after-review-cutoff 0"])
  }

  @Test func aVerifiedStatusCuresNothing() throws {
    var person = try OnePerson(under: "heze-2022")
    person.add(.training, "2022-07-01", hours: 800) { $0.status = .verified }
    #expect(person.losses() == ["not-filed 800"])
  }
}
