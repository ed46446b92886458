import Testing

@testable import ContinuingEdCore

/// An entry as somebody types it, and as a ledger keeps it.
@Suite struct EntryDraftTests {
  private static let whole: [Field: String] = [
    .personID: " 37040219900307123x ", .name: "王芳", .category: "讲座", .subject: "专业课", .title: "急诊，“二期”",
    .start: "2023年7月1日", .end: "2023.7.3", .hours: "８.50学时", .status: "审核中", .unit: "无", .level: "省级",
    .filedOn: "20230630", .count: "2次", .result: "通过", .note: "a,\"b\"",
  ]

  @Test func `is kept as codes, ISO days, plain numbers and trimmed texts`() throws {
    let row = try #require(try EntryDraft(Self.whole).stored())
    #expect(row.year == 2023)
    #expect(
      row.cells == [
        .personID: "37040219900307123X", .name: "王芳", .category: "training", .subject: "professional",
        .title: "急诊，“二期”", .start: "2023-07-01", .end: "2023-07-03", .hours: "8.5", .status: "declared",
        .level: "provincial", .filedOn: "2023-06-30", .count: "2", .result: "passed", .note: "a,\"b\"",
      ])
    let id = try #require(LedgerEntryID("2023-4"))
    #expect(
      String(decoding: row.line(id, change: 2), as: UTF8.self)
        == "2023-4,2,37040219900307123X,王芳,,,professional,training,,急诊，“二期”,,,,2023-07-01,2023-07-03,,8.5,2,"
        + "provincial,,,2023-06-30,passed,,,,,,declared,\"a,\"\"b\"\"\"\n")
  }

  @Test func `a period stays what was typed, and the days that it stands for stay blank`() throws {
    let cells: [Field: String] = [
      .personID: "A1", .category: "training", .period: "2023.7.1-7.3", .hours: "8",
    ]
    let row = try #require(try EntryDraft(cells).stored())
    #expect(row.cells == [.personID: "A1", .category: "training", .period: "2023.7.1-7.3", .hours: "8"])
    #expect(row.year == 2023)
  }

  @Test func `an apostrophe that belongs to a text survives being read again`() throws {
    let entry = try #require(LedgerEntryID("2023-4"))
    let cells: [Field: String] = [
      .personID: "A1", .category: "training", .start: "2023-07-01", .hours: "8", .title: "''十年'回顾",
    ]
    let row = try #require(try EntryDraft(cells).stored())
    #expect(row.cells[.title] == "'十年'回顾")
    #expect(String(decoding: row.line(entry, change: 1), as: UTF8.self).contains(",''十年'回顾,"))
    let values = Field.records.map { row.cells[$0] ?? "" }
    let shown = ShownEntry(id: entry, change: 1, values: values, fate: .current, status: nil)
    #expect(try EntryDraft(of: shown).stored() == row)
  }

  /// What is typed, and what is then asked for first.
  static let incomplete: [(cells: [Field: String], fields: [Field])] = [
    ([:], [.personID]),
    ([.category: "training"], [.personID]),
    ([.personID: "A1"], [.category]),
    ([.personID: "A1", .category: "online"], [.subject, .start, .hours]),
    ([.personID: "A1", .category: "leave"], [.kind, .start]),
    ([.personID: "A1", .category: "education"], [.year, .hours]),
    ([.personID: "A1", .category: "assignment", .start: "2023-01-01"], []),
    ([.personID: "合计", .category: "training", .start: "2023-01-01", .hours: "8"], [.personID]),
  ]

  @Test(arguments: incomplete)
  func `what is missing is found in the order of asking`(cells: [Field: String], fields: [Field]) throws {
    let faults = try EntryDraft(cells).faults(in: .english)
    #expect(faults.prefix(fields.count).map(\.field) == fields)
    #expect(faults.isEmpty == fields.isEmpty)
    let areMissing = faults.allSatisfy { $0.isMissing }
    #expect(areMissing)
  }

  @Test func `what can't be read is explained with what was probably meant`() throws {
    let faults = try EntryDraft([.personID: "A1", .category: "trainin"]).faults(in: .english)
    #expect(faults.first?.field == .category)
    #expect(faults.first?.isMissing == false)
    #expect(faults.first?.message.hasSuffix("Did you mean “training”?") == true)
  }
}
