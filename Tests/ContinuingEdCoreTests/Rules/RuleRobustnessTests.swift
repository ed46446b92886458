import Testing

@testable import ContinuingEdCore

/// Nothing that a rule file says makes the program trap.
@Suite struct RuleRobustnessTests {
  /// A small generator with a fixed seed, so that a failure can be had again.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, sides)
    }
  }

  @Test(arguments: RuleLibrary.embedded().ids)
  func `a torn rule file gives faults or a rule set, never a trap`(id: String) throws {
    let bytes = try #require(RuleLibrary.embedded().source(id: id)).content
    var dice = Dice(state: UInt64(bytes.count))
    for _ in 0..<60 {
      var torn = bytes
      for _ in 0...dice.roll(3) {
        let at = dice.roll(torn.count)
        switch dice.roll(4) {
        case 0: torn[at] = UInt8(dice.roll(256))
        case 1: torn.remove(at: at)
        case 2: torn.removeSubrange(at...)
        default: torn.insert(contentsOf: Array("{[\",:0-}]".utf8).turned(dice.roll(9)), at: at)
        }
        if torn.isEmpty { break }
      }
      let decoding = RuleDecoder.decode(torn, file: "a.json")
      #expect((decoding.ruleSet == nil) != decoding.faults.isEmpty)
      _ = RuleChecks.check(torn, file: "a.json")
    }
  }

  @Test(arguments: ShippedCasesTests.ids)
  func `figures and days beyond all sense are judged without a trap`(id: String) throws {
    let (source, file) = try ShippedCasesTests.load(id)
    let decoding = source.decode()
    let (rules, json) = (try #require(decoding.ruleSet), try #require(decoding.json))
    let runner = try CaseRunner(file.cases, rules: rules)
    var judged = 0
    for mutation in RuleMutation.all(of: json) {
      guard case .figure(let from, _) = mutation.change else { continue }
      for to in Day(iso: from) == nil ? ["0", "366", "9999.99"] : ["1900-01-01", "2100-12-31"] {
        var extreme = mutation
        extreme.change = .figure(from: from, to: to)
        guard let rules = RuleDecoder.decode(extreme.applied(to: json), file: "a").ruleSet else { continue }
        _ = runner.run(under: rules)
        judged += 1
      }
    }
    #expect(judged > 10)
  }

  @Test(arguments: ShippedCasesTests.ids)
  func `every rule set judges the cases of every other`(id: String) throws {
    let (_, file) = try ShippedCasesTests.load(id)
    for other in ShippedCasesTests.ids {
      let rules = try RuleLibrary.embedded().ruleSet(id: other)
      let outcomes = try CaseRunner(file.cases, rules: rules).run(under: rules)
      #expect(outcomes.count == file.cases.count)
      for outcome in outcomes {
        for entry in outcome.judgement.entries {
          let lost = entry.losses.reduce(Hours.zero) { $0 + $1.hours }
          #expect(entry.credited + lost == entry.worth)
        }
      }
    }
  }
}

extension Array {
  /// The items from one on, then those before it.
  fileprivate func turned(_ start: Int) -> [Element] { Array(self[start...] + self[..<start]) }
}
