import Foundation
import Testing

@testable import ContinuingEdCore

@Suite struct RuleSetLibraryTests {
  @Test(
    "a rule set by its city in either language", arguments: [("heze", 2022), ("菏泽", 2022), ("烟台市", 2023)])
  func finds(city: String, year: Int) throws { #expect(try RuleSet(city: city, year: year).year == year) }

  @Test(
    "one that there is not", arguments: [("heze", 70_000), ("heze", .min), ("", 2022), ("qingdao", 2022)])
  func misses(city: String, year: Int) {
    #expect { try RuleSet(city: city, year: year) } throws: {
      guard case RuleError.unknown(_, _, let known)? = $0 as? RuleError else { return false }
      return known == RuleLibrary.shipped.ids
    }
  }

  @Test("a file with a fault is refused as a whole, and says where")
  func faults() throws {
    let source = try #require(RuleLibrary.shipped.source(id: "heze-2022"))
    let text = String(decoding: source.content, as: UTF8.self)
    let torn = Array(text.replacing("\"hours\"", with: "\"hors\"", maxReplacements: 1).utf8)
    let faults = RuleSet.faults(inJSON: torn, named: "heze-2022.json")
    #expect(!faults.isEmpty && faults.allSatisfy { $0.line > 0 && $0.file == "heze-2022.json" })
    #expect(throws: RuleError.self) { try RuleSet(json: torn, named: "heze-2022.json") }
    #expect(try RuleSet(json: source.content, named: "heze-2022.json") == RuleSet(city: "heze", year: 2022))
    #expect(RuleSet.faults(inJSON: source.content, named: "heze-2022.json").allSatisfy { !$0.isError })
  }

  @Test("bytes that are no rule file are faults, and no trap", arguments: [[], [0], [0xFF], Array("{".utf8)])
  func bytes(bytes: [UInt8]) {
    #expect(!RuleSet.faults(inJSON: bytes, named: "").isEmpty)
    #expect(throws: RuleError.self) { try RuleSet(json: bytes, named: "") }
    #expect(throws: RuleError.self) { try RuleLibrary.shipped.adding(json: bytes, named: "") }
  }

  @Test("a library grows by rule sets of one's own")
  func grows() throws {
    let source = try #require(RuleLibrary.shipped.source(id: "heze-2022"))
    let library = try RuleLibrary.shipped.adding(json: source.content, named: "heze-2022.json")
    #expect(library.ids == RuleLibrary.shipped.ids)
  }

  @Test("a calendar of one's own")
  func calendar() throws {
    // 2027-01-04 is a Monday; the working day before it is Friday the 1st, or Sunday the 3rd where that is worked.
    let worked = WorkdayCalendar(csv: Array("2027-01-03,work\n".utf8))
    let monday = try #require(Day("2027-01-04"))
    #expect(worked.workingDay(1, before: monday).day == Day("2027-01-03"))
    #expect(WorkdayCalendar(csv: []).workingDay(1, before: monday).day == Day("2027-01-01"))
    #expect(
      WorkdayCalendar.shipped.workingDay(5, before: try #require(Day("2023-10-09"))).day == Day("2023-09-26"))
  }
}
