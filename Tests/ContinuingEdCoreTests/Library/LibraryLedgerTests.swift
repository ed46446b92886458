import Foundation
import Testing

@testable import ContinuingEdCore

@Suite struct LibraryLedgerTests {
  private let folder: TestFolder
  private let author: Author
  private let wang = LibraryDesk.wang
  private let course = TypedEntry(
    .training, title: "急诊", days: LibraryDesk.days("2022-07-05"), hours: Hours(8), filing: "备1", note: "第一期")

  init() throws {
    folder = try TestFolder()
    let moment = try #require(Timestamp("2022-08-01T09:30:00+08:00"))
    author = try #require(Author("李审", at: moment))
  }

  private var url: URL { URL(fileURLWithPath: folder.path) }

  /// The ledger as somebody else finds it: all of it must be as it was written.
  private func entries() async throws -> [EntryID: TypedEntry] {
    try await Ledger(at: url).entries()
  }

  @Test(
    "moments that are none",
    arguments: [
      "31.12.2022", "2022-13-01", "2022-02-29", "2022-1-1", "", "2022-12-31T", "2022-12-31T09:30",
      "2022-12-31 09:30:00Z",
      "2022-12-31T25:00:00Z", "2022-12-31T09:30:00+15:00", "2022-12-31T09:30:00", "2022-12-31Z",
    ])
  func refusesMoments(text: String) { #expect(Timestamp(text) == nil) }

  @Test(
    "moments that are", arguments: ["2022-12-31", "2022-12-31T09:30:00Z", "2022-12-31T09:30:60-05:00"])
  func takesMoments(text: String) { #expect(Timestamp(text)?.description == text) }

  @Test(
    "names that no journal keeps",
    arguments: ["", " ", "\t", "李\n审", "李\u{202E}审", "李\0审", String(repeating: "李", count: 201)])
  func refusesNames(name: String) throws {
    #expect(Author(name, at: try #require(Timestamp("2022-12-31"))) == nil)
  }

  @Test("an entry is added once, corrected, approved, voided, and found by others")
  func keeps() async throws {
    let ledger = try Ledger.create(at: url)
    let id = try await ledger.add(course, of: wang, by: author)
    #expect(try await ledger.add(course, of: wang, by: author) == id && id.description == "2022-1")
    #expect(try await entries() == [id: course])
    var better = course
    better.evidence = "证书1"
    let new = try await ledger.correct(id, to: better, because: "证书补交", by: author)
    #expect(try await entries() == [new: better])
    try await ledger.approve([new, new], as: .verified, by: author)
    better.status = .verified
    #expect(try await entries() == [new: better])
    #expect(try await Ledger(at: url).entries(of: "T-8").isEmpty)
    let rules = try LibraryDesk.rules("heze", 2022)
    let judged = Array(Judge(rules).judgements(of: try await ledger.staff(for: [rules])))
    #expect(judged.map(\.person) == [wang] && judged.map(\.credited.professional) == [Hours(8)])
    #expect(judged.first?.results.map(\.entry) == [better])
    try await ledger.void([new, new], because: "登记错人", by: author)
    #expect(try await entries().isEmpty)
  }

  @Test("a change of an entry that isn't there, or is gone, is none")
  func refusesChanges() async throws {
    let ledger = try Ledger.create(at: url)
    let id = try await ledger.add(course, of: wang, by: author)
    let before = folder.files()
    let nowhere = try #require(EntryID("2022-2"))
    func reason(_ body: () async throws -> Void) async -> LedgerError.Reason? {
      do {
        try await body()
        return nil
      } catch {
        return (error as? LedgerError)?.reason
      }
    }
    #expect(await reason { try await ledger.void([id, nowhere], because: "错", by: author) } == .noSuchEntry)
    #expect(await reason { try await ledger.approve([nowhere], as: .verified, by: author) } == .noSuchEntry)
    #expect(
      await reason { _ = try await ledger.correct(nowhere, to: course, because: "错", by: author) }
        == .noSuchEntry)
    #expect(
      await reason { _ = try await ledger.correct(id, to: course, because: "错", by: author) }
        == .saysSoAlready)
    for unfit in ["", " ", "一\n二", String(repeating: "错", count: 2001)] {
      #expect(await reason { try await ledger.void([id], because: unfit, by: author) } == .unfitReason)
    }
    let undated = TypedEntry(.training, hours: Hours(8))
    #expect(await reason { _ = try await ledger.add(undated, of: wang, by: author) } == .unusable)
    #expect(
      await reason { _ = try await ledger.add(course, of: TypedPerson(id: ""), by: author) } == .unusable)
    try await ledger.void([], because: "没有", by: author)
    #expect(folder.files() == before)
    try await ledger.void([id], because: "错", by: author)
    #expect(await reason { try await ledger.void([id], because: "错", by: author) } == .gone)
    #expect(await reason { _ = try await ledger.add(course, of: wang, by: author) } == .gone)
    #expect(try await entries().isEmpty)
  }

  @Test("a file is imported once, tried first, and every row accounted for")
  func imports() async throws {
    let ledger = try Ledger.create(at: url)
    let rows = "身份证号,类别,学时,开始日期\nT-7,培训进修,8,2022-07-05\nT-8,培训进修,多,2022-07-05\n"
    let file = RecordsFile(csv: Array(rows.utf8), named: "登记表.csv")
    let tried = try await ledger.importing(file, by: author, dryRun: true)
    #expect(tried.isDryRun && tried.taken == 1 && tried.faulty == 1 && tried.read == 2)
    #expect(try await entries().isEmpty)
    let receipt = try await ledger.importing(file, by: author)
    #expect(receipt.entries.map(\.description) == ["2022-1"] && receipt.problems.map(\.code) == [.badHours])
    let again = try await ledger.importing(file, by: author)
    #expect(again.taken == 0 && again.present == 1 && again.entries.isEmpty)
    #expect(try await entries().count == 1)
  }

  @Test("a roster's people are judged, with entries or without")
  func importsRosters() async throws {
    let ledger = try Ledger.create(at: url)
    let roster = RosterFile(csv: Array("身份证号,姓名\nT-7,王芳\nT-8,李明\n".utf8), named: "花名册.csv")
    #expect(try await ledger.importing(roster, by: author).taken == 2)
    let rules = try LibraryDesk.rules("heze", 2022)
    let staff = try await ledger.staff(for: [rules])
    #expect(staff.people.map(\.name) == ["王芳", "李明"])
    await #expect(throws: LedgerError.self) { try await ledger.importing(roster, year: 70_000, by: author) }
  }

  @Test("a folder without a ledger is none, and one with a ledger gets no second")
  func folders() async throws {
    #expect { try Ledger(at: url) } throws: { ($0 as? LedgerError)?.reason == .notALedger }
    _ = try Ledger.create(at: url)
    #expect { try Ledger.create(at: url) } throws: { ($0 as? LedgerError)?.reason == .alreadyThere }
    if let web = URL(string: "https://example.com/ledger") {
      #expect { try Ledger(at: web) } throws: { ($0 as? LedgerError)?.reason == .notALedger }
    }
  }

  @Test("many who change at once change one after the other")
  func many() async throws {
    let ledger = try Ledger.create(at: url)
    let (wang, author) = (wang, author)
    try await withThrowingTaskGroup(of: EntryID.self) { group in
      for hours in 1...6 {
        group.addTask {
          let course = TypedEntry(
            .training, title: "课 \(hours)", days: LibraryDesk.days("2022-07-0\(hours)"), hours: Hours(hours))
          return try await ledger.add(course, of: wang, by: author)
        }
      }
      var ids: Set<EntryID> = []
      for try await id in group { ids.insert(id) }
      #expect(ids.count == 6)
    }
    #expect(try await entries().count == 6)
  }

  @Test("names of entries", arguments: ["2022-1", "2100-2147483647"])
  func ids(text: String) { #expect(EntryID(text)?.description == text) }

  @Test(
    "texts that name no entry", arguments: ["", "2022", "2022-0", "2022-01", "1800-1", "2022-99999999999"])
  func refusesIDs(text: String) { #expect(EntryID(text) == nil) }
}
