/// A clause of the notice, as an index into ``RuleSet/clauses``.
public typealias ClauseID = UInt16

/// A city's yearly notice as data (规则集): everything READINGS says of it, nothing else.
///
/// Values only. Decoding is in RuleDecoder, looking up while judging in Evaluation.
public struct RuleSet: Sendable, Equatable {
  /// `CITY-YEAR`, as in the name of its file.
  public var id: String
  public var city: City
  /// The credit year that it judges.
  public var year: Int
  public var notice: Notice
  /// Every clause of the notice, also those that this tool does not judge.
  public var clauses: [Clause]
  public var requirements: Requirements
  public var grounds: Grounds
  public var seriesGroups: [SeriesGroup]
  public var windows: [Window]
  public var dayLimits: [DayLimit]
  public var yearLimits: [YearLimit]
  public var platforms: [Platform]
  /// The clause that wants one platform a year; nil where none does.
  public var onePlatformAYear: ClauseID?
  public var activities: [Activity]
  public var filingTerm: FilingTerm
  public var reviewCutoff: ReviewCutoff
  /// The clause that ends make-up study with the year; nil where the notice has none.
  public var makeUpClosed: ClauseID?
  public var otherSchemes: [OtherScheme]
  public var leave: LeaveRule?
  public var titleApplications: TitleApplications?

  /// A city's names.
  public struct City: Sendable, Equatable {
    /// The name used in identifiers and options.
    public var english: String
    /// The name and its longer form.
    public var chinese: [String]
  }

  /// The document that the rules come from.
  public struct Notice: Sendable, Equatable {
    public var title: String
    /// 文号; nil where the notice bears none.
    public var number: String?
    /// The day under the notice; nil where it bears none.
    public var date: Day?
    public var issuer: String
  }

  /// One place in the notice and what it says, in our words, with its figures.
  public struct Clause: Sendable, Equatable {
    /// The place, as in `附件1第1条`.
    public var locator: String
    public var says: String
    /// Why this tool does not judge it; nil where it does.
    public var notJudged: String?
  }

  /// An amount and the clause it comes from.
  public struct Amount: Sendable, Equatable {
    public var hours: Hours
    public var clause: ClauseID
  }

  /// What a person must reach in the year, each by itself.
  public struct Requirements: Sendable, Equatable {
    public var total: Amount
    public var `public`: Amount
    public var professional: Amount
    /// Parts of the public hours; nil where the notice has none.
    public var modules: Modules?
  }

  /// The two parts of the public hours.
  public struct Modules: Sendable, Equatable {
    public var compulsory: Amount
    public var elective: Amount
  }

  /// The clauses to cite where an entry fails for a reason that no single activity states.
  public struct Grounds: Sendable, Equatable {
    public var duplicate: ClauseID
    public var reviewRejected: ClauseID
    public var categoryNotRecognized: ClauseID
    public var subjectNotAllowed: ClauseID
    public var notPassed: ClauseID
    public var outsideYear: ClauseID
    public var inReview: ClauseID
  }

  /// Title series that a rule singles out; the roster's series belongs if it contains one of the texts.
  public struct SeriesGroup: Sendable, Equatable {
    public var name: String
    public var containing: [String]
    public var clause: ClauseID
  }

  /// The first and the last day of a study window.
  public struct Window: Sendable, Equatable {
    public var name: String
    public var days: DayRange
    public var clause: ClauseID
  }

  /// The most hours a day, for all entries that share it.
  public struct DayLimit: Sendable, Equatable {
    public var name: String
    public var hours: Hours
    public var clause: ClauseID
  }

  /// The most hours a year, a pool for each subject; nil is no limit.
  public struct YearLimit: Sendable, Equatable {
    public var name: String
    public var `public`: Hours?
    public var professional: Hours?
    public var clause: ClauseID
  }

  /// A platform that the notice lists.
  public struct Platform: Sendable, Equatable {
    public var name: String
    /// Other names; a text that contains one of them names the platform.
    public var otherNames: [String]
    /// Hosts; a text that contains one of them names the platform.
    public var hosts: [String]
    /// Short names; a text that equals one of them names the platform.
    public var shortNames: [String]
    /// Whether it is one of those between which one is chosen a year; false for an entrance that leads to them.
    public var isChoice: Bool
    /// Texts in the roster's group that close it to a person.
    public var closedToGroups: [GroupCondition]
    public var clause: ClauseID
  }

