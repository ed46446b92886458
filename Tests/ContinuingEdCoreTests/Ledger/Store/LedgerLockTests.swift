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
    #expect(throws: LedgerError.locked(path: folder.path, by: Int(getpid()), seconds: 0)) {
      try LedgerFolder(folder.path).lock(seconds: 0).release()
    }
    let started = ContinuousClock.now
    #expect(throws: LedgerError.locked(path: folder.path, by: Int(getpid()), seconds: 1)) {
      try LedgerFolder(folder.path).lock(seconds: 1).release()
    }
    #expect(ContinuousClock.now - started >= .seconds(1))
    // Reading needs no lock.
    #expect(try folder.state().count == 4)
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
      let outcome = Result { () throws(LedgerError) in
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
    let faults = Mutex<[String]>([])
    let group = DispatchGroup()
    for worker in 0..<(writers + 2) {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        do {
          if worker < writers {
            defer { running.withLock { $0 -= 1 } }
            try LedgerLockTests.write(folder, changes, failing: failing)
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
    #expect(try LedgerLockTests.read(folder) == writers * changes)
    #expect(try folder.faults() == [])
    #expect(try LedgerVerification(LedgerFolder(folder.path)).entries == 2 * writers * changes)
    #expect(states.withLock { $0.count } > 1)
  }

  /// Makes changes; before each, one that fails at a call and is undone.
  static func write(_ folder: TestFolder, _ changes: Int, failing: Int) throws {
    for n in 1...changes {
      if failing > 0 {
        let disk = FaultyDisk.failing(failing + n % 8)
        if let lock = try? folder.ledger(disk.ops).lock(seconds: 60) {
          let id = try lock.snapshot.journal().nextID
          if (try? lock.commit(addition(id: id))) != nil { throw LedgerError.keepsChanging(path: "") }
        }
      }
      let lock = try folder.ledger().lock(seconds: 60)
      let id = try lock.snapshot.journal().nextID
      try lock.commit(addition(id: id))
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
        throw LedgerError.keepsChanging(path: "\(year): \(lines.count - 1) of \(count)")
      }
    }
    return count
  }
}
