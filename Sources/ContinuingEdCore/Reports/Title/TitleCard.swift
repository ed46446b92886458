/// One person's application in words: the whole way year by year, with clauses, and what can still be done. No hour is
/// computed here: all figures are the judgement's.
struct TitleCard {
  let heading: String
  let verdict: Verdict
  /// Employer, review date, last day, and which years are asked.
  private(set) var facts: [String] = []
  private(set) var years: [Year] = []
  /// What is missing, what waits, and what can be done.
  private(set) var sections: [(heading: String, lines: [String])] = []
  /// The clauses that all of it rests on: rule set, place and paraphrase.
  private(set) var clauses: [(locator: String, says: String)] = []
  /// What the notice wants printed.
  private(set) var notes: [String] = []

  /// One year, or one average.
  struct Year {
    var heading: String
    var verdict: Verdict?
    /// Subject, `20/30`, and what is missing or waits.
    var hours: [String] = []
    var findings: [String] = []
    /// Entries and what became of them.
    var entries: [[String]] = []
  }

  private let run: TitleRun
  private let language: Language
  private let application: Int
  private var cited: [(ruleSet: Int, clause: ClauseID)] = []

  init(_ index: Int, _ judgement: TitleJudgement, _ run: TitleRun, _ style: CheckStyle, asOf: Day?) {
    self.run = run
    language = style.language
    verdict = judgement.verdict
    let roster = run.records.roster(of: index)
    let city = roster?.ruleSet ?? 0
    application = city < run.rules.applicationCount ? city : 0
    let (person, texts) = (run.records.people[index], run.records.texts)
    let id = ShownText.safe(style.ids.show(texts.string(person.id)))
    let parts = [texts.string(person.name), texts.string(person.unit)].map(ShownText.safe)
    heading = [parts[0], id, parts[1]].filter { !$0.isEmpty }.joined(separator: "  ")
    addFacts(judgement, roster)
    let rows = run.records.entries(of: index)
    for year in judgement.years { years.append(self.year(year, judgement, rows)) }
    for average in judgement.averages { years.append(self.average(average)) }
    addMissing(judgement)
    let unusable = rows.filter { $0.marks.contains(.unusable) }.map { "\($0.line)" }
    if !unusable.isEmpty {
      let lines = unusable.joined(separator: language.pick("、", ", "))
      sections.append(
        (
          language.pick("有问题、没有使用的行", "Rows with problems, not used"),
          [language.pick("第 \(lines) 行", "lines \(lines)")]
        ))
    }
    if judgement.verdict != .compliant, judgement.verdict != .notApplicable, let asOf {
      addWhatCanBeDone(index, judgement, asOf)
    }
    let rules = run.rules.ruleSets[application]
    if let note = rules.titleApplications?.note, let clause = rules.titleApplications?.clause {
      notes.append(note + cite(clause, application))
    }
    clauses = cited.map { place in
      let rules = run.rules.ruleSets[place.ruleSet]
      let isOther = place.ruleSet != application
      let clause = rules.clauses[Int(place.clause)]
      return ((isOther ? rules.id + " " : "") + clause.locator, clause.says)
    }
  }

  // MARK: Clauses

  private mutating func cite(_ clause: ClauseID?, _ ruleSet: Int) -> String {
    guard let clause, run.rules.ruleSets[ruleSet].clauses.indices.contains(Int(clause)) else { return "" }
    if !cited.contains(where: { $0.ruleSet == ruleSet && $0.clause == clause }) {
      cited.append((ruleSet, clause))
    }
    let locator = run.rules.ruleSets[ruleSet].locator(clause)
    return language.pick("（\(locator)）", " (\(locator))")
  }

  private mutating func words(_ finding: TitleFinding) -> String {
    let said = finding.code.label(in: language) + cite(finding.clause, finding.ruleSet)
    return finding.code.remedy(in: language).map { said + language.pick("；", "; ") + $0 } ?? said
  }

  // MARK: Parts

