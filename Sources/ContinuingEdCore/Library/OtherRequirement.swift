extension Judgement {
  /// How a person stands with a requirement of the notice's own, as 20 hours of class I (RuleFiles: Requirements).
  ///
  ///     for own in judgement.others where own.shortfall > .zero {
  ///       print(own.name, own.shortfall)
  ///     }
  public struct OtherRequirement: Sendable, Hashable, Codable {
    /// The key of the rule file, as JSON and CSV have it.
    public let key: String
    /// What the notice calls it.
    public let name: String
    /// What is required after confirmed leave.
    public let required: Hours
    /// What is required after confirmed and pending leave.
    public let requiredIfApproved: Hours
    /// Confirmed hours that count towards it.
    public let credited: Hours
    /// Confirmed and pending hours that count towards it.
    public let ifApproved: Hours

    /// What is credited lacks of what is required.
    public var shortfall: Hours { required.missing(from: credited) }

    init?(_ hours: OtherHours, _ rules: RuleSet) {
      guard let rule = rules.requirements.others[safe: hours.requirement] else { return nil }
      (key, name) = (rule.key, rule.name)
      (required, requiredIfApproved) = (hours.required, hours.requiredIfApproved)
      (credited, ifApproved) = (hours.credited, hours.ifApproved)
    }
  }
}
