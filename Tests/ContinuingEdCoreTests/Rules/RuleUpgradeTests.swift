import Testing

@testable import ContinuingEdCore

/// Files of format 1 are read as they were meant.
@Suite struct RuleUpgradeTests {
  private static let old = RuleDecoderTests.sound.replacing("\"format\": 2", with: "\"format\": 1")
    .replacing("\"levels\": \"any\", \"words\": \"any\", \"platform\": \"any\", ", with: "")
    .replacing(
      "\"amount\": \"in-notice\",", with: "\"amount\": \"in-notice\", \"levelsOutsideNotice\": \"none\","
    )
    .replacing("\"finalReview\": \"verified\", ", with: "").replacing("not-stated", with: "not-closed")

  private static func decode(_ text: String) -> RuleDecoding {
    RuleDecoder.decode(Array(text.utf8), file: "a.json")
  }

  @Test func aFileWithoutWhatIsNewIsTheSameRuleSet() throws {
    let (old, new) = (Self.decode(Self.old), RuleDecoderTests.decode())
    #expect(old.faults.isEmpty)
    #expect(try #require(old.ruleSet) == (try #require(new.ruleSet)))
    #expect(try #require(old.json).compact == (try #require(new.json)).compact)
  }

  @Test func theFilingTermBindsWhatNeedsFiling() throws {
    let rules = try #require(
      Self.decode(
        Self.old.replacing(
          "\"filingTerm\": \"none\"", with: "\"filingTerm\": {\"daysBefore\": 9, \"clause\": \"一\"}")
      ).ruleSet)
    #expect(rules.filingTermCategories == [.training])
  }

  @Test func levelsLeftToOthersBecomeARowOfTheirOwn() throws {
    let rules = try #require(
      Self.decode(
        Self.old.replacing(
          "\"levelsOutsideNotice\": \"none\"",
          with: "\"levelsOutsideNotice\": {\"levels\": [\"county\"], \"clause\": \"一\"}")
      ).ruleSet)
    #expect(rules.activities.map(\.levels) == [[.county], []])
    #expect(rules.activities.map { $0.amountOutsideNotice != nil } == [true, false])
  }

  @Test func aSeriesThatWaitsBecomesARowOfItsOwn() throws {
    let rules = try #require(
      Self.decode(
        Self.old.replacing("\"series\": \"nurses\"", with: "\"series\": \"any\"").replacing(
          "\"study\": \"anywhere\"",
          with:
            "\"study\": {\"listedPlatforms\": \"一\", \"filedStudy\": \"none\", \"waitsForFiling\": \"nurses\"}"
        )
      ).ruleSet)
    #expect(rules.activities.map(\.seriesGroup) == [0, nil])
    #expect(rules.activities.map { $0.needs.map(\.what) } == [[.filing, .seriesFiling], [.filing]])
    #expect(rules.activities.allSatisfy { $0.study?.othersWait == nil && $0.study != nil })
  }

  @Test func whatIsUpgradedIsOfThePresentFormatAndStaysSo() throws {
    let json = try #require(JSONReader.read(Array(Self.old.utf8), file: "a.json").value)
    let upgraded = RuleUpgrade.upgraded(json)
    #expect(upgraded["format"]?.compact == "2")
    #expect(RuleUpgrade.upgraded(upgraded).compact == upgraded.compact)
  }

  @Test func aFaultOfAnOldFileIsFoundAtItsLine() throws {
    let faults = Self.decode(Self.old.replacing("\"trai", with: "\"trani")).faults
    #expect(faults.map(\.line) == [15])
  }
}
