/// One rule that a clause stands behind, and where in the rule file it is: numbers are places in the rule set's lists.
package enum ClauseUse: Sendable, Equatable {
  /// What a ground is for, by the key of the rule file.
  case ground(String)
  /// `total`, `public` or `professional`, or a module.
  case requirement(String, Hours)
  /// A requirement of the notice's own.
  case otherRequirement(Int)
  /// What people of one kind must reach.
  case requirementCase(Int)
  /// What somebody owes who was there for a part of the period.
  case partOfPeriod
  /// Which series belong to a group.
  case seriesGroup(Int)
  /// The days of a window.
  case window(Int)
  /// The hours of a limit of the day.
  case dayLimit(Int)
  /// The hours of a limit of the year.
  case yearLimit(Int)
  /// The platform is listed.
  case platform(Int)
  /// The platform and the text in the roster's group that closes it.
  case closedPlatform(Int, String)
  /// Only one of the platforms counts.
  case onePlatformAYear
  /// The activity is recognized at all.
  case activity(Int)
  /// An entry of the activity must have this.
  case need(activity: Int, RuleSet.Need.What)
  /// The amount is left to another document.
  case amountOutsideNotice(activity: Int)
  /// It is for entries that name a listed platform.
  case namesListedPlatform(activity: Int)
  /// It is studied on listed platforms.
  case listedPlatforms(activity: Int)
  /// Or on platforms that wait for someone to admit them.
  case othersWait(activity: Int)
  /// Or elsewhere, if it is filed.
  case filedStudy(activity: Int)
  /// The step of review that is final.
  case finalReview
  /// By when to file.
  case filingTerm
  /// By when study ends for a title application.
  case reviewCutoff
  /// Nothing is made up after the year.
  case makeUpStudy
  /// A group of series is sent elsewhere.
  case otherScheme(Int)
  /// What is required is lowered.
  case leave
  /// What applications have to show.
  case titleApplications
  /// Something is to be done by a day.
  case deadline(Int)
}

extension RuleSet {
  /// Every rule with its clause, in the order of the rule file.
  package var clauseUses: [(clause: ClauseID, use: ClauseUse)] {
    frameUses + listUses + activities.indices.flatMap(activityUses) + closingUses
  }

  /// The rules that a clause stands behind.
  package func uses(of clause: ClauseID) -> [ClauseUse] {
    clauseUses.filter { $0.clause == clause }.map(\.use)
  }

  private var frameUses: [(clause: ClauseID, use: ClauseUse)] {
    var uses: [(clause: ClauseID, use: ClauseUse)] = []
    func add(_ name: String, _ amount: Amount) {
      uses.append((amount.clause, .requirement(name, amount.hours)))
    }
    for (name, amount) in [
      ("total", requirements.total), ("public", requirements.public),
      ("professional", requirements.professional),
    ] where !amount.isNone { add(name, amount) }
    uses += requirements.others.indices.map { (requirements.others[$0].amount.clause, .otherRequirement($0)) }
    uses += requirements.cases.indices.map { (requirements.cases[$0].clause, .requirementCase($0)) }
    if case .byMonth(let clause) = requirements.partOfPeriod { uses.append((clause, .partOfPeriod)) }
    if let modules = requirements.modules {
      add("compulsory", modules.compulsory)
      add("elective", modules.elective)
    }
    uses += [
      (grounds.duplicate, .ground("duplicate")), (grounds.reviewRejected, .ground("review-rejected")),
      (grounds.categoryNotRecognized, .ground("category-not-recognized")),
      (grounds.subjectNotAllowed, .ground("subject-not-allowed")), (grounds.notPassed, .ground("not-passed")),
      (grounds.outsideYear, .ground("outside-year")), (grounds.inReview, .ground("in-review")),
    ]
    return uses
  }

  private var listUses: [(clause: ClauseID, use: ClauseUse)] {
    var uses = seriesGroups.indices.map { (clause: seriesGroups[$0].clause, use: ClauseUse.seriesGroup($0)) }
    uses += windows.indices.map { (windows[$0].clause, .window($0)) }
    uses += dayLimits.indices.map { (dayLimits[$0].clause, .dayLimit($0)) }
    uses += yearLimits.indices.map { (yearLimits[$0].clause, .yearLimit($0)) }
    for (index, platform) in platforms.enumerated() {
      uses.append((platform.clause, .platform(index)))
      uses += platform.closedToGroups.map { ($0.clause, .closedPlatform(index, $0.containing)) }
    }
    if let clause = onePlatformAYear { uses.append((clause, .onePlatformAYear)) }
    return uses
  }

