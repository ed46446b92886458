/// A rule set made ready for judging: tables in place of searches, texts normalised once. Whatever an entry needs lies
/// in memory that stays where it is, so that stages can point to it.
///
/// It remembers what texts of its run name, so it belongs to one thread, as its ``Evaluator`` does.
final class RulePlan {
  let rules: RuleSet
  let grounds: RuleSet.Grounds
  let calendar: WorkdayCalendar
  private let texts: TextTable
  /// The kinds of the run's rows, as far as they bear on a judgement.
  private let kinds: [ActivityTwins.Row: TextID]
  let baseRequirement: RequiredHours
  let creditYear: CreditYear
  let year: DayRange
  let finalStep: ReviewStatus
  let makeUpClause: ClauseID?
  /// The last day on which study for the year may end.
  let lastDayOfStudy: Day
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
  /// The requirements of the notice's own.
  let others: [RuleSet.OtherRequirement]
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
  /// For each category and subject its activities in a row of `listed`, those that name more first.
  let listings: Scratch<Range<Int32>>
  let listed: Scratch<UnsafePointer<ActivityPlan>>
  /// For each category and subject the activity of every entry of those who are in no group of series; nil where
  /// that depends on the entry.
  let forEveryone: Scratch<UnsafePointer<ActivityPlan>?>
  /// The words of activities that ask for some, each list once, normalised.
  private let words: [[[UInt8]]]
  let conditionTexts: ConditionTexts
  /// By number of a title or kind, the lists of words of which it contains one, a bit each.
  private var wordsOf: [TextID: UInt64] = [:]
  /// By text number, what the text was found to name: −1 is none of the listed, −2 not looked up yet.
  @exclusivity(unchecked) private var platformOf = Scratch<Int16>()
  /// By the text of a roster's series, the groups of series that it belongs to.
  private var groupsOfSeries: [TextID: UInt64] = [:]
  /// By the text of a roster's group, a place in `closings`.
  private var placeOfGroup: [TextID: Int] = [:]
  /// For each group that was looked up, the clause that closes each platform to it.
  @exclusivity(unchecked) private var closings: [[ClauseID?]] = []

  init(
    _ rules: RuleSet, calendar: WorkdayCalendar, texts: TextTable,
    kinds: [ActivityTwins.Row: TextID], formTexts: [ActivityTwins.Row: FormTexts] = [:]
  ) {
    self.rules = rules
    self.calendar = calendar
    self.texts = texts
    self.kinds = kinds
    conditionTexts = ConditionTexts(texts, kinds: kinds, formTexts: formTexts)
    grounds = rules.grounds
    creditYear = CreditYear(rules)
    year = creditYear.days
    finalStep = rules.finalReview.step
    makeUpClause = rules.makeUpClause
    lastDayOfStudy = rules.lastDayOfStudy
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
    others = rules.requirements.others
    fixedCategories = rules.fixedAmounts.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    baseRequirement = RequiredHours(rules.requirements)
    let wordLists = NameList(rules.activities.filter { !$0.words.isEmpty }.map(RulePlan.nameOfWords))
    words = wordLists.names.map { $0.split(separator: "\n").map { PlainText.normalized(String($0)) } }
    let activityPlans = rules.activities.enumerated().map { index, activity in
      let words = activity.words.isEmpty ? nil : wordLists.position(of: RulePlan.nameOfWords(activity))
      return ActivityPlan(activity, at: index, of: rules, words: words)
    }
    activities = Scratch(activityPlans)
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
      for index in row { inRows.append(UnsafePointer(activities.base + index)) }
      // Those for a group of series aside, the first is everyone's, unless it asks something of the entry.
      let first = row.first { rules.activities[$0].seriesGroup == nil }
      let asksNothing = first.map { rules.activities[$0].conditionCount == 0 } ?? false
      if asksNothing, let first {
        open.append(UnsafePointer(activities.base + first))
      } else {
        open.append(nil)
      }
    }
    listings = ranges
    listed = Scratch(inRows)
    forEveryone = open
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

  /// Whether an entry's title or kind contains one of a list of words.
  func says(_ words: Int, _ entry: UnsafePointer<PackedEntry>) -> Bool {
    let row = ActivityTwins.Row(file: entry.pointee.file, line: entry.pointee.line)
    let kind = kinds.isEmpty ? nil : kinds[row]
    return (wordsOf(entry.pointee.title) | wordsOf(kind ?? .empty)) & 1 << UInt64(words & 63) != 0
  }

  /// The lists of words of which a text contains one, a bit each.
  private func wordsOf(_ text: TextID) -> UInt64 {
    if text == .empty { return 0 }
    if let known = wordsOf[text] { return known }
    let plain = texts.withBytes(of: text) { PlainText.normalized($0) }
    var bits: UInt64 = 0
    for (list, words) in words.enumerated() where words.contains(where: { PlainText.contains(plain, $0) }) {
      bits |= 1 << UInt64(list & 63)
    }
    wordsOf[text] = bits
    return bits
  }

  /// Equal for activities that ask for the same words.
  private static func nameOfWords(_ activity: RuleSet.Activity) -> String {
    activity.words.joined(separator: "\n")
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

  /// A text of the run.
  func textBytes(_ text: TextID) -> [UInt8] { text == .empty ? [] : texts.withBytes(of: text) { Array($0) } }

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
  func isApproved(_ entry: PackedEntry) -> Bool { entry.hasReached(finalStep) }

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
