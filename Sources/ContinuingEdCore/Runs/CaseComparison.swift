/// Where a judgement differs from the one by hand.
package struct CaseMismatch: Sendable, Equatable {
  /// The place in the case, as in `credited.professional` or `entries[2].losses`.
  package var place: String
  /// What the case says of that place, as text.
  package var expected: String
  /// What the judgement has there, as text; `-` where it has no such part.
  package var got: String
}

/// Holds a judgement against the one by hand.
struct CaseComparison {
  let rules: RuleSet
  private(set) var mismatches: [CaseMismatch] = []

  init(rules: RuleSet) { self.rules = rules }

  mutating func compare(
    _ ruleCase: RuleCase, _ judgement: PersonJudgement, _ rows: [Int], _ employer: Employer?
  ) {
    let expected = ruleCase.expected
    note("verdict", expected.verdict.code, judgement.verdict.code)
    compare("required", expected.required, parts(judgement.required, judgement, \.required))
    compare("credited", expected.credited, parts(judgement.credited.asRequired, judgement, \.credited))
    compare(
      "ifApproved", expected.ifApproved, parts(judgement.ifApproved.asRequired, judgement, \.ifApproved))
    compare("shortfall", expected.shortfall, parts(judgement.shortfall, judgement, \.shortfall))
    note("findings", list(expected.findings.map(\.code)), list(judgement.findings.map(\.code.code)))
    if let application = expected.application {
      let lines = rules.titleApplications?.lines(for: employer) ?? []
      note("application", list(application), list(lines))
    }
    if let deadlines = expected.deadlines { note("deadlines", list(deadlines), list(rules.deadlineLines)) }
    note("entries", "\(expected.entries.count)", "\(judgement.entries.count)")
    for (index, wanted) in expected.entries.enumerated() where index < judgement.entries.count {
      compare(
        "entries[\(index)]", wanted, judgement.entries[index], row: index < rows.count ? rows[index] : 0)
    }
  }

  /// Compares what an application came to.
  mutating func compare(_ title: RuleCase.ExpectedTitle, _ judgement: TitleJudgement, _ rules: TitleRules) {
    let digest = TitleDigest(judgement, rules)
    note("title.verdict", title.verdict.code, judgement.verdict.code)
    note("title.missing", list(title.missing), list(digest.missing))
    note("title.findings", list(title.findings), list(digest.findings))
  }

  private mutating func compare(
    _ place: String, _ wanted: RuleCase.ExpectedEntry, _ got: RowResult, row: Int
  ) {
    note(place + ".row", "\(wanted.row)", "\(row)")
    note(place + ".subject", wanted.subject?.code ?? "null", got.subject?.code ?? "null")
    note(place + ".worth", "\(wanted.worth)", "\(got.worth)")
    note(place + ".credited", "\(wanted.credited)", "\(got.credited)")
    note(place + ".state", wanted.state.code, got.state.code)
    note(place + ".reasons", list(wanted.reasons.map(\.code)), list(got.reasons.words.map(\.code)))
    note(place + ".losses", "\(wanted.losses.count)", "\(got.losses.count)")
    for (index, loss) in wanted.losses.enumerated() where index < got.losses.count {
      let place = place + ".losses[\(index)]"
      note(place + ".reason", loss.reason.code, got.losses[index].reason.code)
      note(place + ".hours", "\(loss.hours)", "\(got.losses[index].hours)")
      if let clause = loss.clause { note(place + ".clause", clause, rules.locator(got.losses[index].clause)) }
    }
  }

  private mutating func compare(_ place: String, _ wanted: RuleCase.ExpectedHours, _ got: [String: Hours]) {
    for part in wanted.parts {
      note(place + "." + part.name, "\(part.hours)", got[part.name].map { "\($0)" } ?? "-")
    }
  }

  private mutating func note(_ place: String, _ expected: String, _ got: String) {
    if expected != got { mismatches.append(CaseMismatch(place: place, expected: expected, got: got)) }
  }

  private func list(_ words: [String]) -> String { "[" + words.joined(separator: ", ") + "]" }

  private func parts(
    _ hours: RequiredHours, _ judgement: PersonJudgement, _ other: (OtherHours) -> Hours
  ) -> [String: Hours] {
    var parts = [
      "public": hours.public, "professional": hours.professional, "total": hours.total,
      "publicCompulsory": hours.publicCompulsory, "publicElective": hours.publicElective,
    ]
    for hours in judgement.others {
      if let key = rules.requirements.others[safe: hours.requirement]?.key { parts[key] = other(hours) }
    }
    return parts
  }
}
