import Testing

@testable import ContinuingEdCore

@Suite("A row that is stored and read again")
struct EntryRoundTripTests {
  /// The keys and the lines of a file's usable rows.
  static func read(_ bytes: [UInt8], asLedger: Bool = false) throws -> [(key: UInt64, line: String)] {
    var options = ImportOptions()
    if asLedger { (options.encoding, options.delimiter) = (.utf8, .comma) }
    options.blockSize = 1 << 12
    let reader = FileReader<LedgerRowReader>(
      options: options, setup: ReaderSetup(), isRoster: false, workers: 1)
    let file = ImportedFile("file", content: 0, try reader.read(.bytes(name: "file", bytes)))
    return file.rows.map { row in (row.key, file.withText(of: row) { String(decoding: $0, as: UTF8.self) }) }
  }

  /// Stores the rows of a file and reads them again: both times they must say the same.
  static func expectSame(_ bytes: [UInt8], rows: Int, _ comment: Comment? = nil) throws {
    let first = try read(bytes)
    #expect(first.count == rows, comment)
    var ledger = LedgerFile.entries(year: 2023).header
    for (number, row) in first.enumerated() { ledger += Array("2023-\(number + 1),1,\(row.line)".utf8) }
    let second = try read(ledger, asLedger: true)
    #expect(second.map(\.line) == first.map(\.line), comment)
    #expect(second.map(\.key) == first.map(\.key), comment)
  }

