import Testing

@testable import ContinuingEdCore

/// Problems as a clerk sees them on the terminal.
@Suite struct ProblemListingTests {
  private func listing(_ row: String, in language: Language, keepsRow: Bool = true) throws -> String {
    var options = ImportOptions()
    options.keepsRejectedRows = keepsRow
    let file = "身份证号,姓名,类别,年度,学时\n" + row + "\n"
    let records = try Importer(options).read([.bytes(name: "a.csv", Array(file.utf8))])
    return ProblemListing(records, in: language, ids: .masked, colour: false).text(limit: 20)
  }

  @Test(arguments: [
    ("T1,王芳,自学,2023,8,9", "有 6 个单元格", "has 6 cells"), ("T1,王芳,会议,2023", "有 4 个单元格", "has 4 cells"),
    ("T1", "有 1 个单元格", "has 1 cell"), ("T1,\"王,芳\",会议", "有 3 个单元格", "has 3 cells"),
    ("T1,王芳,自学,2023,8,,9", "有 7 个单元格", "has 7 cells"),
  ])
  func `a ragged row is told how many cells it has, and the header`(
    row: String, chinese: String, english: String
  ) throws {
    #expect(try listing(row, in: .chinese).hasPrefix("a.csv:2：问题 [ragged-row] 这一行\(chinese)，标题行有 5 列，无法判断"))
    #expect(
      try listing(row, in: .english).hasPrefix(
        "a.csv:2: problem [ragged-row] The row \(english) and the header 5 columns, so nobody"))
  }

  @Test func `where the row was not kept, only the header's columns are known`() throws {
    let text = try listing("T1,王芳", in: .chinese, keepsRow: false)
    #expect(text.hasPrefix("a.csv:2：问题 [ragged-row] 这一行的单元格数与标题行的 5 列对不上，无法判断"))
  }
}
