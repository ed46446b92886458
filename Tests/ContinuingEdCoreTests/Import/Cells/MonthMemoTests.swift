import Testing

@testable import ContinuingEdCore

@Suite struct MonthMemoTests {
  /// A memo that reads cells as a reader of rows does: what it can't tell is looked up and kept.
  private struct Reader {
    let memo = MonthMemo()

    func day(_ text: String) -> UInt64 {
      let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
      return bytes.withUnsafeBytes { cell in
        guard let base = cell.baseAddress else { return 0 }
        if text.utf8.count == 10 { memo.keep(base) }
        return memo.day(base, count: text.utf8.count)
      }
    }
  }

  /// The date with two digits for month and day.
  private static func text(_ year: Int, _ month: Int, _ day: Int, _ separator: String) -> String {
    let (m, d) = ("0\(month)".suffix(2), "0\(day)".suffix(2))
    return "\(year)\(separator)\(m)\(separator)\(d)"
  }

  @Test("every day from 1900 to 2100 is the one after the day before", arguments: ["-", "/", "."])
  func allDays(separator: String) {
    let reader = Reader()
    defer { reader.memo.deallocate() }
    var expected: UInt64 = 0
    for year in 1900...2100 {
      // Every fourth year but 1900 and 2100 has a 29th of February.
      let february = year % 4 == 0 && year != 1900 && year != 2100 ? 29 : 28
      for (place, length) in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          expected += 1
          if reader.day(Self.text(year, place + 1, day, separator)) != expected {
            Issue.record("\(Self.text(year, place + 1, day, separator))")
          }
        }
        for day in [0, length + 1, 32, 99] where reader.day(Self.text(year, place + 1, day, separator)) != 0 {
          Issue.record("\(Self.text(year, place + 1, day, separator)) is no day")
        }
      }
    }
    // 201 years of 365 days, and 49 leap days: 1904 to 2096, every fourth.
    #expect(expected == 201 * 365 + 49)
  }

  @Test(
    "what is no date is none, though its month was met",
    arguments: [
      "2023-07-0", "2023-07-0/", "2023-07-/1", "2023-07-1 ", "2023-07-::", "2023-07/01", "2023/07-01",
      "2023-13-01",
      "2023-00-01", "2023-0A-01", "2101-01-01", "1899-12-31", "2023707-01", "2023-07-011", "", "2023-07-",
    ])
  func others(text: String) {
    let reader = Reader()
    defer { reader.memo.deallocate() }
    #expect(reader.day("2023-07-01") > 0 && reader.day("2023/07/01") > 0)
    #expect(reader.day(text) == 0)
  }

  @Test("two months that share a place take turns")
  func shared() {
    let reader = Reader()
    defer { reader.memo.deallocate() }
    // Ten years apart; 2008 to 2018 has the leap days of 2008, 2012 and 2016.
    let first = reader.day("2008-03-01")
    #expect(reader.day("2018-03-01") == first + 10 * 365 + 2)
    #expect(reader.day("2008-03-31") == first + 30)
  }
}