  /// A row with some cells under the contract's headings.
  static func row(_ cells: [Field: String]) -> String {
    Field.kept.map { "\"" + (cells[$0] ?? "").replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
      + "\n"
  }

  static let header = Field.kept.map(\.chinese).joined(separator: ",") + "\n"
  static let plain: [Field: String] = [
    .personID: "a", .category: "training", .start: "2023-05-06", .hours: "8",
  ]

  static func line(_ cells: [Field: String]) throws -> [String] {
    let all = plain.merging(cells) { $1 }
    return try read(Array((header + row(all)).utf8)).map(\.line)
  }

  static let stored: [(Field, String, String)] = [
    // NFKC of ´ is a blank and U+0301; the blank goes, and with an a (not with an X) the accent is one character.
    (.personID, "１２ｘ", "12X"), (.personID, "''7", "''7"), (.personID, "x\u{B4}1", "X\u{301}1"),
    (.personID, "\u{B4}1", "\u{301}1"), (.personID, "a\u{B4}1", "\u{E1}1"),
    (.personID, "a \u{301}1", "\u{E1}1"), (.personID, "甲 e\u{3000}\u{308}", "甲\u{EB}"), (.name, "无", "无"),
    (.name, "''quoted'", "''quoted'"),
    (.name, "=1+1", "=1+1"), (.unit, "无", ""), (.unit, "市立, 医院", "\"市立, 医院\""), (.year, "2023年度", "2023"),
    (.subject, "公需课", "public"), (.category, "高研班", "workshop"), (.kind, "自拟", "自拟"), (.title, "暂无", "暂无"),
    (.title, "a\r\nb\rc", "\"a\nb\nc\""), (.title, "5\" disk", "\"5\"\" disk\""), (.mode, "N/A", ""),
    (.start, "2023年5月6日 8:30", "2023-05-06"), (.start, "２０２３／５／６", "2023-05-06"),
    (.end, "20230507", "2023-05-07"),
    (.period, "2023.5.1-5.3", "2023.5.1-5.3"), (.period, "某天", "某天"), (.hours, "８．５０学时", "8.5"),
    (.hours, "0.05", "0.05"), (.hours, "9999.99", "9999.99"), (.hours, "10.00", "10"), (.count, "3篇", "3"),
    (.count, "1000", "1000"), (.level, "省级", "provincial"), (.module, "必修", "compulsory"), (.filing, "—", ""),
    (.filing, "备〔2023〕1号", "备〔2023〕1号"), (.filedOn, "2023.4.1", "2023-04-01"), (.result, "未通过", "failed"),
    (.evidence, "@x", "@x"), (.status, "审验通过", "verified"), (.status, "审核中", "declared"),
    (.status, "退回", "rejected"),
    (.note, "-1", "-1"), (.note, "\u{3000}甲\u{A0}", "甲"),
  ]

  @Test("each cell is written in one form", arguments: stored)
  func storedForm(field: Field, typed: String, expected: String) throws {
    var cells: [Field: String] = [.start: "2023-05-06"]
    cells[field] = typed
    let all = EntryRoundTripTests.plain.merging(cells) { $1 }
    let canonical = EntryRoundTripTests.plain.merging([field: expected]) { $1 }
    let line = Field.kept.map { canonical[$0] ?? "" }.joined(separator: ",") + "\n"
    #expect(try EntryRoundTripTests.line(all) == [line])
    try EntryRoundTripTests.expectSame(
      Array((EntryRoundTripTests.header + EntryRoundTripTests.row(all)).utf8), rows: 1)
  }

  @Test("every word of every closed list, in each spelling")
  func everyWord() throws {
    var text = EntryRoundTripTests.header
    var count = 0
    func add(_ cells: [Field: String]) {
      for form in 0..<2 {
        let wide = cells.mapValues { value in
          form == 0
            ? value
            : String(
              String.UnicodeScalarView(
                value.unicodeScalars.map { scalar in
                  (0x21...0x7E).contains(scalar.value)
                    ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
        }
        text += EntryRoundTripTests.row(EntryRoundTripTests.plain.merging(wide) { $1 })
        count += 1
      }
    }
    for (category, names) in WordLists.categoryWords {
      for name in names {
        add([.category: name, .subject: "公需", .kind: category == .leave ? "病假" : "", .year: "2023"])
      }
    }
    for (_, names) in WordLists.subjectWords { for name in names { add([.subject: name]) } }
    for (_, names) in WordLists.kindWords { for name in names { add([.category: "leave", .kind: name]) } }
    for (_, names) in WordLists.levelWords { for name in names { add([.level: name]) } }
    for (_, names) in WordLists.moduleWords { for name in names { add([.module: name]) } }
    for (_, names) in WordLists.resultWords { for name in names { add([.result: name]) } }
    for (_, names) in WordLists.statusWords { for name in names { add([.status: name]) } }
    for word in WordLists.blankWords {
      for field in Field.kept where ![.personID, .category, .start, .hours].contains(field) {
        add([field: word])
      }
    }
    try EntryRoundTripTests.expectSame(Array(text.utf8), rows: count)
  }

  @Test("a file in GB18030 with tabs is stored in UTF-8 with commas")
  func gb18030() throws {
    // 王芳, 培训 and 护理 in GB2312.
    var bytes = Array("person_id\tname\tcategory\tstart\thours\ttitle\na\t".utf8)
    bytes += [0xCD, 0xF5, 0xB7, 0xBC, 9, 0xC5, 0xE0, 0xD1, 0xB5] + Array("\t2023-05-06\t8\t".utf8)
    bytes += [0xBB, 0xA4, 0xC0, 0xED] + Array(", x\n".utf8)
    let line = "a,王芳,,,,training,,\"护理, x\",,,,2023-05-06,,,8,,,,,,,,,,,,,\n"
    #expect(try EntryRoundTripTests.read(bytes).map(\.line) == [line])
    try EntryRoundTripTests.expectSame(bytes, rows: 1)
  }

  @Test("cells made of whatever may be in one", arguments: 0..<8)
  func randomCells(batch: Int) throws {
    var generator = RandomInputTests.Generator(state: UInt64(batch) &* 7919 &+ 11)
    let junk = [
      "'", "\"", ",", "\n", "\r", " ", "\u{3000}", "\u{A0}", "=", "无", "/", "-", "—", "N/A", "甲", "１", "Ａ",
      "x",
      "\u{FEFF}", "\u{B4}", "ﬁ", "2023", "8", ";", "\t", "合计", "\u{1F600}",
    ]
    let texts: [Field] = [
      .personID, .name, .unit, .kind, .title, .organizer, .mode, .platform, .period, .filing, .evidence,
      .note,
    ]
    var text = EntryRoundTripTests.header
    var people = Set<Int>()
    for number in 0..<400 {
      var cells = EntryRoundTripTests.plain
      for field in texts where Bool.random(using: &generator) {
        let count = Int.random(in: 1..<6, using: &generator)
        cells[field] = (0..<count).map { _ in junk[Int.random(in: 0..<junk.count, using: &generator)] }
          .joined()
      }
      if Bool.random(using: &generator) { cells[.personID] = "a\(number)" }
      people.insert(number)
      text += EntryRoundTripTests.row(cells)
    }
    let rows = try EntryRoundTripTests.read(Array(text.utf8)).count
    #expect(rows > 200)
    try EntryRoundTripTests.expectSame(Array(text.utf8), rows: rows)
  }
}
