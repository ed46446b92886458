/// An activity of a rule set as plain numbers, so that judging an entry touches no array and counts no reference.
///
/// The grounds that a rule set can leave out are optional clauses: nil is "not here".
struct ActivityPlan {
  /// Its place in ``RuleSet/activities``.
  var index: Int
  var category: Category
  var clause: ClauseID
  var needsFiling: ClauseID?
  var awaitsFiling: ClauseID?
  var needsSeriesFiling: ClauseID?
  var needsEvidence: ClauseID?
  var needsPassed: ClauseID?
  var needsLevel: ClauseID?
  var amountOutsideNotice: ClauseID?
  /// The levels it is for; none is any.
  var levels = WordSet<Level>()
  /// The place of its words in the plan; nil is any.
  var words: Int?
  /// Whether it is for entries that name a listed platform.
  var namesListedPlatform: Bool
  /// Whether its entries have to meet conditions besides.
  var hasConditions: Bool
  /// The subjects that it brings.
  var subjects = WordSet<Subject>()
  /// The clause that lists the platforms.
  var study: ClauseID?
  var admitsFiledStudy = false
  var admitsOthers: Bool
  /// Whether the filing term binds its entries, filed study aside.
  var isBoundByTerm: Bool
  var window: DayRange?
  var windowClause: ClauseID = 0
  /// An entry of these days lies neither outside the year nor outside the window; one of others may. There are none
  /// where the first is the later one.
  var firstDay: Day
  var lastDay: Day
  var dayLimit: Int?
  var yearLimit: Int?
  /// Whether other limits of the year bear on it too.
  var hasFurtherLimits: Bool
  /// The requirements of the notice's own that its hours count towards, a bit each.
  var counts: UInt8 = 0
  /// Only for a group of series.
  var seriesGroup: Int?
  var basis: BasisPlan
  /// Whether the worth is the declared hours.
  var isDeclared: Bool
  /// Whether the worth is worked out from more than one figure.
  var isFormula: Bool
  /// Whether a limit bears on entries of this activity, so that their order matters.
  var isLimited: Bool
  /// What its entries must have, lest they be rejected.
  var asks = Asks()

  /// What the entries of an activity can be asked for.
  struct Asks: OptionSet {
    let rawValue: UInt8
    static let platform = Asks(rawValue: 1)
    static let filing = Asks(rawValue: 2)
    static let level = Asks(rawValue: 4)
    static let term = Asks(rawValue: 8)
  }

  /// - Parameter words: the place of its words in the plan.
  init(_ activity: RuleSet.Activity, at index: Int, of rules: RuleSet, words: Int?) {
    self.index = index
    self.words = words
    namesListedPlatform = activity.listedPlatform != nil
    hasConditions = !activity.when.isEmpty
    for level in activity.levels { levels.insert(level) }
    for subject in activity.subjects { subjects.insert(subject) }
    category = activity.category
    clause = activity.clause
    needsFiling = activity.clause(of: .filing)
    awaitsFiling = activity.clause(of: .filingAwaited)
    needsSeriesFiling = activity.clause(of: .seriesFiling)
    needsEvidence = activity.clause(of: .evidence)
    needsPassed = activity.clause(of: .passed)
    needsLevel = activity.clause(of: .level)
    amountOutsideNotice = activity.amountOutsideNotice
    study = activity.study?.clause
    admitsFiledStudy = activity.study?.filedStudy != nil
    admitsOthers = activity.study?.othersWait != nil
    isBoundByTerm = rules.filingTerm != .none && rules.filingTermCategories.contains(activity.category)
    (firstDay, lastDay) = (rules.days.start, rules.days.end)
    if let index = activity.window {
      let days = rules.windows[index].days
      (firstDay, lastDay) = (max(firstDay, days.start), min(lastDay, days.end))
      window = days
      windowClause = rules.windows[index].clause
    }
    dayLimit = activity.dayLimit
    yearLimit = activity.yearLimit
    hasFurtherLimits = !activity.furtherYearLimits.isEmpty
    for place in activity.counts { counts |= 1 << UInt8(place & 7) }
    seriesGroup = activity.seriesGroup
    basis = BasisPlan(activity.basis)
    if case .declared = basis { isDeclared = true } else { isDeclared = false }
    if case .formula = basis { isFormula = true } else { isFormula = false }
    isLimited = dayLimit != nil || yearLimit != nil || category == .assignment
    if study != nil { asks.insert(.platform) }
    if needsFiling != nil { asks.insert(.filing) }
    if needsLevel != nil { asks.insert(.level) }
    if isBoundByTerm { asks.insert(.term) }
  }
}

/// How the worth is found, with the amounts of levels laid out by their numbers.
enum BasisPlan {
  case declared
  case perItem(Hours)
  /// Nil is a level without an amount.
  case byLevel(national: Hours?, provincial: Hours?, municipal: Hours?, county: Hours?)
  case perDay(Hours)
  case perMonth(`public`: Hours, professional: Hours)
  /// Worked out by ``RuleSet/Formula``.
  case formula

  init(_ basis: RuleSet.Basis) {
    switch basis {
    case .declared: self = .declared
    case .formula: self = .formula
    case .perItem(let hours): self = .perItem(hours)
    case .perDay(let hours): self = .perDay(hours)
    case .perMonth(let publicHours, let professional):
      self = .perMonth(public: publicHours, professional: professional)
    case .byLevel(let amounts):
      func amount(_ level: Level) -> Hours? { amounts.first { $0.level == level }?.hours }
      self = .byLevel(
        national: amount(.national), provincial: amount(.provincial), municipal: amount(.municipal),
        county: amount(.county))
    }
  }
}

extension RuleSet.Activity {
  /// The clause that makes something a need of this activity; nil where it is none.
  func clause(of need: RuleSet.Need.What) -> ClauseID? { needs.first { $0.what == need }?.clause }
}
