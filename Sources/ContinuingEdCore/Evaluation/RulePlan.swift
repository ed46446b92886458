/// A rule set made ready for judging: tables in place of searches, texts normalised once.
struct RulePlan {
  let rules: RuleSet
  let calendar: WorkdayCalendar
  let baseRequirement: RequiredHours
  let year: DayRange
  private let platforms: PlatformMatcher
  private let seriesGroups: [[[UInt8]]]
  /// For each category and subject: indexes into the activities, those for a group of series first.
  private var activitiesOf: [[Int]]
  /// What each text of the run was found to name; grows with the texts that are asked for.
  private var platformOf: [UInt32: Int] = [:]

  init(_ rules: RuleSet, calendar: WorkdayCalendar) {
    self.rules = rules
    self.calendar = calendar
    year = DayRange(year: rules.year)
    baseRequirement = RulePlan.requirement(rules.requirements)
    platforms = PlatformMatcher(rules.platforms)
    seriesGroups = rules.seriesGroups.map { $0.containing.map(PlainText.normalized) }
    activitiesOf = Array(repeating: [], count: (Category.allCases.count + 1) * 3)
    let indexes = rules.activities.indices
    let forGroupsFirst =
      indexes.filter { rules.activities[$0].seriesGroup != nil }
      + indexes.filter { rules.activities[$0].seriesGroup == nil }
    for index in forGroupsFirst {
      let activity = rules.activities[index]
      for subject in activity.subjects { activitiesOf[slot(activity.category, subject)].append(index) }
      activitiesOf[slot(activity.category, nil)].append(index)
    }
  }

  private static func requirement(_ requirements: RuleSet.Requirements) -> RequiredHours {
    var hours = RequiredHours()
    hours.public = requirements.public.hours
    hours.professional = requirements.professional.hours
    hours.total = requirements.total.hours
    hours.publicCompulsory = requirements.modules?.compulsory.hours ?? .zero
    hours.publicElective = requirements.modules?.elective.hours ?? .zero
    return hours
  }

  private func slot(_ category: Category, _ subject: Subject?) -> Int {
    Int(category.rawValue) * 3 + Int(subject?.rawValue ?? 0)
  }

  /// Whether the rule set has the category, for whomever.
  func recognizes(_ category: Category) -> Bool { !activitiesOf[slot(category, nil)].isEmpty }

  /// What the category brings this person in a subject; in any, where `subject` is nil.
  func activity(_ category: Category, _ subject: Subject?, for person: PersonContext) -> Int? {
    for index in activitiesOf[slot(category, subject)] {
      guard let group = rules.activities[index].seriesGroup else { return index }
      if person.isInSeriesGroup(group) { return index }
    }
    return nil
  }

  /// The basis of the category, whatever the subject (READINGS §1, Worth).
  func basis(of category: Category) -> RuleSet.Basis? {
    activitiesOf[slot(category, nil)].first.map { rules.activities[$0].basis }
  }

  /// The listed platform that a text names, or nil; the text is not blank.
  mutating func platform(namedBy text: TextID, _ texts: TextTable) -> Int? {
    if let known = platformOf[text.index] { return known < 0 ? nil : known }
    let found = texts.withBytes(of: text) { platforms.platform(namedBy: $0) }
    platformOf[text.index] = found ?? -1
    return found
  }

  /// Which groups of series a series belongs to, a bit each.
  func seriesGroups(of series: TextID, _ texts: TextTable) -> UInt64 {
    if series == .empty || seriesGroups.isEmpty { return 0 }
    let text = texts.withBytes(of: series) { PlainText.normalized($0) }
    var bits: UInt64 = 0
    for (index, needles) in seriesGroups.enumerated()
    where needles.contains(where: { PlainText.contains(text, $0) }) {
      bits |= 1 << UInt64(index & 63)
    }
    return bits
  }

  /// The scheme that the notice sends this person to, if any.
  func otherScheme(of person: PersonContext) -> RuleSet.OtherScheme? {
    rules.otherSchemes.first { person.isInSeriesGroup($0.seriesGroup) }
  }
}
