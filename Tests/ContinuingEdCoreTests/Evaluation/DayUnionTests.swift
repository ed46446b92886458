import Testing

@testable import ContinuingEdCore

@Suite struct DayUnionTests {
  private func days(_ from: String, _ to: String) throws -> DayRange {
    let first = try #require(Day(iso: from))
    let last = try #require(Day(iso: to))
    return try #require(DayRange(first, last))
  }

  @Test(arguments: [
    ("2023-01-01", "2023-06-30", 6),  // Jan 1 + 6 months = Jul 1 = Jun 30 + 1
    ("2023-01-01", "2023-06-29", 5),  // Jul 1 is after Jun 30
    ("2023-01-31", "2023-02-27", 1),  // Jan 31 + 1 month = Feb 28 = Feb 27 + 1
    ("2023-01-31", "2023-02-26", 0),
    ("2023-01-31", "2023-03-30", 2),  // Jan 31 + 2 months = Mar 31
    ("2023-01-31", "2023-03-29", 1),
    ("2024-01-31", "2024-02-28", 1),  // Jan 31 + 1 month = Feb 29 in a leap year
    ("2023-01-01", "2023-12-31", 12),
    ("2023-05-15", "2023-05-15", 0),
  ])
  func countsWholeMonths(from: String, to: String, months: Int) throws {
    #expect(try days(from, to).wholeMonths == months)
  }

  @Test func joinsRunsThatTouch() throws {
    var union = DayUnion()
    union.insert(try days("2023-03-01", "2023-03-31"))
    union.insert(try days("2023-01-01", "2023-01-31"))
    #expect(union.runs.count == 2)
    #expect(union.wholeMonths == 2)
    union.insert(try days("2023-02-01", "2023-02-28"))
    #expect(union.runs.count == 1)
    #expect(union.wholeMonths == 3)
    #expect(union.dayCount == 90)
  }

  @Test func countsLeaveByMonthsOf30() throws {
    var union = DayUnion()
    // Jan 1 to Jun 30: six whole months, 180; one day more is 181.
    union.insert(try days("2023-01-01", "2023-06-30"))
    #expect(union.daysByMonthsOf30 == 180)
    union.insert(try days("2023-07-01", "2023-07-01"))
    #expect(union.daysByMonthsOf30 == 181)
    // A second run: Aug 10 to Sep 14 is one month (to Sep 9) and 5 days.
    union.insert(try days("2023-08-10", "2023-09-14"))
    #expect(union.daysByMonthsOf30 == 216)
  }
}
