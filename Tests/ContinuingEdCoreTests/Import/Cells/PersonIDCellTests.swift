import Testing

@testable import ContinuingEdCore

@Suite struct PersonIDCellTests {
  /// What became of an ID: its normalised bytes and a mark.
  private func read(_ cell: String) -> String {
    var scratch = Array("left over".utf8)
    return withCell(cell) { trimmed in
      switch PersonIDCell.read(trimmed, into: &scratch) {
      case .missing: return "missing"
      case .mangled: return "mangled"
      case .masked: return "masked"
      case .id(let fails, let inScratch, let near):
        let id =
          inScratch ? String(decoding: scratch, as: UTF8.self) : String(decoding: trimmed, as: UTF8.self)
        return id + (fails ? " checksum" : "") + (near.map { " near \($0.variant) \($0.meant ?? "")" } ?? "")
      }
    }
  }

  @Test(arguments: [
    // 7·1+9·1+10·0+5·1+8·0+4·5+2·1+1·9+6·4+3·9+7·1+9·2+10·3+5·1+8·0+4·0+2·2 = 167; 167 mod 11 = 2; 2 stands for X.
    ("11010519491231002X", "11010519491231002X"),
    ("11010519491231002x", "11010519491231002X"),
    ("110105194912310021", "110105194912310021 checksum"),
    // 7·4+9·4+5·5+8·2+4·4+2·1+1·8+6·8+9·1+5·1+2·1 = 195; 195 mod 11 = 8; 8 stands for 4.
    ("440524188001010014", "440524188001010014"),
    ("440524188001010015", "440524188001010015 checksum"),
    ("44052418800101001X", "44052418800101001X checksum"),
    // 7·3+9·7+5·4+4·2+2·1+1·9+6·9+9·3+5·7+8·1+4·2+2·3 = 261; 261 mod 11 = 8; 8 stands for 4.
    ("370402199003071234", "370402199003071234"),
    // One digit changed in each place of the two halves is noticed.
    ("270402199003071234", "270402199003071234 checksum"),
    ("380402199003071234", "380402199003071234 checksum"),
    ("370402199003071244", "370402199003071244 checksum"),
    ("370402198003071234", "370402198003071234 checksum"),
    ("370402199003081234", "370402199003081234 checksum"),
    ("370402199013071234", "370402199013071234 checksum"),
  ])
  func theCheckDigitIsThatOfGB11643(cell: String, id: String) {
    #expect(read(cell) == id)
  }

  @Test(arguments: [
    // The sum for 37040219900307100 is 247; 247 mod 11 = 5, which stands for 7, not for 0.
    ("370402199003071000", "mangled"), ("３７０４０２１９９００３０７１０００", "mangled"), ("'370402199003071000", "mangled"),
    // 7+9+5+20+2+9+24+27+7+18+30+5·2+8·8 = 232; 232 mod 11 = 1, which stands for 0: a sound number that ends so.
    ("110105194912328000", "110105194912328000"),
    ("370402199003071100", "370402199003071100 checksum"), ("1000", "1000"),
    ("37040219900307000", "37040219900307000 near oneTooFew "),
    ("3704021990030710000", "3704021990030710000 near oneTooMany "),
  ])
  func threeZerosAndAWrongCheckDigitAreDamage(cell: String, id: String) {
    #expect(read(cell) == id)
  }

  @Test(arguments: [
    "3.70402E+17", "37.0E+17", "370402E+12", "3.70402199003071E+17", "3E+17", "3.7e+17", "３.７E+１７",
    "3.70402Ｅ＋17", " 3.7E+17 ",
  ])
  func scientificNotationIsDamage(cell: String) {
    #expect(read(cell) == "mangled")
  }

  @Test(arguments: [
    "3.7E17", "3.7E-17", "E+17", "3.7E+", "3.7E+1a", "3.7+17", "1E5", "3.7", "E001", "A3.7E+17",
    "3+17", "3,7E+17",
  ])
  func whatOnlyLooksLikeItIsAnID(cell: String) {
    #expect(read(cell) == cell)
  }

  @Test(arguments: [
    ("", "missing"), ("  ", "missing"), ("'", "missing"), ("\t", "missing"), ("无", "missing"),
    ("-", "missing"),
    ("none", "missing"), ("NULL", "missing"), ("NaN", "missing"), ("0", "missing"), ("同上", "missing"),
    ("〃", "missing"),
    ("——", "missing"), ("00", "00"), ("T001", "T001"),
    ("tx01", "tX01"), ("Ｔ００１", "T001"), ("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"),
    ("１１０１０５１９４９１２３１００２ｘ", "11010519491231002X"),
    ("\t11010519491231002X", "11010519491231002X"), ("工号１", "工号1"), ("A 1", "A1"),
    ("370402900307123", "370402900307123"),
    ("3704021990030712３4", "370402199003071234"), ("37040219900307123Y", "37040219900307123Y"),
    ("37O402199003071234", "37O402199003071234 near lookAlike 370402199003071234"), ("é", "é"),
    ("e\u{301}", "é"),
  ])
  func anyTextIsAnIDAfterNFKC(cell: String, id: String) {
    #expect(read(cell) == id)
  }

  @Test(arguments: [
    "#N/A", "########", "#REF!", "370402199003071234、11010519491231002X",
    "37040219900307123411010519491231002X",
    "370402900307123/370402199003071234", "370402900307123370402900307124", "370402199003071000.0",
  ])
  func whatIsNobodysIsDamage(cell: String) {
    #expect(read(cell) == "mangled")
  }

  @Test(arguments: [
    "3704**********1234", "3704XXXXXXXXXX1234", "3704xxxxxxxxxx123X", "370402●●●●●●●●1234", "3704··1234",
  ])
  func hiddenCharactersAreTold(cell: String) {
    #expect(read(cell) == "masked")
  }

  /// 37040219900307123 makes 4 the last character; what is read as another number may fail its check digit.
  @Test(arguments: [
    ("11010519491231002×", "11010519491231002X near lookAlike 11010519491231002X"),
    ("11010519491231002Χ", "11010519491231002X near lookAlike 11010519491231002X"),
    ("11010519491231002Х", "11010519491231002X near lookAlike 11010519491231002X"),
    ("11010519491231002✕", "11010519491231002X near lookAlike 11010519491231002X"),
    ("11010519491231002х", "11010519491231002X near lookAlike 11010519491231002X"),
    ("11010519491231002χ", "11010519491231002X near lookAlike 11010519491231002X"),
    ("11010519491231002*", "11010519491231002* near asterisk "),
    ("1101O519491231002X", "1101O519491231002X near lookAlike 11010519491231002X"),
    ("l1010519491231002X", "l1010519491231002X near lookAlike 11010519491231002X"),
    ("Z10105194912310021", "Z10105194912310021 near lookAlike 210105194912310021"),
    ("1101051949123100S1", "1101051949123100S1 near lookAlike 110105194912310051"),
    ("B10105194912310021", "B10105194912310021 near lookAlike 810105194912310021"),
    ("身份证11010519491231002X", "身份证11010519491231002X near around 11010519491231002X"),
    ("370402199003071234（王芳）", "370402199003071234(王芳) near around 370402199003071234"),
    ("370402199003071234.0", "370402199003071234.0 near around 370402199003071234"),
    ("37040219900307123", "37040219900307123 near oneTooFew "),
    ("3704021990030712344", "3704021990030712344 near oneTooMany "),
    ("37040219901307123", "37040219901307123"), ("A37040219900307", "A37040219900307"),
  ])
  func nearlyAnIdentityNumber(cell: String, id: String) {
    #expect(read(cell) == id)
  }
}
