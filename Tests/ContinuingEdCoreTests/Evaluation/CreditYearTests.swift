import Testing

@testable import ContinuingEdCore

@Suite struct CreditYearTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var category = ContinuingEdCore.Category.education
    var start: String?
    var end: String?
    var year: Int?
    var asOf: String?
    var isTaken: Bool
  }

  @Test(arguments: [
    Row(testDescription: "the year column decides", start: "2022-05-01", year: 2023, isTaken: true),
    Row(testDescription: "another year in the column", start: "2023-05-01", year: 2022, isTaken: false),
    Row(testDescription: "blank: the year of the end", start: "2022-12-30", end: "2023-01-02", isTaken: true),
    Row(
      testDescription: "blank: the end lies in the next year", start: "2023-12-30", end: "2024-01-02",
      isTaken: false),
    Row(testDescription: "blank, no end: the year of the start", start: "2023-12-31", isTaken: true),
    Row(
      testDescription: "an assignment belongs to every year it touches", category: .assignment,
      start: "2022-03-01",
      end: "2024-03-01", isTaken: true),
    Row(
      testDescription: "an assignment that ends the day before", category: .assignment, start: "2022-03-01",
      end: "2022-12-31", isTaken: false),
    Row(
      testDescription: "as of its last day", start: "2023-05-01", end: "2023-05-03", asOf: "2023-05-03",
      isTaken: true),
    Row(
      testDescription: "as of the day before its last", start: "2023-05-01", end: "2023-05-03",
      asOf: "2023-05-02",
      isTaken: false),
    Row(testDescription: "undated rows stay as of any day", year: 2023, asOf: "2023-01-01", isTaken: true),
    Row(
      testDescription: "an assignment that began by then stays", category: .assignment, start: "2023-03-01",
      end: "2023-12-31", asOf: "2023-03-01", isTaken: true),
    Row(
      testDescription: "an assignment that had not begun", category: .assignment, start: "2023-03-02",
      end: "2023-12-31", asOf: "2023-03-01", isTaken: false),
  ])
  func takes(_ row: Row) throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(row.category, row.start, row.end, hours: 100) { $0.year = row.year }
    #expect(person.judgement(asOf: row.asOf).entries.isEmpty != row.isTaken)
  }

  @Test func anAssignmentIsCutAtTheDayAsOf() throws {
    var person = try OnePerson(under: "zaozhuang-2023")
    person.add(.assignment, "2023-01-01", "2023-12-31") { $0.marks = [.evidence] }
    // Jan 1 to Jun 30 are six months: 6 × 2.5 = 15 and 6 × 5 = 30; to Jun 29 five: 12.5 and 25.
    #expect(person.judgement(asOf: "2023-06-30").entries.map(\.worth.hundredths) == [1500, 3000])
    #expect(person.judgement(asOf: "2023-06-29").entries.map(\.worth.hundredths) == [1250, 2500])
  }
}
