import Foundation
import Synchronization
import Testing

@testable import ContinuingEdCore

@Suite("One writer at a time, any number of readers")
struct LedgerLockTests {
  @Test("who comes second is told who was first, and may wait for the end")
  func waiting() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let lock = try LedgerFolder(folder.path).lock(seconds: 0)
    #expect(throws: LedgerFailure.locked(path: folder.path, by: Int(getpid()), seconds: 0)) {
      try LedgerFolder(folder.path).lock(seconds: 0).release()
    }
    let started = ContinuousClock.now
    #expect(throws: LedgerFailure.locked(path: folder.path, by: Int(getpid()), seconds: 1)) {
      try LedgerFolder(folder.path).lock(seconds: 1).release()
    }
    #expect(ContinuousClock.now - started >= .seconds(1))
    // Reading needs no lock: people, journal, seals, and the two years.
    #expect(try folder.state().count == 5)
    lock.release()
    try LedgerFolder(folder.path).lock(seconds: 0).release()
    #expect(folder.text(".lock") == "")
  }

  @Test("a program that is started meanwhile does not keep the lock")
  func childProcess() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let lock = try LedgerFolder(folder.path).lock(seconds: 0)
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/bin/sleep")
    child.arguments = ["20"]
    try child.run()
    defer { child.terminate() }
    lock.release()
    try LedgerFolder(folder.path).lock(seconds: 0).release()
    #expect(child.isRunning)
  }

  @Test("a change that could not be undone is not taken for one under way, whatever programs are started")
  func interruptedBesideChild() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    // A copy of the descriptor is what a program has that is being started.
    let copies = Mutex<[Int32]>([])
    var ops = FileOps.quick
    ops.link = { from, to in
      let result = FileOps.quick.link(from, to)
      let own = (Int32(3)..<1024).first { descriptor in
        var (a, b) = (stat(), stat())
        return fstat(descriptor, &a) == 0 && lstat(from, &b) == 0 && a.st_ino == b.st_ino
          && a.st_dev == b.st_dev
      }
      if let own { copies.withLock { $0.append(dup(own)) } }
      return result
    }
    // The entries of 2023 are there when those of 2024 can't be written, and can't be taken back.
    ops.write = { descriptor, bytes, offset in
      bytes.starts(with: "2024-1".utf8) ? Int(-ENOSPC) : FileOps.quick.write(descriptor, bytes, offset)
    }
    ops.truncate = { descriptor, length in
      lseek(descriptor, 0, SEEK_END) > length ? -EIO : FileOps.quick.truncate(descriptor, length)
    }
    #expect(throws: LedgerFailure.self) { try folder.make(.laterImport, ops) }
    #expect(folder.has(".pending"))
    #expect(copies.withLock { $0.count } == 1)
    try folder.make(.laterImport)
    #expect(try folder.faults() == [])
    for copy in copies.withLock({ $0 }) { close(copy) }
  }

  static let flock = ["/usr/bin/flock", "/bin/flock"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test("a lock ends with its process, however that ends", .enabled(if: flock != nil))
  func killedProcess() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: try #require(LedgerLockTests.flock))
    holder.arguments = ["--close", folder.path + "/.lock", "sleep", "20"]
    try holder.run()
    var isLocked = false
    while !isLocked, holder.isRunning {
      let outcome = Result { () throws(LedgerFailure) in
        try LedgerFolder(folder.path).lock(seconds: 0).release()
      }
      if case .failure(.locked(_, let by, _)) = outcome {
        isLocked = true
        // It has not said who it is.
        #expect(by == nil)
      }
      usleep(1000)
    }
    #expect(isLocked)
    kill(holder.processIdentifier, SIGKILL)
    // Its own child goes on.
    try LedgerFolder(folder.path).lock(seconds: 2).release()
  }

  /// One more entry in each of two years.
  static func addition(id: Int) -> LedgerWork {
    var line = TestChange.line(id, .add)
    line.added = [.entries(year: 2022): 1, .entries(year: 2023): 1]
    return LedgerWork(
      [line],
      [2022, 2023].map { year in
        LedgerAddition(
          .entries(year: year), change: id, [TestChange.row("\(year)-\(id)", id, "a", year: year, hours: "8")]
        )
      })
  }

  @Test("several writers lose nothing, and readers never see half a change", arguments: [0, 3, 7])
  func together(failing: Int) throws {
    let folder = try TestFolder.ledger(after: [])
    let (writers, changes) = (3, 40)
    let running = Mutex(writers)
    let states = Mutex<Set<Int>>([])
    let outcomes = Mutex(Outcomes())
    let faults = Mutex<[String]>([])
    let group = DispatchGroup()
    for worker in 0..<(writers + 2) {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        do {
          if worker < writers {
            defer { running.withLock { $0 -= 1 } }
            let own = try LedgerLockTests.write(folder, changes, failing: failing)
            outcomes.withLock { $0.add(own) }
          } else {
            while running.withLock({ $0 }) > 0 {
              let count = try LedgerLockTests.read(folder)
              _ = states.withLock { $0.insert(count) }
            }
          }
        } catch {
          faults.withLock { $0.append("\(error)") }
        }
      }
    }
    group.wait()
    #expect(faults.withLock { $0 } == [])
    let all = outcomes.withLock { $0 }
    // What was said to have failed is not there, and everything else is, once.
    #expect(try LedgerLockTests.read(folder) == all.made)
    #expect(try folder.faults() == [])
    #expect(try LedgerVerification(LedgerFolder(folder.path)).entries == 2 * all.made)
    #expect(states.withLock { $0.count } > 1)
    // Each writer makes all of its changes on a disk that works. On the failing one, which fails at a call of eight in
    // turn, all but those fail whose failing call is the one that puts `.pending.new` away: one in eight.
    #expect(all.made - writers * changes == all.inSpite)
    #expect(all.failed + all.inSpite == (failing > 0 ? writers * changes : 0))
    #expect(all.inSpite <= writers * changes / 4)
  }

  /// What became of changes.
  struct Outcomes {
    /// Changes that were said to have been made.
    var made = 0
    /// Those of them that were made though a call failed.
    var inSpite = 0
    /// Changes that were said to have failed.
    var failed = 0

    mutating func add(_ other: Outcomes) {
      made += other.made
      inSpite += other.inSpite
      failed += other.failed
    }
  }

  /// Makes changes; before each, one on a disk of which a call fails.
  static func write(_ folder: TestFolder, _ changes: Int, failing: Int) throws -> Outcomes {
    var outcomes = Outcomes()
    for n in 1...changes {
      if failing > 0 {
        if try isMade(folder, FaultyDisk.failing(failing + n % 8).ops) {
          outcomes.inSpite += 1
          outcomes.made += 1
        } else {
          outcomes.failed += 1
        }
      }
      let lock = try folder.ledger().lock(seconds: 60)
      let id = try lock.snapshot.journal().nextID
      try lock.commit(addition(id: id))
      outcomes.made += 1
    }
    return outcomes
  }

  /// Whether a change is said to have been made on a disk that may fail.
  private static func isMade(_ folder: TestFolder, _ ops: FileOps) throws -> Bool {
    do {
      let lock = try folder.ledger(ops).lock(seconds: 60)
      let id = try lock.snapshot.journal().nextID
      try lock.commit(addition(id: id))
      return true
    } catch LedgerFailure.notDurable {
      return true
    } catch LedgerFailure.system {
      return false
    }
  }

  /// How many changes a reader sees; all files must tell of the same.
  static func read(_ folder: TestFolder) throws -> Int {
    let snapshot = try LedgerFolder(folder.path).snapshot()
    let count = try snapshot.journal().nextID - 1
    for year in [2022, 2023] {
      let lines = try snapshot.bytes(of: .entries(year: year)).split(separator: 10)
      let last = lines.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
      guard lines.count == (count == 0 ? 0 : count + 1), count == 0 || last.hasPrefix("\(year)-\(count),")
      else {
        throw LedgerFailure.keepsChanging(path: "\(year): \(lines.count - 1) of \(count)")
      }
    }
    return count
  }
}
