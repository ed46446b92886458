import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("Changing a ledger by hand")
struct LedgerEditsTests {
  static func desk() throws -> LedgerDesk {
    let desk = try LedgerDesk()
    try desk.take([LedgerImportTests.first], roster: "person_id,name,unit\na,王芳,甲\nb,李明,乙\n")
    return desk
  }

  static func edits(_ desk: LedgerDesk) throws -> LedgerEdits {
    LedgerEdits(try LedgerReading(desk.snapshot()), by: LedgerDesk.actor)
  }

  static func draft(_ person: String, _ hours: String = "8") -> EntryDraft {
    EntryDraft([.personID: person, .category: "training", .title: "新课", .start: "2023-09-01", .hours: hours])
  }

  @Test("a class is one change")
  func many() throws {
    let desk = try Self.desk()
    let edit = try Self.edits(desk).add((1...40).map { Self.draft("p\($0)") })
    #expect(edit.added.count == 40 && edit.work.lines.count == 1)
    try desk.commit(edit.work)
    #expect(try desk.lines(2023).count == 42)
    let corrected = try desk.correct(["2023-3", "2023-4"], ["hours": "6"])
    #expect(Set(corrected.work.lines.map(\.id)) == [4])
    #expect(try desk.cell("2023-44", "hours") == "6")
    #expect(try desk.folder.faults() == [])
  }

