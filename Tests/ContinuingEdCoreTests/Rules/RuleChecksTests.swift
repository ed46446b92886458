import Testing

@testable import ContinuingEdCore

/// Doubts are made by replacing texts of rule files that are otherwise in order.
@Suite struct RuleChecksTests {
  @Test(arguments: RuleLibrary.embedded().ids)
  func `nothing is doubtful in the shipped rule files`(id: String) throws {
    let source = try #require(RuleLibrary.embedded().source(id: id))
    let found = RuleChecks.check(source.content, file: source.file)
    #expect(found.isEmpty, "\(found.map { $0.description(in: .english) })")
  }

  struct Slip: Sendable, CustomTestStringConvertible {
    var id: String
    var replacing: [(String, String)]
    var path: String
    var doubt: RuleDoubt
    var testDescription: String { "\(id) \(path)" }

    init(
      _ id: String, _ old: String, _ new: String, at path: String, _ doubt: RuleDoubt,
      and more: [(String, String)] = []
    ) {
      self.id = id
      replacing = [(old, new)] + more
      self.path = path
      self.doubt = doubt
    }
  }

  private static let hezeOnline =
    "\"window\": \"online-study\", \"dayLimit\": \"none\", \"yearLimit\": \"none\", \"clause\": \"二(一)\""

