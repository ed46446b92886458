import Testing

@testable import ContinuingEdCore

/// Where no way takes any amount, the search finds what trying everything finds.
@Suite struct PlanSearchTests {
  /// The Zaozhuang rules without online study and with workshops, training, papers and qualifications alone.
  private static func rulesWithoutOnline() throws -> RuleSet {
    var rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    rules.activities.removeAll {
      ![.training, .workshop, .qualification, .achievement, .competition].contains($0.category)
    }
    rules.requirements.public.hours = .zero
    return rules
  }

  /// The fewest hours, then entries, that reach `missing`: 16 an item without limit, 10 an item up to 30 in each of
  /// two pools, any amount up to 24 and up to 30.
  private static func exhaustive(_ missing: Int) -> (hours: Int, entries: Int) {
    var best = (hours: Int.max, entries: Int.max)
    for qualifications in 0...10 {
      for papers in 0...3 {
        for contests in 0...3 {
          for declared in 0..<4 {
            let fixed = 16 * qualifications + 10 * papers + 10 * contests
            let room = (declared & 1) * 24 + (declared >> 1) * 30
            let rest = max(0, missing - fixed)
            if rest > room || (declared != 0 && rest == 0) { continue }
            let used =
              declared == 0 ? 0 : declared == 3 ? (rest > 30 ? 2 : 1) : 1
            let entries =
              (qualifications > 0 ? 1 : 0) + (papers > 0 ? 1 : 0) + (contests > 0 ? 1 : 0) + used
            let found = (fixed + rest, entries)
            if found < best { best = found }
          }
        }
      }
    }
    return best
  }

  @Test(arguments: [1, 8, 10, 16, 24, 25, 30, 32, 35, 40, 48, 50, 54, 55, 60, 70, 80, 90, 100, 115, 130])
  func theSearchFindsWhatTryingEverythingFinds(missing: Int) throws {
    var rules = try Self.rulesWithoutOnline()
    rules.requirements.professional.hours = Hours(missing)
    rules.requirements.total.hours = Hours(missing)
    var records = Records()
    records.people = [ListedPerson()]
    let texts = records.addPlanTexts(of: [rules])
    let planner = Planner(
      records: records, ruleSets: [rules], calendar: .embedded, asOf: .first(of: 2023), texts: texts)
    let plan = planner.plan(0, detail: false)
    let expected = Self.exhaustive(missing)
    #expect(plan.outcome == .planned)
    #expect(plan.hours == Hours(expected.hours))
    #expect(plan.entries.count == expected.entries)
  }

  @Test func whatNoWayReachesIsTooLate() throws {
    var rules = try Self.rulesWithoutOnline()
    rules.activities.removeAll { $0.category == .qualification }
    rules.requirements.professional.hours = Hours(200)
    var records = Records()
    records.people = [ListedPerson()]
    let planner = Planner(
      records: records, ruleSets: [rules], calendar: .embedded, asOf: .first(of: 2023),
      texts: [
        PlanTexts(
          platforms: Array(repeating: .empty, count: rules.platforms.count),
          words: Array(repeating: .empty, count: rules.activities.count))
      ])
    #expect(planner.plan(0, detail: false).outcome == .tooLate)
  }
}
