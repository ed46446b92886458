import Foundation
import Glibc
import Testing

/// One writes at a time; others wait, or say who does.
@Suite struct LedgerLockTests {
  /// Locks a ledger as another process would; the descriptor unlocks it when closed.
  private func lock(_ book: LedgerBook) throws -> Int32 {
    let descriptor = open(book.path + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
    ftruncate(descriptor, 0)
    pwrite(descriptor, "4711\n", 5, 0)
    return descriptor
  }

  @Test(arguments: [
    ["ledger", "void", "2023-1", "--reason", "x"],
    ["add", "--person", "A1", "--category", "讲座", "--start", "2023-10-01", "--hours", "2"],
  ])
  func `who can't wait is told who writes`(arguments: [String]) throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let descriptor = try lock(book)
      defer { close(descriptor) }
      try book.expectRefusal(
        arguments + ["--wait", "0"], ["台账: process 4711 has been writing for 0 s; --wait waits longer"])
      // Looking needs no lock.
      #expect(try book.list().count == 3)
    }
  }

  @Test func `who waits gets the turn`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let descriptor = try lock(book)
      let program = try SpawnedProgram(
        ["ledger", "void", "2023-1", "--reason", "x", "--wait", "20", "--ledger", book.path])
      usleep(300_000)
      #expect(try book.list().count == 3)
      close(descriptor)
      #expect(program.wait() == .exited(0))
      #expect(try book.list().count == 2)
    }
  }

  @Test func `a lock ends with its process`() throws {
    try LedgerBook.with(LedgerBook.rows) { book in
      let descriptor = try lock(book)
      let waiting = try SpawnedProgram(
        ["ledger", "void", "2023-1", "--reason", "x", "--wait", "60", "--ledger", book.path])
      usleep(100_000)
      waiting.send(SIGKILL)
      #expect(waiting.wait() == .killed(SIGKILL))
      close(descriptor)
      #expect(try book.run(["ledger", "void", "2023-1", "--reason", "x", "--wait", "0"]).status == 0)
    }
  }
}
