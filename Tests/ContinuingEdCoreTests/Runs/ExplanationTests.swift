import Testing

@testable import ContinuingEdCore

/// Every hour of an explanation is that of the check.
@Suite struct ExplanationTests {
  @Test(arguments: RuleLibrary.embedded().ids)
  func everyHourOfTheTreeIsThatOfTheCheck(id: String) throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: id)
    let run = CheckRun(
      records: RandomPeople.make(150, under: rules, seed: 72), ruleSets: [rules], calendar: .embedded)
    let judge = run.evaluator()
    for person in run.records.people.indices {
      let judgement = judge.judge(person, detail: true)
      let explanation = Explanation(person, of: run, in: .chinese)
      let root = explanation.root
      #expect(root.code == judgement.verdict.code)
      #expect(root.hours == judgement.credited.total)
      var leaves = 0
      for subject in root.children where subject.code != "leave" {
        let isPublic = subject.code == "public"
        #expect(subject.hours == (isPublic ? judgement.credited.public : judgement.credited.professional))
        var approved = Hours.zero
        for state in subject.children {
          #expect(state.hours == state.children.reduce(Hours.zero) { $0 + $1.hours })
          if state.code == "confirmed" { #expect(state.hours == subject.hours) }
          approved += state.hours
          leaves += state.children.count
        }
        #expect(
          approved == (isPublic ? judgement.ifApproved.public : judgement.ifApproved.professional))
      }
      leaves += root.children.first { $0.code == "leave" }?.children.count ?? 0
      #expect(leaves == judgement.entries.count)
      if let kept = explanation.platforms.first(where: { $0.isKept }) {
        #expect(kept.credited == judgement.credited && kept.ifApproved == judgement.ifApproved)
      }
    }
  }

  @Test func anEntryThatALimitCutNamesTheLinesItSharesItWith() throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    var records = Records()
    records.files = [SourceFile(path: "one.csv")]
    records.people = [Person()]
    var rows: [Entry] = []
    for line in [2, 3] {
      var entry = Entry()
      entry.category = line == 2 ? .training : .workshop
      entry.hours = Hours(8)
      entry.start = Day(iso: "2023-05-06")
      entry.marks = [.filed]
      entry.line = UInt32(line)
      rows.append(entry)
    }
    records.entries = EntryStore([rows])
    let run = CheckRun(records: records, ruleSets: [rules], calendar: .embedded)
    let explanation = Explanation(0, of: run, in: .chinese)
    let professional = try #require(explanation.root.children.last)
    let leaf = try #require(professional.children.first?.children.last?.entry)
    // Both lie on one day, which holds 8 hours for training and workshops together.
    #expect(leaf.result.losses.map(\.hours) == [Hours(8)])
    #expect(leaf.sharedWith == [[2]])
  }
}
