/// By when things must be done.
extension RuleSet {
  /// By when an activity must be filed (READINGS §1, Filing).
  public enum FilingTerm: Sendable, Equatable {
    /// The notice sets no term, so that the day of filing makes no difference.
    case none
    /// At most so many days before the start.
    case daysBefore(Int, clause: ClauseID)
    /// By the nth working day before the start.
    case workingDaysBefore(Int, clause: ClauseID)
  }

  /// By when study must end for a title application; an entry that ends later is `after-review-cutoff`.
  public enum ReviewCutoff: Sendable, Equatable {
    /// The notice ties study to no review date.
    case none
    /// Before the review date.
    case beforeReviewDate(clause: ClauseID)
    /// On or before the nth working day before the review date.
    case workingDaysBefore(Int, clause: ClauseID)
  }
}
