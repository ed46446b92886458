import ContinuingEdCore
import Foundation

// The examples of the library's comments and of the README, as they stand there: a test compares them line by line.

func wordsOfLists() {
  let verdict = Verdict.short
  print(verdict.text(in: .english))  // short
  let kind = LeaveKind(code: "sick")  // .sick
  let word = Verdict.notApplicable.code
  print(kind as Any, word)
}

func hoursAndDays() {
  let course = Hours(8)
  let half = Hours(hundredths: 50)  // 0.5
  let typed = Hours("2.5")
  print(course, half as Any, typed as Any)
  let first = Day("2023-07-01")
  let same = Day(year: 2023, month: 7, day: 1)
  let never = Day("2023-02-29")  // nil
  print(first == same, never as Any)
  if let first = Day("2023-07-01"), let last = Day("2023-07-03"), let days = DayRange(first, last) {
    print(days.count)  // 3
  }
}

func ruleSets(json: [UInt8]) throws {
  let rules = try RuleSet(city: "heze", year: 2022)
  print(rules.id, rules.text(in: .chinese))
  print(rules["三"]?.text ?? "")
  print(RuleLibrary.shipped.ids)
  for fault in RuleSet.faults(inJSON: json, named: "qingdao-2026.json") { print(fault.text(in: .english)) }
  let calendar = WorkdayCalendar(csv: Array("2027-01-01,off\n2027-01-02,work\n".utf8))
  _ = Judge(rules, calendar: calendar)
}

func people() {
  var wang = Person(id: "370402199003071233", name: "王芳", unit: "市立医院")
  wang.roster = RosterFacts(employer: .publicInstitution, city: "枣庄")
  let facts = RosterFacts(series: "卫生技术", reviewDate: Day("2023-10-09"))
  print(wang, facts)
}

func entries() {
  let course = Entry(
    .online, subject: .public, title: "公需课", days: Day("2022-07-01").map(DayRange.init), hours: Hours(30),
    platform: "菏泽学院")
  print(course.problems)  // []
  let sick: EntryKind = .sick
  let lecture: EntryKind = "知识更新"
  print(sick, lecture)
}

func reading() throws {
  let file = RecordsFile(csv: Array("身份证号,类别\n1,自学\n".utf8), named: "登记表.csv")
  var options = ReadingOptions()
  options.columns = ["人员代码": "person_id"]
  _ = try Staff([file], for: [], options: options)
  let row = Array("身份证号,类别,学时\n1,自学,多\n".utf8)
  let staff = try Staff(csv: row, named: "登记表.csv", for: [])
  for problem in staff.problems { print(problem.text(in: .chinese)) }
}

func staffs() {
  let wang = Person(id: "370402199003071233", name: "王芳")
  let class1 = Entry(.training, title: "急诊", days: Day("2022-07-01").map(DayRange.init), hours: Hours(8))
  let staff = Staff([(wang, [class1, class1])])
  print(staff.problems.map(\.code))  // [.duplicate]
}

func judging() throws {
  let rules = try RuleSet(city: "heze", year: 2022)
  let judge = Judge(rules)
  let course = Entry(
    .online, subject: .public, title: "公需课", days: Day("2022-07-01").map(DayRange.init), hours: Hours(30),
    platform: "菏泽学院")
  let judgement = judge.judgement(of: Person(id: "370402199003071233"), with: [course])
  print(judgement.verdict)  // short
}

func judgements(_ judge: Judge, _ rules: RuleSet, _ wang: Person, _ course: Entry, _ today: Day) {
  let judgement = judge.judgement(of: wang, with: [course])
  if judgement.verdict != .compliant {
    print(judgement.text(in: .english), judgement.shortfall.total)
    for result in judgement.results {
      for loss in result.losses { print(loss.text(in: .english), rules[loss.clause ?? ""]?.text ?? "") }
    }
  }
  let plan = judge.plan(for: wang, with: [course], after: today)
  for study in plan.studies { print(study.text(in: .english)) }
  let explanation = judge.explanation(of: judgement)
  print(explanation.text(in: .chinese))
}

func titles() throws {
  let yantai = try RuleSet(city: "烟台", year: 2023)
  let titles = TitleJudge(yantai, reviewDate: Day("2023-09-01"))
  let wang = Person(id: "370402199003071233", roster: RosterFacts(employer: .publicInstitution))
  let audited = Entry(.annual, subject: .public, year: 2022, hours: Hours(30))
  let application = titles.application(of: wang, with: [audited])
  for year in application.years { print(year.year, year.shortfall.total) }
}

func ledgers(
  at folder: URL, _ rules: RuleSet, _ judge: Judge, _ wang: Person, _ course: Entry, _ author: Author
) async throws {
  let ledger = try Ledger.create(at: folder)
  let id = try await ledger.add(course, of: wang, by: author)
  try await ledger.approve([id], as: .verified, by: author)
  let staff = try await ledger.staff(for: [rules])
  for judgement in judge.judgements(of: staff) { print(judgement.id, judgement.verdict) }
}

func journals() {
  let id = EntryID("2023-17")
  let day = Timestamp("2023-07-01")
  let moment = Timestamp("2023-07-01T09:30:00+08:00")
  let never = Timestamp("31.12.2022")  // nil
  print(id as Any, day as Any, moment as Any, never as Any)
  if let moment = Timestamp("2023-07-01"), let author = Author("李审", at: moment) { print(author.name) }
}

func readme() throws {
  let rules = try RuleSet(city: "枣庄", year: 2023)
  let judge = Judge(rules)
  let wang = Person(id: "370402199003071233", name: "王芳")
  let course = Entry(
    .training, title: "急诊", days: Day("2023-07-01").map(DayRange.init), hours: Hours(8), filing: "备1")
  let judgement = judge.judgement(of: wang, with: [course])
  print(judgement.verdict, judgement.shortfall.total)
  print(judge.explanation(of: judgement).text(in: .english))
}
