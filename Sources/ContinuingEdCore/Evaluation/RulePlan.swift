/// A rule set made ready for judging: tables in place of searches, texts normalised once.
///
/// It remembers what texts name, so it belongs to one thread, as its ``Evaluator`` does.
final class RulePlan {
  let rules: RuleSet
  let grounds: RuleSet.Grounds
  let calendar: WorkdayCalendar
  let baseRequirement: RequiredHours
  let year: DayRange
  let makeUpClosed: ClauseID?
  let filingTerm: RuleSet.FilingTerm
  let reviewCutoff: RuleSet.ReviewCutoff
  let hasModules: Bool
  let activities: [ActivityPlan]
  private let platforms: PlatformMatcher
  private let closedToGroups: [[(text: [UInt8], clause: ClauseID)]]
  private let seriesGroups: [[[UInt8]]]
  /// For each category and subject: indexes into the activities, those for a group of series first.
  private let activitiesOf: [[Int]]
  /// By text number, what the text was found to name: −1 is none of the listed, −2 not looked up yet.
  private var platformOf: [Int16] = []

  init(_ rules: RuleSet, calendar: WorkdayCalendar) {
    self.rules = rules
    self.calendar = calendar
    grounds = rules.grounds
    year = DayRange(year: rules.year)
    makeUpClosed = rules.makeUpClosed
    filingTerm = rules.filingTerm
    reviewCutoff = rules.reviewCutoff
    hasModules = rules.requirements.modules != nil
    baseRequirement = RequiredHours(rules.requirements)
    activities = rules.activities.map { ActivityPlan($0, of: rules) }
    platforms = PlatformMatcher(rules.platforms)
    closedToGroups = rules.platforms.map { platform in
      platform.closedToGroups.map { (Array($0.containing.utf8), $0.clause) }
    }
    seriesGroups = rules.seriesGroups.map { $0.containing.map { Array($0.utf8) } }
    activitiesOf = RulePlan.index(activities, rules)
  }

  private static func slot(_ category: Category, _ subject: Subject?) -> Int {
    Int(category.rawValue) * 3 + Int(subject?.rawValue ?? 0)
  }

  private static func index(_ activities: [ActivityPlan], _ rules: RuleSet) -> [[Int]] {
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
  func recognizes(_ category: Category) -> Bool { !activitiesOf[RulePlan.slot(category, nil)].isEmpty }

  /// What the category brings this person in a subject; in any, where `subject` is nil.
  func activity(_ category: Category, _ subject: Subject?, for person: PersonContext) -> Int? {
    for index in activitiesOf[RulePlan.slot(category, subject)] {
      guard let group = activities[index].seriesGroup else { return index }
      if person.isInSeriesGroup(group) { return index }
    }
    return nil
  }

  /// The basis of the category, whatever the subject (READINGS §1, Worth).
  func basis(of category: Category) -> BasisPlan {
    activitiesOf[RulePlan.slot(category, nil)].first.map { activities[$0].basis } ?? .declared
  }

  /// The listed platform that a text names, or nil; the text is not blank.
  func platform(namedBy text: TextID, _ texts: TextTable) -> Int? {
    let index = Int(text.index)
    if index >= platformOf.count {
      platformOf += Array(repeating: -2, count: max(texts.count, index + 1) - platformOf.count)
    }
    if platformOf[index] == -2 {
      platformOf[index] = Int16(clamping: texts.withBytes(of: text) { platforms.platform(namedBy: $0) } ?? -1)
    }
    return platformOf[index] < 0 ? nil : Int(platformOf[index])
  }

  /// The clause that closes a platform to people of a group; nil where none does.
  func clauseClosing(_ platform: Int, to group: [UInt8]) -> ClauseID? {
    if group.isEmpty { return nil }
    return closedToGroups[platform].first { PlainText.contains(group, $0.text) }?.clause
  }

  /// Which groups of series a series belongs to, a bit each.
  func seriesGroups(of series: TextID, _ texts: TextTable) -> UInt64 {
    if series == .empty || seriesGroups.isEmpty { return 0 }
    let text = texts.withBytes(of: series) { Array($0) }
    var bits: UInt64 = 0
    for (index, needles) in seriesGroups.enumerated()
    where needles.contains(where: { PlainText.contains(text, $0) }) {
      bits |= 1 << UInt64(index & 63)
    }
    return bits
  }

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
