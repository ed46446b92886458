import Testing

@testable import ContinuingEdCore

@Suite struct DayTests {
  @Test func countsDaysOneByOneFrom1900To2100() throws {
    var day = try #require(Day(year: 1900, month: 1, day: 1))
    // 1970-01-01 is 70 years of 365 days and 17 leap days (1904 to 1968) after 1900-01-01.
    #expect(day.number == -25567)
    for year in 1900...2100 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.length(ofMonth: month, year: year) {
          #expect(Day(year: year, month: month, day: dayOfMonth) == day)
          #expect(day.civil == (year, month, dayOfMonth))
          day = day.adding(days: 1)
        }
        #expect(Day(year: year, month: month, day: Day.length(ofMonth: month, year: year) + 1) == nil)
      }
    }
  }

  @Test(arguments: [
    ("2023-07-01", 5),  // a Saturday
    ("2022-06-13", 0),  // a Monday
    ("2020-02-29", 5),
  ])
  func knowsTheWeekday(iso: String, weekday: Int) throws {
    #expect(try #require(Day(iso: iso)).weekday == weekday)
    #expect(try #require(Day(iso: iso)).description == iso)
  }

  @Test(arguments: [
    "2023-02-29", "2023-13-01", "2023-00-10", "2023-1-01", "20230101", "2023-01-01 ", "", "２０２３-01-01",
  ])
  func refusesWhatIsNoIsoDay(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: [
    ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 2, "2023-03-31"),
    ("2023-08-31", 6, "2024-02-29"), ("2023-12-15", 1, "2024-01-15"),
  ])
  func addsMonths(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(iso: from)).adding(months: months).description == to)
  }
}
