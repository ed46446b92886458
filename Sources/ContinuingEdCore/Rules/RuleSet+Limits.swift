/// The days on which something can be earned, and how much of it. Each has a name, by which the rule file refers to it.
extension RuleSet {
  /// The first and the last day of a study window.
  package struct Window: Sendable, Equatable {
    /// Unlike that of any other window of the rule set.
    package var name: String
    /// Both ends included; an entry that starts or ends on another day is `outside-window`.
    package var days: DayRange
    /// The clause that sets the two days.
    package var clause: ClauseID
  }

  /// The most hours a day, for all entries that share it (Judging: Limits).
  package struct DayLimit: Sendable, Equatable {
    /// Unlike that of any other day limit of the rule set.
    package var name: String
    /// The most that one day can hold, of both subjects; what does not fit is lost as `daily-cap`.
    package var hours: Hours
    /// The clause that sets the limit, which its losses cite.
    package var clause: ClauseID
  }

  /// The most hours a year, a pool for each subject; nil is no limit (Judging: Limits).
  package struct YearLimit: Sendable, Equatable {
    /// Unlike that of any other year limit of the rule set.
    package var name: String
    /// The most that a person gets in the public subject from all activities under it; the rest is lost as
    /// `annual-cap`.
    package var `public`: Hours?
    /// The same for the professional subject.
    package var professional: Hours?
    /// The most of both subjects together; nil is no limit.
    package var total: Hours?
    /// What share of the hours beyond the limit counts all the same, in percent; 0 is none.
    package var beyond = 0
    /// The clause that sets the limit, which its losses cite.
    package var clause: ClauseID
  }
}
