/// What has to be earned besides the two subjects, or by other people (RuleFiles: Requirements).
extension RuleSet {
  /// A requirement of the notice's own, as 20 hours of class I; an hour can count towards several, and towards its subject
  /// too.
  package struct OtherRequirement: Sendable, Equatable {
    /// What machine output calls it, unlike that of any other.
    package var key: String
    /// What people call it.
    package var name: String
    /// The least that is enough.
    package var amount: Amount
    /// Counts every entry, not only those of activities that name it.
    package var countsAll: Bool
    /// The days in which an entry has to end; nil is the whole period.
    package var within: DayRange?

    /// More can't be told apart by an activity.
    static let most = 8
  }

  /// What people of one kind must reach in place of what everyone must.
  package struct RequirementCase: Sendable, Equatable {
    /// All must hold.
    package var who: [RosterCondition]
    /// What they must reach; nil: nothing at all.
    package var hours: CaseHours?
    /// The clause that says so.
    package var clause: ClauseID
  }

  /// The figures of a case; nil is the figure that holds for everyone.
  package struct CaseHours: Sendable, Equatable {
    /// Of both subjects together.
    package var total: Hours?
    /// Of the public subject.
    package var `public`: Hours?
    /// Of the professional subject.
    package var professional: Hours?
    /// Of the requirements of the notice's own, in their order.
    package var others: [Hours?]
  }

  /// Something that the roster says of a person.
  package enum RosterCondition: Sendable, Hashable {
    /// The column contains one of the texts, letter for letter.
    case says(Field, [String])
    /// The employer is one of these.
    case employer([Employer])
    /// The person came within the period.
    case joinedInPeriod

    /// The columns that can be asked for texts.
    static let columns: [Field] = [.series, .group, .county]
  }

  /// What somebody owes who was there for a part of the period only.
  package enum PartOfPeriod: Sendable, Equatable {
    /// The same as everyone; the notice says nothing of it.
    case full
    /// A share of each requirement: the months that they were there, begun ones too, of those of the period.
    case byMonth(clause: ClauseID)
  }

  /// The days that the rule set judges: the calendar year, or the period that the notice names.
  package var days: DayRange { period ?? DayRange(year: year) }
}
