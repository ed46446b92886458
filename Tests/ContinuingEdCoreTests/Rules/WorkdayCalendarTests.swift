import Testing

@testable import ContinuingEdCore

@Suite struct WorkdayCalendarTests {
  @Test(arguments: [
    // The two checks of READINGS §1.
    (5, "2023-10-09", "2023-09-26", true), (5, "2020-10-12", "2020-09-28", true),
    // Oct 8 and 7, 2023, are a Sunday and a Saturday that were worked.
    (1, "2023-10-09", "2023-10-08", true), (2, "2023-10-09", "2023-10-07", true),
    (3, "2023-10-09", "2023-09-28", true),
    // 2020-01-01 is a holiday; before it the table ends, and Dec 31, 2019 is a Tuesday.
    (1, "2020-01-02", "2019-12-31", false), (1, "2020-01-03", "2020-01-02", true),
    // After 2026 weekends alone are free: Jan 4, 2027 is a Monday.
    (1, "2027-01-04", "2027-01-01", false), (2, "2027-01-04", "2026-12-31", false),
    (1, "2027-01-01", "2026-12-31", true),
  ])
  func stepsBack(n: Int, before: String, expected: String, isKnown: Bool) throws {
    let found = WorkdayCalendar.embedded.workingDay(n, before: try #require(Day(iso: before)))
    #expect(found.day.description == expected)
    #expect(found.isKnown == isKnown)
  }
}
