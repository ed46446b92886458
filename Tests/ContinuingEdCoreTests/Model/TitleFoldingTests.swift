import Testing

@testable import ContinuingEdCore

@Suite struct TitleFoldingTests {
  @Test(arguments: [
    ("marks and width", "《急诊急救》技能培训（第2期）", "急诊急救技能培训(第２期)"),
    ("case", "Python 入门", "ＰＹＴＨＯＮ入门"),
    ("white space of any kind", "护理 管理", "护理\u{3000}管\u{A0}理\t"),
    ("dashes and points", "院感防控——2023·春", "院感防控-2023 春"),
    ("compatibility forms", "第①期㈱ﬁ", "第1期(株)fi"),
    ("decomposed letters", "cafe\u{301} 管理", "café管理"),
    ("an ellipsis is three points", "继续……", "继续"),
  ])
  func titlesThatSayTheSame(what: String, a: String, b: String) {
    #expect(TitleFolding.folded(a) == TitleFolding.folded(b), "\(what)")
    #expect(!TitleFolding.folded(a).isEmpty)
  }

  @Test(arguments: [
    ("symbols are no punctuation", "C++ 程序设计", "C 程序设计"), ("other figures", "第1期", "第2期"),
    ("other characters", "护理管理", "护理管理学"),
  ])
  func titlesThatDiffer(what: String, a: String, b: String) {
    #expect(TitleFolding.folded(a) != TitleFolding.folded(b), "\(what)")
  }

  @Test(arguments: ["", " \u{3000}", "——", "…", "（）《》“”、。·_-", "\u{1F}"])
  func blankTitlesSayNothing(title: String) {
    #expect(TitleFolding.folded(title).isEmpty)
  }

  @Test("the short way and the tables agree on every character that both know")
  func waysAgree() {
    for value in [UInt32](0...0x7F) + [UInt32](0x2010...0x2030) + [UInt32](0x3000...0x3020)
      + [UInt32](0xFF00...0xFF60)
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // A letter with an accent sends the whole title to the tables.
      let alone = TitleFolding.folded(String(scalar))
      #expect(
        alone + Array("é".utf8) == TitleFolding.folded(String(scalar) + "é"), "U+\(String(value, radix: 16))")
    }
  }
}