  private mutating func addFacts(_ judgement: TitleJudgement, _ roster: RosterRow?) {
    let rules = run.rules.ruleSets[application]
    let words = RuleWords(language: language)
    if let employer = roster?.employer {
      facts.append(language.pick("单位性质：", "employer: ") + words.employer(employer))
    }
    if let applications = rules.titleApplications, !applications.cases.isEmpty,
      judgement.verdict != .notApplicable
    {
      for one in applications.cases(for: roster?.employer) {
        let spans = one.spans.map(words.span).joined(separator: language.pick("；", "; "))
        let whom = one.employer.map { words.employer($0) + language.pick("：", ": ") } ?? ""
        facts.append(
          language.pick("要提供：", "to be shown: ") + whom + spans + cite(applications.clause, application))
      }
    }
    if let day = judgement.reviewDate, let cutoff = judgement.cutoff {
      facts.append(
        language.pick(
          "申报日期 \(day)，学习截止 \(cutoff.day)", "application on \(day), last day of study \(cutoff.day)")
          + cite(cutoff.clause, application))
    }
    for finding in judgement.findings { facts.append(self.words(finding)) }
  }

  private mutating func year(_ year: TitleYear, _ judgement: TitleJudgement, _ rows: [EntryRow]) -> Year {
    let own = year.ruleSet.map { run.rules.ruleSets[$0].id }
    let basis =
      own.map { language.pick("按 \($0)", "by \($0)") }
      ?? language.pick(
        "没有这一年度的规则集：按申报的学时，标准用 \(run.rules.ruleSets[application].id)",
        "no rule set of this year: declared hours, held to the figures of \(run.rules.ruleSets[application].id)"
      )
    var shown = Year(
      heading: language.pick("\(year.year) 年度（\(basis)）", "\(year.year) (\(basis))"), verdict: year.verdict)
    let (required, credited) = (HeldHours(year.required, year.asked), HeldHours(year.credited))
    let approved = HeldHours(year.ifApproved)
    let rules = run.rules.ruleSets[year.ruleSet ?? application]
    let hasModules = year.ruleSet != nil && rules.requirements.modules != nil
    func line(_ label: String, _ held: Hours?, _ have: Hours?, _ then: Hours?) {
      guard let have, let then else { return }
      var text = "\(label) \(have)"
      if let held {
        text += "/\(held)"
        let missing = held.missing(from: have)
        if missing > .zero { text += language.pick("，还缺 \(missing)", ", \(missing) missing") }
      } else {
        text += language.pick("（不要求）", " (not asked)")
      }
      if then != have { text += language.pick("，待审的认定后为 \(then)", ", \(then) if approved") }
      shown.hours.append(text)
    }
    line(Subject.public.label(in: language), required.public, credited.public, approved.public)
    if hasModules, year.asked.contains(.public) {
      line(
        language.pick("·必修", " compulsory"), required.publicCompulsory, credited.publicCompulsory,
        approved.publicCompulsory)
      line(
        language.pick("·选修", " elective"), required.publicElective, credited.publicElective,
        approved.publicElective)
    }
    line(
      Subject.professional.label(in: language), required.professional, credited.professional,
      approved.professional)
    if year.asked.count == 2 || year.asked.isEmpty {
      line(language.pick("合计", "total"), required.total, credited.total, approved.total)
    }
    for finding in year.findings { shown.findings.append(words(finding)) }
    for result in year.entries {
      shown.entries.append(entry(result, rows[result.entry], year.ruleSet ?? application, judgement.cutoff))
    }
    for row in year.rows { shown.entries.append(entry(row, rows[row.entry])) }
    return shown
  }

