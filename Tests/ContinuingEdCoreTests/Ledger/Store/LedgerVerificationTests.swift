import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("What hands have done to a ledger of format 1 is found")
struct LedgerVerificationTests {
  /// What somebody did to a file by hand.
  enum Edit: Sendable {
    /// Puts another text in the place of one.
    case replace(String, with: String)
    /// Removes a line, counted from 1.
    case remove(Int)
    /// Puts a line before another.
    case insert(String, before: Int)
    /// Moves a line to before another one.
    case move(Int, before: Int)
    /// Removes the file.
    case delete
    /// Adds at the end.
    case append(String)
    /// Ends lines as another system does.
    case endLinesWithCR

    func apply(to text: String) -> String? {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      switch self {
      case .replace(let old, let new): return text.replacingOccurrences(of: old, with: new)
      case .remove(let line): lines.remove(at: line - 1)
      case .insert(let line, let place): lines.insert(line, at: place - 1)
      case .move(let line, let place):
        let moved = lines.remove(at: line - 1)
        lines.insert(moved, at: place - (place > line ? 2 : 1))
      case .delete: return nil
      case .append(let end): return text + end
      case .endLinesWithCR: return text.replacingOccurrences(of: "\n", with: "\r\n")
      }
      return lines.joined(separator: "\n")
    }
  }

  /// The ledger that is edited: `2022-1` came with change 1, `2023-1` and `2023-2` too, `2023-3` and `2024-1` with
  /// change 2, change 3 voided `2023-2`, change 4 replaced `2023-1` by `2023-4`.
  static let changes: [TestChange] = [.firstImport, .laterImport, .void, .correction]

