/// The judgement of a person under one rule set, as a value.
///
///     let judgement = judge.judgement(of: wang, with: [course])
///     if judgement.verdict != .compliant {
///       print(judgement.text(in: .english), judgement.shortfall.total)
///       for result in judgement.results {
///         for loss in result.losses { print(loss.text(in: .english), rules[loss.clause ?? ""]?.text ?? "") }
///       }
///     }
public struct Judgement: Sendable, Hashable, Codable, Identifiable {
  /// Who was judged.
  public let person: Person
  /// The rule set that judged; nil where the judge has none of the person's city, or the ID can't be one.
  public let ruleSet: RuleSet.ID?
  /// Judged as of the end of this day; nil takes every entry.
  public let asOf: Day?
  /// The verdict (Judging: Verdict).
  public let verdict: Verdict
  /// What is required after confirmed leave.
  public let required: RequiredHours
  /// What is required after confirmed and pending leave; ``ifApproved`` is held to it.
  public let requiredIfApproved: RequiredHours
  /// Confirmed hours.
  public let credited: SubjectHours
  /// Confirmed and pending hours.
  public let ifApproved: SubjectHours
  /// The requirements of the notice's own, in its order; most notices have none.
  public let others: [OtherRequirement]
  /// What became of each entry of the year that can be used, in the order in which they came; an assignment is two, public
  /// first.
  public let results: [EntryResult]
  /// What a reader should know besides the hours, in the order of output.
  public let findings: [Finding]
  /// What keeps entries of the person, or the person, from being used; an entry with a problem is here and not among the
  /// results.
  public let problems: [Problem]
  /// The one platform kept, where the notice wants one a year and there were more; nil elsewhere.
  public let platformKept: String?

  /// The ID of the person.
  public var id: Person.ID { person.id }
  /// What is credited lacks of what is required, each key by itself.
  public var shortfall: RequiredHours { required.shortfall(of: credited) }

  /// Something to know, and the clause that it rests on.
  public struct Finding: Sendable, Hashable, Codable {
    /// What there is to know.
    public let code: FindingCode
    /// The clause of the rule set.
    public let clause: RuleSet.Clause.ID?
  }

  /// Of somebody whom no rule set of the judge judges.
  init(unjudged person: Person, asOf: Day?, _ problems: [Problem]) {
    (self.person, ruleSet, self.asOf, verdict) = (person, nil, asOf, .undetermined)
    (required, requiredIfApproved) = (RequiredHours(), RequiredHours())
    (credited, ifApproved, results, findings) = (SubjectHours(), SubjectHours(), [], [])
    others = []
    (self.problems, platformKept) = (problems, nil)
  }

  /// - Parameter rows: those that the judgement's entries are places in.
  init(
    _ judged: PersonJudgement, of person: Person, _ rows: [EntryRow], _ records: Records, _ rules: RuleSet,
    asOf: Day?, _ problems: [Problem]
  ) {
    (self.person, ruleSet, self.asOf, verdict) = (person, rules.id, asOf, judged.verdict)
    (required, requiredIfApproved) = (judged.required, judged.requiredIfApproved)
    (credited, ifApproved) = (judged.credited, judged.ifApproved)
    others = judged.others.compactMap { OtherRequirement($0, rules) }
    results = judged.entries.compactMap { result in
      rows[safe: result.entry].flatMap { EntryResult(result, $0, records, rules) }
    }
    findings = judged.findings.map { Finding(code: $0.code, clause: rules.place($0.clause)) }
    self.problems = problems
    platformKept = judged.platformKept.flatMap { rules.platforms[safe: $0]?.name }
  }
}

extension Judgement: Localized {
  /// The verdict and what it means.
  public func text(in language: Language) -> String {
    verdict.label(in: language) + language.pick("：", ": ") + verdict.meaning(in: language)
  }
}