  private mutating func average(_ average: TitleAverage) -> Year {
    let years = average.from == average.to ? "\(average.from)" : "\(average.from)–\(average.to)"
    let rules = run.rules.ruleSets[application]
    var shown = Year(
      heading: language.pick("\(years) 年度合计", "\(years) together")
        + cite(rules.titleApplications?.clause, application), verdict: average.verdict)
    var text = "\(average.credited)/\(average.held)"
    if average.shortfall > .zero {
      text += language.pick("，还缺 \(average.shortfall)", ", \(average.shortfall) missing")
    }
    if average.ifApproved != average.credited {
      text += language.pick("，待审的认定后为 \(average.ifApproved)", ", \(average.ifApproved) if approved")
    }
    shown.hours.append(text)
    return shown
  }

  // MARK: Entries

  /// The headings of the columns of entries.
  static func entryHeadings(_ language: Language) -> [String] {
    language.pick(
      ["出处", "类别", "科目", "日期", "名称", "学时", "计入", "说明"],
      ["place", "category", "subject", "days", "title", "worth", "credited", "why"])
  }

  private func cells(_ entry: EntryRow, _ subject: Subject?) -> [String] {
    var place = language.pick("第 \(entry.line) 行", "line \(entry.line)")
    if run.records.files.count(where: { !$0.isRoster }) > 1, Int(entry.file) < run.records.files.count {
      place = ShownText.safe(run.records.files[Int(entry.file)].path) + language.pick(" ", ", ") + place
    }
    var days = ""
    if let start = entry.effectiveStart, let end = entry.effectiveEnd {
      days = start == end ? "\(start)" : "\(start)~\(end)"
    }
    return [
      place, entry.category?.label(in: language) ?? "", subject?.label(in: language) ?? "", days,
      ShownText.safe(run.records.texts.string(entry.title)),
    ]
  }

  private mutating func entry(
    _ result: RowResult, _ entry: EntryRow, _ ruleSet: Int, _ cutoff: TitleCutoff?
  ) -> [String] {
    let rules = run.rules.ruleSets[ruleSet]
    var why: [String] = []
    for loss in result.losses {
      // The last day is the application's, whichever year's rules judge.
      let clause = loss.reason == .afterReviewCutoff ? cutoff?.clause : loss.clause
      let place = loss.reason == .afterReviewCutoff ? application : ruleSet
      why.append(
        language.pick("\(loss.hours) 学时：", "\(loss.hours) hours: ") + loss.reason.label(in: language)
          + cite(clause, place))
    }
    for reason in result.reasons.words {
      why.append(
        reason.label(in: language) + cite(rules.clause(of: reason, activity: result.activity ?? -1), ruleSet))
    }
    let state = result.state.label(in: language)
    return cells(entry, result.subject) + [
      "\(result.worth)", "\(result.credited)",
      ([state] + why).joined(separator: language.pick("；", "; ")),
    ]
  }

  private mutating func entry(_ row: TitleRow, _ entry: EntryRow) -> [String] {
    var (credited, why) = ("\(row.declared)", "")
    switch row.standing {
    case .counts: why = language.pick("计入", "counts")
    case .audited: why = language.pick("已审验的年度学时", "the year's hours as audited")
    case .withinAudited:
      (credited, why) = ("0", language.pick("包含在年度学时之内", "lies within the hours as audited"))
    case .notJudged: (credited, why) = ("", language.pick("这一年度不核算", "not judged in this year"))
    case .rejected(let reason, let clause):
      (credited, why) = ("0", reason.label(in: language) + cite(clause, application))
    }
    if row.waits { why += language.pick("；等待审核", "; waits for review") }
    return cells(entry, row.subject) + ["\(row.declared)", credited, why]
  }

  // MARK: What is to be done

