import Testing

@testable import ContinuingEdCore

/// What a statement and a notice say of somebody.
@Suite struct StatementAndNoticeTests {
  // Zaozhuang: 16 hours on one day bring 8 (8 a day), so 8 are lost; an achievement without evidence waits with 10.
  private static let rows = """
    370402199003071234,王芳,市立医院,公需,online,公需课,,市平台,2023-05-06,2023-05-07,30,,,,,,,,verified,
    370402199003071234,王芳,市立医院,,training,急救,,,2023-05-08,2023-05-08,16,备1,,,,,,,verified,证1
    370402199003071234,王芳,市立医院,,achievement,论文,,,2023-06-01,,,,,,,,,,verified,
    370402199003071234,王芳,市立医院,,achievement,论文二,,,2023-06-02,,,,,,,,,,,

    """

  @Test func `a statement has the figures of check`() throws {
    let desk = try FormDesk("statement", "zaozhuang-2023", Self.rows)
    let document = try #require(desk.document())
    #expect(document.value("身份证号") == "3704**********1234")
    #expect(document.value("规则集") == "zaozhuang-2023")
    #expect(document.value("依据的通知")?.contains("枣人社字〔2023〕20号") == true)
    #expect(document.value("结论")?.hasPrefix("不足") == true)
    // 8 of training and 10 of the verified achievement; the other 10 wait.
    #expect(
      document.rows("学时") == [
        ["公需", "30", "30", "0", "0"], ["专业", "60", "18", "10", "42"], ["合计", "90", "48", "10", "42"],
      ])
    #expect(document.rows("登记项")?.map { $0[5] } == ["30", "8", "10", "待审（10）"])
    #expect(document.rows("登记项")?[1].last == "超每日 8（附件1第1条）")
    #expect(document.rows("未计入") == [["1", "急救", "培训进修", "专业", "2023-05-08", "8", "超过每天的学时上限", "附件1第1条"]])
    #expect(document.sum == Hours(48))
    #expect(document.texts.first?.contains("不是官方证明") == true)
    #expect(desk.document { $0.ids = .full }?.value("身份证号") == "370402199003071234")
  }

  @Test(arguments: [
    (nil, nil, "日期：\u{3000}\u{3000}\u{3000}年\u{3000}\u{3000}月\u{3000}\u{3000}日"),
    (Day(year: 2023, month: 9, day: 1), nil, "日期：2023年9月1日"),
    (Day(year: 2023, month: 9, day: 1), Day(year: 2023, month: 9, day: 12), "日期：2023年9月12日"),
  ])
  func `the day on paper is one that was given`(asOf: Day?, date: Day?, line: String) throws {
    let desk = try FormDesk("statement", "zaozhuang-2023", Self.rows, asOf: asOf)
    let document = try #require(desk.document { if let date { $0.date = date } })
    #expect(document.texts.last == line)
  }

  @Test func `modules have lines of their own`() throws {
    let document = try #require(
      try FormDesk(
        "statement", "jining-2020", "A1,王芳,一院,公需,online,甲,,市平台,2020-08-01,2020-08-02,30,,,,,,,,verified,\n"
      ).document())
    #expect(document.rows("学时")?.map { $0[0] } == ["公需", "·必修", "·选修", "专业", "合计"])
  }

  private static let roster = "person_id,name,unit,review_date\n370402199003071234,王芳,市立医院,2023-10-09\n"

  @Test func `a notice says what is missing, what waits, and until when`() throws {
    let desk = try FormDesk(
      "notice", "zaozhuang-2023", Self.rows, roster: Self.roster, asOf: Day(year: 2023, month: 7, day: 1))
    let document = try #require(desk.document())
    // The fifth working day before 2023-10-09.
    #expect(document.value("学习截止") == "2023-09-26（申报日期 2023-10-09，六）")
    #expect(document.rows("还缺的学时")?[1] == ["专业", "60", "18", "10", "42", "32"])
    #expect(
      document.rows("等待认定的学时") == [
        ["1", "论文二", "待审（10）", "没有写证明材料", "本人补交证明材料", "附件1第7条"]
      ])
    // 42 hours on the city's platform, which takes any amount.
    #expect(document.rows("最少的补学计划")?.map { $0[2] } == ["42"])
    #expect(document.rows("最少的补学计划")?.first?[4] == "2023-09-26")
    #expect(document.texts.contains("没有计入的：超过每天的学时上限 8 学时（附件1第1条）。"))
    #expect(document.texts.last == "日期：2023年7月1日")
  }

  @Test func `without a day a plan takes the year as it is`() throws {
    let document = try #require(try FormDesk("notice", "zaozhuang-2023", Self.rows).document())
    #expect(document.value("学习截止") == "2023-12-31（年度结束）")
    #expect(document.rows("最少的补学计划")?.map { $0[2] } == ["42"])
  }

  @Test func `after the last day there is no plan, and it says why`() throws {
    let desk = try FormDesk(
      "notice", "zaozhuang-2023", Self.rows, roster: Self.roster, asOf: Day(year: 2023, month: 9, day: 28))
    let plan = try #require(desk.document()?.rows("最少的补学计划"))
    #expect(plan.count == 1)
    #expect(plan[0][3].hasPrefix("已无法补足"))
  }

  @Test(arguments: [
    // 30 and 60 verified: nothing to say. 30 and 60 of which 60 wait: pending.
    ("verified", false), ("", true),
  ])
  func `a notice is for who is short or pending`(status: String, isFor: Bool) throws {
    let desk = try FormDesk(
      "notice", "heze-2022",
      """
      A1,王芳,一院,公需,online,甲,,菏泽学院,2022-07-06,2022-07-07,30,,,,,,,,verified,
      A1,王芳,一院,专业,online,乙,,菏泽学院,2022-07-06,2022-07-07,60,,,,,,,,\(status.isEmpty ? "declared" : status),

      """)
    #expect((desk.document() != nil) == isFor)
  }
}
