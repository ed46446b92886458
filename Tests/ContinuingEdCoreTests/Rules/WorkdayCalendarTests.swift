import Testing

@testable import ContinuingEdCore

@Suite struct WorkdayCalendarTests {
  @Test(arguments: [
    // The two checks of the article (Judging: Working days).
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

  @Test func `a line that is neither a day off nor a day worked is left out, whatever ends it`() throws {
    // 2024-02-10 is a Saturday, the 12th a Monday, the 14th a Wednesday.
    let table =
      "date,kind\r\n2024-02-10,work\r2024-02-12,off\n\n2024-02-13,off,\n2024-2-13,off\n2024-02-30,off\n"
      + "2024-02-13\n2024-02-13,holiday\n 2024-02-13,off\n2024-02-14,off"
    let calendar = WorkdayCalendar(table: Array(table.utf8))
    let before = try #require(Day(iso: "2024-02-16"))
    let found = (1...4).map { calendar.workingDay($0, before: before).day.description }
    #expect(found == ["2024-02-15", "2024-02-13", "2024-02-10", "2024-02-09"])
    #expect(WorkdayCalendar(table: []).workingDay(1, before: before).isKnown == false)
  }
}
