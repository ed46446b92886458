import ContinuingEdCore
import Foundation

// What a program on the library does, from end to end; its output stands in expected.txt. The first argument is the
// repository.
let root = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")
let temporary = FileManager.default.temporaryDirectory.appending(path: "outside-\(UUID().uuidString)")
defer { try? FileManager.default.removeItem(at: temporary) }

do {
  try judgeTyped()
  try await readFile()
  try planAndExplain()
  try await keepLedger()
  try saySomethingWrong()
} catch {
  print("failed:", error.localizedDescription)
  exit(1)
}

/// Somebody typed, with one entry twice.
func judgeTyped() throws {
  print("== typed")
  let rules = try RuleSet(city: "枣庄", year: 2023)
  let judge = Judge(rules)
  let wang = Person(id: "T-7", name: "王芳", unit: "市立医院")
  let course = Entry(
    .online, subject: .public, title: "公需课", days: Day("2023-05-04").map(DayRange.init), hours: Hours(30),
    platform: "市平台")
  let judgement = judge.judgement(of: wang, with: [course, course])
  print(judgement.id, judgement.verdict.code, judgement.credited.total, "of", judgement.required.total)
  for result in judgement.results {
    print(result.state.code, result.credited, result.losses.map { $0.text(in: .english) })
  }
  let text = try JSONEncoder().encode(judgement)
  print("round trip:", try JSONDecoder().decode(Judgement.self, from: text) == judgement)
}

/// A file of the samples, and one with a problem.
func readFile() async throws {
  print("== a file")
  let rules = try RuleSet(city: "zaozhuang", year: 2023)
  let sample = root.appending(path: "samples/zaozhuang-2023.csv")
  let staff = try await Staff(contentsOf: [sample], for: [rules])
  var verdicts: [String: Int] = [:]
  for judgement in Judge(rules).judgements(of: staff) { verdicts[judgement.verdict.code, default: 0] += 1 }
  let counted = verdicts.values.reduce(0, +)
  print(staff.people.count == counted, staff.people.isEmpty)
  let torn = Array("身份证号,类别,学时,开始日期\nT-1,培训进修,8,2023-13-01\n".utf8)
  for problem in try Staff(csv: torn, named: "登记表.csv", for: [rules]).problems {
    print(problem.code.code, problem.file, problem.line, problem.column ?? "-")
  }
}

/// What is missing, how to earn it, and how a verdict came about.
func planAndExplain() throws {
  print("== plan and explanation")
  let rules = try RuleSet(city: "heze", year: 2022)
  let judge = Judge(rules)
  let wang = Person(id: "T-7", name: "王芳")
  let day = Day("2022-07-05").map(DayRange.init)
  let entries = [
    Entry(.training, title: "急诊", days: day, hours: Hours(8), filing: "菏备1"),
    Entry(.training, title: "护理", days: day, hours: Hours(8), filing: "菏备2"),
  ]
  if let today = Day("2022-09-01") {
    let plan = judge.plan(for: wang, with: entries, after: today)
    print(plan.outcome.code, plan.hours)
    let further = entries + plan.studies.map(\.entry)
    print("with it:", judge.judgement(of: wang, with: further).verdict.code)
  }
  let explanation = judge.explanation(of: judge.judgement(of: wang, with: entries))
  print(explanation.text(in: .chinese))
}

/// A ledger from its making to its verdicts.
func keepLedger() async throws {
  print("== ledger")
  guard let moment = Timestamp("2023-07-01"), let author = Author("李审", at: moment) else { return }
  let ledger = try Ledger.create(at: temporary)
  let wang = Person(id: "T-7", name: "王芳")
  let course = Entry(
    .training, title: "急诊", days: Day("2023-05-04").map(DayRange.init), hours: Hours(8), filing: "备1")
  let id = try await ledger.add(course, of: wang, by: author)
  let file = RecordsFile(
    csv: Array("身份证号,类别,学时,开始日期,名称\nT-8,培训进修,8,2023-05-04,护理\n".utf8), named: "登记表.csv")
  let receipt = try await ledger.importing(file, by: author)
  var better = course
  better.evidence = "证书1"
  let corrected = try await ledger.correct(id, to: better, because: "证书补交", by: author)
  try await ledger.approve([corrected], as: .verified, by: author)
  try await ledger.void(receipt.entries, because: "登记错人", by: author)
  print(id, corrected, receipt.text(in: .english))
  let rules = try RuleSet(city: "zaozhuang", year: 2023)
  for judgement in Judge(rules).judgements(of: try await ledger.staff(for: [rules])) {
    print(judgement.id, judgement.verdict.code, judgement.credited.total)
  }
}

/// Errors speak, whoever catches them.
func saySomethingWrong() throws {
  print("== errors")
  do {
    _ = try RuleSet(city: "qingdao", year: 2023)
  } catch {
    print(error.text(in: .english).prefix(40))
  }
  do {
    _ = try Ledger(at: temporary.appending(path: "nothing"))
  } catch {
    print(error.reason.code)
  }
}
