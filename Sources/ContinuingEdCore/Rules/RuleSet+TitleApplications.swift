/// What an application for a title has to show (TitleApplications: Who, Which years).
extension RuleSet {
  /// What the notice says of applications for a title.
  package struct TitleApplications: Sendable, Equatable {
    /// What must be shown, by employer: the first case that fits a person holds; where none fits, all are judged. Empty
    /// where the notice does not say which years.
    package var cases: [Case]
    /// What is printed with every answer for people; nil where there is nothing to add.
    package var note: String?
    /// The clause on title applications.
    package var clause: ClauseID

    /// What the people of one kind of employer must show.
    package struct Case: Sendable, Equatable {
      /// Nil is any employer.
      package var employer: Employer?
      /// Every one of them must be shown.
      package var spans: [Span]
    }

    /// Years to show, both ends included.
    package struct Span: Sendable, Equatable {
      /// The subjects, each held to its own requirement; for an average, both.
      package var subjects: [Subject]
      /// The first credit year.
      package var from: Int
      /// The last credit year, which may be that of the rule set; nil where every later year must be shown too.
      package var to: Int?
      /// Hours a year on average over the span; nil where each year is held to the requirement by itself.
      package var averageTotal: Hours?
    }

    /// The cases that hold for an employer, nil being unknown: the first that fits, else all.
    package func cases(for employer: Employer?) -> [Case] {
      cases.first { $0.employer == nil || $0.employer == employer }.map { [$0] } ?? cases
    }
  }
}
