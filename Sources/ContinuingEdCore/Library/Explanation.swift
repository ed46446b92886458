/// The whole way of a person from entries to the verdict, as a tree with the clauses. It computes no
/// hour: all figures are the judgement's.
///
///     let explanation = judge.explanation(of: judgement)
///     print(explanation.text(in: .chinese))
public struct Explanation: Sendable, Hashable, Codable, Identifiable {
  /// What is explained.
  public let judgement: Judgement
  /// What would be required without leave.
  public let requiredWithoutLeave: RequiredHours
  /// The subjects, and leave where there is some.
  public let steps: [Step]
  /// Where the notice keeps one platform a year, what each would have given, the kept one first.
  public let platforms: [Platform]
  /// The clauses that are cited, in the order of the notice.
  public let clauses: [RuleSet.Clause]

  /// The ID of the person.
  public var id: Person.ID { judgement.id }

  /// A step of the way.
  public struct Step: Sendable, Hashable, Codable {
    /// The stable word: of a subject, of where entries stand, of a category.
    public let code: String
    /// Those of its confirmed parts together; of an entry, what it brings; of leave, what is not required.
    public let hours: Hours
    /// The clause that the step rests on.
    public let clause: RuleSet.Clause.ID?
    /// Where the step is an entry, what became of it.
    public let result: EntryResult?
    /// The other entries that took the hours that a limit refused to this one, the first of them.
    public let takers: [Entry]
    /// The steps that it is made of.
    public let parts: [Step]
    let chinese: String
    let english: String
  }

  /// What keeping one platform comes to.
  public struct Platform: Sendable, Hashable, Codable {
    /// Its name in the notice.
    public let name: String
    /// Whether it is the one that is kept.
    public let isKept: Bool
    /// The verdict if it were kept.
    public let verdict: Verdict
    /// The confirmed hours if it were kept.
    public let credited: SubjectHours
  }
}

extension Explanation.Step: Localized {
  /// What the step is, with its hours.
  public func text(in language: Language) -> String {
    language.pick(chinese, english) + " \(hours)"
      + (clause.map { language.pick("［\($0)］", " [\($0)]") } ?? "")
  }
}

extension Explanation: Localized {
  /// Everything, a line each: the verdict, the sums, each entry with its losses and what it waits for, and the clauses.
  public func text(in language: Language) -> String {
    var lines = [heading, judgement.text(in: language)]
    func sum(_ name: String, _ part: (RequiredHours) -> Hours, _ credited: Hours) {
      let (required, missing) = (part(judgement.required), part(judgement.shortfall))
      lines.append(
        name + language.pick("：认定 \(credited)，应修 \(required)", ": credited \(credited), required \(required)")
          + (missing > .zero ? language.pick("，还差 \(missing)", ", missing \(missing)") : ""))
    }
    if judgement.ruleSet != nil, judgement.verdict != .notApplicable {
      sum(Subject.public.text(in: language), \.public, judgement.credited.public)
      sum(Subject.professional.text(in: language), \.professional, judgement.credited.professional)
      sum(language.pick("合计", "total"), \.total, judgement.credited.total)
    }
    for platform in platforms {
      let kept = platform.isKept ? language.pick("计这个平台", "kept") : language.pick("不计这个平台", "not kept")
      lines.append("\(platform.name): \(kept), \(platform.verdict.text(in: language))")
    }
    for finding in judgement.findings { lines.append(finding.code.text(in: language)) }
    for problem in judgement.problems { lines.append(problem.text(in: language)) }
    for step in steps { step.add(to: &lines, depth: 0, language) }
    for clause in clauses { lines.append(clause.text(in: language)) }
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    let person = judgement.person
    return [person.name, IDMask.masked(person.id), person.unit, judgement.ruleSet ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension Explanation.Step {
  fileprivate func add(to lines: inout [String], depth: Int, _ language: Language) {
    let indent = String(repeating: "  ", count: depth)
    var line = indent + text(in: language)
    if let result {
      let entry = result.entry
      let days = entry.days.map { $0.start == $0.end ? "\($0.start)" : "\($0.start)~\($0.end)" } ?? ""
      line +=
        language.pick("／", " of ") + "\(result.worth) "
        + [entry.title, days].filter { !$0.isEmpty }.joined(separator: " ")
    }
    lines.append(line)
    for loss in result?.losses ?? [] { lines.append(indent + "  " + loss.text(in: language)) }
    for entry in takers {
      lines.append(indent + "  " + language.pick("已用于：", "taken by: ") + entry.title)
    }
    for reason in result?.reasons ?? [] { lines.append(indent + "  " + reason.text(in: language)) }
    for part in parts { part.add(to: &lines, depth: depth + 1, language) }
  }
}
