import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("A ledger whose disk fails")
struct LedgerFaultTests {
  /// The files before a change, and what a reader sees before and after it.
  struct Scene {
    let folder: TestFolder
    let files: [String: [UInt8]]
    let old: [LedgerFile: String]
    let new: [LedgerFile: String]

    init(_ change: TestChange) throws {
      folder = try TestFolder.ledger(after: change.before)
      files = folder.files()
      old = try folder.state()
      try folder.make(change)
      new = try folder.state()
      #expect(old != new)
    }

    /// Checks that all of the change is there or nothing of it, then that the next one works.
    func check(_ change: TestChange, isNew: Bool?, _ comment: Comment) throws {
      let state = try folder.state()
      if let isNew {
        #expect(state == (isNew ? new : old), comment)
      } else {
        #expect(state == old || state == new, comment)
      }
      #expect(try folder.faults() == [], comment)
      if state == old { try folder.make(change) }
      #expect(try folder.state() == new, comment)
      try folder.make(.firstVoid)
      #expect(try folder.faults() == [], comment)
      #expect(!folder.has(".pending"), comment)
    }

    /// Makes the change with calls that may fail; true if it has happened, false if not, as the error says.
    func attempt(_ change: TestChange, _ disk: FaultyDisk) throws -> Bool {
      do {
        try folder.make(change, disk.ops)
        return true
      } catch LedgerFailure.notDurable {
        return true
      } catch LedgerFailure.system, LedgerFailure.notUndone {
        return false
      }
    }
  }

  @Test(
    "one call fails: the change has happened, or nothing has", arguments: TestChange.allCases,
    [ENOSPC, EIO, EACCES])
  func oneFault(change: TestChange, errno: Int32) throws {
    let scene = try Scene(change)
    var n = 1
    while true {
      try scene.folder.replaceFiles(scene.files)
      let disk = FaultyDisk.failing(n, errno: errno)
      let isNew = try scene.attempt(change, disk)
      let isOver = disk.calls < n
      // Only clearing away may fail without a word.
      #expect(!scene.folder.has(".pending") || !isNew, "call \(n)")
      try scene.check(change, isNew: isNew, "call \(n)")
      if isOver { break }
      n += 1
    }
    #expect(n > 10)
  }

  @Test("two calls fail, the second perhaps while the first is undone")
  func twoFaults() throws {
    let change = TestChange.laterImport
    let scene = try Scene(change)
    try scene.folder.replaceFiles(scene.files)
    let healthy = FaultyDisk { _ in false }
    #expect(try scene.attempt(change, healthy))
    #expect(healthy.calls > 10)
    for first in 1...healthy.calls {
      var second = first + 1
      while true {
        try scene.folder.replaceFiles(scene.files)
        let (one, other) = (first, second)
        let disk = FaultyDisk { $0 == one || $0 == other }
        let isNew = try scene.attempt(change, disk)
        try scene.check(change, isNew: isNew, "calls \(first) and \(second)")
        if disk.calls < second { break }
        second += 1
      }
    }
  }

  @Test(
    "the process ends after any call: the change has happened, or nothing has", arguments: TestChange.allCases
  )
  func endOfProcess(change: TestChange) throws {
    let scene = try Scene(change)
    var n = 1
    while true {
      try scene.folder.replaceFiles(scene.files)
      let disk = FaultyDisk.ending(n)
      let isNew = try scene.attempt(change, disk)
      try scene.check(change, isNew: isNew, "call \(n)")
      if disk.calls < n { break }
      n += 1
    }
  }

