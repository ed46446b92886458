import Testing

@testable import ContinuingEdCore

/// What must hold for everyone, whatever the notice says.
@Suite struct PropertyTests {
  private static func rules(_ id: String) throws -> RuleSet { try RuleLibrary.embedded().ruleSet(id: id) }

  private static func evaluator(_ rules: RuleSet, _ records: Records, asOf: Day? = nil) -> Evaluator {
    Evaluator(ruleSets: [rules], calendar: .embedded, asOf: asOf, records: records)
  }

  @Test(arguments: RuleLibrary.embedded().ids)
  func everyHourEndsInExactlyOnePlace(id: String) throws {
    let rules = try Self.rules(id)
    let records = RandomPeople.make(1500, under: rules, seed: 1)
    let evaluator = Self.evaluator(rules, records)
    for person in records.people.indices {
      let judgement = evaluator.judge(person, detail: true)
      var confirmed = Hours.zero
      var approved = Hours.zero
      for result in judgement.entries {
        let lost = result.losses.reduce(Hours.zero) { $0 + $1.hours }
        #expect(result.credited + lost == result.worth, "person \(person)")
        #expect(result.credited >= .zero && result.losses.allSatisfy { $0.hours >= .zero })
        #expect(result.state == .rejected || result.losses.allSatisfy { $0.hours > .zero })
        #expect((result.state == .pending) == !result.reasons.isEmpty)
        if result.state == .rejected { #expect(result.losses.count == 1 && result.credited == .zero) }
        if result.state == .confirmed { confirmed += result.credited }
        if result.state != .rejected { approved += result.credited }
      }
      #expect(judgement.credited.total == confirmed)
      #expect(judgement.ifApproved.total == approved)
    }
  }

  @Test(arguments: RuleLibrary.embedded().ids)
  func aFurtherConfirmedEntryNeverLowersTheCreditedTotal(id: String) throws {
    let rules = try Self.rules(id)
    let before = RandomPeople.make(400, under: rules, seed: 2)
    // One entry more for everyone, on the year's last day, so that it comes last. An earlier one could lower the total
    // where a day limit and two pools meet: 8 hours of training on a day take a workshop's room of that day, and
    // push 8 hours of later training out of the full pool of training.
    var after = before
    var extra = EntryRow()
    extra.category =
      rules.activities.first { $0.subjects.contains(.professional) && $0.category != .online }?.category
    extra.subject = .professional
    extra.start = .last(of: rules.year)
    extra.hours = Hours(6)
    extra.marks = [.filed, .evidence]
    extra.status = .verified
    extra.result = .passed
    extra.level = .provincial
    after.entries = EntryStore(before.people.indices.map { before.entries(of: $0) + [extra] })
    let (old, new) = (Self.evaluator(rules, before), Self.evaluator(rules, after))
    for person in before.people.indices {
      let (earlier, later) = (old.judge(person, detail: false), new.judge(person, detail: false))
      if earlier.platformKept != nil { continue }
      #expect(later.credited.total >= earlier.credited.total, "person \(person)")
    }
  }

  @Test(arguments: RuleLibrary.embedded().ids)
  func peopleJudgedOneByOneAndTogetherAgree(id: String) throws {
    let rules = try Self.rules(id)
    let records = RandomPeople.make(200, under: rules, seed: 3)
    let together = Self.evaluator(rules, records)
    for person in records.people.indices.reversed() {
      let alone = Self.evaluator(rules, records).judge(person, detail: true)
      let among = together.judge(person, detail: true)
      #expect(alone.verdict == among.verdict)
      #expect(alone.credited == among.credited)
      #expect(alone.entries.map(\.credited) == among.entries.map(\.credited))
      let brief = together.judge(person, detail: false)
      #expect(brief.verdict == among.verdict && brief.credited == among.credited && brief.entries.isEmpty)
    }
  }

  @Test(arguments: RuleLibrary.embedded().ids)
  func theOrderOfRowsOfDifferentDaysChangesNoTotal(id: String) throws {
    let rules = try Self.rules(id)
    var records = RandomPeople.make(400, under: rules, seed: 4)
    var seen: Set<[Int32]> = []
    // Rows compete for their place only where start and end are equal; those are left out here.
    let people = records.people.indices.map { person in
      seen.removeAll()
      return records.entries(of: person).map { entry in
        var entry = entry
        let key = [entry.start?.number ?? 0, entry.end?.number ?? 0]
        if !seen.insert(key).inserted { entry.marks.insert(.unusable) }
        return entry
      }
    }
    records.entries = EntryStore(people)
    var reversed = records
    reversed.entries = EntryStore(people.map { $0.reversed() })
    let (forward, backward) = (Self.evaluator(rules, records), Self.evaluator(rules, reversed))
    for person in records.people.indices {
      let (a, b) = (forward.judge(person, detail: false), backward.judge(person, detail: false))
      #expect(a.verdict == b.verdict, "person \(person)")
      #expect(a.credited == b.credited, "person \(person)")
      #expect(a.ifApproved == b.ifApproved, "person \(person)")
      #expect(a.findings == b.findings, "person \(person)")
    }
  }
}
