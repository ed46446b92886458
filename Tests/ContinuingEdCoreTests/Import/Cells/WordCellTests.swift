import Testing

@testable import ContinuingEdCore

@Suite struct WordCellTests {
  @Test(arguments: [
    ("online", "online 网络平台学习 网上学习 线上学习 平台学习"), ("training", "training 培训进修 培训 进修 培训进修类 面授 讲座 学术交流 远程教育"),
    ("workshop", "workshop 高级研修班 高研班 高级研修"), ("education", "education 学历教育 自学考试 在职学历教育"),
    ("qualification", "qualification 资格考试 职业资格考试 技能等级认定"),
    ("achievement", "achievement 成果论著 论文 著作 专利 软著 成果论文著作类 科研成果"), ("grassroots", "grassroots 服务基层 服务基层活动"),
    ("expert", "expert 专家活动 评审活动"), ("assignment", "assignment 援派支教 援派 支教 支农 支医 扶贫"),
    ("competition", "competition 技能竞赛 技能比赛 技术比武 行业性比赛"), ("self-study", "self-study 自学 自学类"),
    ("registered", "registered 注册类职业资格"), ("transfer", "transfer 外地转入 外地调入"), ("other", "other 其他 其他类"),
    ("leave", "leave 特殊情形"), ("annual", "annual 年度学时 往年学时"),
  ])
  func everyNameOfACategoryIsRead(code: String, names: String) {
    for name in names.split(separator: " ") {
      #expect(text(withCell(String(name), CellParser.category), \.code) == code, "\(name)")
      #expect(text(withCell("\u{3000}'" + name.uppercased(), CellParser.category), \.code) == code, "\(name)")
    }
  }

  @Test(arguments: [
    ("public", "public 公需 公需课 公需科目"), ("professional", "professional 专业 专业课 专业科目"),
  ])
  func everyNameOfASubjectIsRead(code: String, names: String) {
    for name in names.split(separator: " ") {
      #expect(text(withCell(String(name), CellParser.subject), \.code) == code, "\(name)")
    }
  }

  @Test(arguments: [
    ("verified", "verified 已审验 审验通过 通过"), ("declared", "declared 待审 已申报 审核中"),
    ("unit", "unit 单位已审核"), ("department", "department 主管部门已审查"), ("rejected", "rejected 驳回 不通过 退回"),
  ])
  func everyNameOfAStatusIsRead(code: String, names: String) {
    for name in names.split(separator: " ") {
      #expect(text(withCell(String(name), CellParser.status), \.code) == code, "\(name)")
    }
  }

  @Test(arguments: [
    ("因公出境", "abroad"), ("abroad", "abroad"), ("病假", "sick"), ("sick", "sick"), ("产假", "maternity"),
    ("maternity", "maternity"),
    ("其他", "other"), ("other", "other"), ("事假", "invalid"), ("无", "blank"),
  ])
  func kindsOfLeaveAreRead(cell: String, code: String) {
    #expect(text(withCell(cell, CellParser.kind), \.code) == code)
  }

  @Test(arguments: [
    ("国家级", "national"), ("national", "national"), ("省级", "provincial"), ("provincial", "provincial"),
    ("市级", "municipal"),
    ("municipal", "municipal"), ("县级", "county"), ("county", "county"), ("区级", "invalid"), ("国家", "invalid"),
    ("", "blank"),
  ])
  func levelsAreRead(cell: String, code: String) {
    #expect(text(withCell(cell, CellParser.level), \.code) == code)
  }

  @Test(arguments: [
    ("必修", "compulsory"), ("compulsory", "compulsory"), ("选修", "elective"), ("elective", "elective"),
    ("必修课", "invalid"),
    ("—", "blank"),
  ])
  func modulesAreRead(cell: String, code: String) {
    #expect(text(withCell(cell, CellParser.module), \.code) == code)
  }

  @Test(arguments: [
    ("合格", "passed"), ("通过", "passed"), ("passed", "passed"), ("不合格", "failed"), ("未通过", "failed"),
    ("failed", "failed"),
    ("优秀", "passed"), ("", "blank"), ("N/A", "blank"),
  ])
  func resultsAreRead(cell: String, code: String) {
    #expect(text(withCell(cell, CellParser.result), \.code) == code)
  }

  @Test(arguments: [
    ("事业单位", "public-institution"), ("public-institution", "public-institution"), ("企业", "enterprise"),
    ("enterprise", "enterprise"), ("自由职业", "freelance"), ("freelance", "freelance"), ("机关", "invalid"),
    ("/", "blank"),
  ])
  func employersAreRead(cell: String, code: String) {
    #expect(text(withCell(cell, CellParser.employer), \.code) == code)
  }

  @Test(arguments: [
    ("ＴＲＡＩＮＩＮＧ", "training"), ("ｓｅｌｆ－ｓｔｕｄｙ", "self-study"), ("Self-Study", "self-study"), ("⽹上学习", "online"),
    ("\u{A0}培训\u{A0}", "training"),
    ("selfstudy", "invalid"), ("培训 进修", "training"), ("培训班", "invalid"), ("无", "blank"), ("", "blank"),
    ("#REF!", "invalid"),
    ("training\u{301}", "invalid"), ("一二三四五六七八九", "invalid"), ("0", "invalid"),
  ])
  func wordsAreComparedAfterFolding(cell: String, code: String) {
    #expect(text(withCell(cell, CellParser.category), \.code) == code)
  }

  @Test func noNameStandsForTwoValuesOfOneList() {
    func expectDistinct(_ names: [String], _ list: String) {
      #expect(Set(names).count == names.count, "\(list)")
    }
    expectDistinct(WordLists.categoryWords.flatMap(\.1) + WordLists.blankWords, "category")
    expectDistinct(WordLists.subjectWords.flatMap(\.1) + WordLists.blankWords, "subject")
    expectDistinct(WordLists.statusWords.flatMap(\.1) + WordLists.blankWords, "status")
    expectDistinct(WordLists.recordHeadings.flatMap(\.1), "record headings")
    expectDistinct(HeadingMatch.aliases(roster: true).flatMap(\.1), "roster headings")
    #expect(WordLists.categoryWords.map(\.0) == Category.allCases)
    #expect(Set(HeadingMatch.aliases(roster: false).map(\.0)) == Set(Field.records + Field.forms))
    #expect(HeadingMatch.aliases(roster: true).map(\.0) == Field.roster)
  }
}
