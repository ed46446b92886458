/// Whether somebody may apply for a title, and from which hours of which years that follows (TitleApplications).
package struct TitleJudgement: Sendable {
  /// The first that applies: another scheme in the application year; undetermined by the roster's row; short if any
  /// cell or average is; undetermined; pending; compliant.
  package var verdict: Verdict
  /// The day on which the application is handed in; nil where nobody said.
  package var reviewDate: Day?
  /// The last day on which an entry may end; nil without a review date.
  package var cutoff: TitleCutoff?
  /// In rising order: every year that is asked, and every year of an average.
  package var years: [TitleYear]
  /// By their first year.
  package var averages: [TitleAverage]
  /// What else there is to know of the person, each once.
  package var findings: [TitleFinding]
  /// How many usable rows belong to a year that is listed, each once.
  package var rows = 0
  /// How many other usable rows the person has; of someone under another scheme none are counted.
  package var otherRows = 0
}

/// The last day on which an entry may end to count for an application.
package struct TitleCutoff: Sendable, Hashable {
  /// That day.
  package var day: Day
  /// The clause that sets it, of the application year's rule set; nil where the review date itself is the last day.
  package var clause: ClauseID?
  /// Whether working days were counted past the calendar.
  package var leftCalendar = false
}

/// One credit year of an application.
package struct TitleYear: Sendable {
  /// The credit year.
  package var year: Int
  /// The rule set that judges it, as a place in ``TitleRules/ruleSets``; nil where the city has none of that year, so
  /// that declared hours are held to the figures of the application year's notice.
  package var ruleSet: Int?
  /// The subjects that are held to their requirement in this year, public first; none where only an average is asked.
  package var asked: [Subject]
  /// What is required of each subject. Only that of an asked one is held; the total, only where both are asked.
  package var required: RequiredHours
  /// The same once pending leave is confirmed; ``ifApproved`` is held to it.
  package var requiredIfApproved: RequiredHours
  /// Confirmed hours.
  package var credited: SubjectHours
  /// Confirmed and pending hours.
  package var ifApproved: SubjectHours
  /// The worst of the cells that are asked; nil where none is.
  package var verdict: Verdict?
  /// Those of a check under the year's rule set, then those of applications, each once.
  package var findings: [TitleFinding]
  /// With detail, what became of each entry under the year's rule set.
  package var entries: [RowResult] = []
  /// With detail, what became of each row of a year without a rule set.
  package var rows: [TitleRow] = []

  /// What `credited` lacks of `required`; see there for what is held.
  package var shortfall: RequiredHours { required.shortfall(of: credited) }
}

/// Hours that are held together over several years.
package struct TitleAverage: Sendable, Hashable {
  /// The first year.
  package var from: Int
  /// The last year.
  package var to: Int
  /// The hours that all years together must have.
  package var held: Hours
  /// Confirmed hours of both subjects in all of them.
  package var credited: Hours
  /// Confirmed and pending ones.
  package var ifApproved: Hours
  /// As of a cell.
  package var verdict: Verdict

  /// What `credited` lacks of `held`.
  package var shortfall: Hours { held.missing(from: credited) }
}

/// A row of a year without a rule set, in one subject.
package struct TitleRow: Sendable, Hashable {
  /// The place among the rows of the person (``Records/entries(of:)``).
  package var entry: Int
  /// Nil for an assignment and a leave, which are not judged.
  package var subject: Subject?
  /// The declared hours; zero where none are.
  package var declared: Hours
  /// What became of it.
  package var standing: Standing
  /// Whether it waits for review, so that it counts for `ifApproved` alone.
  package var waits: Bool

  /// What became of a row of a year without a rule set.
  package enum Standing: Sendable, Hashable {
    /// Its declared hours count.
    case counts
    /// They are the year's hours as audited.
    case audited
    /// They lie within the audited ones.
    case withinAudited
    /// It is not judged in such a year: an assignment, or a leave.
    case notJudged
    /// It brings nothing, for this reason and by this clause of the application year's rule set.
    case rejected(LossReason, ClauseID?)
  }
}

/// A finding and the clause that it rests on.
package struct TitleFinding: Sendable, Hashable {
  /// What there is to know.
  package var code: Code
  /// The clause of the rule set at ``ruleSet``; nil where none says it.
  package var clause: ClauseID?
  /// A place in ``TitleRules/ruleSets``.
  package var ruleSet: Int

  /// A finding of a check, or of applications alone.
  package enum Code: Sendable, Hashable {
    /// As a check under the year's rule set has it; of the person, `other-scheme` and `calendar-unknown`.
    case judging(FindingCode)
    /// Of applications alone.
    case title(TitleFindingCode)
  }
}

/// What a reader of an application's verdict should know besides the hours, in the order of output.
package enum TitleFindingCode: UInt8, CaseIterable, Sendable {
  // Of the person
  /// The notice does not say which years; its own year alone is judged.
  case yearsNotStated
  /// The employer decides, and it is not known or none that the notice names.
  case employerUnknown
  /// Without a review date there is no last day.
  case noReviewDate
  /// No year is left to be judged.
  case noYears
  // Of a year
  /// The notice does not ask for this year; the user did.
  case askedByUser
  /// The person has no usable row in it.
  case yearEmpty
  /// A sum of hours as audited does not count in a year that is judged entry by entry.
  case annualNeedsEntries
  /// Entries lie within the hours as audited.
  case annualAndEntries
  /// An assignment has no hours where no rule set says how many.
  case assignmentNotJudged
  /// Leave lowers nothing where no rule set says how.
  case leaveNotJudged
  /// An entry declares no hours and brings none.
  case hoursNotDeclared

  /// The stable code of machine output.
  package var code: String {
    switch self {
    case .yearsNotStated: "years-not-stated"
    case .employerUnknown: "employer-unknown"
    case .noReviewDate: "no-review-date"
    case .noYears: "no-years"
    case .askedByUser: "asked-by-user"
    case .yearEmpty: "year-empty"
    case .annualNeedsEntries: "annual-needs-entries"
    case .annualAndEntries: "annual-and-entries"
    case .assignmentNotJudged: "assignment-not-judged"
    case .leaveNotJudged: "leave-not-judged"
    case .hoursNotDeclared: "hours-not-declared"
    }
  }
}

extension TitleFinding.Code {
  /// The stable code of machine output.
  package var code: String {
    switch self {
    case .judging(let code): code.code
    case .title(let code): code.code
    }
  }
}
