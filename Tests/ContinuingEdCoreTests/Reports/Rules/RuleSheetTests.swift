import Testing

@testable import ContinuingEdCore

@Suite struct RuleSheetTests {
  private func load(_ id: String) throws -> RuleSet { try RuleLibrary.embedded().ruleSet(id: id) }

  @Test func `every rule of a notice is said with its clause`() throws {
    for id in RuleLibrary.embedded().ids {
      let rules = try load(id)
      for language in Language.allCases {
        let said = Set(
          RuleSheet(rules, in: language).sections.flatMap(\.rows).flatMap(\.phrases).map(\.clause))
        let used = Set(rules.clauseUses.map { rules.locator($0.clause) })
        #expect(said.isSuperset(of: used), "\(id): \(used.subtracting(said))")
      }
    }
  }

  @Test func `a sheet reads like a summary of the notice`() throws {
    let text = RuleSheet(try load("heze-2022"), in: .chinese).text()
    for line in [
      "  合计  不少于 90 学时  〔三〕", "按申报学时；须备案；每天不超过 8 学时；每年不超过 30 学时  〔五1〕",
      "每年不超过 30 学时（技能竞赛、其他合计）  〔五4〕",
      // 六2: 面授或自行组织培训.
      "  备案（培训进修、高级研修班、备案的其他平台学习）  开始前 15 日内  〔六2〕",
      "不接受培训对象含“乡村振兴”的人员  〔六5〕",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    let markdown = RuleSheet(try load("zaozhuang-2023"), in: .english).markdown(in: .english)
    #expect(markdown.contains("| qualification (professional) | 16 hours an item | 附件1第2条 |"))
    #expect(markdown.contains("| maternity, other | lowers the requirement by the days off duty | 附件1第6条 |"))
  }

  @Test func `one clause is shown with everything that hangs on it`() throws {
    let sheet = try #require(ClauseSheet(load("heze-2022"), locator: "四"))
    let text = sheet.text(in: .chinese)
    #expect(text.contains("线上学习从2022年6月13日到12月31日"))
    #expect(text.contains("网络平台学习（公需）"))
    let json = sheet.json()
    #expect(json["rules"]?.items?.compactMap(\.text) == ["windows[0]", "deadlines[1]"])
    #expect(ClauseSheet(try load("heze-2022"), locator: "四1") == nil)
  }

  @Test func `a clause that is not judged says why`() throws {
    let sheet = try #require(ClauseSheet(load("zaozhuang-2023"), locator: "八"))
    #expect(sheet.text(in: .chinese).contains("不判断：联系方式"))
  }

  @Test func `the list names every rule set with its notice and windows`() {
    let lines = RuleList(.embedded()).text(in: .english).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "heze-2022       heze       2022  2022-06-08  no number             2022-06-13 to 2022-12-31",
        "jinan-2021      jinan      2021  2021-08-04  no number             2021-08-01 to 2021-12-31",
        "jining-2020     jining     2020  2020-06-30  no number             2020-07-15 to 2020-12-31",
        "yantai-2023     yantai     2023  2023-05-25  烟人社字〔2023〕49号  whole year",
        "zaozhuang-2023  zaozhuang  2023  no date     枣人社字〔2023〕20号  whole year",
      ])
    let json = RuleList(.embedded()).json()
    #expect(json["rulesets"]?.items?.count == 5)
  }

  @Test func `a diff names what is new, gone and different`() throws {
    let old = try load("heze-2022")
    var new = old
    new.id = "heze-2023"
    new.requirements.public.hours = Hours(24)
    new.activities.removeAll { $0.category == .grassroots }
    new.dayLimits[0].hours = Hours(6)
    new.onePlatformAYear = nil
    let diff = RuleDiff(from: old, to: new, in: .english)
    #expect(
      diff.changes.filter { $0.section == "requirements" } == [
        .init(
          section: "requirements", sectionTitle: "Required a year", item: "public",
          before: ["at least 30 hours"],
          after: ["at least 24 hours"])
      ])
    let activities = diff.changes.filter { $0.section == "activities" }
    // The 8 hours a day of 五3 bind training and workshops together; workshops of 五2 have a row of their own.
    #expect(
      activities.map(\.item) == [
        "training (professional)", "workshop (professional)", "grassroots (professional)",
      ])
    try #require(activities.count == 3)
    for shared in activities.prefix(2) {
      #expect(shared.before?.last == "at most 8 hours a day (training, workshop together)")
      #expect(shared.after?.last == "at most 6 hours a day (training, workshop together)")
    }
    #expect(activities[2].after == nil)
    #expect(diff.changes.contains { $0.section == "platforms" && $0.item == "a year" && $0.after == nil })
    #expect(RuleDiff(from: old, to: old, in: .chinese).changes.isEmpty)
    let json = diff.json()
    #expect(json["changes"]?.items?.first?["change"]?.text == "changed")
  }

  @Test func `people whose verdict would be another are listed`() throws {
    let rows = """
      person_id,category,subject,hours,start,platform
      A,online,public,30,2022-07-01,菏泽学院
      A,online,professional,60,2022-07-01,菏泽学院
      B,online,public,30,2022-06-20,菏泽学院
      B,online,professional,50,2022-07-01,菏泽学院

      """
    let old = try load("heze-2022")
    var new = old.moved(to: 2023)
    let first = try #require(Day(year: 2023, month: 6, day: 13))
    #expect(new.windows[0].days == DayRange(first, .last(of: 2023)))
    new.id = "heze-2023"
    new.requirements.professional.hours = Hours(50)
    new.requirements.total.hours = Hours(80)
    let comparison = try VerdictComparison(
      old, new, files: [.bytes(name: "a.csv", Array(rows.utf8))], roster: nil)
    #expect(comparison.flips.map(\.id) == ["B"])
    #expect(comparison.flips.map(\.before) == [.short])
    #expect(comparison.flips.map(\.after) == [.compliant])
    #expect(comparison.isMoved)
    #expect(comparison.people == 2)
  }

  @Test func `a draft keeps the rules and leaves the notice to be filled in`() throws {
    let json = try #require(RuleLibrary.embedded().source(id: "heze-2022")?.decode().json)
    let draft = try #require(RuleDraft.draft(from: json, id: "qing-dao-2026"))
    let text = draft.formatted()
    let decoding = RuleDecoder.decode(Array(text.utf8), file: "qing-dao-2026.json")
    let rules = try #require(decoding.ruleSet, "\(decoding.faults)")
    #expect(rules.id == "qing-dao-2026")
    #expect(rules.city.english == "qing-dao")
    #expect(rules.notice.date == nil)
    #expect(rules.activities == (try load("heze-2022")).activities)
    for name in ["qingdao", "2026", "Qing-2026", "../x-2026", "qingdao-99"] {
      #expect(RuleDraft.draft(from: json, id: name) == nil, "\(name)")
    }
  }

  @Test func `JSON comes out as it went in`() throws {
    let text = "{\"a\": [1.50, \"é\\n\\u0001\\\"\", null, true], \"b\": {}}"
    let json = try JSONReader.parse(Array(text.utf8), file: "a")
    #expect(json.compact == text)
    #expect(try JSONReader.parse(Array(json.formatted(width: 8).utf8), file: "a").compact == text)
  }
}
