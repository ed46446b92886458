import Testing

@testable import ContinuingEdCore

@Suite struct OnePlatformTests {
  private func heze(_ rows: [(String, Subject, Int, String)], group: String = "") throws -> OnePerson {
    var person = try OnePerson(under: "heze-2022", group: group)
    for (platform, subject, hours, day) in rows {
      person.add(.online, day, hours: hours, subject: subject, platform: platform)
    }
    return person
  }

  @Test func theBestVerdictIsKept() throws {
    let person = try heze([
      ("菏泽职业学院", .public, 9000, "2022-06-13"), ("菏泽学院", .public, 3000, "2022-07-01"),
      ("菏泽学院", .professional, 6000, "2022-07-01"),
    ])
    #expect(person.judgement().verdict == .compliant)
    #expect(person.losses() == ["other-platform 9000"])
    #expect(person.judgement().findings.map(\.code) == [.multiplePlatforms])
  }

  @Test func thenTheSmallestShortfall() throws {
    // 菏泽学院: 40 public leave 60 missing; 菏泽职业学院: 31 professional leave 30 + 29 = 59.
    let person = try heze([
      ("菏泽学院", .public, 4000, "2022-07-01"), ("菏泽职业学院", .professional, 3100, "2022-07-02"),
    ])
    #expect(person.losses() == ["other-platform 4000"])
  }

  @Test func thenTheMostHours() throws {
    let person = try heze([
      ("菏泽学院", .public, 3000, "2022-07-01"), ("菏泽职业学院", .public, 3001, "2022-07-02"),
    ])
    #expect(person.losses() == ["other-platform 3000"])
  }

  @Test func thenTheEarliestEntry() throws {
    let later = try heze([("菏泽学院", .public, 3000, "2022-07-02"), ("菏泽职业学院", .public, 3000, "2022-07-01")])
    #expect(later.judgement().entries.map(\.state) == [.rejected, .confirmed])
    let sameDay = try heze([("菏泽学院", .public, 3000, "2022-07-01"), ("菏泽职业学院", .public, 3000, "2022-07-01")])
    #expect(sameDay.judgement().entries.map(\.state) == [.confirmed, .rejected])
  }

  @Test func theEntranceIsNoChoiceAndAClosedPlatformNone() throws {
    let entrance = try heze([
      ("菏泽学院", .public, 3000, "2022-07-01"), ("菏泽市继续教育管理平台", .public, 100, "2022-07-01"),
    ])
    #expect(entrance.losses().isEmpty)
    let closed = try heze(
      [("菏泽学院", .public, 100, "2022-07-01"), ("菏泽工程技师学院", .public, 3000, "2022-07-01")], group: "服务乡村振兴专题")
    #expect(closed.losses() == ["platform-not-for-group 3000"])
    #expect(closed.judgement().findings.isEmpty)
  }
}
