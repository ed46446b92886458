import Testing

@testable import ContinuingEdCore

@Suite("Judging a ledger as its files")
struct LedgerRecordsTests {
  typealias Generator = RandomInputTests.Generator

  /// Who gets what verdict and which hours, and what was found of it; people in order of their IDs.
  static func judgements(_ records: Records, _ rules: RuleSet) -> [String] {
    let evaluator = Evaluator(ruleSets: [rules], calendar: .embedded, asOf: nil, records: records)
    return records.people.indices.map { index in
      let judgement = evaluator.judge(index, detail: false)
      let id = records.texts.string(records.people[index].id)
      return "\(id) \(judgement.verdict) \(judgement.credited) \(judgement.ifApproved) \(judgement.required)"
        + " \(judgement.findings)"
    }.sorted()
  }

  static func ruleSets() throws -> [RuleSet] {
    try ["zaozhuang-2023", "heze-2022", "yantai-2023"].map { try RuleLibrary.embedded().ruleSet(id: $0) }
  }

  @Test("a ledger filled piece by piece is judged as the files together", arguments: 0..<5)
  func pieces(batch: Int) throws {
    var generator = Generator(state: UInt64(batch) &* 4241 &+ 9)
    let rows = (0..<150).map { RandomStaff.row(&generator, number: $0) }
    let desk = try LedgerDesk()
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + Int.random(in: 20..<60, using: &generator))
      try desk.take([LedgerImportPropertyTests.file(rows[max(0, start - 8)..<end])])
      start = end
    }
    // What was about the same as an entry before it was not taken; the rest is what a file of it says.
    let taken = Set(try desk.rows())
    let rest = try rows.filter { taken.contains(try LedgerRecordsTests.stored($0)) }
    #expect(rest.count == taken.count)
    let file = LedgerImportPropertyTests.file(rest)
    for rules in try LedgerRecordsTests.ruleSets() {
      var options = ImportOptions()
      options.fixedAmounts = [rules.fixedAmounts]
      let ledger = try LedgerRecords(options).read(desk.snapshot())
      let plain = try Importer(options).read([.bytes(name: "all", Array(file.utf8))])
      #expect(ledger.allEntries.count == plain.allEntries.count)
      #expect(LedgerRecordsTests.judgements(ledger, rules) == LedgerRecordsTests.judgements(plain, rules))
      // Which name is the first hangs on the order of the files.
      func codes(_ records: Records) -> [String] {
        records.problems.map(\.code.code).filter { $0 != "name-mismatch" }.sorted()
      }
      #expect(codes(ledger) == codes(plain))
    }
  }

  /// How the only row of a file stands in a ledger.
  static func stored(_ row: String) throws -> String {
    try LedgerImportPropertyTests.whole([row]).desk.rows().first ?? ""
  }

  static let text =
    "person_id,category,start,hours,title,status\n"
    + "a,training,2023-05-06,8,甲,\na,training,2023-05-07,9,乙,\nb,training,2023-05-06,7,丙,待审\n"

  /// `person title hours status` of each entry.
  static func shown(_ desk: LedgerDesk) throws -> [String] {
    let records = try LedgerRecords().read(desk.snapshot())
    return records.allEntries.map { entry in
      let id = records.texts.string(records.people[Int(entry.person)].id)
      let status = entry.status?.code ?? ""
      return "\(id) \(records.texts.string(entry.title)) \(entry.hours?.description ?? "") \(status)"
    }
  }

  @Test("void entries are not there, and approvals count in the place of the row's own status")
  func effects() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerRecordsTests.text])
    try desk.void("2023-1")
    try desk.approve("2023-3", .verified)
    #expect(try LedgerRecordsTests.shown(desk) == ["a 乙 9 ", "b 丙 7 verified"])
    try desk.approve("2023-3", .rejected)
    try desk.void("2023-2")
    #expect(try LedgerRecordsTests.shown(desk) == ["b 丙 7 rejected"])
  }

  @Test("an entry that was corrected counts as corrected")
  func correction() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerRecordsTests.text])
    try desk.take([LedgerRecordsTests.text.replacing(",9,", with: ",6.5,")], accepting: true)
    #expect(try LedgerRecordsTests.shown(desk) == ["a 甲 8 ", "a 乙 6.5 ", "b 丙 7 declared"])
  }

  @Test(
    "of two equal rows the later stays a duplicate when either is approved", arguments: ["2023-1", "2023-2"])
  func approvedDuplicate(entry: String) throws {
    let desk = try LedgerDesk()
    let row = "a,training,2023-05-06,8,甲,\n"
    try desk.take(["person_id,category,start,hours,title,status\n" + row + row])
    try desk.approve(entry, .verified)
    let records = try LedgerRecords().read(desk.snapshot())
    #expect(records.allEntries.map { $0.marks.contains(.duplicate) } == [false, true])
  }

  @Test("years beside that of the rule set are what a ledger is for, and no reason to warn")
  func otherYears() throws {
    let desk = try LedgerDesk()
    let text = "person_id,category,start,hours\na,training,2022-05-06,8\nb,training,2023-05-06,8\n"
    try desk.take([text + "b,training,2023-06-06,8\n"])
    let rules = try RuleLibrary.embedded().ruleSet(id: "heze-2022")
    func asked(_ records: Records) -> [ProblemCode] {
      CheckRun(records: records, ruleSets: [rules], calendar: .embedded).tally().asked.map(\.code)
    }
    #expect(try asked(LedgerRecords().read(desk.snapshot())) == [])
    let file = Array((text + "b,training,2023-06-06,8\n").utf8)
    #expect(try asked(Importer().read([.bytes(name: "staff.csv", file)])) == [.yearMismatch])
  }

  @Test("a duplicate counts once the row before it is void")
  func voidDuplicate() throws {
    let desk = try LedgerDesk()
    let row = "a,training,2023-05-06,8,甲,\n"
    try desk.take(["person_id,category,start,hours,title,status\n" + row + row])
    try desk.void("2023-1")
    let records = try LedgerRecords().read(desk.snapshot())
    #expect(records.allEntries.map { $0.marks.contains(.duplicate) } == [false])
    #expect(records.problems.isEmpty)
  }

  @Test("the columns of the ledger are no strangers, and problems name the ledger's files and lines")
  func places() throws {
    let desk = try LedgerDesk()
    try desk.take([
      "person_id,name,category,start,hours\n370402199003071235,王,training,2023-05-06,8\n370402199003071235,李,training,2023-05-07,8\n"
    ])
    let records = try LedgerRecords().read(desk.snapshot())
    let path = desk.folder.path + "/entries/2023.csv"
    #expect(records.files.map(\.path) == [path])
    #expect(
      Reading.problems(records) == [
        "id-checksum@2/1:2=370402199003071235",
        "name-mismatch@3/2:3=李<2",
      ])
  }

  @Test("hours that a rule set needs are a problem of the run and not of the ledger")
  func missingHours() throws {
    let desk = try LedgerDesk()
    try desk.take(["person_id,category,year,hours\na,achievement,2023,\n"])
    var options = ImportOptions()
    options.fixedAmounts = [[]]
    let records = try LedgerRecords(options).read(desk.snapshot())
    #expect(records.problems.map(\.code) == [.missingHours])
    #expect(try LedgerRecords().read(desk.snapshot()).problems.isEmpty)
  }

  @Test("exactly those whom the last lines list are judged, on their lines")
  func roster() throws {
    let desk = try LedgerDesk()
    try desk.take([LedgerRecordsTests.text], roster: "person_id,name,unit\na,\"王\n芳\",甲\nc,丙,乙\nd,丁,乙\n")
    try desk.take([], roster: "person_id,name,unit\na,王芳,甲\n370402199003071235,戊,甲\n")
    var line = JournalLine(id: 4, when: "2024-05-06", who: "x", action: .people)
    line.added = [.people: 1]
    let left = Array("d,丁,乙,,,,,,,,,,,no,4\n".utf8)
    try desk.commit(LedgerWork([line], [LedgerAddition(.people, change: 4, [left])]))
    let records = try LedgerRecords().read(desk.snapshot())
    #expect(
      records.people.map { records.texts.string($0.id) + records.texts.string($0.name) } == [
        "c丙", "a王芳", "370402199003071235戊",
      ])
    // Of b there is a row; the line of the faulty ID is the seventh, the first name having two.
    #expect(
      Reading.problems(records).map { $0.prefix(20) }
        == ["1#not-in-roster@4/3:2", "2#id-checksum@7/3:0="].map { $0.prefix(20) })
  }
}
