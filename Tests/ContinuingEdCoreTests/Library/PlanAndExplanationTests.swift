import Foundation
import Testing

@testable import ContinuingEdCore

@Suite struct PlanAndExplanationTests {
  private let wang = LibraryDesk.wang

  @Test("a plan right away, and with it compliance", arguments: RuleLibrary.shipped.ids)
  func plans(id: String) throws {
    let rules = try RuleLibrary.shipped.ruleSet(id: id)
    let judge = Judge(rules)
    let start = try #require(Day(year: rules.year, month: 3, day: 1))
    let plan = judge.plan(for: wang, with: [], after: start)
    // All five ask 30 and 60, and 90 together.
    #expect(plan.outcome == .planned && plan.hours == Hours(90) && plan.id == "T-7")
    #expect(judge.judgement(of: wang, with: plan.studies.map(\.entry)).verdict == .compliant)
    #expect(plan.studies.allSatisfy { $0.clause != nil && $0.lastDay.year == rules.year })
    #expect(plan.text(in: .chinese).contains("90") && !plan.open.isEmpty)
  }

  @Test("no day traps", arguments: ["0000-01-01", "1900-01-01", "2022-12-31", "2023-01-01", "9999-12-31"])
  func days(day: String) throws {
    let judge = Judge(try LibraryDesk.rules("heze", 2022))
    let plan = judge.plan(for: wang, with: LibraryDesk.enough, after: try #require(Day(day)))
    let isEarly = day < "2022"
    #expect(plan.outcome == (isEarly ? .planned : .nothingMissing))
    #expect(plan.leftOut == (isEarly ? 2 : 0))
  }

  @Test("after the year it is too late, and of a stranger nothing is planned")
  func noPlan() throws {
    let judge = Judge(try LibraryDesk.rules("heze", 2022))
    let end = try #require(Day("2022-12-31"))
    #expect(judge.plan(for: wang, with: [], after: end).outcome == .tooLate)
    var person = wang
    person.roster = .init(city: "烟台")
    #expect(judge.plan(for: person, with: [], after: end).outcome == .undetermined)
    #expect(judge.plan(for: TypedPerson(id: ""), with: [], after: end).outcome == .undetermined)
  }

  @Test("a plan comes back from JSON")
  func planComesBack() throws {
    let judge = Judge(try LibraryDesk.rules("heze", 2022))
    let plan = judge.plan(for: wang, with: [], after: try #require(Day("2022-07-01")))
    #expect(try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan)) == plan)
  }

  @Test("an explanation names what took the hours, and every clause that it cites")
  func explains() throws {
    let rules = try LibraryDesk.rules("heze", 2022)
    let judge = Judge(rules)
    let entries = ["急诊", "护理"].map {
      TypedEntry(
        .training, title: $0, days: LibraryDesk.days("2022-07-05"), hours: Hours(8), filing: "备" + $0)
    }
    let judgement = judge.judgement(of: wang, with: entries)
    let explanation = judge.explanation(of: judgement)
    #expect(explanation.judgement == judgement && explanation.id == "T-7")
    #expect(explanation.steps.map(\.code) == ["public", "professional"])
    let confirmed = try #require(explanation.steps.last?.parts.first)
    #expect(confirmed.code == "confirmed" && confirmed.hours == Hours(8))
    #expect(confirmed.parts.map { $0.takers.map(\.title) } == [[], ["急诊"]])
    #expect(confirmed.parts.compactMap(\.result) == judgement.results)
    let cited = Set(explanation.clauses.map(\.locator))
    #expect(judgement.results.flatMap(\.losses).allSatisfy { cited.contains($0.clause ?? "") })
    for language in Language.allCases { #expect(explanation.text(in: language).contains("护理")) }
  }

  @Test("an assignment is two results and one entry")
  func assignment() throws {
    // Zaozhuang, 附件1第4条: 2.5 public and 5 professional hours a month; six months bring 15 and 30.
    let rules = try LibraryDesk.rules("枣庄", 2023)
    let judge = Judge(rules)
    let entry = TypedEntry(
      .assignment, title: "支教", days: LibraryDesk.days("2023-01-01", "2023-06-30"), evidence: "证明")
    let judgement = judge.judgement(of: wang, with: [entry])
    #expect(judgement.results.map(\.credited) == [Hours(15), Hours(30)])
    let leaves = judge.explanation(of: judgement).steps.flatMap(\.parts).flatMap(\.parts)
    #expect(leaves.compactMap(\.result) == judgement.results)
  }

  @Test("what nobody judged has an explanation without steps")
  func explainsStrangers() throws {
    var person = wang
    person.roster = .init(city: "烟台")
    let judge = Judge(try LibraryDesk.rules("heze", 2022))
    let explanation = judge.explanation(of: judge.judgement(of: person, with: []))
    #expect(explanation.steps.isEmpty)
    #expect(!explanation.text(in: .english).isEmpty)
  }
}
