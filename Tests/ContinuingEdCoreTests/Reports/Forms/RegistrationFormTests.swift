import Testing

@testable import ContinuingEdCore

/// The register of the annex: which block an entry stands in, what its cells hold, and what is summed.
@Suite struct RegistrationFormTests {
  private static let blocks = ["公需科目", "培训进修类（含网上学习）", "自学类", "成果、论文著作类", "服务基层活动", "其他类"]

  private static func desk(_ rows: String, asOf: Day? = nil) throws -> FormDesk {
    try FormDesk("yantai-registration", "yantai-2023", rows, asOf: asOf)
  }

  struct Placed: CustomTestStringConvertible, Sendable {
    var row: String
    var block: String
    /// The cells behind the number.
    var cells: [String]
    var testDescription: String { row }
  }

  static let placed = [
    Placed(
      row: "公需,training,专题辅导,市人社局,,2023-05-06,2023-05-07,12,,合格,,,党校,,2023-05-20,verified,证1", block: "公需科目",
      cells: ["专题辅导", "市人社局", "2023-05-06至2023-05-07", "党校", "", "2023-05-20", "12"]),
    Placed(
      row: "公需,online,公需课,,鲁东大学,2023-05-06,2023-05-06,7.5,,,,,,,,verified,", block: "公需科目",
      cells: ["公需课", "", "2023-05-06", "", "", "", "7.5"]),
    Placed(
      row: "专业,online,专业课,,烟台大学,2023-05-06,2023-05-06,8,,,,,,,,verified,", block: "培训进修类（含网上学习）",
      cells: ["专业课", "", "2023-05-06", "", "", "", "8"]),
    Placed(
      row: ",workshop,研修班,学会,,2023-05-06,2023-05-08,24,备1,,,,宾馆,,2023/6/1,verified,", block: "培训进修类（含网上学习）",
      cells: ["研修班", "学会", "2023-05-06至2023-05-08", "宾馆", "", "2023-06-01", "24"]),
    Placed(
      row: ",education,在职研究生,,,2023-01-01,2023-06-30,20,,,学历,笔试,,,,verified,", block: "自学类",
      cells: ["在职研究生", "学历", "2023-06-30", "笔试", "", "", "20"]),
    // No day is named, so the month stands as it was typed.
    Placed(
      row: ",achievement,论文甲,,,,2023-08,10,,,论文,,,核心期刊,,verified,", block: "成果、论文著作类",
      cells: ["论文甲", "论文", "2023-08", "核心期刊", "", "", "10"]),
    Placed(
      row: ",expert,评审,市人社局,,2023-05-06,2023-05-06,8,,,,,烟台,,,verified,", block: "服务基层活动",
      cells: ["评审", "市人社局", "2023-05-06", "烟台", "", "", "8"]),
    Placed(
      row: ",competition,技能比武,总工会,,2023-05-06,2023-05-06,10,,,,,,,,verified,", block: "其他类",
      cells: ["技能比武", "总工会", "2023-05-06", "", "", "", "10"]),
    // Not verified yet: it stands in its block, and its hours are not summed.
    Placed(
      row: ",other,别的,,,2023-05-06,2023-05-06,12,,,,,,,,,", block: "其他类",
      cells: ["别的", "", "2023-05-06", "", "", "", "待审（12）"]),
  ]

  @Test(arguments: placed)
  func `an entry stands in its block`(case: Placed) throws {
    let document = try #require(try Self.desk("A1,王芳,一院,\(`case`.row)\n").document())
    for block in Self.blocks {
      let rows = try #require(document.rows(block))
      #expect(rows == (block == `case`.block ? [["1"] + `case`.cells] : []), "\(block)")
    }
    #expect(document.table("未计入") == nil)
    let hours = `case`.cells.last ?? ""
    #expect("\(document.sum ?? .zero)" == (hours.hasPrefix("待审") ? "0" : hours))
  }

