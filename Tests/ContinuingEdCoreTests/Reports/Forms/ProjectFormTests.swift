import Testing

@testable import ContinuingEdCore

/// The plan of projects: what stands behind its labels, and what its hours pass.
@Suite struct ProjectFormTests {
  private static let header = "申请培训项目名称,是否申请为市级高级研修班,培训天数,拟计算学时,培训计划,申报单位\n"

  private static func rows(_ text: String) throws -> (FormProjects, NamedTable) {
    let rules = try RuleLibrary.embedded().ruleSet(id: "zaozhuang-2023")
    var options = FormOptions()
    options.date = Day(year: 2023, month: 5, day: 20)
    let form = try FormLibrary.form(id: "zaozhuang-plan")
    let projects = try #require(FormProjects(form, rules, options))
    let table = try NamedTable(
      .bytes(name: "p.csv", Array(text.utf8)), names: projects.columns, needed: projects.needed,
      ImportOptions())
    return (projects, table)
  }

  @Test func `labels are those of the annex, in its order`() throws {
    let (projects, table) = try Self.rows(Self.header + "护理班,否,3,24,略,市立医院\n")
    let document = projects.document(of: table.rows[0])
    #expect(document.title == "枣庄市专业培训项目计划申报表（2023年度）")
    var labels: [String] = []
    for case .grid(_, let rows) in document.parts { labels += rows.flatMap { $0 }.map(\.label) }
    #expect(
      labels == [
        "申报单位", "地址", "申请培训项目名称", "负责人", "联系人", "联系电话", "是否申请为市级高级研修班", "培训计划", "计划培训对象", "计划培训人数", "计划培训时间",
        "培训天数", "拟计算学时", "培训地点及培训形式", "申报单位意见", "人社部门审核意见",
      ])
    #expect(document.value("申报单位") == "市立医院")
    #expect(document.value("地址") == "")
    #expect(document.texts.first?.hasPrefix("注：此表一式二份") == true)
    // The office writes its own day.
    #expect(document.seals == [["单位盖章", "2023年5月20日"], ["单位盖章", FormDay.text(nil)]])
    #expect(FormDay.text(nil).filter { $0 != "\u{3000}" } == "年月日")
  }

  @Test(arguments: [
    ("否,3,24", []), ("否,3,24.01", ["24", "24"]), ("否,2,17", ["16"]), ("否,4,25", ["24"]),
    ("是,4,30", []), ("是,4,31", ["30"]), ("是,3,28", ["24"]), ("是,3天,24学时", []), (",5,25", ["24"]),
    ("否,,24", []), ("否,,25", ["24"]), ("否,3,", []),
  ])
  func `hours are held to the day, the year, and the workshop`(cells: String, passed: [String]) throws {
    let (projects, table) = try Self.rows(Self.header + "护理班,\(cells),略,市立医院\n")
    let remarks = projects.remarks(on: table.rows[0])
    #expect(remarks.allSatisfy { !$0.isProblem })
    #expect(remarks.count == passed.count)
    for (remark, most) in zip(remarks, passed) {
      #expect(remark.chinese.contains("超过 \(most)："))
      #expect(remark.chinese.contains("附件1第1条"))
      #expect(remark.english.contains("more than \(most):"))
    }
  }

  @Test func `a number that is none is a problem`() throws {
    let (projects, table) = try Self.rows(Self.header + "护理班,否,三,24,略,市立医院\n")
    let remarks = projects.remarks(on: table.rows[0])
    #expect(remarks.map(\.isProblem) == [true])
    #expect(remarks[0].chinese.contains("培训天数") && remarks[0].chinese.contains("三"))
  }
}
