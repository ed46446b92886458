/// Part of what an entry is worth that is not credited, with the place of the notice that says so.
public struct Loss: Sendable, Hashable, Codable {
  /// Why (Judging: Rejection, Limits).
  public let reason: LossReason
  /// The hours lost.
  public let hours: Hours
  /// The clause of the rule set; nil where none says it.
  public let clause: RuleSet.Clause.ID?

  init(_ loss: RowLoss, _ rules: RuleSet) {
    (reason, hours, clause) = (loss.reason, loss.hours, rules.place(loss.clause))
  }
}

extension Loss: Localized {
  /// The hours, and why they are lost.
  public func text(in language: Language) -> String {
    "−\(hours) " + reason.text(in: language) + (clause.map { language.pick("［\($0)］", " [\($0)]") } ?? "")
  }
}
