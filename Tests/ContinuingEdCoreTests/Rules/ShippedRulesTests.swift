import Testing

@testable import ContinuingEdCore

/// The five rule files say what the notices say. Figures are copied by hand from the notices and their readings.
@Suite struct ShippedRulesTests {
  private func load(_ id: String) throws -> RuleSet { try RuleLibrary.embedded().ruleSet(id: id) }

  /// `category subjects: basis; needs; outside; study; window; day limit; year limit @ clause`, one line an activity.
  private func lines(_ rules: RuleSet) -> [String] {
    func at(_ clause: ClauseID?) -> String { clause.map { rules.clauses[Int($0)].locator } ?? "-" }
    return rules.activities.map { activity in
      var parts = [activity.category.code, activity.subjects.map(\.code).joined(separator: "+")]
      if let group = activity.seriesGroup { parts.append("for " + rules.seriesGroups[group].name) }
      if !activity.levels.isEmpty {
        parts.append("for " + activity.levels.map(\.code).joined(separator: "/"))
      }
      if !activity.words.isEmpty { parts.append("with " + activity.words.joined(separator: "/")) }
      if let clause = activity.listedPlatform { parts.append("naming a listed platform (\(at(clause)))") }
      switch activity.basis {
      case .declared: break
      case .formula(let formula): parts.append("\(formula)")
      case .perItem(let hours): parts.append("\(hours) an item")
      case .perDay(let hours): parts.append("\(hours) a day")
      case .byLevel(let levels):
        parts.append(levels.map { "\($0.level.code) \($0.hours)" }.joined(separator: ", "))
      case .perMonth(let common, let professional): parts.append("\(common) and \(professional) a month")
      }
      parts += activity.needs.map { "needs \($0.what.rawValue) (\(at($0.clause)))" }
      if let clause = activity.amountOutsideNotice { parts.append("amount elsewhere (\(at(clause)))") }
      if let study = activity.study {
        parts.append("listed (\(at(study.clause)))")
        if let filed = study.filedStudy { parts.append("or filed (\(at(filed)))") }
        if let clause = study.othersWait { parts.append("others wait (\(at(clause)))") }
      }
      if let window = activity.window {
        let window = rules.windows[window]
        parts.append("\(window.days.start)…\(window.days.end) (\(at(window.clause)))")
      }
      if let limit = activity.dayLimit {
        let limit = rules.dayLimits[limit]
        parts.append("≤\(limit.hours) a day [\(limit.name)] (\(at(limit.clause)))")
      }
      if let limit = activity.yearLimit {
        let limit = rules.yearLimits[limit]
        let (common, own) = (limit.public.map(String.init) ?? "∞", limit.professional.map(String.init) ?? "∞")
        parts.append("≤\(common)+\(own) a year [\(limit.name)] (\(at(limit.clause)))")
      }
      return parts.filter { !$0.isEmpty }.joined(separator: "; ") + " @ " + at(activity.clause)
    }
  }

  @Test(arguments: [
    ("heze-2022", "三"), ("yantai-2023", "一"), ("jining-2020", "三"), ("jinan-2021", "二"),
    ("zaozhuang-2023", "二"),
  ])
  func `every notice wants 30, 60 and 90`(id: String, clause: String) throws {
    let rules = try load(id)
    let wanted = rules.requirements
    #expect(wanted.public.hours == Hours(30))
    #expect(wanted.professional.hours == Hours(60))
    #expect(wanted.total.hours == Hours(90))
    for amount in [wanted.public, wanted.professional, wanted.total] {
      #expect(rules.clauses[Int(amount.clause)].locator == clause)
    }
    #expect(rules.id == id)
  }

