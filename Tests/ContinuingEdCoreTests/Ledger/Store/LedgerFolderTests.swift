import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("A ledger's folder")
struct LedgerFolderTests {
  @Test(
    "a new ledger is plain text in a folder, wherever that is",
    arguments: ["ledger", "with space", "学时台账", "ends with slash/"])
  func creation(name: String) throws {
    let folder = try TestFolder(name)
    try folder.ledger().create()
    let slash = name.hasSuffix("/") ? "" : "/"
    #expect(
      folder.files().mapValues { String(decoding: $0, as: UTF8.self) } == [
        ".gitignore": ".lock\n.pending\n.pending.new\n",
        ".gitattributes": "* -text -merge\n",
        ".lock": "",
        "ledger.json": "{\"format\": 2}\n",
        "people.csv": LedgerFaultTests.people,
        "journal.csv": LedgerFaultTests.journal,
        "seals.csv": LedgerFaultTests.seals,
      ])
    try folder.make(.firstImport)
    #expect(folder.text("entries/2022.csv") == LedgerFolderTests.entries2022)
    let snapshot = try LedgerFolder(folder.path).snapshot()
    #expect(snapshot.years == [2022, 2023])
    #expect(snapshot.path(of: .entries(year: 2023)) == folder.path + slash + "entries/2023.csv")
    #expect(try folder.faults() == [])
  }

  static let entries2022 = String(
    decoding: LedgerFile.entries(year: 2022).header
      + TestChange.row("2022-1", 1, "a", year: 2022, hours: "7"),
    as: UTF8.self)

  @Test("a ledger is made beside what a folder holds already, and its own files are not written over")
  func creationInAFolder() throws {
    let folder = try TestFolder()
    try folder.replaceFiles(["README.md": Array("ours".utf8), ".gitignore": Array("*.bak\n".utf8)])
    try folder.ledger().create()
    #expect(folder.text("README.md") == "ours")
    #expect(folder.text(".gitignore") == "*.bak\n")
    let before = folder.files()
    #expect(throws: LedgerFailure.alreadyThere(path: folder.path)) { try folder.ledger().create() }
    #expect(folder.files() == before)
    for (name, text) in [
      ("people.csv", "a,b\n"), ("journal.csv", "x"), ("entries/2023.csv", ""), (".pending", ""),
    ] {
      let other = try TestFolder()
      try other.replaceFiles([name: Array(text.utf8)])
      #expect(throws: LedgerFailure.inTheWay(path: other.path + "/" + name)) { try other.ledger().create() }
      #expect(other.files().filter { $0.key != ".lock" } == [name: Array(text.utf8)])
    }
  }

  @Test("what can't be a ledger says so, and where")
  func notALedger() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    for path in [folder.beside("nowhere"), folder.beside(""), folder.path + "/people.csv"] {
      #expect(throws: LedgerFailure.notALedger(path: path)) { try LedgerFolder(path).snapshot() }
      #expect(throws: LedgerFailure.notALedger(path: path)) {
        try LedgerFolder(path).lock(seconds: 0).release()
      }
    }
    #expect(throws: LedgerFailure.self) { try LedgerFolder(folder.beside("no/folder")).create() }
  }

  static let formats: [(String, LedgerFailure?)] = [
    ("{\"format\": 2}\n", nil),
    (" {\r\n  \"format\" : 2\r\n}", nil),
    ("{\"format\": 3}\n", .newerFormat(path: "", found: 3, known: 2)),
    ("{\"format\": 12, \"more\": []}\n", .newerFormat(path: "", found: 12, known: 2)),
    ("{\"format\": 0}\n", .damaged(LedgerFault("/ledger.json", line: 1, .badFormat))),
    ("{\u{C}\"format\": 2}\n", .damaged(LedgerFault("/ledger.json", line: 1, .badFormat))),
    ("\u{FEFF}{\"format\": 2}\n", .damaged(LedgerFault("/ledger.json", line: 1, .byteOrderMark))),
    ("{\"format\": 2, \"format\": 2}\n", .damaged(LedgerFault("/ledger.json", line: 1, .badFormat))),
    ("{\"format\": 99999999999999999999}\n", .damaged(LedgerFault("/ledger.json", line: 1, .badFormat))),
    (
      String(repeating: " ", count: 1 << 16) + "{\"format\": 2}",
      .damaged(LedgerFault("/ledger.json", line: 1, .tooLong(limit: 1 << 16)))
    ),
    ("{}", .damaged(LedgerFault("/ledger.json", line: 1, .badFormat))),
    ("", .damaged(LedgerFault("/ledger.json", line: 1, .badFormat))),
  ]

  @Test("the format is known, newer, or can't be told", arguments: formats)
  func format(text: String, error: LedgerFailure?) throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    try folder.write("ledger.json", text)
    let before = folder.files()
    let outcome = Result { () throws(LedgerFailure) in try LedgerFolder(folder.path).snapshot() }
    switch (outcome, error) {
    case (.success, nil): break
    case (.failure(.newerFormat(_, let found, let known)), .newerFormat(_, let wanted, _)):
      #expect(found == wanted && known == 2)
    case (.failure(.damaged(let fault)), .damaged(let wanted)):
      #expect(fault.file == folder.path + wanted.file && fault.kind == wanted.kind)
    default: Issue.record("\(outcome)")
    }
    if error != nil {
      #expect(throws: LedgerFailure.self) { try folder.make(.laterImport) }
      #expect(folder.files() == before)
    }
  }

  @Test("a missing file is named", arguments: ["people.csv", "journal.csv", "seals.csv", "entries/2023.csv"])
  func missingFile(name: String) throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    let before = folder.files()
    #expect(throws: LedgerFailure.missingFile(path: folder.path + "/" + name)) {
      try LedgerFolder(folder.path).snapshot().journal()
    }
    #expect(throws: LedgerFailure.missingFile(path: folder.path + "/" + name)) {
      try folder.make(.laterImport)
    }
    #expect(folder.files() == before)
  }

  @Test("a file that can't hold the lines that the journal tells of is found without reading it")
  func emptiedFile() throws {
    let folder = try FormatOne.ledger(after: [.firstImport])
    let header = FormatOne.entries + "\n"
    try folder.write("entries/2023.csv", header)
    // Two lines of 26 columns.
    let expected = header.utf8.count + 52
    let kind = LedgerFault.Kind.shortFile(found: header.utf8.count, expected: expected)
    let error = LedgerFailure.damaged(LedgerFault(folder.path + "/entries/2023.csv", line: 1, kind))
    #expect(throws: error) { try LedgerFolder(folder.path).snapshot().journal() }
    #expect(try folder.faults() == ["entries/2023.csv:1 lineCount(found: 0, expected: 2)"])
    // Numbers without measure ask for no memory without measure.
    let journal = try #require(folder.text("journal.csv"))
    let other = try FormatOne.ledger(after: [.firstImport])
    try other.write(
      "journal.csv",
      journal.replacingOccurrences(of: "2023:2", with: "2023:2147483647")
        + "2,2024-01-02,a,void,2023-2147483647,,,why,,,,,,,,,\n")
    #expect(throws: LedgerFailure.self) { try LedgerFolder(other.path).snapshot().journal() }
  }

  @Test("a ledger of an earlier format is read, and not written before it is upgraded")
  func olderFormat() throws {
    let folder = try FormatOne.ledger(after: LedgerVerificationTests.changes)
    #expect(try LedgerReading(LedgerFolder(folder.path).snapshot()).journal.nextID == 5)
    #expect(throws: LedgerFailure.olderFormat(path: folder.path, found: 1, known: 2)) {
      try folder.make(.firstVoid)
    }
  }

  @Test("a reader changes nothing, and sees the state from before an interrupted change")
  func reading() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let old = try folder.state()
    let calls = FaultyDisk.ending(14)
    try? folder.make(.laterImport, calls.ops)
    let left = folder.files()
    #expect(left[".pending"] != nil)
    #expect(left["entries/2023.csv"].map { $0.count } ?? 0 > old[.entries(year: 2023)]?.utf8.count ?? 0)
    let nothing = FaultyDisk { _ in true }
    let snapshot = try folder.ledger(nothing.ops).snapshot()
    #expect(snapshot.pendingChange == 2)
    #expect(try snapshot.journal().nextID == 2)
    #expect(try folder.state() == old)
    #expect(try folder.faults() == [])
    #expect(nothing.calls == 0)
    #expect(folder.files() == left)
    // Rows are read up to there only, too.
    let input = try #require(snapshot.input(.entries(year: 2023)))
    #expect(try Importer().read([input]).files[0].records == 2)
  }

  @Test("what was seen stays readable while others add to it")
  func laterReading() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let snapshot = try LedgerFolder(folder.path).snapshot()
    let state = try folder.state()
    for change in [TestChange.laterImport, .void] { try folder.make(change) }
    #expect(String(decoding: try snapshot.bytes(of: .journal), as: UTF8.self) == state[.journal])
    #expect(try snapshot.journal().nextID == 2)
    let input = try #require(snapshot.input(.entries(year: 2023)))
    #expect(try Importer().read([input]).files[0].records == 2)
    #expect(snapshot.input(.entries(year: 2024)) == nil)
    #expect(try snapshot.bytes(of: .entries(year: 2024)) == [])
  }

  @Test("a folder that can't be written to can be read, and the error names what can't be opened")
  func readOnlyFolder() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    var ops = FileOps.quick
    ops.open = { _, _ in -EROFS }
    #expect(throws: LedgerFailure.system(.init(path: folder.path + "/.lock", errno: EROFS))) {
      try folder.ledger(ops).lock(seconds: 0).release()
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    #expect(try folder.state()[.people]?.hasSuffix("yes,1\n") == true)
    #expect(try folder.faults() == [])
  }

  @Test("a ledger is the same through a symbolic link, and after it was copied or moved")
  func otherPaths() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let link = folder.beside("link 链接")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
    let lock = try LedgerFolder(link).lock(seconds: 0)
    #expect(throws: LedgerFailure.locked(path: folder.path, by: Int(getpid()), seconds: 0)) {
      try LedgerFolder(folder.path).lock(seconds: 0).release()
    }
    try lock.commit(TestChange.laterImport.work(id: 2))
    #expect(try folder.faults() == [])
    let copy = folder.beside("copy")
    try FileManager.default.copyItem(atPath: folder.path, toPath: copy)
    for name in [".lock", ".gitignore"] { try FileManager.default.removeItem(atPath: copy + "/" + name) }
    try LedgerFolder(copy).lock(seconds: 0).commit(TestChange.void.work(id: 3))
    #expect(try LedgerVerification(LedgerFolder(copy)).isClean)
    #expect(try LedgerVerification(LedgerFolder(copy)).changes == 3)
    #expect(try LedgerVerification(LedgerFolder(folder.path)).changes == 2)
  }

  @Test("the folder of entries may be missing where there are none: version control keeps no empty folder")
  func noFolderOfEntries() throws {
    let folder = try TestFolder.ledger(after: [])
    try FileManager.default.removeItem(atPath: folder.path + "/entries")
    #expect(try folder.faults() == [])
    try folder.make(.firstImport)
    #expect(try folder.faults() == [])
  }

  @Test(
    "nothing is added to a ledger that does not verify",
    arguments: ["people.csv", "journal.csv", "seals.csv", "entries/2023.csv"])
  func lastLineWithoutEnd(name: String) throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let text = try #require(folder.text(name))
    try folder.write(name, String(text.dropLast()))
    let before = folder.files()
    #expect(try folder.faults().count == 1)
    #expect(throws: LedgerFailure.self) { try LedgerReading(LedgerFolder(folder.path).snapshot()) }
    #expect(folder.files() == before)
  }

  @Test("a file that became shorter while a change was interrupted is named, not made longer")
  func shortFile() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    try? folder.make(.laterImport, FaultyDisk.ending(14).ops)
    #expect(folder.has(".pending"))
    let length = try #require(folder.text("people.csv")).utf8.count
    _ = length
    try folder.write(
      "entries/2023.csv", String(decoding: LedgerFile.entries(year: 2023).header, as: UTF8.self))
    let before = folder.files()
    #expect(throws: LedgerFailure.self) { try folder.make(.laterImport) }
    #expect(throws: LedgerFailure.self) { try LedgerFolder(folder.path).snapshot() }
    #expect(folder.files().filter { $0.key != ".lock" } == before.filter { $0.key != ".lock" })
  }

  @Test("a pending change of another state does not cut off what others have written")
  func stalePending() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let calls = FaultyDisk.ending(14)
    try? folder.make(.laterImport, calls.ops)
    let left = try #require(folder.files()[".pending"])
    // Others go on, and then the file comes back.
    try folder.make(.void)
    let state = try folder.state()
    try Data(left).write(to: URL(fileURLWithPath: folder.path + "/.pending"))
    #expect(try folder.state() == state)
    let verification = try LedgerVerification(LedgerFolder(folder.path))
    #expect(verification.isClean)
    #expect(verification.notes.map(\.kind) == [.stalePending(id: 2)])
    try folder.make(.firstVoid)
    #expect(!folder.has(".pending"))
    #expect(try LedgerVerification(LedgerFolder(folder.path)).changes == 3)
  }

  @Test(
    "links and what is no file are refused within a ledger",
    arguments: ["people.csv", "journal.csv", "entries/2023.csv", ".lock", ".pending", "ledger.json"])
  func links(name: String) throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let path = folder.path + "/" + name
    let elsewhere = folder.beside("elsewhere")
    try (FileManager.default.contents(atPath: path) ?? Data()).write(to: URL(fileURLWithPath: elsewhere))
    for isPipe in [false, true] {
      try? FileManager.default.removeItem(atPath: path)
      if isPipe {
        mkfifo(path, 0o600)
      } else {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
      }
      #expect(throws: LedgerFailure.notAFile(path: path)) {
        try LedgerFolder(folder.path).lock(seconds: 0).release()
      }
    }
  }

  @Test("a lock that was taken away is no lock: who finds out changes nothing")
  func lostLock() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let before = try folder.state()
    let lock = try LedgerFolder(folder.path).lock(seconds: 0)
    try FileManager.default.removeItem(atPath: folder.path + "/.lock")
    let other = try LedgerFolder(folder.path).lock(seconds: 0)
    do throws(LedgerFailure) {
      _ = try lock.commit(TestChange.laterImport.work(id: 2))
      Issue.record("no error")
    } catch {
      #expect(error == .lockLost(path: folder.path))
    }
    #expect(try folder.state() == before)
    try other.commit(TestChange.laterImport.work(id: 2))
    #expect(try folder.faults() == [])
  }

  static let pendings: [(String, Int)] = [
    ("", 1), ("change,2\n", 1), ("change,2\njournal.csv,100\n", 2), ("chance,2\nend\n", 1),
    ("change,2\n../../etc/passwd,0\nend\n", 2), ("change,2\njournal.csv,-1\nend\n", 2),
    ("change,2\njournal.csv,1\nentries/23.csv,absent\nend\n", 3), ("change,2\nend\nmore", 2),
  ]

  @Test("a note of a pending change that can't be told is never gone by", arguments: pendings)
  func damagedPending(text: String, line: Int) throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    try folder.write(".pending", text)
    let before = folder.files()
    for change in [false, true] {
      let outcome = Result { () throws(LedgerFailure) in
        if change {
          try LedgerFolder(folder.path).lock(seconds: 0).release()
        } else {
          _ = try LedgerFolder(folder.path).snapshot()
        }
      }
      guard case .failure(.damaged(let fault)) = outcome else {
        Issue.record("no error")
        continue
      }
      #expect(fault.file == folder.path + "/.pending" && fault.line == line)
    }
    #expect(folder.files().filter { $0.key != ".lock" } == before.filter { $0.key != ".lock" })
  }

  @Test("nothing to add is no change")
  func nothingToAdd() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let before = folder.files()
    try folder.ledger(FaultyDisk { $0 > 1 }.ops).lock(seconds: 0).commit(LedgerWork())
    #expect(folder.files() == before)
  }
}
