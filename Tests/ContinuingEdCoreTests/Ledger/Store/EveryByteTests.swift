import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("Every byte of a ledger")
struct EveryByteTests {
  /// A ledger with all kinds of changes.
  static func ledger() throws -> TestFolder {
    let desk = try LedgerDesk()
    let header = "person_id,name,category,subject,start,end,hours,title,status,note\n"
    try desk.take(
      [
        header
          + "a,王芳,training,,2023-05-06,,8,急诊,,\nb,李明,online,public,2022-05-06,2022-05-07,2.5,\"法治, 公需\",待审,x\n"
      ],
      roster: "person_id,name,unit\na,王芳,\"甲\n乙\"\nb,李明,乙\nz,赵六,丙\n")
    try desk.take(
      [header + "z,赵六,training,,2023-07-01,,4,护理,,\na,王芳,training,,2023-05-06,,6,急诊,,\n"], accepting: true)
    try desk.correct(["2023-2"], ["hours": "5", "note": "two\nlines"])
    try desk.approve("2022-1", .verified)
    try desk.void("2023-3")
    let edits = LedgerEdits(try LedgerReading(desk.snapshot()), by: LedgerDesk.actor)
    try desk.commit(edits.samePerson(wrong: "z", right: "c", reason: "same").work)
    // What was 2023-4 stands as 2023-5 under the right number.
    try desk.void("2023-5")
    return desk.folder
  }

  /// Whether anything is noticed.
  static func isNoticed(_ folder: TestFolder) -> Bool {
    do {
      return try !LedgerVerification(LedgerFolder(folder.path)).isClean
    } catch {
      return true
    }
  }

  /// White space between the tokens of `ledger.json` is free.
  static func isFree(_ name: String, _ bytes: [UInt8]) -> Bool {
    name == "ledger.json"
      && bytes.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == Array("{\"format\":2}".utf8)
      && String(decoding: bytes, as: UTF8.self).contains("\"format\"")
  }

  /// What can be done to a byte at a place.
  static func faults(_ bytes: [UInt8], _ place: Int) -> [[UInt8]] {
    func flipped(_ mask: UInt8) -> [UInt8] {
      var other = bytes
      other[place] ^= mask
      return other
    }
    var removed = bytes
    removed.remove(at: place)
    return [flipped(1), flipped(0x20), flipped(0x80), removed]
      + [UInt8(ascii: "1"), UInt8(ascii: " "), UInt8(ascii: ","), 0x0A, 0x0D, bytes[place]].map { byte in
        var longer = bytes
        longer.insert(byte, at: place)
        return longer
      }
  }

  @Test("that changes, comes or goes is noticed, and so is every line that goes or changes places")
  func everyByte() throws {
    let folder = try EveryByteTests.ledger()
    #expect(try folder.faults() == [])
    let files = folder.files().filter { !$0.key.hasPrefix(".") }
    #expect(
      files.keys.sorted() == [
        "entries/2022.csv", "entries/2023.csv", "journal.csv", "ledger.json", "people.csv", "seals.csv",
      ])
    // All of it takes minutes; where that is wished, it is done.
    let step = ProcessInfo.processInfo.environment["CECREDIT_LONG_TESTS"] == nil ? 7 : 1
    var (tried, missed) = (0, [String]())
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      func check(_ other: [UInt8], _ what: String) throws {
        if other == bytes || EveryByteTests.isFree(name, other) { return }
        tried += 1
        try Data(other).write(to: URL(fileURLWithPath: folder.path + "/" + name))
        if !EveryByteTests.isNoticed(folder) { missed.append("\(name) \(what)") }
      }
      for place in stride(from: 0, to: bytes.count, by: step) {
        for (kind, other) in EveryByteTests.faults(bytes, place).enumerated() {
          try check(other, "\(place) \(kind)")
        }
      }
      for end in [0x20, 0x0A, 0x0D, 0x31, 0x00] as [UInt8] { try check(bytes + [end], "end") }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map {
        Array($0) + [0x0A]
      }
      for line in lines.indices {
        var fewer = lines
        fewer.remove(at: line)
        try check(Array(fewer.joined()), "without line \(line + 1)")
        try check(Array((lines[...line] + lines[line...]).joined()), "line \(line + 1) twice")
        for other in lines.indices where other > line {
          var swapped = lines
          swapped.swapAt(line, other)
          try check(Array(swapped.joined()), "lines \(line + 1) and \(other + 1) swapped")
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    #expect(missed == [])
    #expect(tried > 3000)
  }

  @Test("names its line and its change where one byte changed, came or went")
  func places() throws {
    let folder = try EveryByteTests.ledger()
    for name in ["entries/2023.csv", "people.csv", "journal.csv"] {
      let bytes = try #require(folder.files()[name])
      let start = bytes.prefix { $0 != 0x0A }.count + 1
      for place in stride(from: start, to: bytes.count, by: 11)
      where bytes[place] != 0x0A && bytes[place] != 0x22 {
        for (kind, other) in EveryByteTests.faults(bytes, place).prefix(5).enumerated() {
          let text = String(decoding: other, as: UTF8.self)
          // What breaks a line or a character is told as that.
          if other.count == bytes.count, text.contains("\u{FFFD}") { continue }
          try Data(other).write(to: URL(fileURLWithPath: folder.path + "/" + name))
          let line = bytes[..<place].count { $0 == 0x0A } + 1
          let verification = try LedgerVerification(LedgerFolder(folder.path))
          let lines = verification.faults.map(\.line)
          #expect(lines.contains { abs($0 - line) <= 1 }, "\(name) \(place) \(kind) \(verification.faults)")
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
  }

  @Test("is not believed by who reads or writes, before anything is written")
  func readersAndWriters() throws {
    let folder = try EveryByteTests.ledger()
    for (name, bytes) in folder.files().filter({ !$0.key.hasPrefix(".") && $0.key != "ledger.json" }) {
      var other = bytes
      other[bytes.count - 2] ^= 1
      try Data(other).write(to: URL(fileURLWithPath: folder.path + "/" + name))
      let before = folder.files()
      #expect(throws: LedgerFailure.self, "\(name)") {
        try LedgerReading(LedgerFolder(folder.path).snapshot())
      }
      #expect(throws: LedgerFailure.self, "\(name)") {
        try LedgerRecords().read(LedgerFolder(folder.path).snapshot())
      }
      #expect(folder.files() == before)
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
  }
}
