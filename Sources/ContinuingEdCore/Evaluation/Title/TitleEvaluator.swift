/// Judges people's applications for a title, one at a time (TitleApplications).
///
/// It holds scratch space that every judgement uses anew, so one instance belongs to one thread; judgements depend
/// on nothing but the arguments.
package final class TitleEvaluator {
  private let records: Records
  private let rules: TitleRules
  private let options: TitleOptions
  private let calendar: WorkdayCalendar
  private let plans: [RulePlan]
  /// For each rule set whether it recognizes audited sums of a year as entries.
  private let recognizesAnnual: [Bool]
  // Nothing that a judgement calls comes back to its evaluator, so access needs no watching.
  @exclusivity(unchecked) private var work = Worksheet()
  @exclusivity(unchecked) private var tally = TitleTally()
  @exclusivity(unchecked) private var frames: [FrameKey: TitleFrame] = [:]
  private let scratch = EntryScratch()
  /// Whether there is a file of which no row can be used: it may hold anybody's hours.
  private let mayLackRows: Bool

  /// What decides which years somebody has to show.
  private struct FrameKey: Hashable {
    var city: Int
    var employer: Employer?
    var from: Int?
  }

  /// An evaluator of `records`; a roster's cities name the rule sets of the application year.
  package init(rules: TitleRules, options: TitleOptions, calendar: WorkdayCalendar, records: Records) {
    (self.rules, self.options, self.calendar, self.records) = (rules, options, calendar, records)
    plans = rules.ruleSets.map {
      RulePlan(
        $0, calendar: calendar, texts: records.texts, kinds: records.kinds, formTexts: records.formTexts)
    }
    mayLackRows = records.files.contains { !$0.isRoster && !$0.isUsable }
    recognizesAnnual = plans.map { $0.recognizes(.annual) }
  }

  /// The judgement of the person with this index in ``Records/people``. With `detail`, years show their entries.
  package func judge(_ person: Int, detail: Bool) -> TitleJudgement {
    let roster = records.roster(of: person)
    let city = city(of: roster)
    let plan = plans[city]
    let reviewDate = roster?.reviewDate ?? options.reviewDate
    let cutoff = reviewDate.map { TitleCutoff(for: $0, plan.rules, calendar) }
    var judgement = TitleJudgement(
      verdict: .compliant, reviewDate: reviewDate, cutoff: cutoff, years: [], averages: [], findings: [])
    if let scheme = plan.otherScheme(of: PersonContext(roster, plan: plan, lastDay: nil)) {
      judgement.verdict = .notApplicable
      judgement.findings = [
        TitleFinding(code: .judging(.otherScheme), clause: scheme.clause, ruleSet: city)
      ]
      return judgement
    }
    let frame = frame(city, roster)
    let twins = records.entries.twins(of: person)
    var terms = DeclaredTerms(rules: plan.rules, cutoff: cutoff)
    records.entries.withRows(of: person, using: scratch) { rows in
      if let twins { terms.findTwins(twins, rows) }
      tally.count(rows, frame, rules, city, terms)
      if mayLackRows { tally.mayLackRows() }
      judgement.years = frame.years.indices.map { place in
        year(place, frame, roster, terms, city, rows, twins, detail: detail)
      }
    }
    judgement.averages = frame.averages.map { average($0, frame, judgement.years) }
    (judgement.rows, judgement.otherRows) = (tally.rows, tally.otherRows)
    let ofCases = frame.cases.map { verdict(of: $0, frame, judgement) }
    let isContested = !ofCases.allSatisfy { $0 == ofCases.first }
    judgement.verdict =
      roster?.hasProblem == true || isContested ? .undetermined : ofCases.first ?? .undetermined
    judgement.findings = personFindings(frame, cutoff, city, employerDecides: isContested)
    return judgement
  }

  // MARK: One year

  /// The year at a place of the frame: by its rule set, or by declared hours.
  private func year(
    _ place: Int, _ frame: TitleFrame, _ roster: RosterRow?, _ terms: DeclaredTerms, _ city: Int,
    _ rows: UnsafeBufferPointer<PackedEntry>, _ twins: ActivityTwins?, detail: Bool
  ) -> TitleYear {
    let number = frame.years[place]
    let asked = frame.asked[place]
    let own = rules.place(city: city, year: number)
    var year: TitleYear
    if let own {
      let context = PersonContext(roster, plan: plans[own], lastDay: terms.cutoff?.day)
      let judged = work.judge(context, rows, twins, plans[own], detail: detail)
      year = TitleYear(
        year: number, ruleSet: own, asked: asked.subjects, required: judged.required,
        requiredIfApproved: judged.requiredIfApproved, credited: judged.credited,
        ifApproved: judged.ifApproved,
        findings: judged.findings.map {
          TitleFinding(code: .judging($0.code), clause: $0.clause, ruleSet: own)
        })
      year.entries = judged.entries
    } else {
      let declared = tally.declared(place)
      let required = RequiredHours(plans[city].rules.requirements).withoutModules
      year = TitleYear(
        year: number, ruleSet: nil, asked: asked.subjects, required: required, requiredIfApproved: required,
        credited: declared.credited, ifApproved: declared.ifApproved, findings: [])
      if detail {
        for (entry, row) in rows.enumerated()
        where !row.marks.contains(.unusable) && row.belongs(to: CreditYear(number)) {
          year.rows.append(declared.row(entry, row, in: number, terms))
        }
      }
    }
    if !asked.isEmpty { year.verdict = year.verdict(of: asked, hasProblem: tally.hasProblem(place)) }
    noteFindings(&year, at: place, frame, city)
    return year
  }

  private func noteFindings(_ year: inout TitleYear, at place: Int, _ frame: TitleFrame, _ city: Int) {
    func note(_ code: TitleFindingCode, _ clause: ClauseID? = nil) {
      year.findings.append(TitleFinding(code: .title(code), clause: clause, ruleSet: city))
    }
    if year.year < frame.firstStated { note(.askedByUser) }
    if tally.isEmpty(place) { note(.yearEmpty, plans[city].rules.titleApplications?.clause) }
    if let own = year.ruleSet {
      if tally.hasAnnual(place), !recognizesAnnual[own] { note(.annualNeedsEntries) }
      return
    }
    let declared = tally.declared(place)
    if declared.hasAnnualAndEntries { note(.annualAndEntries) }
    if declared.hasAssignment { note(.assignmentNotJudged) }
    if declared.hasLeave { note(.leaveNotJudged) }
    if declared.lacksHours { note(.hoursNotDeclared) }
  }

  // MARK: All years together

  private func average(
    _ average: TitleFrame.Average, _ frame: TitleFrame, _ years: [TitleYear]
  ) -> TitleAverage {
    let own = years.filter { (average.from...average.to).contains($0.year) }
    let credited = own.reduce(Hours.zero) { $0 + $1.credited.total }
    let ifApproved = own.reduce(Hours.zero) { $0 + $1.ifApproved.total }
    let hasProblem = years.indices.contains {
      (average.from...average.to).contains(years[$0].year) && tally.hasProblem($0)
    }
    return TitleAverage(
      from: average.from, to: average.to, held: average.held, credited: credited, ifApproved: ifApproved,
      verdict: Verdict(
        isReached: average.held <= credited, isReachedIfApproved: average.held <= ifApproved,
        hasProblem: hasProblem))
  }

  /// The worst of all that one case asks; undetermined where it asks nothing.
  private func verdict(of one: TitleFrame.Case, _ frame: TitleFrame, _ judgement: TitleJudgement) -> Verdict {
    var verdicts = one.averages.map { judgement.averages[$0].verdict }
    for place in frame.years.indices where !one.asked[place].isEmpty {
      verdicts.append(
        judgement.years[place].verdict(of: one.asked[place], hasProblem: tally.hasProblem(place)))
    }
    return Verdict.worst(of: verdicts) ?? .undetermined
  }

  private func personFindings(
    _ frame: TitleFrame, _ cutoff: TitleCutoff?, _ city: Int, employerDecides: Bool
  ) -> [TitleFinding] {
    let own = plans[city].rules
    var findings: [TitleFinding] = []
    func note(_ code: TitleFinding.Code, _ clause: ClauseID?) {
      findings.append(TitleFinding(code: code, clause: clause, ruleSet: city))
    }
    if !frame.isStated { note(.title(.yearsNotStated), own.titleApplications?.clause) }
    if employerDecides { note(.title(.employerUnknown), own.titleApplications?.clause) }
    if cutoff == nil { note(.title(.noReviewDate), own.reviewCutoff.clause) }
    if let cutoff, cutoff.leftCalendar { note(.judging(.calendarUnknown), cutoff.clause) }
    if frame.years.isEmpty { note(.title(.noYears), own.titleApplications?.clause) }
    return findings
  }

  // MARK: What is looked up

  private func city(of roster: RosterRow?) -> Int {
    let index = roster?.ruleSet ?? 0
    return index < rules.applicationCount ? index : 0
  }

  private func frame(_ city: Int, _ roster: RosterRow?) -> TitleFrame {
    let from = roster?.titleFrom ?? options.from
    let key = FrameKey(city: city, employer: roster?.employer, from: from)
    if let frame = frames[key] { return frame }
    let frame = TitleFrame(of: plans[city].rules, employer: key.employer, from: from, to: options.to)
    frames[key] = frame
    return frame
  }
}

extension TitleCutoff {
  /// The last day by the rule set's review cutoff; the review date itself where it has none.
  init(for reviewDate: Day, _ rules: RuleSet, _ calendar: WorkdayCalendar) {
    clause = rules.reviewCutoff.clause
    switch rules.reviewCutoff {
    case .none:
      day = reviewDate
    case .beforeReviewDate:
      day = reviewDate.adding(days: -1)
    case .workingDaysBefore(let n, _):
      let found = calendar.workingDay(n, before: reviewDate)
      day = found.day
      leftCalendar = !found.isKnown
    }
  }
}

extension PersonContext {
  /// What the stages must know of a person in any year of an application: its last day holds in each.
  init(_ roster: RosterRow?, plan: RulePlan, lastDay: Day?) {
    var facts = roster
    facts?.reviewDate = nil
    self.init(facts, plan: plan, asOf: nil)
    if let lastDay { setCutoff(lastDay) }
  }
}
