/// By when things must be done.
extension RuleSet {
  /// By when an activity must be filed (Judging: Filing).
  package enum FilingTerm: Sendable, Equatable {
    /// The notice sets no term, so that the day of filing makes no difference.
    case none
    /// At most so many days before the start.
    case daysBefore(Int, clause: ClauseID)
    /// By the nth working day before the start.
    case workingDaysBefore(Int, clause: ClauseID)
  }

  /// The step of review at which hours are approved (Judging: Review).
  package enum FinalReview: Sendable, Equatable {
    /// The notice leaves it to the last step.
    case verified
    /// The notice names an earlier step.
    case earlier(ReviewStatus, clause: ClauseID)

    /// The step itself.
    package var step: ReviewStatus {
      switch self {
      case .verified: .verified
      case .earlier(let step, _): step
      }
    }
  }

  /// Whether earlier hours may be made up for after the year.
  package enum MakeUpStudy: Sendable, Equatable {
    /// The notice says nothing: what ends after the year is `outside-year`.
    case notStated
    /// The year's hours can't be made up for later: what ends after the year is `makeup-closed`.
    case closedAfterYear(clause: ClauseID)
    /// The year's hours can be made up for up to a day after the year; what ends later is `makeup-closed`.
    case openUntil(Day, clause: ClauseID)
  }

  /// By when study must end for a title application; an entry that ends later is `after-review-cutoff`.
  package enum ReviewCutoff: Sendable, Equatable {
    /// The notice ties study to no review date.
    case none
    /// Before the review date.
    case beforeReviewDate(clause: ClauseID)
    /// On or before the nth working day before the review date.
    case workingDaysBefore(Int, clause: ClauseID)
  }
}
