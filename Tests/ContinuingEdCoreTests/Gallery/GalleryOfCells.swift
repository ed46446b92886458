@testable import ContinuingEdCore

extension GalleryCase {
  /// Problems of a column or of one cell.
  static let cells: [GalleryCase] = [
    GalleryCase(
      .missingColumn, "类别,年度,学时\n自学,2023,8\n", at: 1, 0, "身份证号", value: "",
      chinese: "没有“身份证号”列，整个文件无法使用；标题行中写下列任一名称即可：身份证号、person_id、身份证、身份证号码、公民身份号码、身份号码、"
        + "证件号码、证件号、人员编号、工号；列名不同的用 --map 列名=person_id 指定",
      english:
        "No column “person_id”, so no row of the file can be used; any of these headings will do: 身份证号, person_id, "
        + "身份证, 身份证号码, 公民身份号码, 身份号码, 证件号码, 证件号, 人员编号, 工号; or say --map HEADING=person_id."),
    GalleryCase(
      .duplicateColumn, "身份证号,类别,年度,学时,学时（小时）\nT1,自学,2023,8,8\n", at: 1, 0, "学时（小时）", "E", value: "学时（小时）",
      chinese: "“学时”列和“学时（小时）”列是同一个名称，不知道以哪列为准，整个文件无法使用；只留一列，另一列删去、改名，或用 --map 学时（小时）=ignore 不读",
      english:
        "“学时” and “学时（小时）” are one name, and nobody knows which to believe, so no row of the file can be used; keep one, "
        + "remove or rename the other, or say --map 学时（小时）=ignore."),
    GalleryCase(
      .missingPerson, "身份证号,类别,年度,学时\n,自学,2023,8\n", at: 2, 1, "身份证号", "A", value: "",
      chinese: "身份证号为空，不知道这一行是谁的；应填写身份证号或工号",
      english: "身份证号 is blank, so nobody knows whose row this is; give an identity or staff number."),
    GalleryCase(
      .mangledID, "身份证号,类别,年度,学时\n3.70402E+17,自学,2023,8\n", at: 2, 1, "身份证号", "A", value: "3.70402E+17",
      chinese: "身份证号“3.70***E+17”被表格软件变成了科学计数法，后面的数字已经丢失；应把该列设为文本格式，再填完整的号码",
      english:
        "身份证号 “3.70***E+17” was turned into scientific notation by a spreadsheet and its last digits are lost; format "
        + "the column as text and type the whole number again."),
    GalleryCase(
      .unknownCategory, "身份证号,类别,年度,学时\nT1,培训班,2023,8\n", at: 2, 1, "类别", "B", value: "培训班",
      suggestion: "培训进修",
      chinese: "类别“培训班”不是可用的词；应填网络平台学习、培训进修、高级研修班、学历教育、资格考试、成果论著、服务基层、专家活动、援派支教、技能竞赛、"
        + "自学、注册类职业资格、外地转入、其他、特殊情形或年度学时",
      english:
        "类别 “培训班” is not a known word; it should be online, training, workshop, education, qualification, "
        + "achievement, grassroots, expert, assignment, competition, self-study, registered, transfer, other, leave or annual."
    ),
    GalleryCase(
      .unknownSubject, "身份证号,类别,年度,学时,科目\nT1,自学,2023,8,公修课\n", at: 2, 1, "科目", "E", value: "公修课",
      suggestion: "公需科目",
      chinese: "科目“公修课”不是可用的词；应填公需科目或专业科目",
      english: "科目 “公修课” is not a known word; it should be public or professional."),
    GalleryCase(
      .missingSubject, "身份证号,类别,开始日期,学时,科目\nT1,网络平台学习,2023-07-01,8,\n", at: 2, 1, "科目", "E", value: "",
      chinese: "科目为空；网络平台学习、外地转入和年度学时应填公需科目或专业科目",
      english: "科目 is blank; for online, transfer and annual it must be public or professional."),
    GalleryCase(
      .badHours, "身份证号,类别,年度,学时\nT1,自学,2023,8h\n", at: 2, 1, "学时", "D", value: "8h", suggestion: "8",
      chinese: "学时“8h”不是可用的学时；应填大于 0、不超过 9999.99 的数字，小数最多两位，如 8 或 2.5",
      english:
        "学时 “8h” is not a number of hours; it should be above 0 and at most 9999.99 with at most two decimals, as 8 "
        + "or 2.5."),
    GalleryCase(
      .missingHours, "身份证号,类别,年度,学时\nT1,自学,2023,\n", at: 2, 1, "学时", "D", value: "",
      chinese: "学时为空；这一类别应填写学时，如 8 或 2.5",
      english: "学时 is blank; this category needs hours, as 8 or 2.5."),
    GalleryCase(
      .badDate, "身份证号,类别,开始日期,学时\nT1,培训,2023-02-29,8\n", at: 2, 1, "开始日期", "C", value: "2023-02-29",
      chinese: "开始日期“2023-02-29”不是可用的日期；应填 1900 年至 2100 年间确有的日期，如 2023-07-01",
      english:
        "开始日期 “2023-02-29” is not a date; it should be a day that exists from 1900 to 2100, as 2023-07-01."),
    GalleryCase(
      .missingDate, "身份证号,类别,开始日期,学时\nT1,培训,,8\n", at: 2, 1, "开始日期", "C", value: "",
      chinese: "开始日期为空；这一类别应填写开始日期或培训时间，如 2023-07-01",
      english: "开始日期 is blank; this category needs a start date or a period, as 2023-07-01."),
    GalleryCase(
      .endBeforeStart, "身份证号,类别,开始日期,结束日期,学时\nT1,培训,2023-07-03,2023-07-01,8\n", at: 2, 1, "结束日期", "D",
      value: "2023-07-01", chinese: "结束日期“2023-07-01”早于开始日期；应与开始日期同一天或在其后",
      english: "结束日期 “2023-07-01” is before the start date; it should be the same day or later."),
    GalleryCase(
      .badYear, "身份证号,类别,年度,学时\nT1,自学,23年,8\n", at: 2, 1, "年度", "C", value: "23年", suggestion: "2023",
      chinese: "年度“23年”不是可用的年度；应填 1900 至 2100 的四位数字，如 2023",
      english: "年度 “23年” is not a year; it should be four digits from 1900 to 2100, as 2023."),
    GalleryCase(
      .missingYear, "身份证号,类别,年度,学时\nT1,自学,,8\n", at: 2, 1, "年度", "C", value: "",
      chinese: "年度为空，也没有日期，不知道计入哪一年；应填写年度或开始日期",
      english:
        "年度 is blank and there is no date, so the credit year is not known; give a year or a start date."),
    GalleryCase(
      .badCount, "身份证号,类别,年度,数量\nT1,成果论著,2023,1.5\n", at: 2, 1, "数量", "D", value: "1.5",
      chinese: "数量“1.5”不是可用的数量；应填 1 至 1000 的整数，如 2",
      english: "数量 “1.5” is not a count; it should be a whole number from 1 to 1000, as 2."),
    GalleryCase(
      .unknownLevel, "身份证号,类别,年度,级别\nT1,技能竞赛,2023,区级\n", at: 2, 1, "级别", "D", value: "区级",
      chinese: "级别“区级”不是可用的词；应填国家级、省级、市级或县级，也可以不填",
      english: "级别 “区级” is not a known word; it should be national, provincial, municipal, county or blank."),
    GalleryCase(
      .unknownModule, "身份证号,类别,年度,学时,修读\nT1,自学,2023,8,必修课\n", at: 2, 1, "修读", "E", value: "必修课",
      suggestion: "必修",
      chinese: "修读“必修课”不是可用的词；应填必修或选修，也可以不填",
      english: "修读 “必修课” is not a known word; it should be compulsory, elective or blank."),
    GalleryCase(
      .unknownResult, "身份证号,类别,年度,学时,考核结果\nT1,自学,2023,8,优异\n", at: 2, 1, "考核结果", "E", value: "优异",
      chinese: "考核结果“优异”不是可用的词；应填合格或不合格，也可以不填",
      english: "考核结果 “优异” is not a known word; it should be passed, failed or blank."),
    GalleryCase(
      .unknownStatus, "身份证号,类别,年度,学时,审核状态\nT1,自学,2023,8,办理中\n", at: 2, 1, "审核状态", "E", value: "办理中",
      chinese: "审核状态“办理中”不是可用的词；应填已审验、待审、单位已审核、主管部门已审查或驳回，也可以不填",
      english:
        "审核状态 “办理中” is not a known word; it should be verified, declared, unit, department, rejected or blank."
    ),
    GalleryCase(
      .unknownKind, "身份证号,类别,种类,开始日期\nT1,特殊情形,事假,2023-07-01\n", at: 2, 1, "种类", "C", value: "事假",
      chinese: "种类“事假”不是可用的词；应填因公出境、病假、产假或其他",
      english: "种类 “事假” is not a known word; it should be abroad, sick, maternity or other."),
    GalleryCase(
      .errorCell, "身份证号,类别,年度,学时\nT1,自学,2023,#REF!\n", at: 2, 1, "学时", "D", value: "#REF!",
      chinese: "学时“#REF!”是表格软件的公式错误，不是内容；请回到原表改好公式或加宽该列，再重新导出",
      english:
        "学时 “#REF!” is an error value of a spreadsheet formula and no content; mend the formula or widen the column there, "
        + "then export again."),
  ]
}
