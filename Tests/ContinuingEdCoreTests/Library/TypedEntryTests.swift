import Testing

@testable import ContinuingEdCore

/// What a typed entry has in common with a row of a file: the same problems.
@Suite struct TypedEntryTests {
  /// A name, an entry, and what the reader of files says.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var entry: TypedEntry
    var problems: [ProblemCode]

    init(_ name: String, _ entry: TypedEntry, _ problems: ProblemCode...) {
      (testDescription, self.entry, self.problems) = (name, entry, problems)
    }
  }

  private static let day = LibraryDesk.days("2023-05-04")

  static let cases: [Case] = [
    Case("a course", TypedEntry(.training, days: day, hours: Hours(8))),
    Case(
      "neither year nor date, where a date is needed", TypedEntry(.training, hours: Hours(8)), .missingDate),
    Case("neither year nor date, where one of them is", TypedEntry(.achievement), .missingYear),
    Case("a year alone, where that is enough", TypedEntry(.achievement, year: 2023)),
    Case("the year 70000", TypedEntry(.achievement, year: 70_000), .badYear),
    Case("the year 4464", TypedEntry(.achievement, year: 4464), .badYear),
    Case("the least year", TypedEntry(.achievement, year: .min), .badYear),
    Case(
      "an end before the start is no days",
      TypedEntry(
        .training, days: LibraryDesk.days("2023-05-04", "2023-05-03"), hours: Hours(8)), .missingDate),
    Case("no hours where they are needed", TypedEntry(.training, days: day), .missingHours),
    Case("hours below zero are none", TypedEntry(.training, days: day, hours: Hours(-8)), .zeroHours),
    Case("no subject where it is needed", TypedEntry(.online, days: day, hours: Hours(8)), .missingSubject),
    Case("no items", TypedEntry(.achievement, year: 2023, count: 0), .badCount),
    Case("too many items", TypedEntry(.achievement, year: 2023, count: .max), .badCount),
    Case("items below zero", TypedEntry(.achievement, year: 2023, count: -1), .badCount),
    Case("a leave", TypedEntry(.leave, days: day, kind: .sick)),
    Case("a leave without a kind", TypedEntry(.leave, days: day), .unknownKind),
    Case("a leave of a kind that there is not", TypedEntry(.leave, days: day, kind: "事假"), .unknownKind),
    Case(
      "a workshop by its kind", TypedEntry(.workshop, days: day, hours: Hours(8), kind: "知识更新", mode: .online)
    ),
    Case(
      "quotes, commas and line ends in a title",
      TypedEntry(
        .training, title: "\"急诊\",\r\n第二行", days: day, hours: Hours(8))),
    Case(
      "a character that no text has",
      TypedEntry(
        .training, title: "急\0诊", days: day, hours: Hours(8)), .badEncoding),
    Case(
      "a title of 70 KiB",
      TypedEntry(
        .training, title: String(repeating: "a", count: 70_000), days: day, hours: Hours(8)), .fieldTooLong),
    Case(
      "no filing number, in words",
      TypedEntry(
        .training, days: day, hours: Hours(8), filing: "未备案"), .placeholder),
  ]

  @Test("a typed entry has the problems of a row", arguments: cases)
  func problems(item: Case) { #expect(item.entry.problems == item.problems) }

  @Test("an entry comes back from a file as it was typed")
  func comesBack() throws {
    let entry = TypedEntry(
      .workshop, subject: .professional, title: "'急诊', \"高级\"",
      days: LibraryDesk.days("2023-05-04", "2023-05-06"),
      year: 2023, hours: Hours(hundredths: 2450), count: 2, level: .municipal, module: .elective,
      platform: "市平台", filing: "枣备12", filedOn: Day("2023-04-01"), evidence: "证书12",
      result: .passed, status: .department, kind: "知识更新", mode: .online, organizer: "人社局", note: "第一期")
    let staff = Staff([(LibraryDesk.wang, [entry])])
    #expect(staff.problems.isEmpty)
    #expect(staff.entries(of: "T-7") == [entry])
    #expect(staff.entries(of: "T-8").isEmpty)
    #expect(staff.people == [LibraryDesk.wang])
  }

  @Test("a roster's facts come back as they were typed")
  func rosterComesBack() {
    var person = LibraryDesk.wang
    person.roster = .init(
      employer: .enterprise, series: "卫生技术", county: "滕州", group: "乡村振兴", reviewDate: Day("2023-10-09"),
      from: Day("2023-02-01"), to: Day("2023-11-30"), titleFrom: 2019, city: "枣庄")
    #expect(Staff([(person, [])]).people == [person])
  }

  @Test("equal entries of a person are duplicates, those of two people are not")
  func duplicates() {
    let entry = TypedEntry(.training, title: "急诊", days: Self.day, hours: Hours(8))
    let other = TypedPerson(id: "T-8")
    let staff = Staff([(LibraryDesk.wang, [entry]), (other, [entry]), (LibraryDesk.wang, [entry])])
    #expect(staff.problems.map(\.code) == [.duplicate])
    #expect(staff.people.map(\.id) == ["T-7", "T-8"])
  }

  @Test("two people of one ID are told, whoever they are")
  func twoOfOneID() {
    var double = LibraryDesk.wang
    double.name = "王方"
    let staff = Staff([(LibraryDesk.wang, []), (double, [])])
    #expect(staff.problems.map(\.code) == [.duplicatePerson])
    #expect(staff.people.map(\.name) == ["王芳"])
  }

  @Test("people without an ID are nobody, and told", arguments: ["", " ", "无", "#N/A", "3.7E+17"])
  func nobody(id: String) {
    let entry = TypedEntry(.training, days: Self.day, hours: Hours(8))
    let staff = Staff([(TypedPerson(id: id), [entry])])
    #expect(staff.people.isEmpty)
    #expect(staff.problems.contains { $0.severity == .error })
  }
}
