import Testing

@testable import ContinuingEdCore

/// A table of which the headings are known.
@Suite struct NamedTableTests {
  private static func read(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) throws -> NamedTable
  {
    try NamedTable(.bytes(name: "t", bytes), names: ["名称", "天数", "计划"], needed: ["名称"], options)
  }

  @Test(arguments: [
    ("名称,天数\n甲,3\n", [["甲", "3", ""]]),
    ("\u{FEFF}天数;名称\r\n3;甲\r\n", [["甲", "3", ""]]),
    ("某市项目表\n\n*名称\t天数（天）\n甲\t3\n\n乙\t4\n", [["甲", "3", ""], ["乙", "4", ""]]),
    ("名称,天数,计划\n甲,3,\"一\n二\"\n", [["甲", "3", "一\n二"]]),
    ("名称,天数\n甲\n", [["甲", "", ""]]),
    ("名称,天数,备注\n '甲 ,3,,,\n", [["甲", "3", ""]]),
  ])
  func `rows come by name`(text: String, rows: [[String]]) throws {
    let table = try Self.read(Array(text.utf8))
    #expect(table.faults.isEmpty)
    #expect(table.rows.map(\.cells) == rows)
  }

  @Test func `GB18030 is found out`() throws {
    // 名称,天数 / 甲,3
    let bytes: [UInt8] = [
      0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xCC, 0xEC, 0xCA, 0xFD, 0x0A, 0xBC, 0xD7, 0x2C, 0x33, 0x0A,
    ]
    #expect(try Self.read(bytes).rows.map(\.cells) == [["甲", "3", ""]])
  }

  @Test(arguments: [
    ("", NamedTable.Fault(line: 1, kind: .noHeader)),
    ("姓名,单位\n甲,乙\n", NamedTable.Fault(line: 1, kind: .noHeader)),
    ("天数,计划\n3,无\n", NamedTable.Fault(line: 1, kind: .missingColumn("名称"))),
    ("名称,天数,名称\n甲,3,乙\n", NamedTable.Fault(line: 1, kind: .duplicateColumn("名称"))),
    ("名称,天数\n甲,3,4\n", NamedTable.Fault(line: 2, kind: .ragged(found: 3, headings: 2))),
    ("名称,天数\n\"甲\"乙,3\n", NamedTable.Fault(line: 2, kind: .badQuote)),
  ])
  func `what is wrong has its line`(text: String, fault: NamedTable.Fault) throws {
    let table = try Self.read(Array(text.utf8))
    #expect(table.faults == [fault])
    #expect(table.rows.isEmpty)
  }

  @Test func `rows beside a faulty one stay, and unknown headings are told`() throws {
    let table = try Self.read(Array("名称,天数,颜色\n甲,3,红\n乙,4,5,6\n丙,5,\n".utf8))
    #expect(table.rows.map { $0.cells[0] } == ["甲", "丙"])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.faults.map(\.line) == [3])
    #expect(table.unknownHeadings == ["颜色"])
  }
}
