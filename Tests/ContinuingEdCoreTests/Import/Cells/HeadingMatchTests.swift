import Testing

@testable import ContinuingEdCore

@Suite struct HeadingMatchTests {
  @Test func everyFieldIsFoundByItsContractNames() {
    for field in Field.records {
      #expect(HeadingMatch.field(of: field.chinese, roster: false, extra: []) == field)
      #expect(HeadingMatch.field(of: field.english, roster: false, extra: []) == field)
    }
    for field in Field.roster {
      #expect(HeadingMatch.field(of: field.chinese, roster: true, extra: []) == field)
      #expect(HeadingMatch.field(of: field.english, roster: true, extra: []) == field)
    }
  }

  @Test(arguments: [
    ("证件号 证件号码 身份证号码 人员编号 工号", Field.personID), ("教师姓名 人员姓名", .name), ("工作单位 所在单位 单位名称", .unit),
    ("学年 所属年度", .year),
    ("科目类别 课程类型 学时类型", .subject), ("培训类别 学习类别 项目类别", .category), ("成果种类 自学种类", .kind),
    ("培训项目名称 课程名称 项目名称 培训项目", .title), ("举办单位", .organizer), ("培训方式 学习形式", .mode), ("学习平台 平台名称", .platform),
    ("开始时间 学习起始时间 起始日期", .start), ("结束时间 完成时间 终止日期", .end), ("学习时间 活动时间", .period),
    ("培训学时 课时 申报学时 折算学时", .hours), ("项数", .count), ("等级", .level), ("必修选修 课程性质", .module),
    ("备案文号 批文号", .filing),
    ("备案时间", .filedOn), ("考核 结果", .result), ("佐证材料 证书编号", .evidence), ("状态 审核", .status),
  ])
  func everyOtherNameIsKnown(names: String, field: Field) {
    for name in names.split(separator: " ") {
      #expect(HeadingMatch.field(of: String(name), roster: false, extra: []) == field, "\(name)")
    }
  }

  @Test(arguments: [
    ("\u{FEFF}身份证号", Field.personID), (" 姓 名 ", .name), ("学\n时", .hours), ("开始\r\n日期", .start),
    ("ＰＥＲＳＯＮ＿ＩＤ", .personID),
    ("Person_ID", .personID), ("姓\u{3000}名", .name), ("HOURS", .hours), ("\u{A0}类别", .category),
    ("Filed_On", .filedOn),
  ])
  func headingsAreComparedWithoutSpaceWidthOrCase(heading: String, field: Field) {
    #expect(HeadingMatch.field(of: heading, roster: false, extra: []) == field)
  }

  @Test(arguments: [
    "", " ", "序号", "性别", "单位性质", "city", "person-id", "学时（分钟）", "学时(天)", "课时[单位：学分]", "学分", "（备注）",
  ])
  func otherHeadingsAreUnknown(heading: String) {
    #expect(HeadingMatch.field(of: heading, roster: false, extra: []) == nil)
  }

  @Test func aRosterKnowsNoColumnsOfARecordsFile() {
    #expect(HeadingMatch.field(of: "学时", roster: true, extra: []) == nil)
    #expect(HeadingMatch.field(of: "工号", roster: true, extra: []) == .personID)
  }

  @Test func namesOfOnesOwnGoFirst() {
    let own: [(String, Field)] = [("学 分", .hours), ("结果", .note), ("区域", .county)]
    #expect(HeadingMatch.field(of: "学分", roster: false, extra: own) == .hours)
    #expect(HeadingMatch.field(of: "结果", roster: false, extra: own) == .note)
    #expect(HeadingMatch.field(of: "区域", roster: false, extra: own) == nil)
    #expect(HeadingMatch.field(of: "区域", roster: true, extra: own) == .county)
  }

  @Test(arguments: [
    ("学时（小时）", Field.hours), ("*姓名", .name), ("科目：", .subject), ("姓名*", .name), ("姓名【必填】", .name),
    ("＊身份证号（18位）：", .personID), ("学时〔填数字〕", .hours), ("成果/论文著作名称", .title), ("完成状态", .result),
    ("HOURS (h)", .hours), ("学时（单位：学时）", .hours),
  ])
  func notesAndMarksAreDropped(heading: String, field: Field) {
    #expect(HeadingMatch.field(of: heading, roster: false, extra: []) == field)
  }

  @Test(arguments: [
    ("身份证号吗", "身份证号"), ("培训形式", "培训方式"), ("学时数量", "学时数"),
    ("personid", "person_id"), ("Titel", "title"), ("catagory", "category"), ("审核状况", "审核状态"),
  ])
  func aNearMissIsSuggested(heading: String, name: String) {
    #expect(HeadingMatch.suggestion(for: heading, roster: false)?.name == name)
  }

  @Test(arguments: [
    "序号", "性别", "年龄", "职称", "职务", "联系电话", "单位地址", "手机号码", "部门", "", "id", "x", "学分数", "学时（分钟）",
  ])
  func aDifferentColumnGetsNoSuggestion(heading: String) {
    #expect(HeadingMatch.suggestion(for: heading, roster: false)?.name == nil)
  }

  /// Pairs of which a suggestion must not make one of the other.
  @Test(arguments: [
    ("学习结束时刻", Field.start), ("培训结束日", .start), ("培训开始日", .end), ("学习终止时间", .start), ("学习起始日期", .end),
    ("起始时刻", .end), ("结束时刻", .start),
  ])
  func noSuggestionMakesAStartOfAnEnd(heading: String, field: Field) {
    #expect(HeadingMatch.suggestion(for: heading, roster: false)?.field != field)
  }

  /// One character tells somebody's coming from their going.
  @Test(arguments: [
    ("离岗时间", Field.from), ("到职日期", .to), ("调入日子", .to), ("调出日子", .from), ("离任日期", .from), ("入任日期", .to),
  ])
  func noSuggestionMakesAComingOfAGoing(heading: String, field: Field) {
    #expect(HeadingMatch.suggestion(for: heading, roster: true)?.field != field)
  }
}
