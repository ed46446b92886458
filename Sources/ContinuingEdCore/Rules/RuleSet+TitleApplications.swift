/// What an application for a title has to show (TitleApplications: Who, Which years).
extension RuleSet {
  /// What the notice says of applications for a title.
  public struct TitleApplications: Sendable, Equatable {
    /// What must be shown, by employer: the first case that fits a person holds; where none fits, all are judged. Empty
    /// where the notice does not say which years.
    public var cases: [Case]
    /// What is printed with every answer for people; nil where there is nothing to add.
    public var note: String?
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
      /// The subjects, each held to its own requirement; for an average, both.
      public var subjects: [Subject]
      /// The first credit year.
      public var from: Int
      /// The last credit year, which may be that of the rule set; nil where every later year must be shown too.
      public var to: Int?
      /// Hours a year on average over the span; nil where each year is held to the requirement by itself.
      public var averageTotal: Hours?
    }

    /// The cases that hold for an employer, nil being unknown: the first that fits, else all.
    public func cases(for employer: Employer?) -> [Case] {
      cases.first { $0.employer == nil || $0.employer == employer }.map { [$0] } ?? cases
    }
  }
}
