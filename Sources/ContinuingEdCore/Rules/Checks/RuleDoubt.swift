/// Something in a sound rule file that can't be meant, or probably isn't.
public enum RuleDoubt: Sendable, Equatable {
  // Clauses
  /// A clause that is said to be judged, but no rule cites it.
  case clauseUnused(String)
  /// A clause that is said not to be judged, but rules cite it.
  case clauseUsedButNotJudged(String)
  /// A figure of a rule that the paraphrase of its clause does not name.
  case figureNotInClause(figure: String, clause: String)
  // Names that nothing uses: the list and the name
  case unused(list: String, name: String)
  // Windows and limits
  case windowOutsideYear(String)
  /// A limit of so many hours that no person can reach it, or that takes everything away.
  case limitNeverBites(String, LimitSlack)
  case limitAllowsNothing(String)
  // Activities
  /// An earlier activity has the same category and subject for the same people.
  case activityNeverReached(String)
  case activityBringsNothing(String)
  /// A leave rule without the category, or the category without a rule.
  case leaveHalfStated(hasRule: Bool)
  /// A basis that the category has no data for.
  case basisMakesNoSense(category: String, basis: String)
  /// Levels are needed but no amount depends on them, or the other way round.
  case levelNeedMakesNoSense(category: String, isNeeded: Bool)
  /// A lower level brings more than a higher one.
  case levelsNotDescending(category: String)
  /// A level whose hours are stated and also left to someone else, or neither.
  case levelStatedTwice(category: String, level: String)
  case levelNotStated(category: String, level: String)
  // Requirements: the part and the most that can be had
  case requirementUnreachable(String, most: Hours)
  /// The total is reached whenever both subjects are.
  case totalNeverBites
  case modulesExceedPublic
  // Platforms
  /// Two platforms, in order of the list, and the text that names both.
  case platformsOverlap(String, String, text: String)
  case noPlatformToStudyOn(category: String)
  case tooFewToChooseFrom
  // Terms
  case termMakesNoSense(days: Int)
  case hoursPerDayMakeNoSense(Hours)
  case yearsMakeNoSense(Int)
  /// Leave that has to be longer than no month, or than a whole year.
  case monthsMakeNoSense(Int)
  /// An employer that an earlier case already covers.
  case applicationNeverReached
  // The file
  /// Rule sets are found by the name of their file, which is not this identifier.
  case fileNameDiffers(id: String)

  /// Why a limit never bites.
  public enum LimitSlack: Sendable, Equatable {
    /// A day has no more hours than these.
    case moreThanADay
    /// So much is required of the subject; more is of no use.
    case moreThanUseful(Hours)
    /// No activity under the limit brings the subject.
    case noSuchSubject(String)
  }

  /// Whether the file is wrong, or only odd.
  public var isError: Bool {
    switch self {
    case .clauseUsedButNotJudged, .figureNotInClause, .windowOutsideYear, .activityNeverReached,
      .leaveHalfStated, .basisMakesNoSense, .requirementUnreachable, .noPlatformToStudyOn,
      .limitAllowsNothing,
      .activityBringsNothing, .termMakesNoSense, .hoursPerDayMakeNoSense, .modulesExceedPublic,
      .levelStatedTwice,
      .monthsMakeNoSense:
      true
    default: false
    }
  }
}
