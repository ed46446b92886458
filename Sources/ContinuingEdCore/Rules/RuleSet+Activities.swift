/// What can be done to earn hours: how it is reckoned, and what an entry of it must have.
extension RuleSet {
  /// What one category brings in one or both subjects.
  package struct Activity: Sendable, Equatable {
    /// The category of the entries that it is about.
    package var category: Category
    /// Empty for a leave.
    package var subjects: [Subject]
    /// The group of series it is for, as an index into ``RuleSet/seriesGroups``; nil is everyone. Of the activities
    /// that fit an entry, the one that names more of series, levels, words and platform judges it; else the first.
    package var seriesGroup: Int?
    /// The levels it is for; empty is any, a blank one too.
    package var levels: [Level]
    /// The words it is for, of which the entry's kind or title contains one, compared as platforms are; empty is any.
    package var words: [String]
    /// What must hold of an entry besides.
    package var when: [Condition] = []
    /// For entries that name a listed platform: the clause that says so; nil is any platform.
    package var listedPlatform: ClauseID?
    /// From what the worth of an entry is reckoned.
    package var basis: Basis
    /// What an entry must have besides days and hours, each thing at most once.
    package var needs: [Need]
    /// The clause that leaves the amount to another document; nil where the notice has it.
    package var amountOutsideNotice: ClauseID?
    /// Where it may be studied; nil where the notice lists no platforms for it.
    package var study: Study?
    /// An index into ``RuleSet/windows``; nil is the whole year.
    package var window: Int?
    /// An index into ``RuleSet/dayLimits``; nil is no limit.
    package var dayLimit: Int?
    /// An index into ``RuleSet/yearLimits``; nil is no limit.
    package var yearLimit: Int?
    /// Others that bear on it too, as indices into ``RuleSet/yearLimits``; none where there is no first.
    package var furtherYearLimits: [Int] = []
    /// The requirements of the notice's own that its hours count towards, as indices into ``Requirements/others``.
    package var counts: [Int] = []
    /// The clause that recognizes the activity.
    package var clause: ClauseID
  }

  /// How an entry's worth is found (Judging: Worth).
  package indirect enum Basis: Sendable, Equatable {
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
    /// Worked out from more than one figure.
    case formula(Formula)

    /// Whether the rule set fixes the amount, so that no hours need be declared (RecordsFiles: What a category needs).
    package var isFixed: Bool {
      switch self {
      case .declared: false
      case .formula(let formula): !formula.needsHours
      default: true
      }
    }
  }

  /// What a level brings.
  package struct LevelAmount: Sendable, Equatable {
    /// The level that the entry must name.
    package var level: Level
    /// What one item of that level is worth.
    package var hours: Hours
  }

  /// Something an entry must have.
  package struct Need: Sendable, Equatable {
    /// What it is that must be there.
    package var what: What
    /// The clause that asks for it.
    package var clause: ClauseID

    /// What can be needed: `level` and `filing` reject an entry without them, the others leave it pending.
    package enum What: String, CaseIterable, Sendable {
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
  package var conditionCount: Int {
    (seriesGroup == nil ? 0 : 1) + (levels.isEmpty ? 0 : 1) + (words.isEmpty ? 0 : 1)
      + (listedPlatform == nil ? 0 : 1) + when.count
  }

  /// All limits of the year that bear on it.
  package var yearLimits: [Int] { (yearLimit.map { [$0] } ?? []) + furtherYearLimits }
}
