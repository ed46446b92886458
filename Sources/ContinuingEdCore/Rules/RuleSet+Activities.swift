/// What can be done to earn hours: how it is reckoned, and what an entry of it must have.
extension RuleSet {
  /// What one category brings in one or both subjects.
  public struct Activity: Sendable, Equatable {
    /// The category of the entries that it is about.
    public var category: Category
    /// Empty for a leave.
    public var subjects: [Subject]
    /// The group of series it is for, as an index into ``RuleSet/seriesGroups``; nil is everyone. Of the activities
    /// that fit an entry, the one that names more of series, levels, words and platform judges it; else the first.
    public var seriesGroup: Int?
    /// The levels it is for; empty is any, a blank one too.
    public var levels: [Level]
    /// The words it is for, of which the entry's kind or title contains one, compared as platforms are; empty is any.
    public var words: [String]
    /// For entries that name a listed platform: the clause that says so; nil is any platform.
    public var listedPlatform: ClauseID?
    /// From what the worth of an entry is reckoned.
    public var basis: Basis
    /// What an entry must have besides days and hours, each thing at most once.
    public var needs: [Need]
    /// The clause that leaves the amount to another document; nil where the notice has it.
    public var amountOutsideNotice: ClauseID?
    /// Where it may be studied; nil where the notice lists no platforms for it.
    public var study: Study?
    /// An index into ``RuleSet/windows``; nil is the whole year.
    public var window: Int?
    /// An index into ``RuleSet/dayLimits``; nil is no limit.
    public var dayLimit: Int?
    /// An index into ``RuleSet/yearLimits``; nil is no limit.
    public var yearLimit: Int?
    /// The clause that recognizes the activity.
    public var clause: ClauseID
  }

  /// How an entry's worth is found (Judging: Worth).
  public enum Basis: Sendable, Equatable {
    /// The hours that the entry declares.
    case declared
    /// So many hours for each item of the entry's count; a blank count is one.
    case perItem(Hours)
    /// By the level of the entry, for each item of its count; a level that is not in the list has no amount.
    case byLevel([LevelAmount])
    /// So many hours for each day from the first to the last.
    case perDay(Hours)
    /// So many hours of each subject for each whole month.
    case perMonth(`public`: Hours, professional: Hours)

    /// Whether the rule set fixes the amount, so that no hours need be declared (RecordsFiles: What a category needs).
    public var isFixed: Bool { self != .declared }
  }

  /// What a level brings.
  public struct LevelAmount: Sendable, Equatable {
    /// The level that the entry must name.
    public var level: Level
    /// What one item of that level is worth.
    public var hours: Hours
  }

  /// Something an entry must have.
  public struct Need: Sendable, Equatable {
    /// What it is that must be there.
    public var what: What
    /// The clause that asks for it.
    public var clause: ClauseID

    /// What can be needed: `level` and `filing` reject an entry without them, the others leave it pending.
    public enum What: String, CaseIterable, Sendable {
      /// A filing number (备案号); without one, `not-filed`.
      case filing
      /// A filing number that the organiser sends afterwards; until then, `filing-missing`.
      case filingAwaited = "filing-awaited"
      /// A filing number of the department for a whole series; until then, `series-by-filing`.
      case seriesFiling = "series-filing"
      /// Some evidence named (证明材料); without it, `evidence-missing`.
      case evidence
      /// The result passed (考核结果); while it is blank, `result-missing`.
      case passed
      /// A level (级别); without one, `level-missing`.
      case level
    }
  }
}

extension RuleSet.Activity {
  /// How many things it names besides category and subject: an activity that names more judges before one that names
  /// fewer (Judging: Which activity).
  public var conditionCount: Int {
    (seriesGroup == nil ? 0 : 1) + (levels.isEmpty ? 0 : 1) + (words.isEmpty ? 0 : 1)
      + (listedPlatform == nil ? 0 : 1)
  }
}
