import Testing

@testable import ContinuingEdCore

/// Workbooks: Sheets.
struct SheetSelectionTests {
  private static let records = TestWorkbook.rows([["工号", "类别", "学时", "年度"], ["T1", "自学", "8", "2023"]])
  private static let roster = TestWorkbook.rows([["工号", "姓名"], ["T1", "王芳"], ["T2", "李明"]])
  private static let other = TestWorkbook.rows([["说明"]])

  private func book(_ sheets: [(String, String, String)]) -> [UInt8] {
    var book = TestWorkbook()
    book.sheets = sheets.map { TestWorkbook.Sheet(name: $0.0, state: $0.1, rows: $0.2) }
    return book.bytes
  }

  private func read(_ bytes: [UInt8], _ change: (inout ImportOptions) -> Void = { _ in }) throws -> Records {
    var options = ImportOptions()
    change(&options)
    return try Importer(options).read([.bytes(name: "b", bytes)])
  }

  @Test func `every visible sheet with a records header is read, the others are named`() throws {
    let records = try read(
      book([
        ("一", "", Self.records), ("二", "", Self.other), ("三", "hidden", Self.records),
        ("四", "", Self.records),
        ("五", "", ""),
      ]))
    #expect(records.files.map(\.path) == ["b#一", "b#二", "b#四", "b#五"])
    #expect(records.problems.map(\.code) == [.skippedSheet, .duplicate, .skippedSheet])
    #expect(records.problems.map(\.line) == [1, 2, 1])
    #expect(records.problems.map(\.record) == [0, 1, 0])
  }

  @Test func `where none has one, the first that is not empty lacks its columns, and hidden ones are named`()
    throws
  {
    let bytes = book([("空", "", ""), ("一", "", Self.other), ("藏", "veryHidden", Self.records)])
    let records = try read(bytes)
    #expect(records.files.map(\.path) == ["b#空", "b#一"])
    let codes = records.problems.filter { $0.file == 1 }.map(\.code)
    #expect(codes.filter { $0 == .missingColumn }.count == 2)
    #expect(records.problems.contains { $0.code == .missingColumn && $0.details == ["藏"] })
  }

  @Test func `sheets that are asked for, hidden ones too`() throws {
    let bytes = book([("一", "", Self.records), ("藏", "hidden", Self.records), ("二", "", Self.other)])
    #expect(try read(bytes) { $0.sheets = ["藏"] }.files.map(\.path) == ["b#藏"])
    #expect(try read(bytes) { $0.sheets = ["藏", "一"] }.files.map(\.path) == ["b#一", "b#藏"])
    #expect(try read(bytes) { $0.sheets = ["二"] }.problems.contains { $0.code == .missingColumn })
    #expect(throws: ImportError.noSuchSheet("无", sheets: ["一", "藏", "二"])) {
      try read(bytes) { $0.sheets = ["一", "无"] }
    }
  }

  @Test func `a roster is the first visible sheet with its header and no category`() throws {
    let bytes = book([("登记", "", Self.records), ("旧", "hidden", Self.roster), ("名册", "", Self.roster)])
    let records = try Importer().read([.bytes(name: "b", bytes)], roster: .bytes(name: "r", bytes))
    #expect(records.files.map(\.path) == ["b#登记", "b#名册", "r#名册"])
    #expect(records.people.count == 2)
    var options = ImportOptions()
    options.rosterSheet = "旧"
    let others = try Importer(options).read([.bytes(name: "b", bytes)], roster: .bytes(name: "r", bytes))
    #expect(others.files.last?.path == "r#旧")
  }
}
