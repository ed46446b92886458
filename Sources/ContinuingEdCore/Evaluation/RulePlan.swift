/// A rule set made ready for judging: tables in place of searches, texts normalised once. Whatever an entry needs lies
/// in memory that stays where it is, so that stages can point to it.
///
/// It remembers what texts of its run name, so it belongs to one thread, as its ``Evaluator`` does.
final class RulePlan {
  let rules: RuleSet
  let grounds: RuleSet.Grounds
  let calendar: WorkdayCalendar
  private let texts: TextTable
  let baseRequirement: RequiredHours
  let creditYear: CreditYear
  let year: DayRange
  let makeUpClosed: ClauseID?
  let filingTerm: RuleSet.FilingTerm
  let filingTermClause: ClauseID?
  /// Filing more days than these before the start is early; the most there are where no term says so.
  let mostDaysAhead: Int
  /// Whether the term is one of working days.
  let countsWorkingDays: Bool
  let reviewCutoff: RuleSet.ReviewCutoff
  let reviewCutoffClause: ClauseID?
  let onePlatformAYear: ClauseID?
  let hasModules: Bool
  /// The categories whose amount the rules fix, a bit each by raw value.
  let fixedCategories: UInt32
  let activities: Scratch<ActivityPlan>
  /// The year limits, unspent.
  let pools: Scratch<PoolLeft>
  /// Whether a platform is one of those between which one is chosen.
  let isChoice: Scratch<Bool>
  private let platforms: PlatformMatcher
  private let closedToGroups: [[(text: [UInt8], clause: ClauseID)]]
  private let seriesGroups: [[[UInt8]]]
  /// For each category and subject its activities in a row of `listed`, those for a group of series first.
  private let listings: Scratch<Range<Int32>>
  private let listed: Scratch<UnsafePointer<ActivityPlan>>
  /// For each category and subject its activity for those who are in no group of series.
  private let forEveryone: Scratch<UnsafePointer<ActivityPlan>?>
  /// By text number, what the text was found to name: −1 is none of the listed, −2 not looked up yet.
  @exclusivity(unchecked) private var platformOf = Scratch<Int16>()
  /// By the text of a roster's series, the groups of series that it belongs to.
  private var groupsOfSeries: [TextID: UInt64] = [:]
  /// By the text of a roster's group, a place in `closings`.
  private var placeOfGroup: [TextID: Int] = [:]
  /// For each group that was looked up, the clause that closes each platform to it.
  @exclusivity(unchecked) private var closings: [[ClauseID?]] = []

  init(_ rules: RuleSet, calendar: WorkdayCalendar, texts: TextTable) {
    self.rules = rules
    self.calendar = calendar
    self.texts = texts
    grounds = rules.grounds
    creditYear = CreditYear(rules.year)
    year = creditYear.days
    makeUpClosed = rules.makeUpClosed
    filingTerm = rules.filingTerm
    filingTermClause = rules.filingTerm.clause
    if case .daysBefore(let days, _) = rules.filingTerm { mostDaysAhead = days } else { mostDaysAhead = .max }
    if case .workingDaysBefore = rules.filingTerm {
      countsWorkingDays = true
    } else {
      countsWorkingDays = false
    }
    reviewCutoff = rules.reviewCutoff
    reviewCutoffClause = rules.reviewCutoff.clause
    onePlatformAYear = rules.onePlatformAYear
    hasModules = rules.requirements.modules != nil
    fixedCategories = rules.fixedAmounts.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    baseRequirement = RequiredHours(rules.requirements)
    activities = Scratch(
      rules.activities.enumerated().map { ActivityPlan($0.element, at: $0.offset, of: rules) })
    pools = Scratch(rules.yearLimits.map(PoolLeft.init))
    isChoice = Scratch(rules.platforms.map(\.isChoice))
    platforms = PlatformMatcher(rules.platforms)
    closedToGroups = rules.platforms.map { platform in
      platform.closedToGroups.map { (Array($0.containing.utf8), $0.clause) }
    }
    seriesGroups = rules.seriesGroups.map { $0.containing.map { Array($0.utf8) } }
    let table = RulePlan.index(rules)
    var ranges = Scratch<Range<Int32>>(capacity: table.count)
    var inRows: [UnsafePointer<ActivityPlan>] = []
    var open = Scratch<UnsafePointer<ActivityPlan>?>(capacity: table.count)
    for row in table {
      ranges.append(Int32(inRows.count)..<Int32(inRows.count + row.count))
      var forAll: UnsafePointer<ActivityPlan>?
      for index in row {
        let activity = UnsafePointer(activities.base + index)
        inRows.append(activity)
        if forAll == nil, activity.pointee.seriesGroup == nil { forAll = activity }
      }
      open.append(forAll)
    }
    listings = ranges
    listed = Scratch(inRows)
    forEveryone = open
  }

  @inline(__always)
  private static func slot(_ category: Category, _ subject: Subject?) -> Int {
    Int(category.rawValue) * 3 + Int(subject?.rawValue ?? 0)
  }