  @Test(arguments: [
    Slip(
      "heze-2022", "不少于90学时，其中公需科目不少于30学时", "不少于90学时，每学期25学时，其中公需科目不少于30学时", at: "clauses[8].says",
      .hoursNotUsed(hours: "25", clause: "三")),
    Slip(
      "heze-2022", "\"issuer\": \"菏泽市人力资源和社会保障局\"", "\"issuer\": \"（发文机关）\"", at: "notice.issuer",
      .placeholderLeft("（发文机关）")),
    // With 120 in all, 60 professional hours are not all that is of use.
    Slip(
      "zaozhuang-2023", "\"total\": {\"hours\": 90", "\"total\": {\"hours\": 120",
      at: "yearLimits[0].professional",
      .limitNeverBites("training", .moreThanUseful(Hours(90))),
      and: [("\"professional\": 24", "\"professional\": 90")]),
    Slip(
      "heze-2022", "\"judged\": {\"no\": \"只说由谁组织，不涉及个人学时\"}", "\"judged\": \"yes\"", at: "clauses[0]",
      .clauseUnused("一")),
    Slip(
      "heze-2022", "逾期平台关闭。\", \"judged\": \"yes\"", "逾期平台关闭。\", \"judged\": {\"no\": \"x\"}",
      at: "clauses[9]",
      .clauseUsedButNotJudged("四")),
    Slip(
      "heze-2022", "\"daysBefore\": 15", "\"daysBefore\": 16", at: "filingTerm.daysBefore",
      .figureNotInClause(figure: "16", clause: "六2")),
    Slip(
      "heze-2022", "\"from\": \"2022-06-13\"", "\"from\": \"2022-06-14\"", at: "windows[0].from",
      .figureNotInClause(figure: "2022-06-14", clause: "四")),
    Slip(
      "zaozhuang-2023", "\"public\": 2.5", "\"public\": 2.6", at: "activities[10].basis.perMonth.public",
      .figureNotInClause(figure: "2.6", clause: "附件1第4条")),
    Slip(
      "heze-2022", "\"dayLimit\": \"training\"", "\"dayLimit\": \"none\"", at: "dayLimits[0]",
      .unused(list: "dayLimits", name: "training"),
      and: [("\"dayLimit\": \"training\"", "\"dayLimit\": \"none\"")]),
    Slip(
      "jinan-2021", "\"yearLimit\": \"contests-and-other\"", "\"yearLimit\": \"none\"", at: "yearLimits[0]",
      .unused(list: "yearLimits", name: "contests-and-other"),
      and: [
        ("\"yearLimit\": \"contests-and-other\"", "\"yearLimit\": \"none\""),
        ("\"yearLimit\": \"contests-and-other\"", "\"yearLimit\": \"none\""),
      ]),
    Slip(
      "heze-2022", "\"to\": \"2022-12-31\"", "\"to\": \"2023-01-31\"", at: "windows[0]",
      .windowOutsideYear("online-study")),
    Slip(
      "heze-2022", "\"hours\": 8, \"clause\": \"五3\"", "\"hours\": 24, \"clause\": \"五3\"",
      at: "dayLimits[0].hours",
      .limitNeverBites("training", .moreThanADay)),
    Slip(
      "heze-2022", "\"hours\": 8, \"clause\": \"五3\"", "\"hours\": 0, \"clause\": \"五3\"",
      at: "dayLimits[0].hours",
      .limitAllowsNothing("training")),
    Slip(
      "zaozhuang-2023", "\"professional\": 24", "\"professional\": 60", at: "yearLimits[0].professional",
      .limitNeverBites("training", .moreThanUseful(Hours(60)))),
    Slip(
      "zaozhuang-2023", "\"public\": \"none\", \"professional\": 24", "\"public\": 10, \"professional\": 24",
      at: "yearLimits[0].public", .limitNeverBites("training", .noSuchSubject("public"))),
    Slip(
      "heze-2022", "\"category\": \"other\"", "\"category\": \"competition\"", at: "activities[7]",
      .activityNeverReached("competition")),
    Slip(
      "zaozhuang-2023", "{\"perItem\": 16}", "{\"perItem\": 0}", at: "activities[6].basis",
      .activityBringsNothing("qualification")),
    Slip(
      "zaozhuang-2023", "\"category\": \"leave\", \"subjects\": []",
      "\"category\": \"self-study\", \"subjects\": [\"public\"]", at: "leave", .leaveHalfStated(hasRule: true)
    ),
    Slip(
      "zaozhuang-2023", "{\"perItem\": 16}", "{\"perDay\": 16}", at: "activities[6].basis",
      .basisMakesNoSense(category: "qualification", basis: "perDay")),
    Slip(
      "jinan-2021", "{\"perDay\": 8}", "{\"perDay\": 25}", at: "activities[4].basis",
      .hoursPerDayMakeNoSense(Hours(25))),
    Slip(
      "jining-2020", "\"needs\": [{\"what\": \"level\", \"clause\": \"三(三)\"}]", "\"needs\": []",
      at: "activities[4].basis", .levelNeedMakesNoSense(category: "competition", isNeeded: false)),
    Slip(
      "heze-2022", "\"what\": \"filing\", \"clause\": \"五4\"", "\"what\": \"level\", \"clause\": \"五4\"",
      at: "activities[6].basis", .levelNeedMakesNoSense(category: "competition", isNeeded: true)),
    Slip(
      "jining-2020", "\"provincial\": 20", "\"provincial\": 5", at: "activities[4].basis",
      .levelsNotDescending(category: "competition")),
    Slip(
      "jinan-2021", "\"category\": \"online\", \"subjects\": [\"public\"]",
      "\"category\": \"self-study\", \"subjects\": [\"professional\"]", at: "requirements.public",
      .requirementUnreachable("public", most: Hours(5))),
    Slip(
      "heze-2022", "\"total\": {\"hours\": 90", "\"total\": {\"hours\": 60", at: "requirements.total",
      .totalNeverBites),
    Slip(
      "jining-2020", "\"compulsory\": {\"hours\": 20", "\"compulsory\": {\"hours\": 30",
      at: "requirements.modules",
      .modulesExceedPublic),
    Slip(
      "jinan-2021", "\"name\": \"泉城专技学堂\", \"otherNames\": [], \"hosts\": [], \"shortNames\": []",
      "\"name\": \"泉城专技学堂\", \"otherNames\": [], \"hosts\": [], \"shortNames\": [\"市平台\"]",
      at: "platforms[1]",
      .platformsOverlap("济南市专业技术人员继续教育公共服务平台", "泉城专技学堂", text: "市平台")),
    Slip(
      "heze-2022", "\"name\": \"菏泽职业学院\"", "\"name\": \"菏泽学院二部\"", at: "platforms[1]",
      .platformsOverlap("菏泽学院", "菏泽学院二部", text: "菏泽学院二部")),
    Slip(
      "zaozhuang-2023", "\"onePlatformAYear\": \"none\"", "\"onePlatformAYear\": {\"clause\": \"二(一)\"}",
      at: "onePlatformAYear", .tooFewToChooseFrom),
    Slip(
      "jining-2020", "{\"workingDaysBefore\": 5", "{\"workingDaysBefore\": 61", at: "filingTerm",
      .termMakesNoSense(days: 61)),
    Slip(
      "yantai-2023", "\"from\": 2020, \"to\": 2023", "\"from\": 2020, \"to\": 2024",
      at: "titleApplications.cases[1].spans[1]",
      .yearsMakeNoSense(2024)),
    Slip(
      "yantai-2023", "\"employer\": \"enterprise\"", "\"employer\": \"public-institution\"",
      at: "titleApplications.cases[1]",
      .applicationNeverReached),
    Slip(
      "zaozhuang-2023", "\"longerThanMonths\": 6", "\"longerThanMonths\": 12", at: "leave.longerThanMonths",
      .monthsMakeNoSense(12)),
    Slip(
      "jining-2020", "\"county\": 5", "\"county\": \"none\"", at: "activities[4].basis",
      .levelNotStated(category: "competition", level: "county")),
    // A row for county competitions takes them away from the one that states their hours.
    Slip(
      "jining-2020",
      "\"category\": \"education\", \"subjects\": [\"professional\"], \"series\": \"any\", \"levels\": \"any\"",
      "\"category\": \"competition\", \"subjects\": [\"professional\"], \"series\": \"any\", \"levels\": [\"county\"]",
      at: "activities[4].basis", .levelStatedTwice(category: "competition", level: "county")),
  ])
  func `what can't be meant is found with its place`(slip: Slip) throws {
    let source = try #require(RuleLibrary.embedded().source(id: slip.id))
    var text = String(decoding: source.content, as: UTF8.self)
    for (old, new) in slip.replacing {
      let range = try #require(text.firstRange(of: old), "\(old)")
      text.replaceSubrange(range, with: new)
    }
    let found = RuleChecks.check(Array(text.utf8), file: source.file)
    let fault = try #require(
      found.first { $0.keyPath == slip.path && $0.kind == .doubt(slip.doubt) },
      "found \(found.map { $0.description(in: .english) })")
    #expect(fault.line > 1)
    for language in Language.allCases { #expect(!fault.message(in: language).isEmpty) }
  }

