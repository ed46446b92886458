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
      chinese: "姓名“王方”与同一号码在花名册或前面一行的姓名“王芳”不同（第 2 行）；请核对号码和姓名，本行仍然使用",
      english:
        "姓名 “王方” differs from “王芳”, the name of this ID in the roster or an earlier row (line 2); check both. The row "
        + "is used."),
    GalleryCase(
      .duplicate, header + "T1,王芳,自学,2023,8\nT1,王芳,自学,2023,8.0\n", at: 3, 2,
      chinese: "这一行与先出现的一行完全相同（第 2 行），不再计学时；如系重复登记请删去",
      english:
        "The row equals an earlier one (line 2) and brings no hours; remove it if it was entered twice."),
    GalleryCase(
      .possibleDuplicate,
      "身份证号,姓名,类别,名称,年度,学时\nT1,王芳,自学,教育学,2023,8\nT1,王芳,自学,教育学,2023,9\n", at: 3, 2,
      chinese: "这一行与先出现的一行很可能是同一活动（第 2 行），其他内容不同；请核对：重复的删去一行，确是两项的由审核部门审验",
      english:
        "The row is probably the same activity as an earlier one (line 2), but differs elsewhere; check them: remove one "
        + "if it was entered twice, have both verified if they are two."),
    GalleryCase(
      .notInRoster, header + "T2,王芳,自学,2023,8\n", roster: "身份证号,姓名\nT1,李明\n", at: 2, 1,
      "身份证号", "A",
      value: "T2", chinese: "身份证号“T2”不在花名册上，不作结论；如应列入，请加进花名册",
      english:
        "身份证号 “T2” is not in the roster and is not judged; add the person there if that is wrong."
    ),
    GalleryCase(
      .unknownColumn, "身份证号,类别,年度,学时,序号\nT1,自学,2023,8,1\n", at: 1, 0, "序号", "E", value: "序号",
      chinese: "“序号”不是已知的列，已忽略其内容；如应使用，请改为已知的列名，或用 --map 序号=字段 指定",
      english:
        "“序号” is not a known column and is ignored; rename it or say --map 序号=FIELD if it should be used."),
    GalleryCase(
      .skippedRow, header + "T1,王芳,自学,2023,8\n合计,,,,8\n", at: 3, 2,
      chinese: "合计行，已跳过；如是登记项，请填写身份证号和类别",
      english: "A total row; skipped. If it is an entry, give person and category."),
    GalleryCase(
      .nearID, header + "11010519491231002×,王芳,自学,2023,8\n", at: 2, 1, "身份证号", "A",
      value: "11010519491231002×",
      suggestion: "11010519491231002X",
      chinese: "身份证号“1101**********002×”末位的“×”不是字母 X，已读作 X；请与证件核对并改正，本行仍然使用",
      english:
        "身份证号 “1101**********002×” ends in “×”, which is no X but is read as one; compare it with the document and correct "
        + "it. The row is used."),
    GalleryCase(
      .columnUnused, "身份证号,类别,年度,课时,学时\nT1,自学,2023,9,8\n", at: 1, 0, "课时", "D", value: "课时",
      chinese: "“课时”列没有使用：同一项内容读的是“学时”列；如应读这一列，用 --map 课时=hours 指定",
      english:
        "“课时” is not used, since “学时” is read for the same thing; say --map 课时=hours if this one should be read."
    ),
    GalleryCase(
      .suspectColumn, "身份证号,类别,年度,学时,考核结果,是否通过\nT1,自学,2023,8,,\nT1,其他,2023,8,合格,未完成\n",
      at: 1, 0, "是否通过", "F", value: "是否通过",
      chinese: "“是否通过”列没有使用，第 3 行却写着“未完成”；如这是考核结果，用 --map 是否通过=result 指定",
      english:
        "“是否通过” is not used, but line 3 says “未完成” there; say --map 是否通过=result if it tells of results.",
      besides: [.columnUnused]),
    GalleryCase(
      .privateCharacter, header + "T1,王\u{E863},自学,2023,8\n", at: 1, 0, "姓名", "B", value: "姓名",
      chinese: "“姓名”列第 2 行有自造字（私用区字符），多半是生僻字在别的软件中转丢的；请核对并改用标准汉字",
      english:
        "“姓名” has private-use characters, first in line 2; a rare character was probably lost on the way; check it and type "
        + "the standard one."),
    GalleryCase(
      .zeroHours, header + "T1,王芳,自学,2023,0\n", at: 2, 1, "学时", "E", value: "0",
      chinese: "学时“0”是 0 学时，这一行不使用；有学时的请改正，没有的可以删去",
      english: "学时 “0” is 0 hours, so the row is not used; correct it if there were hours, else remove it."),
    GalleryCase(
      .shortRow, "身份证号,类别,年度,学时,备注,单位\nT1,自学,2023,8\n", at: 2, 1,
      chinese: "从这一行起有单元格比标题行的 6 列少的行，缺的按空白读；如内容错位，请补上空格位",
      english:
        "From this row on there are rows with fewer cells than the 6 columns of the header; what is missing is blank. Add "
        + "empty cells if something stands in the wrong column."),
    GalleryCase(
      .placeholder, "身份证号,类别,年度,学时,备案号\nT1,自学,2023,8,未备案\n", at: 2, 1, "备案号", "E", value: "未备案",
      chinese: "备案号“未备案”说的是没有内容，按空白读；有的请填写，没有的请留空",
      english:
        "备案号 “未备案” says that there is nothing and is taken as blank; give what there is, or leave it blank."),
  ]
}
