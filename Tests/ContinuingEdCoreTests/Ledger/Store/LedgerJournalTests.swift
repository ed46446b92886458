import Foundation
import Testing

@testable import ContinuingEdCore

@Suite("A ledger's journal of format 1")
struct LedgerJournalTests {
  /// Three entries of 2023 and two of 2022 in the first change, one more of 2023 in the second.
  static let start = """
    1,2024-01-01T08:00:00Z,王芳,import,,,,,staff.csv,00000000000000ab,9,5,1,1,1,1,2022:2 2023:3
    2,2024-01-02,李明,add,,,,,,,,,,,,,2023:1

    """

  /// The journal of a ledger that has these lines below the header.
  static func journal(_ lines: String) throws -> JournalReader {
    let folder = try FormatOne.ledger(after: [])
    try folder.write("journal.csv", FormatOne.journal + lines)
    return try JournalReader.read(LedgerFolder(folder.path).snapshot())
  }

  static func id(_ text: String) throws -> LedgerEntryID { try #require(LedgerEntryID(text)) }

  @Test("every cell comes back as it was written, and the text is as a person would write it")
  func roundTrip() throws {
    var first = JournalLine(id: 1, when: "2024-01-01T08:00:00+08:00", who: "王芳", action: .import)
    first.file = "三月, \"全部\".csv"
    first.content = 0x0123_4567_89AB_CDEF
    first.added = [.entries(year: 2023): 990, .people: 12, .entries(year: 2022): 10]
    var balance = ImportBalance()
    (balance.read, balance.taken, balance.present) = (1020, 1000, 2)
    (balance.changed, balance.problems, balance.blank) = (3, 5, 10)
    first.balance = balance
    var second = JournalLine(id: 2, when: "2024-01-02", who: "a", action: .correct)
    second.entry = try Self.id("2023-7")
    second.replacedBy = try Self.id("2024-1")
    second.reason = "two\nlines"
    second.added = [.entries(year: 2024): 1]
    var third = JournalLine(id: 3, when: "2024-01-02", who: "a", action: .approve)
    third.entry = try Self.id("2024-1")
    third.status = .verified
    var fourth = third
    fourth.entry = try Self.id("2023-8")
    fourth.status = .declared
    var fifth = third
    fifth.entry = try Self.id("2023-9")
    fifth.status = .rejected
    fifth.reason = " as it is "
    let lines = [first, second, third, fourth, fifth]
    let text = """
      1,2024-01-01T08:00:00+08:00,王芳,import,,,,,"三月, ""全部"".csv",0123456789abcdef,1020,1000,2,3,5,10,\
      2022:10 2023:990 people:12
      2,2024-01-02,a,correct,2023-7,2024-1,,"two
      lines",,,,,,,,,2024:1
      3,2024-01-02,a,approve,2024-1,,verified,,,,,,,,,,
      3,2024-01-02,a,approve,2023-8,,declared,,,,,,,,,,
      3,2024-01-02,a,approve,2023-9,,rejected, as it is ,,,,,,,,,

      """
    #expect(lines.map(FormatOne.line).joined() == text)
    let reading = try Self.journal(text)
    #expect(reading.faults == [])
    #expect(reading.lines.map(\.line) == [2, 3, 5, 6, 7])
    #expect(
      reading.lines.map { line in
        var line = line
        line.line = 0
        return line
      } == lines)
    let journal = LedgerJournal(reading)
    #expect(journal.nextID == 4)
    #expect(
      journal.counts == [
        .entries(year: 2022): 10, .entries(year: 2023): 990, .entries(year: 2024): 1, .people: 12,
      ])
    #expect(journal.nextEntry(year: 2023)?.text == "2023-991")
    #expect(journal.nextEntry(year: 2025)?.text == "2025-1")
    #expect(try journal.has(Self.id("2023-990")))
    #expect(try !journal.has(Self.id("2023-991")))
  }

  @Test("the first change of a journal is 1")
  func empty() throws {
    let journal = LedgerJournal(try Self.journal(""))
    #expect(journal.nextID == 1)
    #expect(journal.counts == [:])
    #expect(journal.effects().isEmpty)
  }

  /// A line put behind `start`, which ends on line 3, and the fault found in it.
  static let damaged: [(String, String)] = [
    ("3,2024-01-03,a,void,2023-1,,,why,,,,,,,,,", ""),
    ("3,2024-01-03,a,void,2023-1,,,why,,,,,,,,", "4 raggedRow(cells: 16, expected: 17)"),
    ("3,2024-01-03,a,void,2023-1,,,why,,,,,,,,,,", "4 raggedRow(cells: 18, expected: 17)"),
    ("", "4 blankLine"),
    ("3,2024-01-03,a,void,2023-1,,,why,,,,,,,,,\r", "4 carriageReturn"),
    ("3,2024-01-03,a,void,2023-1,,,\"why,,,,,,,,,", "4 badQuote"),
    ("3,2024-01-03,a,void,2023-1,,,\"why\"x,,,,,,,,,", "4 badQuote"),
    ("x,2024-01-03,a,void,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"id\", value: \"x\")"),
    (",2024-01-03,a,void,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"id\", value: \"\")"),
    ("0,2024-01-03,a,void,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"id\", value: \"0\")"),
    ("5,2024-01-03,a,void,2023-1,,,why,,,,,,,,,", "4 changeOutOfSequence(found: 5, expected: 3)"),
    ("1,2024-01-03,a,void,2023-1,,,why,,,,,,,,,", "4 changeOutOfSequence(found: 1, expected: 3)"),
    ("3,2024-02-30,a,void,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"when\", value: \"2024-02-30\")"),
    ("3,,a,void,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"when\", value: \"\")"),
    ("3,2024-01-03,,void,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"who\", value: \"\")"),
    ("3,2024-01-03,a,remove,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"action\", value: \"remove\")"),
    ("3,2024-01-03,a,,2023-1,,,why,,,,,,,,,", "4 badCell(column: \"action\", value: \"\")"),
    ("3,2024-01-03,a,void,2023,,,why,,,,,,,,,", "4 badCell(column: \"entry\", value: \"2023\")"),
    ("3,2024-01-03,a,void,,,,why,,,,,,,,,", "4 badCell(column: \"entry\", value: \"\")"),
    ("3,2024-01-03,a,void,2023-1,,,,,,,,,,,,", "4 badCell(column: \"reason\", value: \"\")"),
    (
      "3,2024-01-03,a,void,2023-1,2023-2,,why,,,,,,,,,",
      "4 needlessCell(column: \"replaced_by\", value: \"2023-2\")"
    ),
    (
      "3,2024-01-03,a,void,2023-1,,verified,why,,,,,,,,,",
      "4 needlessCell(column: \"status\", value: \"verified\")"
    ),
    ("3,2024-01-03,a,void,2023-1,,,why,f,,,,,,,,", "4 needlessCell(column: \"file\", value: \"f\")"),
    (
      "3,2024-01-03,a,void,2023-1,,,why,,,,,,,,,2023:1",
      "4 needlessCell(column: \"added\", value: \"2023:1\")"
    ),
    ("3,2024-01-03,a,approve,2023-1,,done,,,,,,,,,,", "4 badCell(column: \"status\", value: \"done\")"),
    ("3,2024-01-03,a,approve,2023-1,,,,,,,,,,,,", "4 badCell(column: \"status\", value: \"\")"),
    ("3,2024-01-03,a,correct,2023-1,,,why,,,,,,,,,2023:1", "4 badCell(column: \"replaced_by\", value: \"\")"),
    ("3,2024-01-03,a,add,,,,,,,,,,,,,", "4 badCell(column: \"added\", value: \"\")"),
    ("3,2024-01-03,a,add,,,,,,,,,,,,,2023", "4 badCell(column: \"added\", value: \"2023\")"),
    ("3,2024-01-03,a,add,,,,,,,,,,,,,2023:0", "4 badCell(column: \"added\", value: \"2023:0\")"),
    (
      "3,2024-01-03,a,add,,,,,,,,,,,,,2023:1 2023:1", "4 badCell(column: \"added\", value: \"2023:1 2023:1\")"
    ),
    ("3,2024-01-03,a,add,,,,,,,,,,,,,23:1", "4 badCell(column: \"added\", value: \"23:1\")"),
    ("3,2024-01-03,a,import,,,,,f,00,1,0,0,0,0,1,", "4 badCell(column: \"content\", value: \"00\")"),
    ("3,2024-01-03,a,import,,,,,f,00000000000000ab,1,0,0,0,0,,", "4 badCell(column: \"blank\", value: \"\")"),
    (
      "3,2024-01-03,a,import,,,,,f,00000000000000ab,-1,0,0,0,0,0,",
      "4 badCell(column: \"read\", value: \"-1\")"
    ),
    (
      "3,2024-01-03,a,import,,,,,f,00000000000000ab,6,1,1,1,1,1,2023:1",
      "4 unbalanced(ContinuingEdCore.ImportBalance(read: 6, taken: 1, present: 1, changed: 1, void: 0, problems: 1, blank: 1))"
    ),
    ("3,2024-01-03,a,import,,,,,,00000000000000ab,0,0,0,0,0,0,", "4 badCell(column: \"file\", value: \"\")"),
    ("3,2024-01-03,a,void,2023-5,,,why,,,,,,,,,", "4 noSuchEntry(2023-5)"),
    ("3,2024-01-03,a,void,2023-2147483647,,,why,,,,,,,,,", "4 noSuchEntry(2023-2147483647)"),
    ("3,2024-01-03,a,void,2021-1,,,why,,,,,,,,,", "4 noSuchEntry(2021-1)"),
    ("3,2024-01-03,a,correct,2023-1,2023-4,,why,,,,,,,,,2023:1", "4 badReplacement(2023-4)"),
    ("3,2024-01-03,a,correct,2023-1,2023-6,,why,,,,,,,,,2023:1", "4 badReplacement(2023-6)"),
    ("3,2024-01-03,a,correct,2023-1,2023-5,,why,,,,,,,,,", "4 badReplacement(2023-5)"),
  ]

  @Test("a line that is not as the program writes it is found, and where", arguments: damaged)
  func damagedLine(line: String, fault: String) throws {
    let reading = try Self.journal(Self.start + line + "\n")
    #expect(reading.faults.map { "\($0.line) \($0.kind)" } == (fault.isEmpty ? [] : [fault]))
    #expect(reading.faults.allSatisfy { $0.file.hasSuffix("/journal.csv") })
    #expect(reading.lines.prefix(2).map(\.id) == [1, 2])
  }

  @Test("all faults of a journal are found in one pass, and one does not bring others")
  func severalFaults() throws {
    let reading = try Self.journal(
      Self.start + """
        3,2024-01-03,a,import,,,,,f,no,1,1,0,0,0,0,2023:1
        4,2024-01-04,a,void,2023-5,,,why,,,,,,,,,
        4,2024-01-04,a,void,2023-5,,,why,,,,,,,,,
        6,2024-01-04,a,correct,2023-1,2023-6,,why,,,,,,,,,2023:1
        7,2024-01-04,a,approve,2023-1,,verified,,,,,,,,,,
        8,2024-01-04,a,correct,2023-2,2023-6,,why,,,,,,,,,

        """)
    #expect(
      reading.faults.map { "\($0.line) \($0.kind)" } == [
        "4 badCell(column: \"content\", value: \"no\")",
        "6 goneEntry(2023-5, change: 4)",
        "7 changeOutOfSequence(found: 6, expected: 5)",
        "8 goneEntry(2023-1, change: 6)",
        "9 badReplacement(2023-6)",
      ])
  }

  @Test("a journal under another header is not read at all")
  func wrongHeader() throws {
    let expected = "wrongHeader(expected: \"\(FormatOne.journal.dropLast())\")"
    for (header, fault) in [
      ("\u{FEFF}" + FormatOne.journal, "byteOrderMark"), ("id,when\n", expected), ("", expected),
      ("id", expected),
      (FormatOne.journal.replacing("\n", with: "\r\n"), "carriageReturn"),
    ] {
      let folder = try FormatOne.ledger(after: [])
      try folder.write("journal.csv", header + Self.start)
      #expect(throws: LedgerFailure.self) { try LedgerFolder(folder.path).snapshot().journal() }
      #expect(try folder.faults() == ["journal.csv:1 \(fault)"])
    }
  }

  @Test("bytes that are no UTF-8 are found in their line")
  func badText() throws {
    let folder = try FormatOne.ledger(after: [])
    var bytes = Array((FormatOne.journal + Self.start).utf8)
    bytes += Array("3,2024-01-03,".utf8) + [0xFF] + Array(",void,2023-1,,,why,,,,,,,,,\n".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/journal.csv"))
    let fault = LedgerFault(folder.path + "/journal.csv", line: 4, .badText)
    #expect(throws: LedgerFailure.damaged(fault)) { try LedgerFolder(folder.path).snapshot().journal() }
  }

  @Test("a long journal is read over the ends of blocks")
  func longJournal() throws {
    // More than a mebibyte.
    let reason = String(repeating: "长", count: 100)
    let lines = (3...5000).map {
      "\($0),2024-01-03,a,approve,2023-\($0 % 4 + 1),,verified,\"\(reason)\"\"\",,,,,,,,,\n"
    }
    let reading = try Self.journal(Self.start + lines.joined())
    #expect(reading.faults == [])
    #expect(reading.lines.count == 5000)
    #expect(reading.lines.last?.line == 5001)
    #expect(reading.lines.allSatisfy { $0.id < 3 || $0.reason == reason + "\"" })
  }

  @Test("what became of an entry: void, replaced, replaced again, approved")
  func effects() throws {
    let reading = try Self.journal(
      Self.start + """
        3,2024-01-03,a,correct,2023-1,2023-5,,hours,,,,,,,,,2023:1
        4,2024-01-04,b,correct,2023-5,2022-3,,year,,,,,,,,,2022:1
        5,2024-01-05,c,void,2023-2,,,twice,,,,,,,,,
        6,2024-01-06,d,approve,2022-3,,declared,,,,,,,,,,
        6,2024-01-06,d,approve,2022-1,,rejected,,,,,,,,,,
        7,2024-01-07,e,approve,2022-3,,verified,,,,,,,,,,
        8,2024-01-08,f,void,2022-1,,,gone,,,,,,,,,

        """)
    #expect(reading.faults == [])
    let effects = LedgerJournal(reading).effects()
    #expect(!effects.isEmpty)
    #expect(effects.isEmpty(year: 2021) && !effects.isEmpty(year: 2022))
    let expected: [(String, Bool, ReviewStatus?, Int?, String?)] = [
      ("2023-1", true, nil, 3, "2023-5"), ("2023-5", true, nil, 4, "2022-3"), ("2023-2", true, nil, 5, nil),
      ("2022-3", false, .verified, nil, nil), ("2022-1", true, .rejected, 8, nil),
      ("2023-3", false, nil, nil, nil),
      ("2023-999", false, nil, nil, nil), ("2021-1", false, nil, nil, nil),
    ]
    for (entry, isGone, status, change, replacement) in expected {
      let id = try Self.id(entry)
      #expect(effects.isGone(id) == isGone, "\(entry)")
      #expect(effects.status(id) == status, "\(entry)")
      switch effects.fate(id) {
      case .current: #expect(change == nil, "\(entry)")
      case .void(let line): #expect(line.id == change && replacement == nil, "\(entry)")
      case .replaced(let line): #expect(line.id == change && line.replacedBy?.text == replacement, "\(entry)")
      }
    }
  }

  static let ids: [(String, Int, Int)] = [
    ("2023-1", 2023, 1), ("1900-2147483647", 1900, Int(Int32.max)), ("2100-10", 2100, 10),
  ]

  @Test("an entry's id is a year and a number", arguments: ids)
  func entryID(text: String, year: Int, number: Int) throws {
    let id = try #require(LedgerEntryID(text))
    #expect(id.year == year && id.number == number && id.text == text)
  }

  @Test(
    "what is no entry's id is none",
    arguments: [
      "", "2023", "2023-", "2023-0", "2023-01", "2023-1 ", " 2023-1", "2023--1", "2023-+1", "1899-1",
      "2101-1",
      "2023-2147483648", "2023-99999999999", "２０２３-1", "2023-1x", "23-1", "2023_1",
    ])
  func noEntryID(text: String) { #expect(LedgerEntryID(text) == nil) }

  @Test("ids are in order of year, then number")
  func order() throws {
    let texts = ["2023-10", "2022-11", "2023-9", "2022-2"]
    #expect(try texts.map(Self.id).sorted().map(\.text) == ["2022-2", "2022-11", "2023-9", "2023-10"])
  }
}
