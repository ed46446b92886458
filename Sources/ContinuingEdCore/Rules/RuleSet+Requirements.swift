/// What has to be earned, and what to cite where an entry does not count towards it.
extension RuleSet {
  /// An amount and the clause it comes from.
  package struct Amount: Sendable, Equatable {
    /// The least that is enough, for the whole year.
    package var hours: Hours
    /// The clause that asks for it.
    package var clause: ClauseID
    /// Whether the notice asks for none; the clause is then that of what it asks for instead.
    package var isNone = false
  }

  /// What a person must reach in the year, each by itself.
  package struct Requirements: Sendable, Equatable {
    /// Of both subjects together; hours beyond what one subject asks for count here.
    package var total: Amount
    /// Of the public subject; professional hours do not fill it.
    package var `public`: Amount
    /// Of the professional subject; public hours do not fill it.
    package var professional: Amount
    /// Parts of the public hours; nil where the notice has none.
    package var modules: Modules?
    /// Those of the notice's own.
    package var others: [OtherRequirement] = []
    /// Who must reach other figures: the first case that fits a person holds.
    package var cases: [RequirementCase] = []
    /// What somebody owes who was there for a part of the period only.
    package var partOfPeriod = PartOfPeriod.full
  }

  /// The two parts of the public hours (Jining2020: Review and modules).
  package struct Modules: Sendable, Equatable {
    /// The least of compulsory courses (必修); more of them make no electives.
    package var compulsory: Amount
    /// The least of electives (选修).
    package var elective: Amount
  }

  /// The clauses to cite where an entry fails for a reason that no single activity states (Judging: Rejection).
  package struct Grounds: Sendable, Equatable {
    /// For an entry that says the same as an earlier one.
    package var duplicate: ClauseID
    /// For an entry whose status is refused.
    package var reviewRejected: ClauseID
    /// The clause that lists what counts: for a category that is not in it.
    package var categoryNotRecognized: ClauseID
    /// For a category that counts, but not in this subject.
    package var subjectNotAllowed: ClauseID
    /// For a failed examination, where the activity has no clause of its own that wants it passed.
    package var notPassed: ClauseID
    /// For days that are not of the rule set's year.
    package var outsideYear: ClauseID
    /// For an entry that waits because its review is not over: no loss, but `pending`.
    package var inReview: ClauseID
  }
}