  private mutating func addMissing(_ judgement: TitleJudgement) {
    var lines: [String] = []
    for year in judgement.years where year.verdict != nil {
      let short = HeldHours(year.shortfall, year.asked)
      let parts: [(String, Hours?)] = [
        (Subject.public.label(in: language), short.public),
        (language.pick("必修", "compulsory"), short.publicCompulsory),
        (language.pick("选修", "elective"), short.publicElective),
        (Subject.professional.label(in: language), short.professional),
      ]
      var missing = parts.compactMap { label, hours in
        hours.flatMap { $0 > .zero ? "\(label) \($0)" : nil }
      }
      if missing.isEmpty, let total = short.total, total > .zero {
        missing = [language.pick("合计 \(total)", "total \(total)")]
      }
      if missing.isEmpty { continue }
      let waits = year.verdict == .pending ? language.pick("（等待认定的已够）", " (what waits would do)") : ""
      lines.append(
        "\(year.year)\(language.pick("：", ": "))\(missing.joined(separator: language.pick("、", ", ")))\(waits)"
      )
    }
    for average in judgement.averages where average.shortfall > .zero {
      lines.append("\(average.from)–\(average.to)\(language.pick("：合计 ", ": total "))\(average.shortfall)")
    }
    if !lines.isEmpty { sections.append((language.pick("还缺的学时", "Hours missing"), lines)) }
  }

  private mutating func addWhatCanBeDone(_ index: Int, _ judgement: TitleJudgement, _ asOf: Day) {
    var lines: [String] = []
    let heading = language.pick("\(asOf) 以后还能做的", "What can still be done after \(asOf)")
    if let cutoff = judgement.cutoff, cutoff.day <= asOf {
      lines.append(
        language.pick(
          "学习已在 \(cutoff.day) 截止，再学的不算这次申报",
          "study ended with \(cutoff.day); more does not count for this application")
          + cite(cutoff.clause, application))
    } else {
      for one in TitlePlans(index, judgement, run, asOf: asOf).plans {
        lines += planLines(one.plan, one.year, one.ruleSet)
      }
    }
    let application = run.rules.ruleSets[self.application]
    let earlier = judgement.years.filter { $0.ruleSet == nil && ($0.verdict ?? .compliant) != .compliant }
    let isShortOnAverage = judgement.averages.contains { $0.verdict != .compliant }
    if !earlier.isEmpty || isShortOnAverage {
      var years = earlier.map { "\($0.year)" }
      if isShortOnAverage { years += judgement.averages.map { "\($0.from)–\($0.to)" } }
      let list = years.joined(separator: language.pick("、", ", "))
      lines.append(
        language.pick(
          "\(list)：学过而没有登记的，补上登记项或审验过的年度学时；等待审核的，催办审核",
          "\(list): enter what was studied and not recorded, or the year's hours as audited; have what waits reviewed"
        ))
      if let clause = application.makeUpClause, let last = application.makeUpEnds {
        lines.append(
          asOf < last
            ? language.pick("补学到 \(last) 为止", "make-up study ends with \(last)")
              + cite(clause, self.application)
            : language.pick("补学已在 \(last) 停止", "make-up study ended with \(last)")
              + cite(clause, self.application))
      }
    }
    if !lines.isEmpty { sections.append((heading, lines)) }
  }

  private mutating func planLines(_ plan: PersonPlan, _ year: Int, _ ruleSet: Int) -> [String] {
    let rules = run.rules.ruleSets[ruleSet]
    let head = "\(year)\(language.pick("：", ": "))"
    switch plan.outcome {
    case .planned:
      return plan.entries.map { planned in
        let way = planned.way
        let subject =
          planned.entry.category == .assignment ? "" : PlanWords.subject(planned.entry, way, language)
        var text = head + subject + language.pick("\(planned.hours) 学时：", "\(planned.hours) hours: ")
        text += ShownText.safe(PlanWords.way(way, rules, language)) + cite(way.clause, ruleSet)
        text += language.pick("，最晚 \(way.days.end)", ", by \(way.days.end)")
        if planned.entry.marks.contains(.filed) {
          text += language.pick("，须事先备案", ", to be filed first")
        }
        return text
      }
    case .nothingMissing:
      return [head + language.pick("等待认定的认定后即达标", "compliant once what waits is approved")]
    default:
      return [head + language.pick("来不及在截止前补足", "too late to earn what is missing by the last day")]
    }
  }
}