  static let edits: [(String, Edit, [String])] = [
    ("entries/2023.csv", .replace("b,,,2023", with: "b,,,2023"), []),
    ("entries/2023.csv", .replace(",self-study,,,,,,,,,3,", with: ",self-study,,,,,,,,,3.5,"), []),
    (
      "entries/2023.csv", .replace("entry_id,", with: "id,"),
      ["entries/2023.csv:1 wrongHeader(expected: \"\(entriesHeader)\")"]
    ),
    ("entries/2023.csv", .endLinesWithCR, ["entries/2023.csv:1 carriageReturn"]),
    ("entries/2023.csv", .delete, ["entries/2023.csv:1 missingFile"]),
    (
      "entries/2023.csv", .remove(3),
      [
        "entries/2023.csv:3 entryOutOfSequence(found: \"2023-3\", expected: 2023-2)",
        "entries/2023.csv:4 lineCount(found: 3, expected: 4)",
      ]
    ),
    ("entries/2023.csv", .remove(5), ["entries/2023.csv:4 lineCount(found: 3, expected: 4)"]),
    (
      "entries/2023.csv", .insert("2023-2,1,x,,,2023,,self-study,,,,,,,,,1,,,,,,,,,", before: 4),
      [
        "entries/2023.csv:4 entryOutOfSequence(found: \"2023-2\", expected: 2023-3)",
        "entries/2023.csv:6 lineCount(found: 5, expected: 4)",
      ]
    ),
    (
      "entries/2023.csv", .append("2023-5,5,x,,,2023,,self-study,,,,,,,,,1,,,,,,,,,\n"),
      ["entries/2023.csv:6 unknownChange(id: \"5\")", "entries/2023.csv:6 lineCount(found: 5, expected: 4)"]
    ),
    (
      "entries/2023.csv", .append("2023-5,4,x,,,2023,,self-study,,,,,,,,,1,,,,,,,,,\n"),
      ["entries/2023.csv:6 lineCount(found: 5, expected: 4)"]
    ),
    (
      "entries/2023.csv", .move(2, before: 4),
      [
        "entries/2023.csv:2 entryOutOfSequence(found: \"2023-2\", expected: 2023-1)",
        "entries/2023.csv:3 entryOutOfSequence(found: \"2023-1\", expected: 2023-3)",
        "entries/2023.csv:4 entryOutOfSequence(found: \"2023-3\", expected: 2023-2)",
      ]
    ),
    (
      "entries/2023.csv", .replace("2023-2,", with: "2022-2,"),
      ["entries/2023.csv:3 entryOutOfSequence(found: \"2022-2\", expected: 2023-2)"]
    ),
    (
      "entries/2023.csv", .replace("2023-2,", with: "x,"),
      ["entries/2023.csv:3 entryOutOfSequence(found: \"x\", expected: 2023-2)"]
    ),
    (
      "entries/2023.csv", .replace("2023-2,1,", with: "2023-2,2,"),
      ["entries/2023.csv:3 otherChange(found: 2, expected: 1)"]
    ),
    (
      "entries/2023.csv", .replace("2023-2,1,", with: "2023-2,9,"),
      ["entries/2023.csv:3 unknownChange(id: \"9\")"]
    ),
    (
      "entries/2023.csv", .replace("2023-2,1,", with: "2023-2,,"),
      ["entries/2023.csv:3 unknownChange(id: \"\")"]
    ),
    (
      "entries/2023.csv", .replace("2023-2,1,b,,", with: "2023-2,1,b,"),
      [
        "entries/2023.csv:3 raggedRow(cells: 25, expected: 26)",
        "entries/2023.csv:4 entryOutOfSequence(found: \"2023-3\", expected: 2023-2)",
      ]
    ),
    (
      "entries/2023.csv", .replace("2023-3,2,c,,,2023", with: "2023-3,2,c,,,2024"),
      ["entries/2023.csv:4 wrongYear(found: Optional(2024))"]
    ),
    (
      "entries/2023.csv", .replace("2023-3,2,c,,,2023,,self-study", with: "2023-3,2,c,,,,,self-study"),
      [
        "entries/2023.csv:4 row(ContinuingEdCore.ProblemCode.missingYear, column: Optional(\"year\"), value: Optional(\"\"))"
      ]
    ),
    (
      "entries/2023.csv", .replace("2023-3,2,c,,,2023,,self-study", with: "2023-3,2,c,,,2023,,yearly"),
      [
        "entries/2023.csv:4 row(ContinuingEdCore.ProblemCode.unknownCategory, column: Optional(\"category\"), value: Optional(\"yearly\"))"
      ]
    ),
    (
      "people.csv", .replace("李明,,,,,,,,yes", with: "李明,,,,,,,,maybe"),
      ["people.csv:3 badCell(column: \"listed\", value: \"maybe\")"]
    ),
    (
      "people.csv", .replace("yes,1\nb", with: "yes,2\nb"),
      ["people.csv:2 otherChange(found: 2, expected: 1)"]
    ),
    ("people.csv", .remove(2), ["people.csv:2 lineCount(found: 1, expected: 2)"]),
    ("people.csv", .delete, ["missing people.csv"]),
    (
      "people.csv", .replace("b,李明,,", with: "b,李明,,国营"),
      [
        "people.csv:3 row(ContinuingEdCore.ProblemCode.unknownEmployer, column: Optional(\"employer\"), value: Optional(\"国营\"))"
      ]
    ),
    ("journal.csv", .delete, ["missing journal.csv"]),
    (
      // Without the line of change 4 its entry came with none.
      "journal.csv", .remove(5),
      ["entries/2023.csv:5 unknownChange(id: \"4\")", "entries/2023.csv:5 lineCount(found: 4, expected: 3)"]
    ),
    ("journal.csv", .remove(4), ["journal.csv:4 changeOutOfSequence(found: 4, expected: 3)"]),
    (
      "journal.csv", .replace("2023:1 2024:1", with: "2023:1 2024:2"),
      ["entries/2024.csv:2 lineCount(found: 1, expected: 2)"]
    ),
    (
      "journal.csv", .replace("2022:1 2023:2", with: "2021:1 2022:1 2023:2"),
      ["entries/2021.csv:1 missingFile"]
    ),
    ("journal.csv", .replace("void,2023-2", with: "void,2023-9"), ["journal.csv:4 noSuchEntry(2023-9)"]),
    (
      "journal.csv", .replace("correct,2023-1", with: "correct,2023-2"),
      ["journal.csv:5 goneEntry(2023-2, change: 3)"]
    ),
  ]

  static let entriesHeader = FormatOne.entries

  @Test("an edit by hand is found, and where", arguments: edits)
  func edit(file: String, edit: Edit, faults: [String]) throws {
    let folder = try FormatOne.ledger(after: Self.changes)
    let text = try #require(folder.text(file))
    if let edited = edit.apply(to: text) {
      try folder.write(file, edited)
    } else {
      try FileManager.default.removeItem(atPath: folder.path + "/" + file)
    }
    let before = folder.files()
    do {
      #expect(try folder.faults() == faults)
    } catch LedgerFailure.missingFile(let path) {
      #expect(faults == ["missing " + path.dropFirst(folder.path.count + 1)])
    }
    #expect(folder.files() == before)
  }

