/// Something in a sound rule file that can't be meant, or probably isn't.
package enum RuleDoubt: Sendable, Equatable {
  // Clauses
  /// A clause that is said to be judged, but no rule cites it.
  case clauseUnused(String)
  /// A clause that is said not to be judged, but rules cite it.
  case clauseUsedButNotJudged(String)
  /// Hours that a judged clause names and no rule has.
  case hoursNotUsed(hours: String, clause: String)
  /// A draft's word that nobody has replaced.
  case placeholderLeft(String)
  /// A figure of a rule that the paraphrase of its clause does not name.
  case figureNotInClause(figure: String, clause: String)
  // Names
  /// No rule refers to this name of this list.
  case unused(list: String, name: String)
  // Windows and limits
  /// A day of the window with this name lies in another year.
  case windowOutsideYear(String)
  /// A limit that takes nothing from anybody, by its name.
  case limitNeverBites(String, LimitSlack)
  /// A limit of 0 hours, by its name: whatever is under it brings none.
  case limitAllowsNothing(String)
  // Activities
  /// An earlier activity has the same category and subject for the same people.
  case activityNeverReached(String)
  /// The amount of this category is fixed, and it is 0 throughout.
  case activityBringsNothing(String)
  /// A leave rule without the category, or the category without a rule.
  case leaveHalfStated(hasRule: Bool)
  /// A basis that the category has no data for.
  case basisMakesNoSense(category: String, basis: String)
  /// Levels are needed but no amount depends on them, or the other way round.
  case levelNeedMakesNoSense(category: String, isNeeded: Bool)
  /// A lower level brings more than a higher one.
  case levelsNotDescending(category: String)
  /// A level whose hours are stated, although the activity does not judge it.
  case levelStatedTwice(category: String, level: String)
  /// A level that the activity judges without stating its hours, where the amount goes by level.
  case levelNotStated(category: String, level: String)
  // Requirements
  /// `total`, `public` or `professional` asks for more than all that a person can be given in the year.
  case requirementUnreachable(String, most: Hours)
  /// The total is reached whenever both subjects are.
  case totalNeverBites
  /// Both modules together ask for more than the public subject does.
  case modulesExceedPublic
  // Platforms
  /// Two platforms, in order of the list, and the text that names both.
  case platformsOverlap(String, String, text: String)
  /// Study has to be on listed platforms, and there is none.
  case noPlatformToStudyOn(category: String)
  /// One platform a year is wanted, and fewer than two are of the choice.
  case tooFewToChooseFrom
  // Terms
  /// A filing term or review cutoff of more than 90 days, or of more than 60 working days.
  case termMakesNoSense(days: Int)
  /// A basis of more hours a day than a day has.
  case hoursPerDayMakeNoSense(Hours)
  /// A title application would have to show a year after the rule set's, or one more than 20 years before it.
  case yearsMakeNoSense(Int)
  /// Leave that has to be longer than no month, or than a whole year.
  case monthsMakeNoSense(Int)
  /// An employer that an earlier case already covers.
  case applicationNeverReached
  /// An average is one of all hours, and the span names one subject.
  case averageOfOneSubject
  /// A deadline, by what is to be done, that lies more than a year from the rule set's.
  case deadlineFarAway(String)
  // The file
  /// Rule sets are found by the name of their file, which is not this identifier.
  case fileNameDiffers(id: String)

  /// Why a limit never bites.
  package enum LimitSlack: Sendable, Equatable {
    /// A day has no more hours than these.
    case moreThanADay
    /// So much is required of the subject; more is of no use.
    case moreThanUseful(Hours)
    /// No activity under the limit brings the subject.
    case noSuchSubject(String)
  }

  /// Whether the file is wrong, or only odd.
  package var isError: Bool {
    switch self {
    case .clauseUsedButNotJudged, .figureNotInClause, .windowOutsideYear, .activityNeverReached,
      .leaveHalfStated, .basisMakesNoSense, .requirementUnreachable, .noPlatformToStudyOn,
      .limitAllowsNothing,
      .activityBringsNothing, .termMakesNoSense, .hoursPerDayMakeNoSense, .modulesExceedPublic,
      .levelStatedTwice,
      .monthsMakeNoSense, .averageOfOneSubject:
      true
    default: false
    }
  }
}
