/// For whom the rules are other than for everyone.
extension RuleSet {
  /// Title series that a rule singles out; the roster's series belongs if it contains one of the texts.
  package struct SeriesGroup: Sendable, Equatable {
    /// Unlike that of any other group of the rule set; shown to people too.
    package var name: String
    /// The texts, at least one, as the roster writes them, letter for letter.
    package var containing: [String]
    /// The clause that singles them out.
    package var clause: ClauseID
  }

  /// People whom the notice sends to another scheme: their verdict is `not-applicable`.
  package struct OtherScheme: Sendable, Equatable {
    /// An index into ``RuleSet/seriesGroups``.
    package var seriesGroup: Int
    /// What that scheme is called.
    package var scheme: String
    /// The clause that sends them there.
    package var clause: ClauseID
  }

  /// How leave lowers what is required (Judging: Leave).
  package struct LeaveRule: Sendable, Equatable {
    /// The kinds of which every day counts as off duty.
    package var alwaysEffective: [LeaveKind]
    /// The kinds that count only if all leave of the kind in the year is long; else `leave-too-short`.
    package var effectiveIfLong: [LeaveKind]
    /// Long is more than so many months of 30 days.
    package var longerThanMonths: Int
    /// The clause that lowers the requirements.
    package var clause: ClauseID
  }
}