  @Test("a ledger as the program writes it has no faults, and its parts are counted")
  func clean() throws {
    for count in 0...Self.changes.count {
      let folder = try TestFolder.ledger(after: Array(Self.changes.prefix(count)))
      let verification = try LedgerVerification(LedgerFolder(folder.path))
      #expect(verification.isClean && verification.notes == [])
      #expect(verification.changes == count)
      #expect(verification.entries == [0, 3, 5, 5, 6][count])
      #expect(verification.people == [0, 2, 2, 2, 2][count])
    }
  }

  @Test("files that no ledger has are told of and left alone")
  func unknownFiles() throws {
    let folder = try TestFolder.ledger(after: Self.changes)
    for name in ["README.md", "entries/2023.csv~", "entries/notes.txt", "staff.csv"] {
      try folder.write(name, "x")
    }
    let verification = try LedgerVerification(LedgerFolder(folder.path))
    #expect(verification.isClean)
    #expect(
      verification.notes
        == ["entries/2023.csv~", "entries/notes.txt", "staff.csv"].map {
          LedgerFault(folder.path + "/" + $0, line: 1, .unknownFile)
        })
    #expect(verification.notes.allSatisfy { $0.isNote })
    let state = try folder.state()
    #expect(
      state.keys.sorted().map(\.path) == [
        "entries/2022.csv", "entries/2023.csv", "entries/2024.csv", "people.csv", "journal.csv", "seals.csv",
      ])
  }

  @Test("a file of a year that the journal does not know is a fault")
  func unknownYear() throws {
    let folder = try TestFolder.ledger(after: [.firstImport])
    let row = String(decoding: TestChange.row("2019-1", 1, "a", year: 2019, hours: "8"), as: UTF8.self)
    let header = String(decoding: LedgerFile.entries(year: 2019).header, as: UTF8.self)
    try folder.write("entries/2019.csv", header + row)
    #expect(try folder.faults() == ["entries/2019.csv:2 lineCount(found: 1, expected: 0)"])
    try folder.write("entries/2019.csv", header)
    #expect(try folder.faults() == ["entries/2019.csv:1 strangeFile"])
  }

  @Test("bytes of zeros, as a power cut leaves them, are a fault of their line, wherever they are")
  func zeros() throws {
    let folder = try TestFolder.ledger(after: Self.changes)
    let files = folder.files()
    for (name, bytes) in files.filter({ !$0.key.hasPrefix(".") }) {
      var other = bytes
      let count = min(6, bytes.count / 4)
      for place in (bytes.count - 1 - count)..<(bytes.count - 1) { other[place] = 0 }
      try Data(other).write(to: URL(fileURLWithPath: folder.path + "/" + name))
      let line = bytes.count { $0 == 0x0A }
      if name == "ledger.json" {
        #expect(throws: LedgerFailure.damaged(.init(folder.path + "/ledger.json", line: 1, .badFormat))) {
          try LedgerVerification(LedgerFolder(folder.path))
        }
      } else {
        let faults = try LedgerVerification(LedgerFolder(folder.path)).faults
        #expect(faults.contains { $0.file.hasSuffix("/" + name) && $0.line == line }, "\(name) \(faults)")
        // Whoever reads is told the same, and not that the file is none.
        for read in [{ _ = try LedgerRecords().read($0) }, { _ = try LedgerReading($0) }]
          as [(LedgerSnapshot) throws -> Void]
        {
          do {
            try read(LedgerFolder(folder.path).snapshot())
            Issue.record("\(name) is believed")
          } catch LedgerFailure.damaged(let fault) {
            #expect(fault.file.hasSuffix("/" + name), "\(fault)")
          }
        }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
  }

  @Test("an assignment over two years stands in the file of its end")
  func spanningYears() throws {
    let desk = try LedgerDesk()
    try desk.take(["person_id,category,title,start,end\na,assignment,支教,2022-09-01,2023-06-30\n"])
    #expect(try desk.lines(2023).count == 1)
    #expect(try desk.folder.faults() == [])
  }
}