  @Test func `headings are those of the annex`() throws {
    let document = try #require(try Self.desk("A1,王芳,一院,,other,别的,,,2023-05-06,,12,,,,,,,,,\n").document())
    let signed = ["登记人签字（印章）", "登记时间"]
    let expected: [(String, [String], [String])] = [
      ("公需科目", [], ["序号", "培训项目名称", "主办单位", "培训时间", "培训地点"] + signed + ["学时"]),
      ("培训进修类（含网上学习）", ["专业科目"], ["序号", "培训项目名称", "主办单位", "培训时间", "培训地点"] + signed + ["学时"]),
      ("自学类", ["专业科目"], ["序号", "自学内容", "自学种类", "完成时间", "考核方式"] + signed + ["学时"]),
      (
        "成果、论文著作类", ["专业科目", "折算类"],
        ["序号", "成果/论文著作名称", "成果/论文著作种类", "获奖/发表时间", "获奖/发表等级"] + signed + ["折算学时"]
      ),
      ("服务基层活动", ["专业科目", "折算类"], ["序号", "活动内容", "主办单位", "活动时间", "活动地点"] + signed + ["折算学时"]),
      ("其他类", ["专业科目"], ["序号", "培训内容", "主办单位", "培训时间", "培训地点"] + signed + ["学时"]),
    ]
    var tables: [FormDocument.Table] = []
    for case .table(let table) in document.parts { tables.append(table) }
    #expect(tables.map(\.name) == expected.map(\.0))
    for (table, (_, within, headings)) in zip(tables, expected) {
      #expect(table.within == within)
      #expect(table.columns.map(\.heading) == headings)
      #expect(table.blankRows >= 2)
    }
    #expect(document.title == "专业技术人员继续教育情况登记表（2023年度）")
    #expect(document.value("专业技术人员姓名") == "王芳")
    #expect(document.value("所在单位（盖章）") == "一院")
  }

  @Test func `the sum is that of check, and what brings nothing stands behind`() throws {
    // Confirmed 12 + 24 = 36; not filed 6 and refused 9 bring none; 8 wait.
    let desk = try Self.desk(
      """
      A1,王芳,一院,公需,training,甲,,,2023-05-06,2023-05-07,12,,合格,,,,,,verified,证1
      A1,王芳,一院,,training,乙,,,2023-05-16,2023-05-18,24,备1,,,,,,,verified,证2
      A1,王芳,一院,,training,丙,,,2023-06-16,2023-06-16,6,,,,,,,,verified,证3
      A1,王芳,一院,,training,丁,,,2023-06-17,2023-06-17,9,备2,,,,,,,rejected,证4
      A1,王芳,一院,,grassroots,戊,,,2023-07-17,2023-07-17,8,,,,,,,,department,证5

      """)
    let document = try #require(desk.document())
    #expect(document.sum == Hours(36))
    #expect(desk.run.evaluator().judge(0, detail: false).credited.total == Hours(36))
    #expect(
      document.rows("未计入") == [
        ["1", "丙", "培训进修", "专业", "2023-06-16", "6", "没有备案号", "二(二)1"],
        ["2", "丁", "培训进修", "专业", "2023-06-17", "9", "审核未通过", "三"],
      ])
    #expect(document.table("未计入")?.beginsSheet == true)
    #expect(document.rows("服务基层活动") == [["1", "戊", "", "2023-07-17", "", "", "", "待审（8）"]])
  }

  @Test func `an assignment is one row`() throws {
    // Under this notice the amount is left to another document: without declared hours it waits with none yet.
    let document = try #require(
      try Self.desk("A1,王芳,一院,,assignment,支教,教育局,,2023-03-01,2023-08-31,40,,,,,菏泽,,,verified,证1\n")
        .document())
    #expect(document.rows("服务基层活动")?.count == 1)
    #expect(document.rows("服务基层活动")?.first?.last == "40")
    #expect(document.sum == Hours(40))
    #expect(document.rows("公需科目") == [])
  }

  @Test func `study on listed platforms can be left out`() throws {
    // 18 + 20 on listed platforms, of which the second waits; 24 declared.
    let desk = try Self.desk(
      """
      A1,王芳,一院,公需,online,甲,,鲁东大学,2023-05-06,2023-05-07,18,,,,,,,,verified,
      A1,王芳,一院,专业,online,乙,,烟台大学,2023-05-06,2023-05-07,20,,,,,,,,declared,
      A1,王芳,一院,,training,丙,,,2023-05-16,2023-05-18,24,备1,,,,,,,verified,证2

      """)
    let whole = try #require(desk.document())
    #expect(whole.sum == Hours(42))
    #expect(whole.texts.isEmpty)
    let declared = try #require(desk.document { $0.onlyDeclared = true })
    #expect(declared.sum == Hours(24))
    #expect(declared.rows("公需科目") == [])
    #expect(declared.rows("培训进修类（含网上学习）")?.map { $0[1] } == ["丙"])
    #expect(declared.texts == ["另有 18 学时在通知所列平台学习，由平台自动登记，无需申报（三）。"])
  }
}
