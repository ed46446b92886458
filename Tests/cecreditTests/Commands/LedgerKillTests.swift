import Foundation
import Glibc
import Testing

/// A change has happened wholly or not at all, whenever the process that makes it is ended.
@Suite(.serialized) struct LedgerKillTests {
  /// How many rows a file has.
  private static let size = 12

  /// A file of rows that no file with another number has.
  private static func rows(_ number: Int) -> String {
    LedgerBook.header
      + (0..<size).map { row in
        "P\(row % 7),某人,某单位,专业,培训进修,第\(number)批第\(row)项,\(2021 + row % 3)-03-0\(1 + row % 9),8,\n"
      }.joined()
  }

  /// The ledger is a new one after every 50 kills, so that it stays small and the time is spent on killing.
  @Test(.timeLimit(.minutes(5)))
  func `500 kills at random moments of imports lose and double nothing`() throws {
    var numbers = SeededNumbers(seed: 6)
    var inTheMidst = 0
    for _ in 0..<10 {
      try LedgerBook.withEmpty { book in inTheMidst += try kill(50, importsInto: book, &numbers) }
    }
    // Some were met while they wrote.
    #expect(inTheMidst > 0)
  }

  /// Kills so many imports and looks at the ledger after each; says how many had begun to write.
  private func kill(_ wanted: Int, importsInto book: LedgerBook, _ numbers: inout SeededNumbers) throws -> Int
  {
    // How long an import takes here and now.
    let start = SpawnedProgram.now()
    let first = try SpawnedProgram(["import", try book.file("0.csv", Self.rows(0)), "--ledger", book.path])
    #expect(first.wait() == .exited(0))
    let whole = SpawnedProgram.now() - start

    var (kills, imported, inTheMidst) = (0, 1, 0)
    while kills < wanted {
      let path = try book.file("next.csv", Self.rows(imported))
      let program = try SpawnedProgram(["import", path, "--ledger", book.path])
      // Half of them at any moment, and half as soon as the change is announced, which is soon over.
      if !kills.isMultiple(of: 2) || !waitForAnnouncement(in: book, atMost: whole) {
        usleep(UInt32(Int.random(in: 0...whole, using: &numbers)))
      }
      program.send(SIGKILL)
      let ending = program.wait()
      if ending == .killed(SIGKILL) { kills += 1 }
      let seen = try verified(book)
      // The old state or the new one, and nothing else.
      let states = [imported * Self.size, (imported + 1) * Self.size]
      try #require(states.contains(seen.entries), "\(seen.entries) entries, where \(states) are right")
      if ending == .exited(0) { try #require(seen.entries == states[1]) }
      if seen.isInterrupted { inTheMidst += 1 }
      imported = seen.entries / Self.size
    }
    // Once more everything: what is missing comes, what is there stays as it is.
    let all = try (0...imported).map { try book.file("again\($0).csv", Self.rows($0)) }
    let outcome = try book.run(["import"] + all)
    #expect(outcome.status == 0, "\(outcome.err)")
    try expectEachRowOnce(of: imported + 1, in: book)
    return inTheMidst
  }

  /// Waits until a change is under way that was not before, for so many microseconds at most; whether there was one.
  private func waitForAnnouncement(in book: LedgerBook, atMost longest: Int) -> Bool {
    let pending = book.path + "/.pending"
    if access(pending, F_OK) == 0 { return false }
    let end = SpawnedProgram.now() + longest
    while SpawnedProgram.now() < end {
      if access(pending, F_OK) == 0 { return true }
    }
    return false
  }

  /// What `ledger verify` has seen; it must find no fault.
  private func verified(_ book: LedgerBook) throws -> (entries: Int, isInterrupted: Bool) {
    let output = book.work.appendingPathComponent("verify").path
    let program = try SpawnedProgram(
      ["ledger", "verify", "--format", "json", "--ledger", book.path], output: output)
    let ending = program.wait()
    let text = try BuiltProgram.text(output)
    try #require(ending == .exited(0), "\(text)")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return (try #require(json?["entries"] as? Int), text.contains("interrupted-change"))
  }

  private func expectEachRowOnce(of files: Int, in book: LedgerBook) throws {
    let titles = try book.list().map { $0.split(separator: ",", omittingEmptySubsequences: false)[11] }
    #expect(titles.count == files * Self.size)
    #expect(Set(titles).count == titles.count)
    try book.expectClean()
  }

  @Test func `two importers at once lose nothing and double nothing`() throws {
    try LedgerBook.withEmpty { book in
      for round in 0..<8 {
        let (a, b, shared) = (3 * round, 3 * round + 1, 3 * round + 2)
        let files = try [
          [book.file("a", Self.rows(a)), book.file("s", Self.rows(shared))],
          [book.file("s2", Self.rows(shared)), book.file("b", Self.rows(b))],
        ]
        let programs = try files.map { try SpawnedProgram(["import"] + $0 + ["--ledger", book.path]) }
        #expect(programs.map { $0.wait() } == [.exited(0), .exited(0)])
      }
      try expectEachRowOnce(of: 24, in: book)
    }
  }

  @Test func `a reader during imports sees old states and new ones, nothing between`() throws {
    try LedgerBook.withEmpty { book in
      var seen: Set<Int> = []
      for number in 0..<25 {
        let path = try book.file("\(number).csv", Self.rows(number))
        let program = try SpawnedProgram(["import", path, "--ledger", book.path])
        for _ in 0..<2 {
          let outcome = try book.run(["ledger", "list", "--format", "csv"])
          #expect(outcome.status == 0, "\(outcome.err)")
          let count = outcome.text.split(separator: "\n").count - 1
          #expect([number * Self.size, (number + 1) * Self.size].contains(count))
          seen.insert(count)
        }
        #expect(program.wait() == .exited(0))
      }
      #expect(seen.count > 10)
    }
  }

  @Test func `Ctrl-C leaves the ledger byte for byte as it was, or comes too late`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      var numbers = SeededNumbers(seed: 130)
      var interrupted = 0
      for number in 0..<40 {
        let path = try book.file("c.csv", Self.rows(number))
        let before = try book.content()
        let program = try SpawnedProgram(["import", path, "--ledger", book.path])
        usleep(UInt32(Int.random(in: 0...12_000, using: &numbers)))
        program.send(SIGINT)
        let ending = program.wait()
        switch ending {
        case .exited(130), .killed(SIGINT):
          // Before it has taken over the signals, the process ends as any other.
          interrupted += 1
          #expect(try book.content() == before)
        default:
          #expect(ending == .exited(0))
          #expect(try book.content() != before)
        }
      }
      #expect(interrupted > 0)
      try book.expectClean()
    }
  }
}
