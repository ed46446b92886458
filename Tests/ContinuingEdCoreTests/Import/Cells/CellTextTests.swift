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
    "无无", "//", "–", "NA", "N\\A", "no", "nil", "0", "没有", "无。", "#N/A", "备1", "nonee",
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
    ("=\"0012\"", "0012"), ("= \"0012\"", "= \"0012\""), (" =\" 12 \" ", "12"), ("'=\"12\"", "12"),
    ("=\"\"", ""),
    ("=12", "=12"), ("=\"12", "=\"12"),
  ])
  func textKeptByAFormulaIsText(cell: String, text: String) {
    #expect(withCell(cell) { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test(arguments: [
    ("#N/A", true), ("#n/a", true), ("＃REF！", true), ("# VALUE!", true), ("#NAME?", true), ("#DIV/0!", true),
    ("#NULL!", true), ("#NUM!", true), ("###", true), ("##########", true), ("##", false), ("#1", false),
    ("N/A", false),
    ("", false), ("#N/A!", false),
  ])
  func errorValuesAreTold(cell: String, isError: Bool) {
    #expect(withCell(cell, CellText.isErrorValue) == isError)
  }

  @Test(arguments: [
    ("未备案", true), ("没有", true), ("（无）", true), ("[暂无]", true), ("(未备案)", true), ("〔待补〕", true),
    ("NULL", true),
    ("Na", true), ("？", true), ("×", true), ("０", true), ("无", false), ("暂无", false), ("备1", false),
    ("无备案号", true),
    ("（备1）", false), ("00", false), ("(无", false), ("待 定", true),
  ])
  func placeholdersAreTold(cell: String, isPlaceholder: Bool) {
    #expect(withCell(cell, CellText.isPlaceholder) == isPlaceholder)
  }

  @Test(arguments: [
    ("备注", true), ("备注：无", true), ("注1：以上", true), ("填表人", true), ("填表人（签字）：张三", true), ("单位（盖章）", true),
    ("联系电话：6", true), ("说明、", true), ("附注.", true), ("注册类", false), ("负责人张三", false), ("备注2", true),
    ("备注（一）以上", false), ("", false), ("张三", false),
  ])
  func linesAtTheFootAreToldByTheirWord(cell: String, isFoot: Bool) {
    #expect(FootLine.isOne(HeadingMatch.normalised(cell)) == isFoot)
  }
}
