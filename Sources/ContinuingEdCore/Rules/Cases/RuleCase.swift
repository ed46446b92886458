/// A file of hand-computed cases that show what a rule set says.
package struct CaseFile: Sendable {
  /// The name of the file as given.
  package var file: String
  /// The rule set that the cases are about.
  package var ruleSetID: String
  /// The cases, in the order of the file; their names differ.
  package var cases: [RuleCase]
}

/// One person's rows and the judgement that somebody computed by hand.
package struct RuleCase: Sendable {
  /// A sentence, unique in the file.
  package var name: String
  /// The clause and the arithmetic.
  package var why: String
  /// The clauses that it shows.
  package var clauses: [String]
  /// Judged as of the end of this day; nil is the whole year.
  package var asOf: Day?
  /// What the roster says of the person; nil without a roster.
  package var roster: [Cell]?
  /// One row each.
  package var entries: [[Cell]]
  /// What somebody found with the notice in hand.
  package var expected: Expected
  /// The line that it starts on in its file.
  package var line: Int

  /// A column and the text in it.
  package struct Cell: Sendable, Equatable {
    /// Any column but that of the ID, which the runner fills in.
    package var field: Field
    /// What stands in the cell, read by the same rules as a file (RecordsFiles: Cells).
    package var text: String
  }

  /// The judgement by hand. Hours that are nil are not looked at.
  package struct Expected: Sendable {
    /// Always looked at.
    package var verdict: Verdict
    /// What is required after confirmed leave.
    package var required: ExpectedHours
    /// What confirmed entries bring.
    package var credited: ExpectedHours
    /// What confirmed and pending entries bring.
    package var ifApproved: ExpectedHours
    /// What `credited` lacks of `required`.
    package var shortfall: ExpectedHours
    /// All of them, in the order of Judging: Findings.
    package var findings: [FindingCode]
    /// In input order; an assignment is two, public first.
    package var entries: [ExpectedEntry]
    /// What a title application must show, year by year; nil is not looked at.
    package var application: [String]?
    /// What the application comes to; nil is not looked at.
    package var title: ExpectedTitle?
    /// All deadlines of the rule set, a line each; nil is not looked at.
    package var deadlines: [String]?
  }

  /// What an application for a title should come to by the rows of all years.
  package struct ExpectedTitle: Sendable {
    /// The verdict on the application.
    package var verdict: Verdict
    /// What is missing, as `2021 public 0.01` or, of an average, `2016-2019 180`.
    package var missing: [String]
    /// Findings of the person, then of years, as `no-years 五` or `2022 leave-not-judged`.
    package var findings: [String]
  }

  /// Some of the hours of a judgement.
  package struct ExpectedHours: Sendable {
    /// `public`, `professional`, `total`, `publicCompulsory` or `publicElective`, and the hours.
    package var parts: [(name: String, hours: Hours)] = []
  }

  /// What one entry should bring.
  package struct ExpectedEntry: Sendable {
    /// The row in `entries`, counted from 1.
    package var row: Int
    /// Nil for a leave.
    package var subject: Subject?
    /// What it would bring with no limit.
    package var worth: Hours
    /// What it brings; with the losses it makes up the worth.
    package var credited: Hours
    /// Where it stands after judgement.
    package var state: EntryState
    /// Why it is pending; empty unless it is.
    package var reasons: [PendingReason]
    /// Every loss, in the order in which hours are taken away.
    package var losses: [ExpectedLoss]
  }

  /// Hours that an entry should lose.
  package struct ExpectedLoss: Sendable {
    /// Why the hours are lost.
    package var reason: LossReason
    /// How many are lost; 0 only where the entry is rejected.
    package var hours: Hours
    /// Nil is not looked at.
    package var clause: String?
  }
}
