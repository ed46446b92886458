// Judging: Which activity. Of the activities that fit an entry's category, subject and, where they name them, series,
// level, words or platform, the first one judges it; those that name more come first.

extension RulePlan {
  @inline(__always)
  static func slot(_ category: Category, _ subject: Subject?) -> Int {
    Int(category.rawValue) * 3 + Int(subject?.rawValue ?? 0)
  }

  /// For each category and subject, and for each category with any, its activities in the order in which they judge.
  static func index(_ rules: RuleSet) -> [[Int]] {
    let activities = rules.activities
    var table: [[Int]] = Array(repeating: [], count: (Category.allCases.count + 1) * 3)
    let order = activities.indices.sorted {
      (-activities[$0].conditionCount, $0) < (-activities[$1].conditionCount, $1)
    }
    for index in order {
      let category = activities[index].category
      for subject in activities[index].subjects { table[slot(category, subject)].append(index) }
      table[slot(category, nil)].append(index)
    }
    return table
  }

  /// Whether the rule set has the category, for whomever.
  func recognizes(_ category: Category) -> Bool { !listings[RulePlan.slot(category, nil)].isEmpty }

  /// Whether all activities of a category in a subject ask for conditions, so that an entry may fit none of them.
  @inline(never)
  func hasConditions(_ category: Category, _ subject: Subject?) -> Bool {
    let slot = listings[RulePlan.slot(category, subject)]
    return !slot.isEmpty && slot.allSatisfy { listed[Int($0)].pointee.hasConditions }
  }

  /// The activity that judges an entry in a subject; in any, where `subject` is nil.
  @inline(__always)
  func plan(
    of category: Category, _ subject: Subject?, _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext
  ) -> UnsafePointer<ActivityPlan>? {
    let slot = RulePlan.slot(category, subject)
    if !person.hasSeriesGroups, let activity = forEveryone[slot] { return activity }
    return listings[slot].isEmpty ? nil : plan(inSlot: slot, entry, person)
  }

  @inline(never)
  private func plan(
    inSlot slot: Int, _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext
  ) -> UnsafePointer<ActivityPlan>? {
    for place in listings[slot] {
      let activity = listed[Int(place)]
      if fits(activity.pointee, entry, person) { return activity }
    }
    return nil
  }

  private func fits(
    _ activity: ActivityPlan, _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext
  ) -> Bool {
    if let group = activity.seriesGroup, !person.isInSeriesGroup(group) { return false }
    if !activity.levels.isEmpty {
      guard let level = entry.pointee.level, activity.levels.contains(level) else { return false }
    }
    if activity.namesListedPlatform && platformRaw(namedBy: entry.pointee.platform) < 0 { return false }
    if let words = activity.words, !says(words, entry) { return false }
    if activity.hasConditions {
      return hold(rules.activities[activity.index].when, entry, days: entry.pointee.effectiveDays)
    }
    return true
  }

  /// An activity of the category, whatever the subject, by whose basis an entry of a subject that the category does not
  /// bring is reckoned: the one that would judge it, else the first.
  func anyPlan(
    of category: Category, _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext
  ) -> UnsafePointer<ActivityPlan>? {
    let slot = RulePlan.slot(category, nil)
    if let activity = plan(of: category, nil, entry, person) { return activity }
    return listings[slot].isEmpty ? nil : listed[Int(listings[slot].lowerBound)]
  }

  /// The activity that judges an entry as it is: an index into ``RuleSet/activities``.
  func activity(of entry: EntryRow, _ subject: Subject?, for person: PersonContext) -> Int? {
    guard let category = entry.category else { return nil }
    return withUnsafePointer(to: PackedEntry(entry)) {
      plan(of: category, subject, $0, person)?.pointee.index
    }
  }
}