  @Test func `a listed platform is wanted and none is listed`() throws {
    let decoding = RuleDecoderTests.decode(
      replacing: "\"study\": \"anywhere\"",
      with: "\"study\": {\"listedPlatforms\": \"一\", \"others\": \"refused\", \"filedStudy\": \"none\"}")
    var text = try #require(decoding.json).compact
    let platforms = try #require(decoding.json?["platforms"]).compact
    let range = try #require(text.firstRange(of: platforms))
    text.replaceSubrange(range, with: "[]")
    let kinds = RuleChecks.check(Array(text.utf8), file: "a.json").map(\.kind)
    #expect(kinds.contains(.doubt(.noPlatformToStudyOn(category: "training"))))
  }

  @Test func `a file of another name is found by that name only`() throws {
    let source = try #require(RuleLibrary.embedded().source(id: "heze-2022"))
    let found = RuleChecks.check(source.content, file: "/tmp/heze.json")
    #expect(found.map(\.kind) == [.doubt(.fileNameDiffers(id: "heze-2022"))])
    #expect(found.map(\.isError) == [false])
    #expect(RuleChecks.check(source.content, file: "/tmp/heze-2022.json").isEmpty)
  }

  @Test func `a file with faults is not doubted`() {
    let found = RuleChecks.check(Array("{}".utf8), file: "a.json")
    #expect(found.count == RuleDecoder.topKeys.count)
    #expect(found.allSatisfy { if case .missingKey = $0.kind { true } else { false } })
  }

  @Test(arguments: [
    ("每天不超过8学时", Hours(8), true), ("每天不超过８学时", Hours(8), true), ("不超过八学时", Hours(8), true),
    ("累计三十学时", Hours(30), true), ("累计30.0学时", Hours(30), true), ("共130学时", Hours(30), false),
    ("每月2.5学时", Hours(inHundredths: 250), true), ("2.5", Hours(5), false), ("一百二十天", Hours(120), true),
    ("十五日内", Hours(15), true), ("二〇二三年", Hours(2023), true), ("", Hours(0), false),
  ])
  func `figures of a paraphrase are found in digits and numerals`(text: String, hours: Hours, isThere: Bool) {
    #expect(FiguresOfText(text).contains(hours) == isThere)
  }

  @Test(arguments: [
    ("从2022年6月13日起", true), ("从2022-06-13起", true), ("6月13日", true), ("六月十三日", true), ("６月１３日", true),
    ("6月31日", false), ("2022-06-14", false), ("13月6日", false), ("6 13", false),
  ])
  func `days of a paraphrase are found in any spelling`(text: String, isThere: Bool) throws {
    let day = try #require(Day(year: 2022, month: 6, day: 13))
    #expect(FiguresOfText(text).contains(day) == isThere)
  }
}
