import Testing

@testable import ContinuingEdCore

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("培训班", "培训进修"), ("培训类", "培训进修"), ("参加培训", "培训进修"), ("论文类", "成果论著"), ("高研", "高级研修班"),
    ("trainning", "training"),
    ("Work-shop", "workshop"), ("selfstudy", "self-study"), ("技能竟赛", "技能竞赛"), ("网络平台", "网络平台学习"),
    ("网络 平台学习", "网络平台学习"),
  ])
  func aNearCategoryIsSuggested(value: String, word: String) {
    #expect(Suggestion.forCell(.unknownCategory, field: .category, value: value) == word)
  }

  @Test(arguments: ["会议", "参观考察", "公需课", "", "#REF!", "abc", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五"])
  func aFarCategoryIsNot(value: String) {
    #expect(Suggestion.forCell(.unknownCategory, field: .category, value: value) == nil)
  }

  @Test(arguments: [
    (ProblemCode.unknownSubject, "公需科", "公需科目"), (.unknownSubject, "专业课程", "专业科目"),
    (.unknownSubject, "proffesional", "professional"),
    (.unknownKind, "因公出镜", "因公出境"), (.unknownKind, "休产假", "产假"), (.unknownLevel, "国家", "国家级"),
    (.unknownLevel, "省", "省级"),
    (.unknownLevel, "区县级", "县级"), (.unknownModule, "必修课", "必修"), (.unknownModule, "选修课", "选修"),
    (.unknownResult, "考核合格", "合格"),
    (.unknownResult, "未合格", "不合格"), (.unknownStatus, "审核不通过", "驳回"),
    (.unknownStatus, "已驳回", "驳回"), (.unknownEmployer, "事业", "事业单位"),
  ])
  func aNearWordOfAShortListIsSuggested(code: ProblemCode, value: String, word: String) {
    #expect(Suggestion.forCell(code, field: .status, value: value) == word)
  }

  @Test(arguments: [
    (ProblemCode.unknownLevel, "区级"), (.unknownSubject, "必修"), (.unknownResult, "优异"),
    (.unknownStatus, "未审核"), (.unknownKind, "事假"),
  ])
  func whatCouldBeTwoWordsOrNoneGetsNoSuggestion(code: ProblemCode, value: String) {
    #expect(Suggestion.forCell(code, field: .status, value: value) == nil)
  }

  /// What a suggestion must not turn into its opposite.
  @Test(arguments: [
    (ProblemCode.unknownStatus, "初审通过", "已审验"), (.unknownStatus, "审核通过", "已审验"),
    (.unknownStatus, "待审通过", "已审验"),
    (.unknownStatus, "单位通过", "已审验"), (.unknownStatus, "部门通过", "已审验"),
    (.unknownStatus, "初审过", "已审验"), (.unknownStatus, "验收中", "待审"), (.unknownStatus, "未通过", "已审验"),
    (.unknownStatus, "已审验未通过", "已审验"),
    (.unknownStatus, "终审验", "待审"), (.unknownStatus, "未驳回", "驳回"), (.unknownResult, "未完成中", "合格"),
    (.unknownResult, "完成中", "合格"), (.unknownResult, "待合格", "合格"), (.unknownResult, "免考", "不合格"),
    (.unknownResult, "及格了", "不合格"), (.unknownResult, "非合格", "合格"),
  ])
  func noSuggestionFalsifies(code: ProblemCode, value: String, word: String) {
    #expect(Suggestion.forCell(code, field: .status, value: value) != word)
  }

  @Test(arguments: [
    ("8小时", "8"), ("8.5小时", "8.5"), ("16（2天）", "16"), ("1.3333", "1.33"), ("1.6667", "1.67"),
    ("8.505", "8.51"), ("8.", "8"), (".5", "0.5"), ("+8", "8"), ("1,000", "1000"),
    ("1,000.5", "1000.5"), ("8h", "8"),
    ("8 hours", "8"), ("八", "8"), ("十二学时", "12"), ("三十", "30"), ("8个学时", "8"), ("８小时", "8"),
  ])
  func likelyHoursAreSuggested(value: String, hours: String) {
    #expect(Suggestion.forCell(.badHours, field: .hours, value: value) == hours)
  }

  @Test(arguments: [
    "0", "-8", "abc", "(8)", "10000", "1,00", "8,5", "8天", "#REF!", "8e0", "4+4", "学时", "十十",
  ])
  func unlikelyHoursAreNot(value: String) {
    #expect(Suggestion.forCell(.badHours, field: .hours, value: value) == nil)
  }

  @Test(arguments: [
    // 25569 is 1970-01-01; 45108 lies 19539 days later: 53 years with 13 leap days to 2023-01-01 are 19358, and 181 more.
    ("45108", "2023-07-01"), ("45108.354", "2023-07-01"), ("４５１０８", "2023-07-01"), ("20000", "1954-10-03"),
    ("80000", "2119-01-11"),
    ("2023-7/1", "2023-07-01"), ("2023年7月1号", "2023-07-01"), ("2023年7月1", "2023-07-01"),
    ("23年7月1日", "2023-07-01"),
    ("2023 - 7 - 1", "2023-07-01"), ("2023,7,1", "2023-07-01"), ("13/7/2023", "2023-07-13"),
    ("7/13/2023", "2023-07-13"),
    ("二〇二三年七月一日", "2023-07-01"), ("2023年十二月三十一日", "2023-12-31"), ("2023.7.1-7.3", "2023-07-01"),
  ])
  func aLikelyDayIsSuggested(value: String, day: String) {
    #expect(Suggestion.forCell(.badDate, field: .start, value: value) == day)
  }

  @Test(arguments: [
    "19999", "80001", "2023-02-29", "2023-13-01", "7/1/2023", "23-7-1", "2023年7月", "2023", "abc", "#REF!",
    "1.2.3.4", "",
    "45108.1.2", "99999999999999999999",
  ])
  func whatCouldBeTwoDaysOrNoneGetsNone(value: String) {
    #expect(Suggestion.forCell(.badDate, field: .start, value: value) == nil)
  }

  @Test(arguments: [
    ("2023年7月1日到7月3日", "2023-07-01至2023-07-03"), ("2023-07-01--2023-07-03", "2023-07-01至2023-07-03"),
    ("2023年7月1-3日", "2023-07-01至2023-07-03"), ("2023年7月1日至3", "2023-07-01至2023-07-03"),
    ("2023.7.1〜7.3", "2023-07-01至2023-07-03"),
    ("45108", "2023-07-01"), ("2023年7月1号", "2023-07-01"),
  ])
  func aLikelyPeriodIsSuggested(value: String, period: String) {
    #expect(Suggestion.forCell(.badDate, field: .period, value: value) == period)
  }

  @Test func theEndOfAPeriodIsSuggestedForAnEnd() {
    #expect(Suggestion.forCell(.badDate, field: .end, value: "2023.7.1-7.3") == "2023-07-03")
  }

  @Test(arguments: [
    ("2023.0", "2023"), ("2023-07-01", "2023"), ("23年", "2023"), ("二〇二三年", "2023"), ("2023 年 度", "2023"),
  ])
  func aLikelyYearIsSuggested(value: String, year: String) {
    #expect(Suggestion.forCell(.badYear, field: .year, value: value) == year)
  }

  @Test(arguments: ["2022-2023", "23", "abc", "1899", "2023学年", ""])
  func anUnlikelyYearIsNot(value: String) {
    #expect(Suggestion.forCell(.badYear, field: .year, value: value) == nil)
  }

  @Test(arguments: [("2.0", "2"), ("2篇论文", "2"), ("两篇", "2"), ("1,000", "1000"), ("+2", "2")])
  func aLikelyCountIsSuggested(value: String, count: String) {
    #expect(Suggestion.forCell(.badCount, field: .count, value: value) == count)
  }

  @Test(arguments: ["1.5", "0", "1001", "abc", "2-3", "", "多"])
  func anUnlikelyCountIsNot(value: String) {
    #expect(Suggestion.forCell(.badCount, field: .count, value: value) == nil)
  }

  @Test func damageThatCannotBeUndoneGetsNone() {
    #expect(Suggestion.forCell(.mangledID, field: .personID, value: "3.7E+17") == nil)
    #expect(Suggestion.forCell(.badEncoding, field: .personID, value: "x") == nil)
  }

  @Test(arguments: [
    ("甲城区", "甲城"), ("甲诚市", "甲城"), ("Jiacheg", "jiacheng"), ("甲诚", nil), ("丙城市", nil), ("青岛", nil), ("", nil),
  ])
  func theNearestCityOfTheRunIsSuggested(value: String, city: String?) throws {
    // Of 丙城市 both other cities are one character away.
    let cities = [["甲城", "甲城市", "jiacheng"], ["乙城", "乙城市", "yicheng"]]
    #expect(Suggestion.forCity(value, among: cities) == city)

    var options = ImportOptions()
    options.ruleSetOfCity = { _ in nil }
    options.cityNames = cities
    let roster = "身份证号,城市\nT1,\(value)\n"
    let records = try Importer(options).read(
      [.bytes(name: "a.csv", Array("身份证号,类别\n".utf8))],
      roster: .bytes(name: "r.csv", Array(roster.utf8)))
    #expect(records.problems.map(\.code) == (value.isEmpty ? [] : [.unknownCity]))
    #expect(records.problems.first?.suggestion == city)
  }
}
