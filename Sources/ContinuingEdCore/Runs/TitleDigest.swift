/// A judgement of an application in short lines, as cases state it by hand.
struct TitleDigest {
  /// `2021 public 0.01` for each subject or module, `2016-2019 180` for each average that lacks hours.
  var missing: [String] = []
  /// Those of the person, then `2022 leave-not-judged` of years; with the clause, where there is one, behind.
  var findings: [String] = []

  init(_ judgement: TitleJudgement, _ rules: TitleRules) {
    for year in judgement.years {
      let short = HeldHours(year.shortfall, year.asked)
      let parts: [(String, Hours?)] = [
        ("public", short.public), ("publicCompulsory", short.publicCompulsory),
        ("publicElective", short.publicElective), ("professional", short.professional),
      ]
      missing += parts.compactMap { name, hours in
        hours.flatMap { $0 > .zero ? "\(year.year) \(name) \($0)" : nil }
      }
    }
    missing += judgement.averages.filter { $0.shortfall > .zero }
      .map { "\($0.from)-\($0.to) \($0.shortfall)" }
    func line(_ finding: TitleFinding) -> String {
      let clause = finding.clause.map { " " + rules.ruleSets[finding.ruleSet].locator($0) }
      return finding.code.code + (clause ?? "")
    }
    findings = judgement.findings.map(line)
    findings += judgement.years.flatMap { year in year.findings.map { "\(year.year) " + line($0) } }
  }
}

extension RuleSet {
  /// The deadlines, a line each, as in `2023-06-09 报送培训方案 六(四)1`.
  var deadlineLines: [String] {
    deadlines.map { deadline in
      let moment =
        switch deadline.by {
        case .day(let day): "\(day)"
        case .days(let days): "\(days.start)…\(days.end)"
        case .daysBeforeStart(let days): "start-\(days)"
        case .workingDaysBeforeStart(let days): "start-\(days)w"
        }
      return "\(moment)\(deadline.time.map { " " + $0 } ?? "") \(deadline.what) \(locator(deadline.clause))"
    }
  }
}
