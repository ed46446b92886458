/// A file of hand-computed cases that show what a rule set says.
public struct CaseFile: Sendable {
  /// The name of the file as given.
  public var file: String
  /// The rule set that the cases are about.
  public var ruleSetID: String
  /// The cases, in the order of the file; their names differ.
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
  /// What somebody found with the notice in hand.
  public var expected: Expected
  /// The line that it starts on in its file.
  public var line: Int

  /// A column and the text in it.
  public struct Cell: Sendable, Equatable {
    /// Any column but that of the ID, which the runner fills in.
    public var field: Field
    /// What stands in the cell, read by the same rules as a file (RecordsFiles: Cells).
    public var text: String
  }

  /// The judgement by hand. Hours that are nil are not looked at.
  public struct Expected: Sendable {
    /// Always looked at.
    public var verdict: Verdict
    /// What is required after confirmed leave.
    public var required: ExpectedHours
    /// What confirmed entries bring.
    public var credited: ExpectedHours
    /// What confirmed and pending entries bring.
    public var ifApproved: ExpectedHours
    /// What `credited` lacks of `required`.
    public var shortfall: ExpectedHours
    /// All of them, in the order of Judging: Findings.
    public var findings: [FindingCode]
    /// In input order; an assignment is two, public first.
    public var entries: [ExpectedEntry]
    /// What a title application must show, year by year; nil is not looked at.
    public var application: [String]?
    /// What the application comes to; nil is not looked at.
    public var title: ExpectedTitle?
    /// All deadlines of the rule set, a line each; nil is not looked at.
    public var deadlines: [String]?
  }

  /// What an application for a title should come to by the rows of all years.
  public struct ExpectedTitle: Sendable {
    /// The verdict on the application.
    public var verdict: Verdict
    /// What is missing, as `2021 public 0.01` or, of an average, `2016-2019 180`.
    public var missing: [String]
    /// Findings of the person, then of years, as `no-years 五` or `2022 leave-not-judged`.
    public var findings: [String]
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
    /// Nil for a leave.
    public var subject: Subject?
    /// What it would bring with no limit.
    public var worth: Hours
    /// What it brings; with the losses it makes up the worth.
    public var credited: Hours
    /// Where it stands after judgement.
    public var state: EntryState
    /// Why it is pending; empty unless it is.
    public var reasons: [PendingReason]
    /// Every loss, in the order in which hours are taken away.
    public var losses: [ExpectedLoss]
  }

  /// Hours that an entry should lose.
  public struct ExpectedLoss: Sendable {
    /// Why the hours are lost.
    public var reason: LossReason
    /// How many are lost; 0 only where the entry is rejected.
    public var hours: Hours
    /// Nil is not looked at.
    public var clause: String?
  }
}
