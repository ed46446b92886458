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

  @Test("a title that is plainly folded is the same folded, and the usual ones are")
  func plainTitles() {
    var plain = 0
    for value in UInt32(0x20)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // The character in each place of eight bytes, and in those that are looked at twice.
      for title in ["\(scalar)护理管", "护\(scalar)理管", "护理管理\(scalar)", "\(scalar)护理管理培训"] {
        let bytes = Array(title.utf8)
        guard bytes.withUnsafeBytes(TitleFolding.isFolded) else { continue }
        plain += 1
        if TitleFolding.folded(title) != bytes {
          Issue.record("U+\(String(value, radix: 16)) is not the same folded")
          return
        }
      }
    }
    // 26 small letters, 10 figures, and U+4000 to U+9FFF.
    #expect(plain == 4 * (26 + 10 + 0x6000))
    for (title, isPlain) in [("急诊急救技能培训班3期", true), ("院感a", false), ("A级护理培训", false), ("护理,培训班", false)] {
      #expect(Array(title.utf8).withUnsafeBytes(TitleFolding.isFolded) == isPlain, "\(title)")
    }
  }
}
