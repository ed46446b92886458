import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("Upgrading, mending and copying a ledger")
struct LedgerCareTests {
  @Test("format 1 becomes format 2 in one change, and the old folder is kept as it was")
  func upgrade() throws {
    let folder = try FormatOne.ledger(after: LedgerVerificationTests.changes)
    let before = folder.files()
    let old = try LedgerRecords().read(LedgerFolder(folder.path).snapshot())
    let copy = try folder.ledger().upgrade(by: LedgerDesk.actor, seconds: 0)
    #expect(copy == folder.path + ".format-1")
    #expect(try folder.faults() == [])
    let new = try LedgerRecords().read(LedgerFolder(folder.path).snapshot())
    #expect(new.allEntries.map(\.hours) == old.allEntries.map(\.hours))
    let lines = try LedgerFolder(folder.path).snapshot().journal().lines
    #expect(lines.map(\.action) == [.import, .import, .void, .correct, .upgrade])
    #expect(lines.map(\.who).first == "王芳")
    for (name, bytes) in before where !name.hasPrefix(".lock") {
      #expect(
        FileManager.default.contents(atPath: folder.path + ".format-1/" + name).map { Array($0) } == bytes,
        "\(name)")
    }
    #expect(folder.text(".gitattributes") == "* -text -merge\n")
    try folder.make(.firstVoid)
    #expect(try folder.faults() == [])
    #expect(try folder.ledger().upgrade(by: LedgerDesk.actor, seconds: 0) == nil)
    try FileManager.default.removeItem(atPath: folder.path + ".format-1")
  }

  @Test("an upgrade that was interrupted anywhere is done again")
  func interruptedUpgrade() throws {
    var n = 1
    while true {
      let folder = try FormatOne.ledger(after: LedgerVerificationTests.changes)
      defer { try? FileManager.default.removeItem(atPath: folder.path + ".format-1") }
      let disk = FaultyDisk.ending(n)
      try? _ = folder.ledger(disk.ops).upgrade(by: LedgerDesk.actor, seconds: 0)
      if disk.calls < n { break }
      for name in [".format-1.part"] { try? FileManager.default.removeItem(atPath: folder.path + name) }
      _ = try folder.ledger().upgrade(by: LedgerDesk.actor, seconds: 0)
      #expect(try folder.faults() == [], "\(n)")
      #expect(try LedgerVerification(LedgerFolder(folder.path)).entries == 6)
      n += 1
    }
    #expect(n > 20)
  }

  @Test("line ends and byte order marks that others put in are named, and mended; nothing else is")
  func repair() throws {
    let folder = try EveryByteTests.ledger()
    let files = folder.files()
    func damage(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    func crlf(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for (name, bytes) in files where !name.hasPrefix(".") && name != "ledger.json" {
      try damage(name, crlf(bytes))
      #expect(
        try folder.faults().contains { $0.hasPrefix(name) && $0.hasSuffix("carriageReturn") }, "\(name)")
      try damage(name, mark + bytes)
      #expect(try folder.faults().contains { $0.hasPrefix(name) && $0.hasSuffix("byteOrderMark") }, "\(name)")
      try damage(name, bytes)
    }
    // White space is free there; a mark is none.
    let format = try #require(files["ledger.json"])
    try damage("ledger.json", crlf(format))
    #expect(try folder.faults() == [])
    try damage("ledger.json", mark + format)
    #expect(throws: LedgerFailure.damaged(.init(folder.path + "/ledger.json", line: 1, .byteOrderMark))) {
      try folder.faults()
    }
    for (name, bytes) in files where !name.hasPrefix(".") { try damage(name, mark + crlf(bytes)) }
    #expect(throws: LedgerFailure.self) { try LedgerReading(LedgerFolder(folder.path).snapshot()) }
    let mended = try folder.ledger().repair(seconds: 0)
    #expect(Set(mended) == Set(files.keys.filter { !$0.hasPrefix(".") }))
    #expect(folder.files().filter { $0.key != ".lock" } == files.filter { $0.key != ".lock" })
    #expect(try folder.ledger().repair(seconds: 0) == [])
    // Where something else is wrong, nothing is written.
    var other = try #require(files["people.csv"])
    other[other.count - 3] ^= 1
    try damage("people.csv", crlf(other))
    let before = folder.files()
    #expect(throws: LedgerFailure.self) { try folder.ledger().repair(seconds: 0) }
    #expect(folder.files().filter { $0.key != ".lock" } == before.filter { $0.key != ".lock" })
  }

  @Test("a copy is one whole state, and is not written over what is there")
  func backup() throws {
    let folder = try EveryByteTests.ledger()
    let target = folder.beside("backup")
    try folder.ledger().backup(to: target, seconds: 0)
    let copy = try LedgerVerification(LedgerFolder(target))
    let changes = try LedgerVerification(LedgerFolder(folder.path)).changes
    #expect(copy.isClean && copy.changes == changes)
    #expect(throws: LedgerFailure.copyInTheWay(path: target)) {
      try folder.ledger().backup(to: target, seconds: 0)
    }
  }
}