  private func activityUses(_ index: Int) -> [(clause: ClauseID, use: ClauseUse)] {
    let activity = activities[index]
    var uses = [(clause: activity.clause, use: ClauseUse.activity(index))]
    uses += activity.needs.map { ($0.clause, .need(activity: index, $0.what)) }
    if let clause = activity.amountOutsideNotice {
      uses.append((clause, .amountOutsideNotice(activity: index)))
    }
    for clause in activity.basis.formula?.clausesOutsideNotice ?? [] {
      uses.append((clause, .amountOutsideNotice(activity: index)))
    }
    if let clause = activity.listedPlatform { uses.append((clause, .namesListedPlatform(activity: index))) }
    if let study = activity.study {
      uses.append((study.clause, .listedPlatforms(activity: index)))
      if let clause = study.othersWait { uses.append((clause, .othersWait(activity: index))) }
      if let clause = study.filedStudy { uses.append((clause, .filedStudy(activity: index))) }
    }
    return uses
  }

  private var closingUses: [(clause: ClauseID, use: ClauseUse)] {
    var uses: [(clause: ClauseID, use: ClauseUse)] = []
    if case .earlier(_, let clause) = finalReview { uses.append((clause, .finalReview)) }
    switch filingTerm {
    case .none: break
    case .daysBefore(_, let clause), .workingDaysBefore(_, let clause): uses.append((clause, .filingTerm))
    }
    switch reviewCutoff {
    case .none: break
    case .beforeReviewDate(let clause), .workingDaysBefore(_, let clause):
      uses.append((clause, .reviewCutoff))
    }
    if let clause = makeUpClause { uses.append((clause, .makeUpStudy)) }
    uses += otherSchemes.indices.map { (otherSchemes[$0].clause, .otherScheme($0)) }
    if let leave { uses.append((leave.clause, .leave)) }
    if let titleApplications { uses.append((titleApplications.clause, .titleApplications)) }
    uses += deadlines.indices.map { (deadlines[$0].clause, .deadline($0)) }
    return uses
  }
}

extension ClauseUse {
  /// The place in the rule file.
  package var path: JSONPath {
    func item(_ list: String, _ index: Int) -> JSONPath { JSONPath.top.appending(list).appending(index) }
    func key(_ name: String) -> JSONPath { JSONPath.top.appending(name) }
    switch self {
    case .ground(let name): return key("grounds").appending(name)
    case .requirement(let name, _):
      let isModule = name == "compulsory" || name == "elective"
      return (isModule ? key("requirements").appending("modules") : key("requirements")).appending(name)
    case .otherRequirement(let index): return key("requirements").appending("others").appending(index)
    case .requirementCase(let index): return key("requirements").appending("cases").appending(index)
    case .partOfPeriod: return key("requirements").appending("partOfPeriod")
    case .seriesGroup(let index): return item("seriesGroups", index)
    case .window(let index): return item("windows", index)
    case .dayLimit(let index): return item("dayLimits", index)
    case .yearLimit(let index): return item("yearLimits", index)
    case .platform(let index): return item("platforms", index)
    case .closedPlatform(let index, _): return item("platforms", index).appending("closedToGroups")
    case .onePlatformAYear: return key("onePlatformAYear")
    case .activity(let index): return item("activities", index)
    case .need(let index, _): return item("activities", index).appending("needs")
    case .amountOutsideNotice(let index): return item("activities", index).appending("amount")
    case .namesListedPlatform(let index): return item("activities", index).appending("platform")
    case .othersWait(let index): return item("activities", index).appending("study").appending("others")
    case .listedPlatforms(let index): return item("activities", index).appending("study")
    case .filedStudy(let index): return item("activities", index).appending("study").appending("filedStudy")
    case .finalReview: return key("finalReview")
    case .filingTerm: return key("filingTerm")
    case .reviewCutoff: return key("reviewCutoff")
    case .makeUpStudy: return key("makeUpStudy")
    case .otherScheme(let index): return item("otherSchemes", index)
    case .leave: return key("leave")
    case .titleApplications: return key("titleApplications")
    case .deadline(let index): return item("deadlines", index)
    }
  }
}
