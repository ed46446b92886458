import Foundation
import Testing

@testable import ContinuingEdCore

/// Judging as a user of the library does it; the figures are those of the notices' articles, by hand.
@Suite struct JudgeTests {
  private let heze: RuleSet
  private let zaozhuang: RuleSet
  private let yantai: RuleSet
  private let wang = LibraryDesk.wang

  init() throws {
    heze = try LibraryDesk.rules("heze", 2022)
    zaozhuang = try LibraryDesk.rules("枣庄", 2023)
    yantai = try LibraryDesk.rules("烟台", 2023)
  }

  private func training(_ title: String, _ day: String, hours: Hours? = Hours(8)) -> TypedEntry {
    TypedEntry(
      .training, title: title, days: LibraryDesk.days(day), hours: hours, filing: "备1", evidence: "证书1")
  }

  @Test("30 public and 60 professional hours on a listed platform are enough")
  func compliant() {
    let judgement = Judge(heze).judgement(of: wang, with: LibraryDesk.enough)
    #expect(judgement.verdict == .compliant)
    #expect(judgement.id == "T-7" && judgement.ruleSet == "heze-2022")
    #expect(judgement.required.total == Hours(90) && judgement.credited.total == Hours(90))
    #expect(judgement.results.map(\.credited) == [Hours(30), Hours(60)])
    #expect(judgement.problems.isEmpty && judgement.shortfall.isZero)
  }

  @Test("the eight hours of a day refuse the second course, with the clause")
  func loses() throws {
    // Heze 五3: at most 8 a day; 8 + 8 on one day bring 8.
    let judgement = Judge(heze).judgement(
      of: wang, with: [training("急诊", "2022-07-05"), training("护理", "2022-07-05")])
    #expect(judgement.credited.professional == Hours(8))
    let loss = try #require(judgement.results.last?.losses.first)
    #expect(loss.reason == .dailyCap && loss.hours == Hours(8))
    let clause = try #require(heze[loss.clause ?? ""])
    #expect(clause.locator == loss.clause && clause.text.contains("8"))
    #expect(heze["no such place"] == nil)
  }

  @Test("equal typed entries count once")
  func duplicates() {
    let entry = training("急诊", "2022-07-05")
    let judgement = Judge(heze).judgement(of: wang, with: [entry, entry])
    #expect(judgement.credited.professional == Hours(8))
    #expect(judgement.results.map(\.losses.first?.reason) == [nil, .duplicate])
  }

  @Test("an entry with neither year nor date does not vanish")
  func undated() {
    let entry = TypedEntry(.training, title: "急诊", hours: Hours(8), filing: "备1")
    let judgement = Judge(heze).judgement(of: wang, with: [entry])
    #expect(judgement.verdict == .undetermined)
    #expect(judgement.problems.map(\.code) == [.missingDate])
    #expect(judgement.problems.first?.line == 1)
  }

  @Test("hours that a rule set does not fix are asked for, whatever the staff was read for")
  func fixedAmounts() throws {
    // A competition is 10 an item in Zaozhuang; Heze wants hours declared.
    let row = "身份证号,类别,年度,备案号,证明材料\nT-7,技能竞赛,YEAR,备1,证书1\n"
    func verdict(_ year: Int, read: [RuleSet], judge: RuleSet) throws -> (Verdict?, [ProblemCode]) {
      let csv = row.replacing("YEAR", with: String(year))
      let staff = try Staff(csv: Array(csv.utf8), named: "登记表.csv", for: read)
      let judgement = Judge(judge).judgements(of: staff).first { _ in true }
      return (judgement?.verdict, judgement?.problems.map(\.code) ?? [])
    }
    #expect(try verdict(2022, read: [heze], judge: heze) == (.undetermined, [.missingHours]))
    #expect(try verdict(2022, read: [], judge: heze) == (.undetermined, [.missingHours]))
    #expect(try verdict(2022, read: [zaozhuang], judge: heze) == (.undetermined, [.missingHours]))
    #expect(try verdict(2023, read: [zaozhuang], judge: zaozhuang) == (.short, []))
    let typed = TypedEntry(.competition, year: 2022, filing: "备1")
    #expect(Judge(heze).judgement(of: wang, with: [typed]).verdict == .undetermined)
    let judged = Judge(heze).judgements(of: Staff([(wang, [typed])])).map(\.verdict)
    #expect(judged == [.undetermined])
  }

