import Foundation
import Testing

@testable import ContinuingEdCore

/// Worked cases of TitleApplications, typed: B is audited 30/60 for each of 2019 to 2022, and 30/60 studied in 2023.
@Suite struct TitleJudgeTests {
  private static func b(last: String = "2023-07-31", publicOf2019: Int = 30, professionalOf2019: Int = 60)
    -> [TypedEntry]
  {
    var entries: [TypedEntry] = []
    for year in 2019...2022 {
      let hours = year == 2019 ? (publicOf2019, professionalOf2019) : (30, 60)
      entries.append(TypedEntry(.annual, subject: .public, year: year, hours: Hours(hours.0)))
      if hours.1 > 0 {
        entries.append(TypedEntry(.annual, subject: .professional, year: year, hours: Hours(hours.1)))
      }
    }
    for (subject, hours, end) in [(Subject.public, 30, "2023-07-31"), (.professional, 60, last)] {
      entries.append(
        TypedEntry(
          .online, subject: subject, days: LibraryDesk.days("2023-07-01", end), hours: Hours(hours),
          platform: "鲁东大学"))
    }
    return entries
  }

  private func application(_ employer: Employer, _ entries: [TypedEntry]) throws -> TitleApplication {
    let titles = TitleJudge(try LibraryDesk.rules("烟台", 2023), reviewDate: Day("2023-09-01"))
    return titles.application(
      of: TypedPerson(id: "T-7", roster: .init(employer: employer)), with: entries)
  }

  @Test("1: a public institution with all five years")
  func case1() throws {
    let application = try application(.publicInstitution, Self.b())
    #expect(application.verdict == .compliant && application.years.map(\.year) == Array(2019...2023))
    #expect(application.years.map(\.ruleSet) == [nil, nil, nil, nil, "yantai-2023"])
    #expect(application.lastDay == Day("2023-08-31"))
  }

  @Test("2 and 3: without professional hours of 2019")
  func cases2And3() throws {
    let entries = Self.b(professionalOf2019: 0)
    #expect(try application(.enterprise, entries).verdict == .compliant)
    let short = try application(.publicInstitution, entries)
    #expect(short.verdict == .short)
    #expect(short.years.first?.shortfall.professional == Hours(60))
  }

  @Test("4: professional hours of 2023 that end on the day of review, and on the day before")
  func case4() throws {
    let late = try application(.publicInstitution, Self.b(last: "2023-09-01"))
    #expect(late.verdict == .short && late.years.last?.shortfall.professional == Hours(60))
    #expect(late.years.last?.results.last?.losses.first?.reason == .afterReviewCutoff)
    #expect(try application(.publicInstitution, Self.b(last: "2023-08-31")).verdict == .compliant)
  }

  @Test("applications of a staff are those of its people, and come back from JSON")
  func staff() throws {
    let titles = TitleJudge(try LibraryDesk.rules("烟台", 2023), reviewDate: Day("2023-09-01"))
    let person = TypedPerson(id: "T-7", roster: .init(employer: .publicInstitution))
    let one = titles.application(of: person, with: Self.b())
    #expect(Array(titles.applications(of: Staff([(person, Self.b())]))) == [one])
    #expect(try JSONDecoder().decode(TitleApplication.self, from: JSONEncoder().encode(one)) == one)
    #expect(!one.text(in: .chinese).isEmpty)
  }

  @Test("no year traps", arguments: [(Int.min, Int.max), (.max, .min), (0, 70_000), (2024, 2019)])
  func years(from: Int, to: Int) throws {
    let rules = try LibraryDesk.rules("烟台", 2023)
    let application = TitleJudge(rules, from: from, to: to).application(of: LibraryDesk.wang, with: Self.b())
    #expect(application.years.count <= 201)
  }

  @Test("nobody of another city, and nobody without an ID, may apply by these rules")
  func strangers() throws {
    let titles = TitleJudge(try LibraryDesk.rules("烟台", 2023))
    let stranger = TypedPerson(id: "T-7", roster: .init(city: "菏泽"))
    #expect(titles.application(of: stranger, with: Self.b()).verdict == .undetermined)
    #expect(titles.application(of: TypedPerson(id: ""), with: Self.b()).verdict == .undetermined)
  }
}
