import Testing

@testable import ContinuingEdCore

/// The forms of one person's judgement, made by hand.
@Suite struct CheckWritersTests {
  /// Wang Fang with one training that lost 4 of 12 hours to the day limit, and one pending achievement.
  private static func sample(_ id: String = "zaozhuang-2023") throws -> (CheckRun, PersonJudgement) {
    let rules = try RuleLibrary.embedded().ruleSet(id: id)
    var records = Records()
    records.files = [SourceFile(path: "a\"b.csv")]
    var person = ListedPerson()
    person.id = records.texts.append("370402199003071234")
    person.name = records.texts.append("王芳")
    records.people = [person]
    var training = EntryRow()
    training.line = 2
    training.category = .training
    training.title = records.texts.append("急诊,\"急救\"")
    training.start = Day(year: 2023, month: 5, day: 6)
    var paper = EntryRow()
    paper.line = 3
    paper.category = .achievement
    records.entries = EntryStore([[training, paper]])
    let cap = ClauseID(rules.clauses.firstIndex { $0.locator == "附件1第1条" } ?? 0)
    var reasons = WordSet<PendingReason>()
    reasons.insert(.evidenceMissing)
    reasons.insert(.inReview)
    var judgement = PersonJudgement(
      verdict: .short, required: RequiredHours(), requiredIfApproved: RequiredHours(),
      credited: SubjectHours(),
      ifApproved: SubjectHours(), findings: [Finding(code: .leavePending, clause: cap)],
      entries: [
        RowResult(
          entry: 0, subject: .professional, worth: Hours(12), credited: Hours(8), state: .confirmed,
          reasons: WordSet(), losses: [RowLoss(reason: .dailyCap, hours: Hours(4), clause: cap)], clause: cap,
          activity: 0, days: nil),
        RowResult(
          entry: 1, subject: .professional, worth: Hours(inHundredths: 1050),
          credited: Hours(inHundredths: 1050),
          state: .pending, reasons: reasons, losses: [], clause: cap, activity: 0, days: nil),
      ], platformKept: nil)
    (judgement.required.public, judgement.required.professional) = (Hours(30), Hours(60))
    judgement.required.total = Hours(90)
    judgement.required.publicCompulsory = Hours(20)
    judgement.required.publicElective = Hours(10)
    judgement.credited.professional = Hours(8)
    judgement.ifApproved.professional = Hours(inHundredths: 1850)
    return (CheckRun(records: records, ruleSets: [rules], calendar: .embedded), judgement)
  }

  private func written(_ writer: some PersonWriter, _ judgement: PersonJudgement) -> String {
    var writer = writer
    var buffer = ByteBuffer()
    writer.write(0, judgement, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func `csv has 18 cells`() throws {
    let (run, sample) = try Self.sample()
    var judgement = sample
    judgement.losses.add(Hours(4), .dailyCap)
    judgement.losses.add(Hours(inHundredths: 1050), .notFiled)
    judgement.losses.add(.zero, .duplicate)
    #expect(
      written(CheckCSV(run: run, ids: .full), judgement)
        == "370402199003071234,王芳,,short,0,8,8,30,60,90,30,52,82,0,18.5,18.5,leave-pending,"
        + "duplicate=0;not-filed=10.5;daily-cap=4\n")
    #expect(
      written(CheckCSV(run: run, ids: .masked), judgement).hasPrefix("3704**********1234,王芳,,"))
  }

  @Test func `json accounts for every hour`() throws {
    let (run, judgement) = try Self.sample()
    let clause = run.ruleSets[0].clauses.first { $0.locator == "附件1第1条" }?.says ?? ""
    let expected =
      #"{"id": "370402199003071234", "name": "王芳", "unit": "", "verdict": "short", "#
      + #""required": {"public": 30, "professional": 60, "total": 90}, "#
      + #""credited": {"public": 0, "professional": 8, "total": 8}, "#
      + #""ifApproved": {"public": 0, "professional": 18.5, "total": 18.5}, "#
      + #""shortfall": {"public": 30, "professional": 52, "total": 82}, "#
      + #""findings": [{"code": "leave-pending", "clause": "附件1第1条", "message": "#
      + "\"有特殊情形待认定，认定后应修学时会减少（附件1第1条：\(clause)）\"}], "
      + #""entries": [{"file": "a\"b.csv", "line": 2, "category": "training", "subject": "professional", "#
      + #""title": "急诊,\"急救\"", "start": "2023-05-06", "end": "2023-05-06", "worth": 12, "credited": 8, "#
      + #""state": "confirmed", "reasons": [], "losses": [{"reason": "daily-cap", "hours": 4, "#
      + "\"clause\": \"附件1第1条\", \"message\": \"超过每天的学时上限（附件1第1条：\(clause)）\"}]}, "
      + #"{"file": "a\"b.csv", "line": 3, "category": "achievement", "subject": "professional", "title": "", "#
      + #""start": null, "end": null, "worth": 10.5, "credited": 10.5, "state": "pending", "#
      + #""reasons": ["in-review", "evidence-missing"], "losses": []}]}"#
    #expect(written(CheckJSON(run, ids: .full, indent: "", end: ""), judgement) == expected)
  }

  @Test func `json has the modules where the rule set has them`() throws {
    let (run, judgement) = try Self.sample("jining-2020")
    let text = written(CheckJSON(run, ids: .full, indent: "", end: "\n"), judgement)
    #expect(
      text.contains(
        #""required": {"public": 30, "professional": 60, "total": 90, "publicCompulsory": 20, "publicElective": 10}"#
      )
    )
  }

  @Test func `a bar is full only when the hours are`() {
    func bar(_ credited: Int, _ approved: Int) -> (Int, Int) {
      PersonCard.Bar(
        label: "", credited: Hours(inHundredths: credited), ifApproved: Hours(inHundredths: approved),
        required: Hours(30), missing: .zero, missingIfApproved: .zero
      ).filled(of: 24)
    }
    #expect(bar(0, 0) == (0, 0))
    #expect(bar(2999, 2999) == (23, 0))
    #expect(bar(3000, 3000) == (24, 0))
    #expect(bar(1500, 3000) == (12, 12))
    #expect(bar(9000, 9000) == (24, 0))
  }

  @Test(arguments: [0, 1, 255, 256, 257, 5000])
  func `ranges are taken in order whatever the number of threads`(count: Int) {
    for threads in [1, 2, 7] {
      var taken: [Int] = []
      OrderedWork.run(
        count: count, threads: threads, makeWorker: { 0 }, work: { (_: inout Int, range) in Array(range) },
        take: { (part: [Int]) throws(Never) -> Bool in
          taken += part
          return true
        })
      #expect(taken == Array(0..<count))
    }
  }
}