  @Test("nobody is judged by another city's rules")
  func cities() throws {
    var person = wang
    person.roster = .init(city: "烟台市")
    let entries = [
      TypedEntry(
        .online, subject: .public, days: LibraryDesk.days("2023-07-01"), hours: Hours(30), platform: "鲁东大学"),
      TypedEntry(
        .online, subject: .professional, days: LibraryDesk.days("2023-07-01"), hours: Hours(60),
        platform: "鲁东大学"),
    ]
    let stranger = Judge(zaozhuang).judgement(of: person, with: entries)
    #expect(stranger.verdict == .undetermined && stranger.ruleSet == nil && stranger.results.isEmpty)
    #expect(stranger.problems.map(\.code) == [.unknownCity])
    let known = Judge(zaozhuang, cities: [yantai]).judgement(of: person, with: entries)
    #expect(known.verdict == .compliant && known.ruleSet == "yantai-2023")
    // A rule set of another year is not the city's of this one.
    let other = Judge(heze, cities: [yantai]).judgement(of: person, with: entries)
    #expect(other.verdict == .undetermined)
    // The same of many, who were read before anybody knew by which rules.
    let staff = Staff([(person, entries), (TypedPerson(id: "T-8"), [])])
    #expect(Judge(zaozhuang).judgements(of: staff).map(\.verdict) == [.undetermined, .short])
    #expect(
      Judge(zaozhuang, cities: [yantai]).judgements(of: staff).map(\.ruleSet)
        == ["yantai-2023", "zaozhuang-2023"])
  }

  @Test("a roster's cities are judged by theirs, in whatever order rule sets are given")
  func citiesOfFiles() throws {
    let rows = "身份证号,类别,科目,学时,开始日期,平台\nT-7,网上学习,公需,30,2023-07-01,鲁东大学\n"
    let roster = RosterFile(csv: Array("身份证号,姓名,城市\nT-7,王芳,烟台\nT-8,李明,\n".utf8), named: "花名册.csv")
    for read in [[zaozhuang, yantai], [yantai, zaozhuang]] {
      let staff = try Staff(csv: Array(rows.utf8), named: "登记表.csv", roster: roster, for: read)
      #expect(staff.problems.isEmpty)
      let judged = Judge(zaozhuang, cities: [yantai]).judgements(of: staff)
      #expect(judged.map(\.ruleSet) == ["yantai-2023", "zaozhuang-2023"])
      #expect(judged.map(\.credited.public) == [Hours(30), .zero])
      #expect(Judge(zaozhuang).judgements(of: staff).map(\.ruleSet) == [nil, "zaozhuang-2023"])
    }
  }

  @Test("somebody with an ID that is none is never compliant", arguments: ["", "无", "3.7E+17", "合计"])
  func nobody(id: String) {
    let judgement = Judge(heze).judgement(of: TypedPerson(id: id), with: LibraryDesk.enough)
    #expect(judgement.verdict == .undetermined && judgement.id == id)
  }

  @Test("a roster row with a problem leaves nobody compliant")
  func rosterProblem() {
    var person = wang
    person.roster = .init(from: Day("2022-09-01"), to: Day("2022-08-01"))
    let judgement = Judge(heze).judgement(of: person, with: LibraryDesk.enough)
    #expect(judgement.verdict == .undetermined)
    #expect(judgement.problems.map(\.code) == [.endBeforeStart])
    person.roster = .init(titleFrom: 70_000)
    #expect(Judge(heze).judgement(of: person, with: LibraryDesk.enough).problems.map(\.code) == [.badYear])
  }

  @Test("somebody who left before the year is not judged")
  func away() {
    var person = wang
    person.roster = .init(to: Day("2021-12-31"))
    let judgement = Judge(heze).judgement(of: person, with: LibraryDesk.enough)
    #expect(judgement.verdict == .undetermined && judgement.problems.map(\.code) == [.away])
  }

  @Test("as of a day, what ends later is left out")
  func asOf() {
    let judgement = Judge(heze, asOf: Day("2022-07-30")).judgement(of: wang, with: LibraryDesk.enough)
    #expect(judgement.verdict == .short && judgement.credited.total == .zero)
  }

  @Test("a leave can be typed, and lowers what is required")
  func leave() {
    // Zaozhuang, 附件1第6条: maternity leave of 2023-01-01 to 2023-03-14, 73 of 365 days: a fifth. 30 and 60 become 24 and 48.
    let leave = TypedEntry(
      .leave, days: LibraryDesk.days("2023-01-01", "2023-03-14"), evidence: "证明", kind: .maternity)
    let judgement = Judge(zaozhuang).judgement(of: wang, with: [leave])
    #expect(judgement.required.public == Hours(24) && judgement.required.professional == Hours(48))
    #expect(judgement.required.total == Hours(72))
  }

  @Test("a workshop is told by the word in its kind")
  func kinds() {
    // Heze 五2: workshops of 知识更新 have 30 a year and no limit of a day; others 8 a day.
    func credited(_ kind: EntryKind?) -> Hours {
      let entry = TypedEntry(
        .workshop, title: "研修", days: LibraryDesk.days("2022-07-05"), hours: Hours(20), filing: "备1",
        kind: kind)
      return Judge(heze).judgement(of: wang, with: [entry]).credited.professional
    }
    #expect(credited("知识更新工程") == Hours(20))
    #expect(credited(nil) == Hours(8))
  }

  @Test("typed people and the same people in a file are judged alike")
  func likeAFile() throws {
    let rows = """
      身份证号,姓名,单位,类别,科目,名称,开始日期,结束日期,学时,平台
      T-7,王芳,市立医院,网上学习,公需,公需,2022-07-01,2022-07-31,30,菏泽学院
      T-7,王芳,市立医院,网上学习,专业,专业,2022-07-01,2022-07-31,60,菏泽学院
      """
    let file = try Staff(csv: Array(rows.utf8), named: "登记表.csv", for: [heze])
    let typed = Judge(heze).judgement(of: wang, with: LibraryDesk.enough)
    let read = try #require(Judge(heze).judgements(of: file).first { _ in true })
    #expect(read.person == wang && read.verdict == typed.verdict && read.credited == typed.credited)
    #expect(read.results.map(\.entry) == typed.results.map(\.entry))
    #expect(read.results.map(\.line) == [2, 3] && read.results.first?.file == "登记表.csv")
    #expect(typed.results.first?.line == nil)
    #expect(Array(Judge(heze).judgements(of: Staff([(wang, LibraryDesk.enough)]))) == [typed])
  }

  @Test("a judgement comes back from JSON")
  func comesBack() throws {
    let judgement = Judge(heze).judgement(
      of: wang, with: LibraryDesk.enough + [training("急诊", "2022-07-05"), training("护理", "2022-07-05")])
    let text = try JSONEncoder().encode(judgement)
    #expect(try JSONDecoder().decode(ContinuingEdCore.Judgement.self, from: text) == judgement)
    #expect(judgement.hashValue == judgement.hashValue)
  }

  @Test("what an auditor would ask is asked of typed entries too")
  func questions() {
    let entry = TypedEntry(
      .training, title: "急诊", days: LibraryDesk.days("2022-07-05"), hours: Hours(25), filing: "备1")
    #expect(
      Judge(heze).questions(about: Staff([(wang, [entry])])).map(\.code) == [.over24ADay])
  }

  @Test("several threads judge by one judge")
  func threads() async {
    let (judge, wang) = (Judge(heze), wang)
    let verdicts = await withTaskGroup(of: Verdict.self) { group in
      for _ in 0..<8 { group.addTask { judge.judgement(of: wang, with: LibraryDesk.enough).verdict } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(verdicts == Array(repeating: .compliant, count: 8))
  }
}
