import Testing

@testable import ContinuingEdCore

@Suite struct DayLoadTests {
  /// Rows as `first-last:hours`, days of May 2023.
  private static func excess(_ rows: String, most: Int, needsCompany: Bool) throws -> String {
    var load = DayLoad(most: Hours(most), needsCompany: needsCompany)
    for (place, row) in rows.split(separator: " ").enumerated() {
      let parts = row.split(separator: ":")
      let days = parts[0].split(separator: "-").compactMap { Int($0) }
      let start = try #require(Day(year: 2023, month: 5, day: days[0]))
      let end = try #require(Day(year: 2023, month: 5, day: days.last ?? days[0]))
      let hours = try #require(Int(parts[1]))
      load.add(place, from: start, to: end, Hours(hours))
    }
    guard let found = load.takeExcess() else { return "" }
    return "\(found.days.start.civil.day)-\(found.days.end.civil.day):\(found.hours)@\(found.last)"
  }

  @Test(
    "the shortest window of days that holds more than its share, and the last of its rows",
    arguments: [
      ("a day is full at its limit", "1:24", ""),
      ("one row may be too much for its day", "1:25", "1-1:25@0"),
      ("two on one day: 12 + 12.01 would be, 12 + 13 are", "1:12 1:13", "1-1:25@1"),
      ("hours lie on whichever of their days has room: 24 + 24 on two days", "1:24 1-2:24", ""),
      ("24 + 25 do not fit into two days", "1:24 1-2:25", "1-2:49@1"),
      ("of two windows the shorter one: 1-2 holds 49, day 5 holds 30", "1:24 1-2:25 5:30", "5-5:30@2"),
      ("of two as short the one with the later row", "9:30 1:30", "1-1:30@1"),
      ("rows that reach beyond the window are none of its", "1:25 1-3:24", "1-1:25@0"),
      ("three rows, each of which fits with each other", "1-2:20 1-2:20 2-3:20 3:20", ""),
      ("80 hours of the 1st to the 3rd, which hold 72", "1-2:24 2-3:24 1-3:24 2:8", "1-3:80@3"),
    ])
  func hoursOfADay(_ name: String, _ rows: String, _ expected: String) throws {
    #expect(try Self.excess(rows, most: 24, needsCompany: false) == expected, "\(name)")
  }

  @Test(
    "rows on days that meet",
    arguments: [
      ("alone a row is no matter", "1:20", ""), ("nor are two on different days", "1:20 2:20", ""),
      ("12 fit into a day", "1:4 1:8", ""), ("16 do not", "1:8 1:8", "1-1:16@1"),
      ("a row that is too much for its day, beside another that meets it", "1:20 1-5:1", "1-1:20@0"),
      ("days that meet by way of a third: 3 days hold 36, the rows 37", "1-2:12 3:12 2-3:13", "1-3:37@2"),
    ])
  func hoursInPerson(_ name: String, _ rows: String, _ expected: String) throws {
    #expect(try Self.excess(rows, most: 12, needsCompany: true) == expected, "\(name)")
  }

  @Test func `a load that was taken is forgotten, also by stretches of days far apart that share a place`() {
    var load = DayLoad(most: Hours(24), needsCompany: false)
    let day = Day.first(of: 2023)
    load.add(0, from: day, to: day, Hours(20))
    let isFull = load.takeExcess() != nil
    load.add(0, from: day.adding(days: 512), to: day.adding(days: 512), Hours(20))
    load.add(1, from: day, to: day, Hours(20))
    let isShared = load.takeExcess() != nil
    load.add(0, from: day, to: day.adding(days: 30_000), Hours(20))
    let isLong = load.takeExcess() != nil
    #expect(!isFull && !isShared && !isLong)
  }

  @Test func `what a short look tells is what all windows tell`() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      var load = DayLoad(most: Hours(24), needsCompany: false)
      var rows: [(start: Int, end: Int, hours: Int)] = []
      for place in 0..<Int.random(in: 1...9, using: &random) {
        let start = Int.random(in: 0...20, using: &random)
        let row = (
          start, start + Int.random(in: 0...4, using: &random), Int.random(in: 1...40, using: &random)
        )
        rows.append(row)
        let first = Day.first(of: 2023)
        load.add(place, from: first.adding(days: row.0), to: first.adding(days: row.1), Hours(row.2))
      }
      var exceeds = false
      for first in 0...24 {
        for last in first...24 {
          let within = rows.filter { $0.start >= first && $0.end <= last }.reduce(0) { $0 + $1.hours }
          if within > 24 * (last - first + 1) { exceeds = true }
        }
      }
      let found = load.takeExcess() != nil
      #expect(found == exceeds, "\(rows)")
    }
  }
}