  @Test func `Heze 2022`() throws {
    let rules = try load("heze-2022")
    #expect(
      lines(rules) == [
        "online; public; listed (二(一)); 2022-06-13…2022-12-31 (四) @ 二(一)",
        "online; professional; listed (二(一)); or filed (二(一)2); 2022-06-13…2022-12-31 (四) @ 二(一)",
        "workshop; professional; with 知识更新; needs filing (五2); ≤∞+30 a year [workshop] (五2) @ 五2",
        "training; professional; needs filing (五3); ≤8 a day [training] (五3) @ 五3",
        "workshop; professional; needs filing (五3); ≤8 a day [training] (五3) @ 五3",
        "grassroots; professional; needs filing (五1); ≤8 a day [grassroots] (五1); ≤∞+30 a year [grassroots] (五1) @ 五1",
        "competition; professional; needs filing (五4); ≤∞+30 a year [contests-and-other] (五4) @ 五4",
        "other; professional; needs filing (五4); ≤∞+30 a year [contests-and-other] (五4) @ 五4",
      ])
    #expect(rules.platforms.map(\.name) == ["菏泽学院", "菏泽职业学院", "菏泽工程技师学院", "菏泽市继续教育管理平台"])
    #expect(rules.platforms.map(\.isChoice) == [true, true, true, false])
    #expect(rules.platforms[3].otherNames == ["菏泽市专业技术人员继续教育培训平台", "菏泽市专业技术人员继续教育管理平台"])
    #expect(rules.platforms.map { $0.closedToGroups.map(\.containing) } == [[], [], ["乡村振兴"], []])
    #expect(rules.onePlatformAYear.map { rules.clauses[Int($0)].locator } == "二(一)")
    guard case .daysBefore(15, let clause) = rules.filingTerm else {
      return #expect(Bool(false), "filing term")
    }
    #expect(rules.clauses[Int(clause)].locator == "六2")
    #expect(rules.filingTermCategories == [.training, .workshop])
    #expect(rules.finalReview == .verified)
    #expect(rules.reviewCutoff == .none)
    #expect(rules.makeUpStudy == .notStated)
    #expect(rules.leave == nil)
    let applications = try #require(rules.titleApplications)
    #expect(applications.cases.isEmpty && applications.note == nil)
    #expect(rules.locator(applications.clause) == "六4")
    #expect(
      rules.deadlines.map(\.by) == [.daysBeforeStart(15), .days(try #require(rules.windows.first).days)])
    #expect(rules.notice.number == nil)
    #expect(rules.notice.date == Day(year: 2022, month: 6, day: 8))
  }

  @Test func `Yantai 2023`() throws {
    let rules = try load("yantai-2023")
    let outside = [
      "self-study", "education", "qualification", "achievement", "grassroots", "expert", "competition",
      "other", "assignment",
    ]
    #expect(
      lines(rules) == [
        "online; public; listed (附件3) @ 二(一)",
        "online; professional; listed (附件3); or filed (二(二)2(4)) @ 二(二)2",
        "training; public; needs passed (二(一)) @ 二(一)",
        "training; professional; naming a listed platform (附件2) @ 二(二)2",
        "workshop; professional; naming a listed platform (附件2) @ 二(二)2",
        "training; professional; needs filing (二(二)1) @ 二(二)1",
        "workshop; professional; needs filing (二(二)1) @ 二(二)1",
      ] + outside.map { "\($0); professional; amount elsewhere (二(二)3) @ 二(二)3" })
    #expect(
      rules.platforms.map { "\($0.name) \($0.hosts.joined(separator: " "))" } == [
        "鲁东大学 sdld.yxlearning.com", "山东商务职业学院 yt.zhuanjipx.com", "烟台大学 ytuzj.111net.cn",
        "烟台农业科学研究院 edu.ytsnky.cn", "烟台先进制造工程技术学会 edu.ytsamet.com", "烟台工程职业技术学院 zj.huaxuedu.cn",
        "烟台人力资源发展促进会 yt.tyjrpj.com",
      ])
    #expect(rules.platforms.flatMap(\.otherNames) == ["烟台农科院"])
    #expect(rules.platforms.allSatisfy { !$0.isChoice && $0.shortNames.isEmpty })
    #expect(rules.filingTerm == .none)
    guard case .beforeReviewDate(let clause) = rules.reviewCutoff else {
      return #expect(Bool(false), "cutoff")
    }
    #expect(rules.clauses[Int(clause)].locator == "一")
    #expect(rules.notice.number == "烟人社字〔2023〕49号")
    #expect(rules.notice.date == Day(year: 2023, month: 5, day: 25))
    #expect(rules.titleApplications?.note == "省评系列另有要求的从其规定")
    let cases = try #require(rules.titleApplications).cases
    #expect(cases.map(\.employer) == [.publicInstitution, .enterprise])
    #expect(
      cases[0].spans == [.init(subjects: [.public, .professional], from: 2019, to: 2023, averageTotal: nil)])
    #expect(
      cases[1].spans == [
        .init(subjects: [.public], from: 2019, to: 2023, averageTotal: nil),
        .init(subjects: [.professional], from: 2020, to: 2023, averageTotal: nil),
      ])
  }

  @Test func `Jining 2020`() throws {
    let rules = try load("jining-2020")
    #expect(
      lines(rules) == [
        "online; public; listed (三(一)); 2020-07-15…2020-12-31 (六3) @ 三(一)",
        "online; professional; listed (三(二)); or filed (五); 2020-07-15…2020-12-31 (六3) @ 三(二)",
        "training; professional; needs filing (五) @ 三(二)",
        "workshop; professional; needs filing (五) @ 三(二)",
        "competition; professional; national 30, provincial 20, municipal 10, county 5; needs level (三(三)) @ 三(三)",
      ]
        + [
          "education", "achievement", "other", "qualification", "self-study", "grassroots", "expert",
        ].map { "\($0); professional; amount elsewhere (三(三)) @ 三(三)" }
        + ["assignment; public+professional; amount elsewhere (三(三)) @ 三(三)"])
    let platform = try #require(rules.platforms.first)
    #expect(rules.platforms.count == 1)
    #expect(platform.name == "济宁市专业技术人员继续教育")
    #expect(platform.hosts == ["sdjn.yxlearning.com"])
    #expect(platform.shortNames == ["市平台", "平台"])
    let modules = try #require(rules.requirements.modules)
    #expect(modules.compulsory.hours == Hours(20))
    #expect(modules.elective.hours == Hours(10))
    guard case .workingDaysBefore(5, let clause) = rules.filingTerm else {
      return #expect(Bool(false), "term")
    }
    #expect(rules.clauses[Int(clause)].locator == "五")
    #expect(rules.filingTermCategories == [.training, .workshop])
    #expect(rules.makeUpClause.map { rules.clauses[Int($0)].locator } == "六3")
    guard case .earlier(.department, let review) = rules.finalReview else {
      return #expect(Bool(false), "final review")
    }
    #expect(rules.clauses[Int(review)].locator == "四(四)2")
    let cases = try #require(rules.titleApplications).cases
    #expect(
      cases == [
        .init(
          employer: nil,
          spans: [
            .init(subjects: [.public, .professional], from: 2016, to: 2019, averageTotal: Hours(90)),
            .init(subjects: [.public, .professional], from: 2020, to: nil, averageTotal: nil),
          ])
      ])
  }

  @Test func `Jinan 2021`() throws {
    let rules = try load("jinan-2021")
    #expect(
      lines(rules) == [
        "online; public @ 二",
        "online; professional; for by-filing; needs series-filing (三(三)) @ 三(三)",
        "training; professional; for by-filing; needs series-filing (三(三)) @ 三(三)",
        "online; professional; listed (三(一)); or filed (四); 2021-08-01…2021-12-31 (一) @ 三(一)",
        "workshop; professional; 8 a day; needs filing-awaited (二(二)); needs evidence (二(二)); "
          + "≤8 a day [workshop] (二(二)) @ 二(二)",
        "training; public+professional; needs filing-awaited (二(三)); ≤5+30 a year [contests-and-other] (二(三)) @ 二(三)",
        "competition; public+professional; needs filing-awaited (二(三)); ≤5+30 a year [contests-and-other] (二(三)) @ 二(三)",
        "other; public+professional; needs filing-awaited (二(三)); ≤5+30 a year [contests-and-other] (二(三)) @ 二(三)",
        "registered; professional; needs filing-awaited (二(四)); amount elsewhere (二(四)) @ 二(四)",
      ])
    #expect(rules.platforms.map(\.name) == ["济南市专业技术人员继续教育公共服务平台", "泉城专技学堂"])
    #expect(rules.platforms.map(\.hosts) == [["221.214.69.254"], []])
    #expect(rules.platforms.map(\.shortNames) == [["市平台", "继续教育平台"], []])
    #expect(rules.seriesGroups.map(\.name) == ["by-filing", "school-teachers"])
    #expect(rules.seriesGroups[0].containing == ["卫生技术", "农业技术", "会计", "律师", "公证员", "档案", "出版", "播音"])
    #expect(
      rules.otherSchemes.map { rules.seriesGroups[$0.seriesGroup].containing } == [
        ["中小学", "小学教师", "中学教师", "幼儿园教师"]
      ])
    #expect(rules.filingTerm == .none)
    #expect(rules.makeUpClause.map { rules.clauses[Int($0)].locator } == "一")
  }

  @Test func `Zaozhuang 2023`() throws {
    let rules = try load("zaozhuang-2023")
    let (shared, own) = ("≤8 a day [training-and-workshop] (附件1第1条)", "needs evidence (附件1第7条)")
    #expect(
      lines(rules) == [
        "online; public; listed (二(一)) @ 二(一)",
        "online; professional; listed (二(二)); others wait (四(二)) @ 二(二)",
        "workshop; professional; for provincial/municipal; needs filing (七); \(own); \(shared); "
          + "≤∞+30 a year [workshop] (附件1第1条) @ 附件1第1条",
        "training; professional; needs filing (七); \(own); \(shared); ≤∞+24 a year [training] (附件1第1条) @ 附件1第1条",
        "workshop; professional; needs filing (七); \(own); \(shared); ≤∞+24 a year [training] (附件1第1条) @ 附件1第1条",
        "education; professional; \(own); ≤∞+40 a year [education] (附件1第2条) @ 附件1第2条",
        "qualification; professional; 16 an item; \(own) @ 附件1第2条",
        "achievement; professional; 10 an item; \(own); ≤∞+30 a year [achievement] (附件1第3条) @ 附件1第3条",
        "expert; professional; \(own); ≤8 a day [expert-and-grassroots] (附件1第4条) @ 附件1第4条",
        "grassroots; professional; \(own); ≤8 a day [expert-and-grassroots] (附件1第4条) @ 附件1第4条",
        "assignment; public+professional; 2.5 and 5 a month; \(own) @ 附件1第4条",
        "competition; professional; 10 an item; \(own); ≤∞+30 a year [competition] (附件1第5条) @ 附件1第5条",
        "leave; \(own) @ 附件1第6条",
        "transfer; public+professional; \(own) @ 四(三)",
      ])
    let platform = try #require(rules.platforms.first)
    #expect(rules.platforms.count == 1)
    #expect(platform.hosts == ["zzzj.yxlearning.com"])
    #expect(platform.shortNames == ["市平台"])
    guard case .workingDaysBefore(5, let clause) = rules.reviewCutoff else {
      return #expect(Bool(false), "cutoff")
    }
    #expect(rules.clauses[Int(clause)].locator == "六")
    let leave = try #require(rules.leave)
    #expect(leave.alwaysEffective == [.maternity, .other])
    #expect(leave.effectiveIfLong == [.abroad, .sick])
    #expect(leave.longerThanMonths == 6)
    #expect(rules.notice.number == "枣人社字〔2023〕20号")
    #expect(rules.notice.date == nil)
  }
}
