/// The further columns and keys of a rule set with requirements of its own (Outputs: CSV of check; RuleFiles:
/// Requirements): after all others, in the order of the rule file.
enum OtherColumns {
  /// The names of the columns of the run's own rule set.
  static func names(_ run: CheckRun) -> [String] {
    (run.ruleSets.first?.requirements.others ?? []).flatMap { other in
      ["", "_required", "_short", "_if_approved"].map { other.key + $0 }
    }
  }

  /// The amounts of a person in the order of the columns; nil where the rule set that judges them has no such key.
  static func amounts(_ index: Int, _ judgement: PersonJudgement, _ run: CheckRun) -> [Hours?] {
    let own = run.ruleSets.first?.requirements.others ?? []
    if own.isEmpty { return [] }
    let keys = run.ruleSets[run.ruleSetIndex(of: index)].requirements.others.map(\.key)
    return own.flatMap { other -> [Hours?] in
      guard let place = keys.firstIndex(of: other.key), let hours = judgement.others[safe: place] else {
        return [nil, nil, nil, nil]
      }
      return [hours.credited, hours.required, hours.shortfall, hours.ifApproved]
    }
  }
}

extension ByteBuffer {
  /// Adds `, "class-1": 20` for each requirement of the notice's own.
  mutating func appendOthers(
    _ rules: RuleSet, _ judgement: PersonJudgement, _ part: (OtherHours) -> Hours
  ) {
    for hours in judgement.others {
      guard let other = rules.requirements.others[safe: hours.requirement] else { continue }
      append(", \"\(other.key)\": \(part(hours))")
    }
  }
}
