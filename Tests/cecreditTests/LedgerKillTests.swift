import Foundation
import Glibc
import Testing

/// A change has happened wholly or not at all, whenever the process that makes it is ended.
@Suite(.serialized) struct LedgerKillTests {
  /// File `number` of 40 rows that no other file has.
  private static func rows(_ number: Int) -> String {
    LedgerBook.header
      + (0..<40).map { row in
        "P\(row % 7),某人,某单位,专业,培训进修,第\(number)批第\(row)项,\(2021 + row % 3)-03-0\(1 + row % 9),8,\n"
      }.joined()
  }

  @Test(.timeLimit(.minutes(2)))
  func `500 kills at random moments of imports lose and double nothing`() throws {
    try LedgerBook.withEmpty { book in
      var numbers = SeededNumbers(seed: 6)
      // How long an import takes here and today.
      let start = SpawnedProgram.now()
      #expect(try book.run(["import", try book.file("0.csv", Self.rows(0))]).status == 0)
      let whole = max(2000, SpawnedProgram.now() - start)

      var (kills, imported) = (0, 1)
      while kills < 500 {
        let path = try book.file("next.csv", Self.rows(imported))
        let program = try SpawnedProgram(["import", path, "--ledger", book.path])
        usleep(UInt32(Int.random(in: 0...whole, using: &numbers)))
        program.send(SIGKILL)
        let ending = program.wait()
        if ending == .killed(SIGKILL) { kills += 1 }
        // The old state or the new one, and nothing else.
        let entries = try verifiedEntries(book)
        try #require([imported * 40, imported * 40 + 40].contains(entries), "\(entries) after \(kills) kills")
        if ending == .exited(0) { try #require(entries == imported * 40 + 40) }
        imported = entries / 40
      }
      // Once more everything: what is missing comes, what is there stays as it is.
      for number in 0...imported {
        let outcome = try book.run(["import", try book.file("again.csv", Self.rows(number))])
        #expect(outcome.status == 0, "\(outcome.err)")
      }
      let titles = try book.list().map { $0.split(separator: ",", omittingEmptySubsequences: false)[11] }
      #expect(titles.count == (imported + 1) * 40)
      #expect(Set(titles).count == titles.count)
      try book.expectClean()
    }
  }

  /// How many entries `ledger verify` has counted; it must find no fault.
  private func verifiedEntries(_ book: LedgerBook) throws -> Int {
    let output = book.work.appendingPathComponent("verify").path
    let program = try SpawnedProgram(
      ["ledger", "verify", "--format", "json", "--ledger", book.path], output: output)
    let ending = program.wait()
    let text = try BuiltProgram.text(output)
    try #require(ending == .exited(0), "\(text)")
    let line = text.split(separator: "\n").first { $0.contains("\"entries\"") } ?? ""
    return try #require(Int(line.filter(\.isNumber)))
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
      let titles = try book.list().map { $0.split(separator: ",", omittingEmptySubsequences: false)[11] }
      #expect(titles.count == 24 * 40)
      #expect(Set(titles).count == titles.count)
      try book.expectClean()
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
          #expect([number * 40, number * 40 + 40].contains(count))
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