  @Test("what is added twice is there already; a void one comes back only where that is wished")
  func addAgain() throws {
    let desk = try Self.desk()
    try desk.commit(Self.edits(desk).add([Self.draft("a")]).work)
    #expect(try Self.edits(desk).add([Self.draft("a")]).present.map(\.text) == ["2023-3"])
    #expect(try Self.edits(desk).add([Self.draft("a", "9")]).similar.map(\.text) == ["2023-3"])
    try desk.void("2023-3")
    let refused = try Self.edits(desk).add([Self.draft("a")])
    #expect(refused.void.map(\.text) == ["2023-3"] && refused.work.isEmpty)
    // Another status does not make another entry of it.
    var verified = Self.draft("a")
    verified.cells[.status] = "verified"
    #expect(try Self.edits(desk).add([verified]).void.map(\.text) == ["2023-3"])
    let back = try Self.edits(desk).add([Self.draft("a")], revives: true)
    #expect(back.work.lines.map(\.action) == [.revive])
    try desk.commit(back.work)
    #expect(
      try LedgerReading(desk.snapshot()).entries([#require(LedgerEntryID("2023-3"))])[0].fate == .current)
    #expect(try desk.folder.faults() == [])
  }

  @Test("a correction keeps an approval that covers it, and loses one that does not")
  func approval() throws {
    for (values, status) in [
      (["hours": "6"], ReviewStatus.verified), (["note": "x"], .verified), (["hours": "9"], nil),
      (["evidence": "证1"], nil), (["platform": "x"], nil), (["filing": "备1"], nil),
      (["start": "2023-05-07"], nil),
      (["hours": "9", "status": "verified"], .verified),
    ] as [([String: String], ReviewStatus?)] {
      let desk = try Self.desk()
      try desk.approve("2023-1", .verified)
      let edit = try desk.correct(["2023-1"], values)
      let entry = try LedgerReading(desk.snapshot()).entries([#require(LedgerEntryID("2023-3"))])[0]
      #expect(entry.status == status, "\(values)")
      #expect(edit.unverified.isEmpty == (status != nil), "\(values)")
      #expect(try desk.folder.faults() == [])
    }
  }

  @Test(
    "two numbers of one person: entries move, the wrong one leaves the roster, later files find the right one"
  )
  func samePerson() throws {
    let desk = try Self.desk()
    try desk.approve("2023-1", .verified)
    try desk.commit(Self.edits(desk).samePerson(wrong: "a", right: "c", reason: "typo").work)
    let reading = try LedgerReading(desk.snapshot())
    var filter = LedgerFilter()
    filter.people = ["c"]
    var found: [String] = []
    try reading.each(filter) {
      found.append("\($0.id) \($0.status?.code ?? "")")
      return true
    }
    #expect(found == ["2023-3 verified", "2023-4 "])
    #expect(try reading.roster().map { "\($0.id) \($0.isListed)" } == ["a false", "b true"])
    let again = try desk.take([LedgerImportTests.first])
    #expect(LedgerDesk.fates(again) == ["2 present 2023-3", "3 present 2022-1", "4 present 2023-4"])
    let later = try desk.take([LedgerImportTests.header + "a,王芳,training,,2023-11-06,,3,新,\n"])
    #expect(LedgerDesk.fates(later) == ["2 taken 2023-5"])
    #expect(try desk.cell("2023-5", "person_id") == "c")
    #expect(try desk.folder.faults() == [])
  }

  @Test(
    "a year is judged by its own roster, else the one for all, else the last before, else the first after")
  func rosterYears() throws {
    let desk = try LedgerDesk()
    func take(_ people: String, _ year: Int?) throws {
      var work = LedgerImport()
      work.rosterYear = year
      let result = try work.prepare(
        [], roster: .bytes(name: "r.csv", Array("person_id,name\n\(people)\n".utf8)), into: desk.snapshot(),
        by: LedgerDesk.actor)
      try desk.commit(result.work)
    }
    func people(_ year: Int?) throws -> [String] {
      var reading = LedgerRecords()
      reading.year = year
      let records = try reading.read(desk.snapshot())
      return records.people.map { records.texts.string($0.id) }
    }
    try take("a,甲", 2023)
    try take("b,乙", 2025)
    #expect(
      try people(2023) == ["a"] && people(2024) == ["a"] && people(2025) == ["b"] && people(2026) == ["b"])
    #expect(try people(2020) == ["a"])
    try take("c,丙", nil)
    #expect(
      try people(2023) == ["a"] && people(2024) == ["c"] && people(2020) == ["c"] && people(nil) == ["c"])
    #expect(try desk.folder.faults() == [])
    // Another one stands in for one run.
    var reading = LedgerRecords()
    reading.roster = .bytes(name: "x.csv", Array("person_id,name\nz,寅\n".utf8))
    let records = try reading.read(desk.snapshot())
    #expect(records.people.map { records.texts.string($0.id) } == ["z"])
  }

  @Test("of a whole file what the ledger has besides is listed, and made void where that is wished")
  func wholeFile() throws {
    let desk = try LedgerDesk()
    let header = "person_id,category,subject,start,hours,title,unit,platform\n"
    let rows = [
      "a,online,public,2023-05-06,8,甲,一院,市平台\n", "a,online,public,2023-05-07,8,乙,一院,市平台\n",
      "a,online,public,2023-05-07,8,丙,二院,市平台\n", "a,online,public,2022-05-07,8,丁,一院,市平台\n",
    ]
    try desk.take([header + rows.joined()])
    func take(_ missing: LedgerImport.Missing) throws -> LedgerImportResult {
      var work = LedgerImport()
      work.missing = missing
      let result = try work.prepare(
        [.bytes(name: "w.csv", Array((header + rows[0]).utf8))], into: desk.snapshot(), by: LedgerDesk.actor)
      try desk.commit(result.work)
      return result
    }
    #expect(try take(.listed).files[0].missing.map(\.text) == ["2023-2"])
    #expect(try take(.voided(reason: "不在平台上")).files[0].missingIsVoided)
    #expect(try take(.listed).files[0].missing == [])
    #expect(try desk.snapshot().journal().effects().isGone(#require(LedgerEntryID("2023-2"))))
    #expect(try desk.folder.faults() == [])
  }

  @Test(
    "the changes of another copy are taken with their authors, rows that both took once, and what both changed is told"
  )
  func merging() throws {
    let desk = try Self.desk()
    let copyPath = desk.folder.beside("copy")
    try desk.folder.ledger().backup(to: copyPath, seconds: 0)
    let header = LedgerImportTests.header
    // Here: an entry, one that both get, and a correction.
    try desk.take([header + "x,,training,,2023-10-01,,4,甲,\n"])
    try desk.take([header + "y,,training,,2023-10-02,,4,乙,\n"])
    try desk.correct(["2023-1"], ["hours": "7"])
    // There: the one that both get, another one, a correction of the same entry, a void, an approval.
    func there(_ body: (LedgerReading) throws -> LedgerWork) throws {
      let lock = try LedgerFolder(copyPath).lock(seconds: 0)
      let reading = try LedgerReading(lock.snapshot)
      try lock.commit(body(reading))
    }
    let li = LedgerActor(when: "2024-06-01", who: "李四")
    func imported(_ text: String, _ reading: LedgerReading) throws -> LedgerWork {
      try LedgerImport().prepare(
        [.bytes(name: "l.csv", Array((header + text).utf8))], into: reading.snapshot, by: li
      ).work
    }
    try there { try imported("y,,training,,2023-10-02,,4,乙,\nw,,training,,2023-10-03,,4,丙,\n", $0) }
    try there { reading in
      let edits = LedgerEdits(reading, by: li)
      return try edits.correct(
        edits.current([#require(LedgerEntryID("2023-1"))]), [.hours: "6"], reason: "there"
      ).work
    }
    try there { try LedgerEdits($0, by: li).void([#require(LedgerEntryID("2023-2"))], reason: "there").work }
    try there { try LedgerEdits($0, by: li).void([#require(LedgerEntryID("2023-4"))], reason: "wrong").work }
    let other = try LedgerReading(LedgerFolder(copyPath).snapshot())
    let outcome = try LedgerMerging(LedgerReading(desk.snapshot()), other).merge()
    #expect(outcome.common == 2)
    // 2023-3 there is y, which is 2023-4 here; 2023-4 there is w, which is 2023-6 here.
    #expect(outcome.renumbered.map { "\($0.other)→\($0.here)" } == ["2023-3→2023-4", "2023-4→2023-6"])
    #expect(outcome.conflicts.map { "\($0.entry) \($0.line.reason)" } == ["2023-1 there"])
    try desk.commit(outcome.work)
    #expect(try desk.folder.faults() == [])
    let reading = try LedgerReading(desk.snapshot())
    #expect(
      reading.journal.lines.suffix(3).map { "\($0.action) \($0.who) \($0.entry?.text ?? "") \($0.reason)" }
        == [
          "import 李四  ", "void 李四 2023-2 there", "void 李四 2023-6 wrong",
        ])
    // Again there is nothing to take but what both have changed.
    let again = try LedgerMerging(reading, other).merge()
    #expect(again.work.isEmpty)
  }
}
