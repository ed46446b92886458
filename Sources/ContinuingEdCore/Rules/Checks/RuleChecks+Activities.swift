/// Checks of the activities: each can be reached, brings something, and has the data that it is reckoned from.
extension RuleChecks {
  mutating func checkActivities() {
    for (index, activity) in rules.activities.enumerated() {
      let name = activity.category.code
      checkReach(index, activity)
      checkBasis(index, activity, name)
      if activity.study != nil, rules.platforms.isEmpty {
        doubt(.noPlatformToStudyOn(category: name), at: RuleChecks.path("activities", index, "study"))
      }
    }
    let hasCategory = rules.activities.contains { $0.category == .leave }
    if hasCategory != (rules.leave != nil) {
      doubt(.leaveHalfStated(hasRule: rules.leave != nil), at: JSONPath.top.appending("leave"))
    }
  }

  /// Entries are judged by the first activity that fits, of those that name most.
  private mutating func checkReach(_ index: Int, _ activity: RuleSet.Activity) {
    let earlier = rules.activities[..<index].filter {
      $0.category == activity.category && $0.conditionCount == activity.conditionCount && $0.covers(activity)
    }
    let taken = Set(earlier.flatMap(\.subjects))
    let isRepeated = activity.subjects.isEmpty ? !earlier.isEmpty : taken.isSuperset(of: activity.subjects)
    if isRepeated || !taken.isDisjoint(with: activity.subjects) {
      doubt(.activityNeverReached(activity.category.code), at: RuleChecks.path("activities", index))
    }
  }

  private mutating func checkBasis(_ index: Int, _ activity: RuleSet.Activity, _ name: String) {
    let path = RuleChecks.path("activities", index, "basis")
    let needsLevel = activity.needs.contains { $0.what == .level }
    var amounts: [Hours] = []
    switch activity.basis {
    case .declared: break
    case .perItem(let hours): amounts = [hours]
    case .perDay(let hours):
      amounts = [hours]
      if hours > Hours(24) { doubt(.hoursPerDayMakeNoSense(hours), at: path) }
      if !activity.category.needsStart {
        doubt(.basisMakesNoSense(category: name, basis: "perDay"), at: path)
      }
    case .perMonth(let common, let professional):
      amounts = [activity.subjects.contains(.public) ? common : .zero]
      amounts.append(activity.subjects.contains(.professional) ? professional : .zero)
      if !activity.category.needsStart {
        doubt(.basisMakesNoSense(category: name, basis: "perMonth"), at: path)
      }
    case .byLevel(let levels):
      amounts = levels.map(\.hours)
      checkLevels(levels.map(\.level), elsewhere: levelsElsewhere(activity), activity, path)
      if zip(amounts, amounts.dropFirst()).contains(where: <) {
        doubt(.levelsNotDescending(category: name), at: path)
      }
    case .formula: break
    }
    if activity.basis.isFixed, activity.basis.formula == nil, !amounts.contains(where: { $0 > .zero }) {
      doubt(.activityBringsNothing(name), at: path)
    }
    if activity.category == .leave, activity.basis.isFixed {
      doubt(.basisMakesNoSense(category: name, basis: "fixed"), at: path)
    }
    var hasLevels = !levelsElsewhere(activity).isEmpty || activity.basis.formula?.goesByLevel ?? false
    if case .byLevel = activity.basis {
      hasLevels = true
      if !needsLevel { doubt(.levelNeedMakesNoSense(category: name, isNeeded: false), at: path) }
    }
    if needsLevel, !hasLevels { doubt(.levelNeedMakesNoSense(category: name, isNeeded: true), at: path) }
  }

  /// Levels of the category for which another activity goes before this one.
  private func levelsElsewhere(_ activity: RuleSet.Activity) -> [Level] {
    rules.activities.filter {
      $0.category == activity.category && $0.conditionCount > activity.conditionCount
        && !Set($0.subjects).isDisjoint(with: activity.subjects)
    }.flatMap(\.levels)
  }

  /// Every level that the activity judges has its hours, and no other has.
  private mutating func checkLevels(
    _ stated: [Level], elsewhere: [Level], _ activity: RuleSet.Activity, _ path: JSONPath
  ) {
    let name = activity.category.code
    let judged = (activity.levels.isEmpty ? Level.allCases : activity.levels).filter {
      !elsewhere.contains($0)
    }
    for level in Level.allCases where stated.contains(level) != judged.contains(level) {
      doubt(
        stated.contains(level)
          ? .levelStatedTwice(category: name, level: level.code)
          : .levelNotStated(category: name, level: level.code), at: path)
    }
  }

  /// Each part of what is required can be had, from everything that a person without a series of their own can do.
  mutating func checkRequirements() {
    let wanted = rules.requirements
    let path = JSONPath.top.appending("requirements")
    let (common, professional) = (mostHours(.public), mostHours(.professional))
    if let common, common < wanted.public.hours {
      doubt(.requirementUnreachable("public", most: common), at: path.appending("public"))
    }
    if let professional, professional < wanted.professional.hours {
      doubt(.requirementUnreachable("professional", most: professional), at: path.appending("professional"))
    }
    if let common, let professional, common + professional < wanted.total.hours {
      doubt(.requirementUnreachable("total", most: common + professional), at: path.appending("total"))
    }
    if wanted.total.hours < wanted.public.hours + wanted.professional.hours {
      doubt(.totalNeverBites, at: path.appending("total"))
    }
    if let modules = wanted.modules, modules.compulsory.hours + modules.elective.hours > wanted.public.hours {
      doubt(.modulesExceedPublic, at: path.appending("modules"))
    }
  }

  /// The most hours of a subject that a year can bring; nil if nothing limits it.
  private func mostHours(_ subject: Subject) -> Hours? {
    var most = Hours.zero
    var pools: Set<Int> = []
    for activity in rules.activities where activity.subjects.contains(subject) && activity.seriesGroup == nil
    {
      guard let pool = activity.yearLimit,
        let limit = subject == .public ? rules.yearLimits[pool].public : rules.yearLimits[pool].professional
      else {
        guard case .perMonth(let common, let professional) = activity.basis else { return nil }
        most += (subject == .public ? common : professional) * 12
        continue
      }
      if pools.insert(pool).inserted { most += limit }
    }
    return most
  }
}

extension RuleSet.Activity {
  /// Whether what another activity names is named here more broadly, or not at all.
  fileprivate func covers(_ other: RuleSet.Activity) -> Bool {
    (seriesGroup == nil || seriesGroup == other.seriesGroup)
      && (levels.isEmpty || !other.levels.isEmpty && Set(levels).isSuperset(of: other.levels))
      && (words.isEmpty || !other.words.isEmpty && Set(words).isSuperset(of: other.words))
      && (listedPlatform == nil || other.listedPlatform != nil) && Set(when).isSubset(of: other.when)
  }
}
