import Foundation
import Testing

@testable import ContinuingEdCore

/// A folder of its own for one test, gone with it.
final class TestFolder: Sendable {
  let path: String

  init(_ name: String = "ledger") throws {
    let unique = FileManager.default.temporaryDirectory.path + "/cecredit-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: unique, withIntermediateDirectories: true)
    root = unique
    path = unique + "/" + name
  }

  private let root: String

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Another path beside the ledger's.
  func beside(_ name: String) -> String { root + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// All files below the folder with their bytes.
  func files() -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? [] {
      var isFolder: ObjCBool = false
      let full = path + "/" + name
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[name] = FileManager.default.contents(atPath: full).map { Array($0) }
    }
    return files
  }

  /// Makes the folder hold these files and no others.
  func replaceFiles(_ files: [String: [UInt8]]) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path + "/entries", withIntermediateDirectories: true)
    for (name, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name)) }
  }
}

/// Changes for tests, small and by hand.
enum TestChange: String, CustomTestStringConvertible {
  /// Entries of two years and two people.
  case firstImport = "the first import"
  /// Entries of a year that is there and of one that is not.
  case laterImport = "a later import"
  /// A line of the journal alone.
  case void = "a void entry"
  /// An entry in the place of another.
  case correction = "a correction"
  /// Another line of the journal alone.
  case firstVoid = "an entry of the first import void"

  static let allCases: [TestChange] = [.firstImport, .laterImport, .void, .correction]

  var testDescription: String { rawValue }

  /// What is there before it.
  var before: [TestChange] {
    switch self {
    case .firstImport: []
    case .laterImport: [.firstImport]
    case .void, .correction, .firstVoid: [.firstImport, .laterImport]
    }
  }

  /// What it adds as change `id`, in the columns of a format.
  func work(id: Int, format: Int = LedgerFolder.format) -> LedgerWork {
    func row(_ entry: String, _ person: String, _ year: Int, _ hours: String) -> [UInt8] {
      TestChange.row(entry, id, person, year: year, hours: hours, format: format)
    }
    func entries(_ year: Int, _ rows: [[UInt8]]) -> LedgerAddition {
      LedgerAddition(.entries(year: year), change: id, rows)
    }
    switch self {
    case .firstImport:
      var line = TestChange.line(id, .import)
      line.balance = TestChange.balance(taken: 3)
      line.added = [.entries(year: 2022): 1, .entries(year: 2023): 2, .people: 2]
      let blanks = String(repeating: ",", count: format == 1 ? 8 : 12)
      return LedgerWork(
        [line],
        [
          entries(2023, [row("2023-1", "a", 2023, "8"), row("2023-2", "b", 2023, "9")]),
          entries(2022, [row("2022-1", "a", 2022, "7")]),
          LedgerAddition(
            .people, change: id, [Array("a,王芳\(blanks)yes,\(id)\nb,李明\(blanks)yes,\(id)\n".utf8)]),
        ])
    case .laterImport:
      var line = TestChange.line(id, .import)
      line.balance = TestChange.balance(taken: 2)
      line.added = [.entries(year: 2023): 1, .entries(year: 2024): 1]
      return LedgerWork(
        [line],
        [entries(2023, [row("2023-3", "c", 2023, "3")]), entries(2024, [row("2024-1", "c", 2024, "4")])])
    case .void, .firstVoid:
      var line = TestChange.line(id, .void)
      line.entry = LedgerEntryID(self == .void ? "2023-2" : "2022-1")
      line.reason = self == .void ? "录入两次" : "误录"
      return LedgerWork([line])
    case .correction:
      var line = TestChange.line(id, .correct)
      line.entry = LedgerEntryID("2023-1")
      line.replacedBy = LedgerEntryID("2023-4")
      line.reason = "hours, as in the \"certificate\""
      line.added = [.entries(year: 2023): 1]
      return LedgerWork([line], [entries(2023, [row("2023-4", "a", 2023, "6.5")])])
    }
  }

  static func line(_ id: Int, _ action: JournalAction) -> JournalLine {
    var line = JournalLine(id: id, when: "2024-01-0\(min(id, 9))T08:00:00Z", who: "王芳", action: action)
    if action == .import {
      line.file = "staff.csv"
      line.content = 0xAB
      line.balance = ImportBalance()
    }
    return line
  }

  static func balance(taken: Int) -> ImportBalance {
    var balance = ImportBalance()
    (balance.read, balance.taken) = (taken, taken)
    return balance
  }

  /// A row of a file of entries.
  static func row(
    _ entry: String, _ change: Int, _ person: String, year: Int, hours: String,
    format: Int = LedgerFolder.format
  ) -> [UInt8] {
    let cells = [
      "entry_id": entry, "import_id": "\(change)", "person_id": person, "year": "\(year)",
      "category": "self-study", "hours": hours,
    ]
    let columns = LedgerFile.entries(year: year).columns(format: format)
    return Array((columns.map { cells[$0] ?? "" }.joined(separator: ",") + "\n").utf8)
  }
}

extension TestFolder {
  /// The ledger, with the system's calls but for those that wait for the disk.
  func ledger(_ ops: FileOps = .quick) -> LedgerFolder {
    var folder = LedgerFolder(path)
    folder.ops = ops
    return folder
  }

  /// Makes one change.
  func make(_ change: TestChange, _ ops: FileOps = .quick) throws {
    let lock = try ledger(ops).lock(seconds: 0)
    let id = try lock.snapshot.journal().nextID
    try lock.commit(change.work(id: id))
  }

  /// A ledger after some changes.
  static func ledger(after changes: [TestChange], name: String = "ledger") throws -> TestFolder {
    let folder = try TestFolder(name)
    try folder.ledger().create()
    for change in changes { try folder.make(change) }
    return folder
  }

  /// What a reader sees: the text of each file, as far as it counts.
  func state() throws -> [LedgerFile: String] {
    let snapshot = try LedgerFolder(path).snapshot()
    var state: [LedgerFile: String] = [:]
    for file in snapshot.lengths.keys {
      state[file] = String(decoding: try snapshot.bytes(of: file), as: UTF8.self)
    }
    return state
  }

  /// What verification finds, as `file:line fault`.
  func faults() throws -> [String] {
    try LedgerVerification(LedgerFolder(path)).faults.map {
      "\($0.file.dropFirst(path.count + 1)):\($0.line) \($0.kind)"
    }
  }
}

extension FileOps {
  /// Without waiting for the disk.
  static var quick: FileOps {
    var ops = FileOps()
    ops.sync = { _ in 0 }
    return ops
  }
}