  @Test("the process ends, and so does the next one while it clears away")
  func endOfTwoProcesses() throws {
    let change = TestChange.laterImport
    let scene = try Scene(change)
    var interrupted = 0
    var n = 1
    while true {
      try scene.folder.replaceFiles(scene.files)
      let disk = FaultyDisk.ending(n)
      _ = try scene.attempt(change, disk)
      if disk.calls < n { break }
      let left = scene.folder.files()
      var m = 1
      while left[".pending"] != nil {
        try scene.folder.replaceFiles(left)
        let next = FaultyDisk.ending(m)
        try? scene.folder.ledger(next.ops).lock(seconds: 0).release()
        try scene.check(change, isNew: false, "calls \(n), \(m)")
        if next.calls < m { break }
        interrupted += 1
        m += 1
      }
      n += 1
    }
    #expect(interrupted > 10)
  }

  @Test("a write that takes a few bytes at a time is gone on with", arguments: [1, 7])
  func shortWrites(most: Int) throws {
    let scene = try Scene(.laterImport)
    try scene.folder.replaceFiles(scene.files)
    try scene.folder.make(.laterImport, FaultyDisk.taking(most))
    try scene.check(.laterImport, isNew: true, "\(most)")
  }

  @Test("a write that takes nothing is an error, not an endless loop")
  func emptyWrite() throws {
    let scene = try Scene(.laterImport)
    try scene.folder.replaceFiles(scene.files)
    #expect(throws: LedgerFailure.system(.init(path: scene.folder.path + "/.pending.new", errno: EIO))) {
      try scene.folder.make(.laterImport, FaultyDisk.taking(0))
    }
    try scene.check(.laterImport, isNew: false, "")
  }

  @Test("the error names the file and the reason")
  func errorIsLocated() throws {
    let scene = try Scene(.laterImport)
    var ops = FileOps.quick
    ops.write = { descriptor, bytes, offset in
      bytes.starts(with: "2024-1".utf8) ? Int(-ENOSPC) : FileOps.quick.write(descriptor, bytes, offset)
    }
    try scene.folder.replaceFiles(scene.files)
    #expect(throws: LedgerFailure.system(.init(path: scene.folder.path + "/entries/2024.csv", errno: ENOSPC)))
    {
      try scene.folder.make(.laterImport, ops)
    }
    #expect(!scene.folder.has("entries/2024.csv"))
    #expect(!scene.folder.has(".pending"))
    // Each failure of undoing is told too.
    ops.truncate = { descriptor, length in
      lseek(descriptor, 0, SEEK_END) > length ? -EIO : FileOps.quick.truncate(descriptor, length)
    }
    #expect(
      throws: LedgerFailure.notUndone(
        .init(path: scene.folder.path + "/entries/2024.csv", errno: ENOSPC),
        undo: .init(path: scene.folder.path + "/entries/2023.csv", errno: EIO))
    ) {
      try scene.folder.make(.laterImport, ops)
    }
    #expect(scene.folder.has(".pending"))
    let notes = try LedgerVerification(LedgerFolder(scene.folder.path)).notes
    #expect(notes == [LedgerFault(scene.folder.path + "/.pending", line: 1, .interruptedChange(id: 2))])
    try scene.check(.laterImport, isNew: false, "")
  }

  @Test("a ledger that can't be made whole can be made again", arguments: [ENOSPC, EIO, EACCES])
  func creation(errno: Int32) throws {
    var n = 1
    while true {
      let folder = try TestFolder()
      let disk = FaultyDisk.failing(n, errno: errno)
      let outcome = Result { () throws(LedgerFailure) in try folder.ledger(disk.ops).create() }
      if case .failure(.system) = outcome {
        #expect(!LedgerFolder.isLedger(folder.path))
        try folder.ledger().create()
      }
      #expect(
        try folder.state() == [
          .people: LedgerFaultTests.people, .journal: LedgerFaultTests.journal,
          .seals: LedgerFaultTests.seals,
        ])
      #expect(try folder.faults() == [])
      try folder.make(.firstImport)
      if disk.calls < n { break }
      n += 1
    }
    #expect(n > 10)
  }

  static let people = String(decoding: LedgerFile.people.header, as: UTF8.self)
  static let journal = String(decoding: LedgerFile.journal.header, as: UTF8.self)
  static let seals = "change_id,journal_lines,sum\n"
}
