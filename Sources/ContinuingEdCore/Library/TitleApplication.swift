/// Whether somebody may apply for a title, and from which hours of which years that follows (TitleApplications).
public struct TitleApplication: Sendable, Hashable, Codable, Identifiable {
  /// Who applies.
  public let person: Person
  /// The first that applies of not-applicable, undetermined by the roster, short, undetermined, pending, compliant.
  public let verdict: Verdict
  /// The day on which the application is handed in; nil where nobody said.
  public let reviewDate: Day?
  /// The last day on which an entry may end; nil without a review date.
  public let lastDay: Day?
  /// The clause that sets it; nil where the review date itself is the last day.
  public let lastDayClause: RuleSet.Clause.ID?
  /// In rising order: every year that is asked, and every year of an average.
  public let years: [Year]
  /// Years of which the hours are held together.
  public let averages: [Average]
  /// What else there is to know of the person.
  public let findings: [Finding]
  /// What keeps entries of the person, or the person, from being used.
  public let problems: [Problem]

  /// The ID of the person.
  public var id: Person.ID { person.id }

  /// One credit year.
  public struct Year: Sendable, Hashable, Codable {
    /// The credit year.
    public let year: Int
    /// The rule set that judges it; nil where the city has none of that year, so that declared hours are held to the
    /// figures of the application year's notice.
    public let ruleSet: RuleSet.ID?
    /// The subjects that are held in this year, public first; none where only an average is asked.
    public let asked: [Subject]
    /// What is required; only that of an asked subject is held, and the total only where both are asked.
    public let required: RequiredHours
    /// Confirmed hours.
    public let credited: SubjectHours
    /// Confirmed and pending hours.
    public let ifApproved: SubjectHours
    /// The worst of what is asked; nil where nothing is.
    public let verdict: Verdict?
    /// What there is to know of the year.
    public let findings: [Finding]
    /// What became of each entry, where a rule set judges the year; elsewhere none.
    public let results: [EntryResult]

    /// What is credited lacks of what is asked.
    public var shortfall: RequiredHours {
      var missing = required.shortfall(of: credited)
      if !asked.contains(.public) {
        (missing.public, missing.publicCompulsory, missing.publicElective) = (.zero, .zero, .zero)
      }
      if !asked.contains(.professional) { missing.professional = .zero }
      if asked.count < 2 { missing.total = .zero }
      return missing
    }
  }

  /// Years of which the hours of both subjects are held together.
  public struct Average: Sendable, Hashable, Codable {
    /// The first year.
    public let from: Int
    /// The last year.
    public let to: Int
    /// The hours that all years together must have.
    public let held: Hours
    /// Confirmed hours of both subjects in all of them.
    public let credited: Hours
    /// Confirmed and pending ones.
    public let ifApproved: Hours
    /// As of a year.
    public let verdict: Verdict

    /// What is credited lacks of what is held.
    public var shortfall: Hours { held.missing(from: credited) }
  }

  /// Something to know of an application.
  public struct Finding: Sendable, Hashable, Codable {
    /// The stable code (TitleApplications: JSON of title).
    public let code: String
    /// The clause that it rests on; nil where none says it.
    public let clause: RuleSet.Clause.ID?
    private let chinese: String
    private let english: String

    init(_ finding: TitleFinding, _ rules: TitleRules) {
      code = finding.code.code
      clause = finding.clause.flatMap { rules.ruleSets[safe: finding.ruleSet]?.place($0) }
      (chinese, english) = (finding.code.label(in: .chinese), finding.code.label(in: .english))
    }
  }

  /// Of somebody whom no rule set of the judge judges.
  init(unjudged person: Person, _ problems: [Problem]) {
    (self.person, verdict, self.problems) = (person, .undetermined, problems)
    (reviewDate, lastDay, lastDayClause) = (person.roster?.reviewDate, nil, nil)
    (years, averages, findings) = ([], [], [])
  }

  init(
    _ judged: TitleJudgement, of person: Person, _ rows: [EntryRow], _ records: Records,
    _ rules: TitleRules, city: Int, _ problems: [Problem]
  ) {
    (self.person, verdict, reviewDate) = (person, judged.verdict, judged.reviewDate)
    lastDay = judged.cutoff?.day
    let application = rules.ruleSets[safe: city]
    lastDayClause = judged.cutoff?.clause.flatMap { application?.place($0) }
    years = judged.years.map { Year($0, rows, records, rules) }
    averages = judged.averages.map {
      Average(
        from: $0.from, to: $0.to, held: $0.held, credited: $0.credited, ifApproved: $0.ifApproved,
        verdict: $0.verdict)
    }
    findings = judged.findings.map { Finding($0, rules) }
    self.problems = problems
  }
}

extension TitleApplication.Year {
  init(_ judged: TitleYear, _ rows: [EntryRow], _ records: Records, _ rules: TitleRules) {
    let own = judged.ruleSet.flatMap { rules.ruleSets[safe: $0] }
    (year, ruleSet, asked) = (judged.year, own?.id, judged.asked)
    (required, credited, ifApproved) = (judged.required, judged.credited, judged.ifApproved)
    verdict = judged.verdict
    findings = judged.findings.map { TitleApplication.Finding($0, rules) }
    results = judged.entries.compactMap { result in
      guard let own, let row = rows[safe: result.entry] else { return nil }
      return EntryResult(result, row, records, own)
    }
  }
}

extension TitleApplication.Finding: Localized {
  /// What was found, in a sentence without a full stop.
  public func text(in language: Language) -> String { language.pick(chinese, english) }
}

extension TitleApplication: Localized {
  /// The verdict and what each year lacks, a line each.
  public func text(in language: Language) -> String {
    var lines = [verdict.label(in: language)]
    for year in years {
      guard let verdict = year.verdict else { continue }
      let short = year.shortfall
      lines.append(
        "\(year.year): " + verdict.label(in: language)
          + language.pick(
            "，差公需 \(short.public)，差专业 \(short.professional)",
            ", public short \(short.public), professional short \(short.professional)"))
    }
    for average in averages {
      lines.append(
        "\(average.from)-\(average.to): " + average.verdict.label(in: language)
          + language.pick("，差 \(average.shortfall)", ", short \(average.shortfall)"))
    }
    return (lines + findings.map { $0.text(in: language) }).joined(separator: "\n")
  }
}
