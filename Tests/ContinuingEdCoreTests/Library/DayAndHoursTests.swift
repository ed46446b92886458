import Foundation
import Testing

@testable import ContinuingEdCore

@Suite struct DayAndHoursTests {
  @Test(
    "hours from outside are clamped to what a row can hold",
    arguments: [
      (8, "8"), (0, "0"), (-1, "0"), (9999, "9999"), (10_000, "9999.99"), (20_000, "9999.99"),
      (.max, "9999.99"), (.min, "0"),
    ])
  func clamps(whole: Int, shown: String) { #expect(Hours(whole).description == shown) }

  @Test("hundredths out of range are no hours", arguments: [-1, 1_000_000, .max, .min])
  func refusesHundredths(hundredths: Int) { #expect(Hours(hundredths: hundredths) == nil) }

  @Test("hundredths within range are", arguments: [(0, "0"), (1, "0.01"), (999_999, "9999.99")])
  func takesHundredths(hundredths: Int, shown: String) {
    #expect(Hours(hundredths: hundredths)?.description == shown)
  }

  @Test(
    "texts of hours",
    arguments: [
      ("8", 800), ("2.5", 250), ("0.01", 1), ("9999.99", 999_999), ("", nil), (".", nil), (".5", nil),
      ("5.", nil), ("-1", nil), ("1.234", nil), ("10000", nil), ("８", nil), ("1e3", nil),
    ] as [(String, Int?)])
  func readsTexts(text: String, hundredths: Int?) { #expect(Hours(text)?.hundredths == hundredths) }

  @Test("no sum of hours traps")
  func sums() {
    var hours = Hours(.max)
    for _ in 0..<100 { hours += hours }
    #expect(hours + Hours(8) == hours)
    #expect(Hours.zero - hours - hours < .zero)
    #expect(hours.missing(from: .zero - hours) == hours)
  }

  @Test(
    "days that do not exist are none",
    arguments: [
      (Int.max, 1, 1), (.min, 1, 1), (70_000, 1, 1), (2023, .max, 1), (2023, 1, .max), (2023, 2, 29),
      (-1, 1, 1), (2023, 0, 1), (2023, 1, 0),
    ])
  func refusesDays(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("a run of days that ends before it starts is none")
  func refusesRanges() throws {
    let (first, last) = try (#require(Day("2023-07-01")), #require(Day("2023-07-03")))
    #expect(DayRange(last, first) == nil)
    #expect(DayRange(first, last)?.count == 3)
    let text = Data(#"{"start": "2023-07-03", "end": "2023-07-01"}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(DayRange.self, from: text) }
  }

  @Test(
    "what can't be is not decoded", arguments: [#"["2023-02-29"]"#, #"["23-1-1"]"#, "[1]"])
  func refusesEncodedDays(text: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(text.utf8)) }
  }

  @Test("hours, days and words come back from JSON")
  func comesBack() throws {
    func back<Value: Codable & Equatable>(_ value: Value) throws -> Bool {
      try JSONDecoder().decode([Value].self, from: JSONEncoder().encode([value])) == [value]
    }
    #expect(try back(Hours(inHundredths: 1_234_567)))
    #expect(try back(Hours.zero - Hours(3)))
    #expect(try back(#require(Day("2023-07-01"))))
    #expect(try back(#require(LibraryDesk.days("2023-07-01", "2023-07-03"))))
    for category in ContinuingEdCore.Category.allCases { #expect(try back(category)) }
    for code in ProblemCode.allCases { #expect(try back(code)) }
    #expect(
      String(decoding: try JSONEncoder().encode([Verdict.notApplicable]), as: UTF8.self)
        == #"["not-applicable"]"#)
    #expect(
      String(decoding: try JSONEncoder().encode([Hours(hundredths: 250)]), as: UTF8.self) == #"["2.5"]"#)
  }
}
