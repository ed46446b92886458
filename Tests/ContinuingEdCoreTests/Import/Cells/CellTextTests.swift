import Testing

@testable import ContinuingEdCore

@Suite struct CellTextTests {
  @Test(arguments: [
    ("8", "8"), ("", ""), ("   ", ""), (" 8 ", "8"), ("\t370402\t", "370402"), ("\n8\r\n", "8"),
    ("\u{3000}王芳\u{3000}", "王芳"), ("\u{A0}8\u{A0}", "8"), ("\u{85}8\u{85}", "8"), ("\u{2003}8\u{2009}", "8"),
    ("\u{2028}8\u{2029}", "8"), ("\u{202F}8\u{205F}", "8"), ("\u{1680}8\u{1680}", "8"), ("\u{FEFF}8", "8"),
    ("8\u{200B}", "8"), ("王 芳", "王 芳"), ("é", "é"), ("\u{3001}", "\u{3001}"), ("\u{E000}", "\u{E000}"),
  ])
  func whiteSpaceOfAnyKindAroundACellGoes(cell: String, kept: String) {
    #expect(withCell(cell) { String(decoding: $0, as: UTF8.self) } == kept)
  }

  @Test(arguments: [
    ("'370402", "370402"), (" '370402", "370402"), ("' 370402", "370402"), ("''8", "'8"), ("'", ""),
    ("' ", ""),
    ("8'", "8'"), ("王'", "王'"), ("'王芳", "王芳"), ("\t'8 ", "8"),
  ])
  func oneLeadingApostropheGoes(cell: String, kept: String) {
    #expect(withCell(cell) { String(decoding: $0, as: UTF8.self) } == kept)
  }

  @Test(arguments: [
    "", " ", "无", "暂无", "/", "-", "—", "N/A", "n/a", "none", "NONE", "None", "／", "－", "Ｎ／Ａ", "ｎｏｎｅ", " 无 ",
    "'-", "\u{FE63}",
  ])
  func wordsForNothingAreBlank(cell: String) {
    #expect(withCell(cell, CellText.isBlankWord))
  }

  @Test(arguments: [
    "无无", "暂 无", "--", "——", "//", "–", "NA", "N\\A", "no", "nil", "0", "没有", "无。", "#N/A", "备1", "nonee",
    "—-",
  ])
  func otherWordsAreText(cell: String) {
    #expect(!withCell(cell, CellText.isBlankWord))
  }

  @Test func onlyAnEmptyCellIsBlankWherePeopleAreNamed() {
    #expect(withCell(" ") { $0.isEmpty })
    #expect(!withCell("无") { $0.isEmpty })
  }

  @Test(arguments: [
    ("合计", true), ("总计", true), ("小计", true), ("共计", true), ("合 计", true), ("合\u{3000}\u{3000}计", true),
    (" 合计 ", true),
    ("合计：", false), ("合计8", false), ("总", false), ("", false), ("total", false), ("累计", false), ("王芳", false),
  ])
  func totalRowsAreToldByTheirWord(cell: String, isTotal: Bool) {
    #expect(withCell(cell, TotalRow.isTotalWord) == isTotal)
  }
}