  /// For each category and subject, and for each category with any, its activities.
  private static func index(_ rules: RuleSet) -> [[Int]] {
    let activities = rules.activities
    var table: [[Int]] = Array(repeating: [], count: (Category.allCases.count + 1) * 3)
    let forGroupsFirst =
      activities.indices.filter { activities[$0].seriesGroup != nil }
      + activities.indices.filter { activities[$0].seriesGroup == nil }
    for index in forGroupsFirst {
      let category = activities[index].category
      for subject in rules.activities[index].subjects { table[slot(category, subject)].append(index) }
      table[slot(category, nil)].append(index)
    }
    return table
  }

  /// Whether the rule set has the category, for whomever.
  func recognizes(_ category: Category) -> Bool { !listings[RulePlan.slot(category, nil)].isEmpty }

  /// What the category brings this person in a subject; in any, where `subject` is nil.
  func activity(_ category: Category, _ subject: Subject?, for person: PersonContext) -> Int? {
    plan(of: category, subject, for: person)?.pointee.index
  }

  /// The same, as a plan of an activity.
  @inline(__always)
  func plan(
    of category: Category, _ subject: Subject?, for person: PersonContext
  ) -> UnsafePointer<ActivityPlan>? {
    let slot = RulePlan.slot(category, subject)
    return person.hasSeriesGroups ? plan(inSlot: slot, for: person) : forEveryone[slot]
  }

  @inline(never)
  private func plan(inSlot slot: Int, for person: PersonContext) -> UnsafePointer<ActivityPlan>? {
    let places = listings[slot]
    var place = places.lowerBound
    while place < places.upperBound {
      let activity = listed[Int(place)]
      guard let group = activity.pointee.seriesGroup else { return activity }
      if person.isInSeriesGroup(group) { return activity }
      place += 1
    }
    return nil
  }

  /// An activity of the category, whatever the subject: its basis is the category's (READINGS §1, Worth).
  func anyPlan(of category: Category) -> UnsafePointer<ActivityPlan>? {
    let places = listings[RulePlan.slot(category, nil)]
    return places.isEmpty ? nil : listed[Int(places.lowerBound)]
  }

  /// The listed platform that a text names; less than 0 if it names none.
  @inline(__always)
  func platformRaw(namedBy text: TextID) -> Int16 {
    let index = Int(text.index)
    let found = index < platformOf.count ? platformOf[index] : -2
    return found == -2 ? lookUp(text) : found
  }

  @inline(never)
  private func lookUp(_ text: TextID) -> Int16 {
    while platformOf.count <= Int(text.index) { platformOf.append(-2) }
    let named = text == .empty ? nil : texts.withBytes(of: text) { platforms.platform(namedBy: $0) }
    let found = Int16(clamping: named ?? -1)
    platformOf[Int(text.index)] = found
    return found
  }

  /// A number for a roster's group, by which platforms may be closed to it; nil where none is.
  func group(_ text: TextID) -> Int? {
    if text == .empty || closedToGroups.allSatisfy(\.isEmpty) { return nil }
    if let place = placeOfGroup[text] { return place }
    let group = texts.withBytes(of: text) { Array($0) }
    closings.append(
      closedToGroups.map { $0.first { PlainText.contains(group, $0.text) }?.clause })
    placeOfGroup[text] = closings.count - 1
    return closings.count - 1
  }

  /// The clause that closes a platform to people of a group; nil where none does.
  @inline(__always)
  func clauseClosing(_ platform: Int, to group: Int?) -> ClauseID? {
    group.flatMap { closings[$0][platform] }
  }

  /// Which groups of series a series belongs to, a bit each.
  func seriesGroups(of series: TextID) -> UInt64 {
    if series == .empty || seriesGroups.isEmpty { return 0 }
    if let known = groupsOfSeries[series] { return known }
    let text = texts.withBytes(of: series) { Array($0) }
    var bits: UInt64 = 0
    for (index, needles) in seriesGroups.enumerated()
    where needles.contains(where: { PlainText.contains(text, $0) }) {
      bits |= 1 << UInt64(index & 63)
    }
    groupsOfSeries[series] = bits
    return bits
  }

  /// Whether an entry has got as far in the review as the notice asks.
  @inline(__always)
  func isApproved(_ entry: PackedEntry) -> Bool { entry.hasReached(.verified) }

  /// The scheme that the notice sends this person to, if any.
  func otherScheme(of person: PersonContext) -> RuleSet.OtherScheme? {
    if !person.hasSeriesGroups { return nil }
    return rules.otherSchemes.first { person.isInSeriesGroup($0.seriesGroup) }
  }
}

extension RequiredHours {
  /// What a rule set requires of someone who was on duty all year.
  init(_ requirements: RuleSet.Requirements) {
    self.init()
    `public` = requirements.public.hours
    professional = requirements.professional.hours
    total = requirements.total.hours
    publicCompulsory = requirements.modules?.compulsory.hours ?? .zero
    publicElective = requirements.modules?.elective.hours ?? .zero
  }
}