  /// A condition on the roster's group (培训对象): it contains a text.
  public struct GroupCondition: Sendable, Equatable {
    public var containing: String
    public var clause: ClauseID
  }

  /// What one category brings in one or both subjects.
  public struct Activity: Sendable, Equatable {
    public var category: Category
    /// Empty for a leave.
    public var subjects: [Subject]
    /// The group of series it is for, as an index into ``RuleSet/seriesGroups``; nil is everyone. An activity for a
    /// group goes before one for everyone.
    public var seriesGroup: Int?
    public var basis: Basis
    public var needs: [Need]
    /// The clause that leaves the amount to another document; nil where the notice has it.
    public var amountOutsideNotice: ClauseID?
    /// Levels whose amount the notice leaves to someone else, and the clause.
    public var levelsOutsideNotice: LevelsOutsideNotice?
    /// Where it may be studied; nil where the notice lists no platforms for it.
    public var study: Study?
    /// An index into ``RuleSet/windows``.
    public var window: Int?
    /// An index into ``RuleSet/dayLimits``.
    public var dayLimit: Int?
    /// An index into ``RuleSet/yearLimits``.
    public var yearLimit: Int?
    public var clause: ClauseID
  }

  /// How an entry's worth is found (READINGS §1, Worth).
  public enum Basis: Sendable, Equatable {
    case declared
    case perItem(Hours)
    case byLevel([LevelAmount])
    case perDay(Hours)
    case perMonth(`public`: Hours, professional: Hours)

    /// Whether the rule set fixes the amount, so that no hours need be declared (CONTRACT §2).
    public var isFixed: Bool { self != .declared }
  }

  /// What a level brings.
  public struct LevelAmount: Sendable, Equatable {
    public var level: Level
    public var hours: Hours
  }

  /// Something an entry must have.
  public struct Need: Sendable, Equatable {
    public var what: What
    public var clause: ClauseID

    /// What can be needed: `level` and `filing` reject an entry without them, the others leave it pending.
    public enum What: String, CaseIterable, Sendable {
      case filing, evidence, passed, level
    }
  }

  /// Levels whose amount stands elsewhere.
  public struct LevelsOutsideNotice: Sendable, Equatable {
    public var levels: [Level]
    public var clause: ClauseID
  }

  /// Study on listed platforms, or filed elsewhere.
  public struct Study: Sendable, Equatable {
    /// The clause that lists the platforms.
    public var clause: ClauseID
    /// The clause that admits filed study on other platforms; nil where none does.
    public var filedStudy: ClauseID?
    /// The group of series whose platform study waits for the department's filing, as an index into
    /// ``RuleSet/seriesGroups``; nil where there is none.
    public var seriesByFiling: Int?
  }

  /// By when an activity must be filed.
  public enum FilingTerm: Sendable, Equatable {
    case none
    /// At most so many days before the start.
    case daysBefore(Int, clause: ClauseID)
    /// By the nth working day before the start.
    case workingDaysBefore(Int, clause: ClauseID)
  }

  /// By when study must end for a title application.
  public enum ReviewCutoff: Sendable, Equatable {
    case none
    /// Before the review date.
    case beforeReviewDate(clause: ClauseID)
    /// On or before the nth working day before the review date.
    case workingDaysBefore(Int, clause: ClauseID)
  }

  /// People whom the notice sends to another scheme.
  public struct OtherScheme: Sendable, Equatable {
    /// An index into ``RuleSet/seriesGroups``.
    public var seriesGroup: Int
    /// What that scheme is called.
    public var scheme: String
    public var clause: ClauseID
  }

  /// How leave lowers what is required.
  public struct LeaveRule: Sendable, Equatable {
    public var alwaysEffective: [LeaveKind]
    public var effectiveIfLong: [LeaveKind]
    /// Long is more than so many months of 30 days.
    public var longerThanMonths: Int
    public var clause: ClauseID
  }

  /// What a title application must show.
  public struct TitleApplications: Sendable, Equatable {
    public var cases: [Case]
    public var clause: ClauseID

    public struct Case: Sendable, Equatable {
      /// Nil is any employer.
      public var employer: Employer?
      public var spans: [Span]
    }

    /// Years to show, both ends included.
    public struct Span: Sendable, Equatable {
      /// The subjects, each held to its own requirement; both with `average` means their total.
      public var subjects: [Subject]
      public var from: Int
      public var to: Int
      /// Hours a year on average over the span; nil where each year is held to the requirement by itself.
      public var averageTotal: Hours?
    }
  }
}
