import Foundation
import Testing

@testable import ContinuingEdCore

/// Deadlines of the shipped rules, and their calendar (RFC 5545).
@Suite struct DeadlineTests {
  private func run(_ id: String, classes: [String] = [], asOf: String? = nil) throws -> DeadlineRun {
    let rules = try RuleLibrary.embedded().ruleSet(id: id)
    return DeadlineRun(
      ruleSets: [rules], calendar: .embedded, classStarts: classes.compactMap { Day(iso: $0) },
      asOf: asOf.flatMap { Day(iso: $0) })
  }

  private func report(_ run: DeadlineRun, _ format: DeadlineReport.Format) -> String {
    var style = DeadlineReport.Style()
    style.format = format
    return String(decoding: DeadlineReport(run, style).bytes.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("yantai-2023", ["2023-06-09 六(四)1", "2023-06-09 六(四)2", "2023-06-09 六(四)3", "2023-12-31 六(四)4"]),
    ("zaozhuang-2023", ["2023-05-26 七"]), ("jining-2020", ["2020-07-15 六3", "2020-12-31 六3", "nil 五"]),
    ("jinan-2021", ["2021-08-06 五(一)", "2021-12-31 一"]), ("heze-2022", ["2022-12-31 四", "nil 六2"]),
  ])
  func `each notice sets its days`(id: String, days: [String]) throws {
    let run = try run(id)
    #expect(run.items.map { "\($0.by.map { "\($0)" } ?? "nil") \(run.locator($0) ?? "")" } == days)
  }

  @Test func `days before a class are counted from its start`() throws {
    // 5 working days before 2020-10-12: 9, 10 October are worked, 1 to 8 October are not; 30, 29 and 28 September.
    let working = try run("jining-2020", classes: ["2020-10-12"]).items
    #expect(working.compactMap(\.by).map { "\($0)" } == ["2020-07-15", "2020-09-28", "2020-12-31"])
    let within = try #require(run("heze-2022", classes: ["2022-09-16"]).items.first)
    #expect(within.from == Day(iso: "2022-09-01") && within.by == Day(iso: "2022-09-15"))
  }

  @Test func `a person's last day is that of an application`() throws {
    let rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    let roster = "person_id,name,review_date\nP1,甲,2023-10-09\nP2,乙,\n"
    let records = try Importer().read([], roster: .bytes(name: "r.csv", Array(roster.utf8)))
    let run = DeadlineRun(records: records, ruleSets: [rules], calendar: .embedded)
    let items = run.items.filter { $0.person != nil }
    #expect(items.map { "\($0.who) \($0.by.map { "\($0)" } ?? "")" } == ["甲 2023-09-26"])
    #expect(run.peopleWithoutReviewDate == 1)
  }

  @Test func `an event lasts a day, says when it was made, and rings a week before`() throws {
    let text = report(try run("zaozhuang-2023"), .ics)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
    for line in [
      "DTSTART;VALUE=DATE:20230526", "DTEND;VALUE=DATE:20230527", "TRIGGER:-P7D", "ACTION:DISPLAY",
    ] {
      #expect(lines.count { $0 == line } == 1, "\(line)")
    }
    // The notice bears no date: the first day of its year stands for it.
    #expect(lines.contains("DTSTAMP:20230101T000000Z"))
    #expect(report(try run("jinan-2021"), .ics).contains("DTSTAMP:20210804T000000Z\r\n"))
    let later = report(try run("zaozhuang-2023", asOf: "2023-05-01"), .ics)
    #expect(later.contains("DTSTAMP:20230501T000000Z"))
    func identifiers(_ text: String) -> [String] {
      text.split(separator: "\r\n").map(String.init).filter { $0.hasPrefix("UID:") }
    }
    #expect(identifiers(text) == identifiers(later))
  }

  @Test func `a window has its first and its last day`() throws {
    let text = report(try run("jinan-2021"), .ics)
    for day in ["20210806", "20210801", "20211231"] {
      #expect(text.contains("DTSTART;VALUE=DATE:\(day)\r\n"))
    }
    #expect(text.components(separatedBy: "BEGIN:VEVENT").count - 1 == 3)
  }

  @Test func `lines are folded at 75 octets between characters`() throws {
    var text = CalendarText()
    text.text("SUMMARY", String(repeating: "学时", count: 40) + ", a;b\\c\nd")
    let lines = String(decoding: text.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
    // 8 octets of the name and its colon leave 67: 22 characters of 3 octets are 66.
    #expect(lines.first == "SUMMARY:" + String(repeating: "学时", count: 11))
    let unfolded = lines.dropFirst().reduce(lines.first ?? "") { $0 + $1.dropFirst() }
    #expect(unfolded == "SUMMARY:" + String(repeating: "学时", count: 40) + "\\, a\\;b\\\\c\\nd")
  }

  @Test func `json and csv say the same`() throws {
    let run = try run("yantai-2023", asOf: "2023-06-10")
    let json = report(run, .json)
    #expect(
      json.contains(
        "\"by\": \"2023-06-09\", \"time\": null, \"rule\": \"\", \"clause\": \"六(四)1\", \"daysLeft\": -1"))
    #expect(report(run, .csv).contains(",2023-06-09,,各区市、市直部门（单位）,报送年度继续教育培训方案,,六(四)1,-1,,,,\n"))
  }
}
