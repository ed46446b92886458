/// Part of an entry's worth that is not credited.
package struct RowLoss: Hashable, Sendable {
  /// Why the hours were lost (Judging: Rejection, Limits).
  package var reason: LossReason
  /// The hours lost.
  package var hours: Hours
  /// The clause of the notice, as an index into ``RuleSet/clauses``.
  package var clause: ClauseID
}

/// What became of one entry, or of one subject of an assignment: `credited + losses = worth`.
package struct RowResult: Sendable {
  /// The place of the entry among the rows of its person (``Records/entries(of:)``).
  package var entry: Int
  /// Nil for a leave.
  package var subject: Subject?
  /// What it would bring with no limit.
  package var worth: Hours
  /// What it brings.
  package var credited: Hours
  /// Whether it is confirmed, pending or rejected.
  package var state: EntryState
  /// Why it is pending; empty unless it is.
  package var reasons: WordSet<PendingReason>
  /// In the order in which they were taken away.
  package var losses: [RowLoss]
  /// The clause that recognizes the activity; for a rejected category, the one that lists what is recognized.
  package var clause: ClauseID
  /// An index into ``RuleSet/activities``; nil where the category or the subject is not recognized.
  package var activity: Int?
  /// The days that count: as read, or those of an assignment or leave within year, cutoff and as-of day.
  package var days: DayRange?
  /// The listed platform that it names, as an index into ``RuleSet/platforms``, where it is platform study.
  package var platform: Int?
}

/// A finding and the clause it comes from.
package struct Finding: Hashable, Sendable {
  /// What there is to know.
  package var code: FindingCode
  /// The clause that it rests on.
  package var clause: ClauseID
}

/// The judgement of one person under one rule set.
package struct PersonJudgement: Sendable {
  /// The verdict (Judging: Verdict).
  package var verdict: Verdict
  /// What is required after confirmed leave.
  package var required: RequiredHours
  /// What is required after confirmed and pending leave; `ifApproved` is held to it.
  package var requiredIfApproved: RequiredHours
  /// Confirmed hours.
  package var credited: SubjectHours
  /// Confirmed and pending hours.
  package var ifApproved: SubjectHours
  /// What else there is to know of the person.
  package var findings: [Finding]
  /// In input order; an assignment is two, public first.
  package var entries: [RowResult]
  /// What was lost for each reason.
  package var losses = LossSums()
  /// The one platform kept, as an index into ``RuleSet/platforms``, where the rule set wants one and there were more.
  package var platformKept: Int?
  /// How the person stands with the requirements of the notice's own, in their order; none where nobody is judged.
  package var others: [OtherHours] = []

  /// What `credited` lacks of `required`.
  package var shortfall: RequiredHours { required.shortfall(of: credited) }
  /// What `ifApproved` lacks of `requiredIfApproved`.
  package var shortfallIfApproved: RequiredHours { requiredIfApproved.shortfall(of: ifApproved) }
}
