import Testing

@testable import ContinuingEdCore

@Suite struct RuleMutationTests {
  private func changes(_ path: String, of id: String) throws -> [RuleMutation.Change] {
    let json = try #require(RuleLibrary.embedded().source(id: id)?.decode().json)
    return RuleMutation.all(of: json).filter { $0.path.description == path }.map(\.change)
  }

  @Test func `figures go up and down, dates a day either way, needs and members are left out`() throws {
    #expect(
      try changes("dayLimits[0].hours", of: "heze-2022") == [
        .figure(from: "8", to: "7"), .figure(from: "8", to: "9"),
      ])
    #expect(
      try changes("windows[0].from", of: "heze-2022") == [
        .figure(from: "2022-06-13", to: "2022-06-12"), .figure(from: "2022-06-13", to: "2022-06-14"),
      ])
    #expect(try changes("activities[2].needs[0]", of: "heze-2022") == [.leftOut("filing")])
    #expect(try changes("platforms[0]", of: "heze-2022") == [.leftOut("菏泽学院")])
    #expect(try changes("platforms[0].name", of: "heze-2022") == [.renamed("菏泽学院〇")])
    #expect(try changes("platforms[3].choice", of: "heze-2022") == [.flag(from: "no", to: "yes")])
    #expect(try changes("activities[3].dayLimit", of: "heze-2022") == [.dropped(to: "none")])
    #expect(try changes("activities[2].words[0]", of: "heze-2022") == [.renamed("知识更新〇")])
    #expect(try changes("activities[2].levels[1]", of: "zaozhuang-2023") == [.leftOut("municipal")])
    #expect(try changes("activities[3].platform", of: "yantai-2023") == [.dropped(to: "any")])
    #expect(try changes("activities[1].study.others", of: "zaozhuang-2023") == [.dropped(to: "refused")])
    #expect(try changes("finalReview.step", of: "jining-2020") == [.flag(from: "department", to: "unit")])
    #expect(try changes("filingTerm.categories[0]", of: "jining-2020") == [.leftOut("training")])
    #expect(try changes("seriesGroups[0].containing[2]", of: "jinan-2021") == [.renamed("会计〇")])
    #expect(try changes("activities[10].basis.perMonth.public", of: "zaozhuang-2023").count == 2)
  }

  @Test func `what no judgement can tell apart is left alone`() throws {
    #expect(try changes("windows[0].to", of: "heze-2022") == [.figure(from: "2022-12-31", to: "2022-12-30")])
    #expect(try changes("platforms[0].choice", of: "jining-2020").isEmpty)
    #expect(try changes("notice.date", of: "heze-2022").isEmpty)
  }

  @Test func `a change is made at its place and nowhere else`() throws {
    let json = try #require(RuleLibrary.embedded().source(id: "heze-2022")?.decode().json)
    for mutation in RuleMutation.all(of: json) {
      let mutated = mutation.applied(to: json)
      #expect(mutated.compact != json.compact, "\(mutation.path)")
    }
    let path = JSONPath.top.appending("dayLimits").appending(0).appending("hours")
    let change = RuleMutation(path: path, line: 1, change: .figure(from: "8", to: "9"), clauses: [])
    let rules = try #require(RuleDecoder.decode(change.applied(to: json), file: "a").ruleSet)
    var expected = try #require(RuleDecoder.decode(json, file: "a").ruleSet)
    expected.dayLimits[0].hours = Hours(9)
    #expect(rules == expected)
  }
}
