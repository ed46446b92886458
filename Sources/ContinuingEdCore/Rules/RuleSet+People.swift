/// For whom the rules are other than for everyone.
extension RuleSet {
  /// Title series that a rule singles out; the roster's series belongs if it contains one of the texts.
  public struct SeriesGroup: Sendable, Equatable {
    /// Unlike that of any other group of the rule set; shown to people too.
    public var name: String
    /// The texts, at least one, as the roster writes them, letter for letter.
    public var containing: [String]
    /// The clause that singles them out.
    public var clause: ClauseID
  }

  /// People whom the notice sends to another scheme: their verdict is `not-applicable`.
  public struct OtherScheme: Sendable, Equatable {
    /// An index into ``RuleSet/seriesGroups``.
    public var seriesGroup: Int
    /// What that scheme is called.
    public var scheme: String
    /// The clause that sends them there.
    public var clause: ClauseID
  }

  /// How leave lowers what is required (READINGS §1, Leave).
  public struct LeaveRule: Sendable, Equatable {
    /// The kinds of which every day counts as off duty.
    public var alwaysEffective: [LeaveKind]
    /// The kinds that count only if all leave of the kind in the year is long; else `leave-too-short`.
    public var effectiveIfLong: [LeaveKind]
    /// Long is more than so many months of 30 days.
    public var longerThanMonths: Int
    /// The clause that lowers the requirements.
    public var clause: ClauseID
  }

  /// What a title application must show.
  public struct TitleApplications: Sendable, Equatable {
    /// What must be shown, by employer: the first case that fits a person holds. Where none fits, the notice is silent.
    public var cases: [Case]
    /// The clause on title applications.
    public var clause: ClauseID

    /// What the people of one kind of employer must show.
    public struct Case: Sendable, Equatable {
      /// Nil is any employer.
      public var employer: Employer?
      /// Every one of them must be shown.
      public var spans: [Span]
    }

    /// Years to show, both ends included.
    public struct Span: Sendable, Equatable {
      /// The subjects, each held to its own requirement; both with `average` means their total.
      public var subjects: [Subject]
      /// The first credit year.
      public var from: Int
      /// The last credit year, which may be that of the rule set.
      public var to: Int
      /// Hours a year on average over the span; nil where each year is held to the requirement by itself.
      public var averageTotal: Hours?
    }
  }
}
