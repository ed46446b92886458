/// A file of hand-computed cases that show what a rule set says.
public struct CaseFile: Sendable {
  /// The name of the file as given.
  public var file: String
  /// The rule set that the cases are about.
  public var ruleSetID: String
  public var cases: [RuleCase]
}

/// One person's rows and the judgement that somebody computed by hand.
public struct RuleCase: Sendable {
  /// A sentence, unique in the file.
  public var name: String
  /// The clause and the arithmetic.
  public var why: String
  /// The clauses that it shows.
  public var clauses: [String]
  /// Judged as of the end of this day; nil is the whole year.
  public var asOf: Day?
  /// What the roster says of the person; nil without a roster.
  public var roster: [Cell]?
  /// One row each.
  public var entries: [[Cell]]
  public var expected: Expected
  /// The line that it starts on in its file.
  public var line: Int

  /// A column and the text in it.
  public struct Cell: Sendable, Equatable {
    public var field: Field
    public var text: String
  }

  /// The judgement by hand. Hours that are nil are not looked at.
  public struct Expected: Sendable {
    public var verdict: Verdict
    public var required: ExpectedHours
    public var credited: ExpectedHours
    public var ifApproved: ExpectedHours
    public var shortfall: ExpectedHours
    public var findings: [FindingCode]
    /// In input order; an assignment is two, public first.
    public var entries: [ExpectedEntry]
    /// What a title application must show, year by year; nil is not looked at.
    public var application: [String]?
  }

  /// Some of the hours of a judgement.
  public struct ExpectedHours: Sendable {
    /// `public`, `professional`, `total`, `publicCompulsory` or `publicElective`, and the hours.
    public var parts: [(name: String, hours: Hours)] = []
  }

  /// What one entry should bring.
  public struct ExpectedEntry: Sendable {
    /// The row in `entries`, counted from 1.
    public var row: Int
    public var subject: Subject?
    public var worth: Hours
    public var credited: Hours
    public var state: EntryState
    public var reasons: [PendingReason]
    public var losses: [ExpectedLoss]
  }

  /// Hours that an entry should lose.
  public struct ExpectedLoss: Sendable {
    public var reason: LossReason
    public var hours: Hours
    /// Nil is not looked at.
    public var clause: String?
  }
}
