@testable import ContinuingEdCore

extension GalleryCase {
  private static let header = "身份证号,姓名,类别,年度,学时\n"

  /// Problems of a whole row, of the text, and of a roster.
  static let rows: [GalleryCase] = [
    GalleryCase(
      .unknownEmployer, header + "T1,王芳,自学,2023,8\n", roster: "身份证号,单位性质\nT1,机关\n", isInRoster: true, at: 2,
      1, "单位性质", "B",
      value: "机关", chinese: "单位性质“机关”不是可用的词；应填事业单位、企业或自由职业，也可以不填",
      english:
        "单位性质 “机关” is not a known word; it should be public-institution, enterprise, freelance or blank."),
    GalleryCase(
      .unknownCity, header + "T1,王芳,自学,2023,8\n", roster: "身份证号,城市\nT1,青岛\n", isInRoster: true, at: 2, 1,
      "城市", "B",
      value: "青岛", chinese: "城市“青岛”没有本年度的规则集；应填已有规则集的城市，或留空",
      english: "城市 “青岛” has no rule set for the year; it should be a city that has one, or blank."),
    GalleryCase(
      .duplicatePerson, header + "T1,王芳,自学,2023,8\n", roster: "身份证号,姓名\nT1,王芳\nT1,王芳\n", isInRoster: true,
      at: 3, 2,
      "身份证号", "A", value: "T1", chinese: "身份证号“T1”在花名册中已经出现过，以先出现的一行为准；每人只应有一行",
      english:
        "身份证号 “T1” is already in the roster; the first row stands, and each person should have one."),
    GalleryCase(
      .raggedRow, header + "T1,王芳,自学,2023,8,9\n", at: 2, 1,
      chinese: "这一行的单元格数与标题行的 5 列对不上，无法判断哪个单元格属于哪一列；多半是内容里有分隔符却没有加引号，或缺了单元格",
      english:
        "The number of cells does not fit the 5 columns of the header, so nobody can tell which cell belongs where; "
        + "probably a cell holds a delimiter without quotes, or one is missing."),
    GalleryCase(
      .unclosedQuote, header + "T1,\"王芳,自学,2023,8\n", at: 2, 1,
      chinese: "这一行有单元格以引号开头，却始终没有结束的引号；应补上引号或删去开头的引号",
      english:
        "A cell begins with a quote that is never closed; add the closing quote or remove the first one."),
    GalleryCase(
      .badQuote, header + "T1,\"王\"芳,自学,2023,8\n", at: 2, 1,
      chinese: "这一行有单元格在结束的引号后面还有文字；单元格中的引号应写成两个",
      english: "A cell has text behind its closing quote; a quote inside a cell should be doubled."),
    {
      var gallery = GalleryCase(
        .badEncoding, header, at: 2, 1, chinese: "这一行有无法识别的字节，文字编码已损坏；应从原文件另存为 UTF-8 后再用",
        english: "The row has bytes that are no text in this encoding; save the original again as UTF-8.")
      // FF is no byte of UTF-8, and no first byte of GB18030.
      gallery.file += Array("T1,".utf8) + [0xFF] + Array(",自学,2023,8\n".utf8)
      return gallery
    }(),
    GalleryCase(
      .fieldTooLong, header + "T1," + String(repeating: "x", count: 65_537) + ",自学,2023,8\n", at: 2, 1, "姓名",
      "B",
      value: String(repeating: "x", count: 1024) + "…", chinese: "姓名的内容超过 64 KiB；应缩短，多半是前面的引号没有结束",
      english: "姓名 holds more than 64 KiB; shorten it; probably a quote before it was never closed."),
  ]

  /// Warnings.
  static let warnings: [GalleryCase] = [
    GalleryCase(
      .idChecksum, header + "110105194912310021,王芳,自学,2023,8\n", at: 2, 1, "身份证号", "A",
      value: "110105194912310021",
      chinese: "身份证号“1101**********0021”的校验码不符，可能有一位填错；请与证件核对，本行仍然使用",
      english:
        "The check digit of 身份证号 “1101**********0021” is wrong, so a digit may be mistyped; compare it with the "
        + "document. The row is used."),
    GalleryCase(
      .nameMismatch, header + "T1,王芳,自学,2023,8\nT1,王方,其他,2023,9\n", at: 3, 2, "姓名", "B", value: "王方",
      chinese: "姓名“王方”与同一号码先出现的姓名不同（第 2 行）；请核对号码和姓名，本行仍然使用",
      english: "姓名 “王方” differs from the first name of this ID (line 2); check both. The row is used."),
    GalleryCase(
      .duplicate, header + "T1,王芳,自学,2023,8\nT1,王芳,自学,2023,8.0\n", at: 3, 2,
      chinese: "这一行与先出现的一行完全相同（第 2 行），不再计学时；如系重复登记请删去",
      english:
        "The row equals an earlier one (line 2) and brings no hours; remove it if it was entered twice."),
    GalleryCase(
      .possibleDuplicate, header + "T1,王芳,自学,2023,8\nT1,王芳,自学,2023,9\n", at: 3, 2,
      chinese: "这一行与先出现的一行人员、类别、名称和日期都相同，其他内容不同（第 2 行）；两行都计学时，请核对是否重复登记",
      english:
        "The row has the person, category, title and dates of an earlier one (line 2), but differs elsewhere; both bring "
        + "hours; check whether it was entered twice."),
    GalleryCase(
      .notInRoster, header + "110105194912310021X,王芳,自学,2023,8\n", roster: "身份证号,姓名\nT1,李明\n", at: 2, 1,
      "身份证号", "A",
      value: "110105194912310021X", chinese: "身份证号“1101***********021X”不在花名册上，不作结论；如应列入，请加进花名册",
      english:
        "身份证号 “1101***********021X” is not in the roster and is not judged; add the person there if that is wrong."
    ),
    GalleryCase(
      .unknownColumn, "身份证号,类别,年度,学时,序号\nT1,自学,2023,8,1\n", at: 1, 0, "序号", "E", value: "序号",
      chinese: "“序号”不是已知的列，已忽略其内容；如应使用，请改为已知的列名，或用 --map 指定",
      english: "“序号” is not a known column and is ignored; rename it or use --map if it should be used."),
    GalleryCase(
      .skippedRow, header + "T1,王芳,自学,2023,8\n合计,,,,8\n", at: 3, 2,
      chinese: "合计行，已跳过", english: "A total row; skipped."),
  ]
}
