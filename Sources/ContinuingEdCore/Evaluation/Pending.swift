// READINGS §1, Pending: an entry that is not rejected is confirmed, or pending if any of these holds.

extension Worksheet {
  /// Finds what an element waits for. A verified status answers all but a status in review.
  mutating func findPendingReasons(
    _ index: Int, _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan
  ) {
    let element = elements[index]
    let entry = entries[element.entry]
    guard element.rejection == nil, let activity = element.activity.map({ plan.rules.activities[$0] }) else {
      return
    }
    var reasons = WordSet<PendingReason>()
    if entry.status == .inReview { reasons.insert(.inReview) }
    if entry.status != .verified {
      if element.isPlatformStudy, !element.namesPlatform { reasons.insert(.platformMissing) }
      if activity.clause(of: .evidence) != nil, !entry.marks.contains(.evidence) {
        reasons.insert(.evidenceMissing)
      }
      if activity.clause(of: .passed) != nil, entry.result == nil { reasons.insert(.resultMissing) }
      if activity.amountOutsideNotice != nil { reasons.insert(.amountOutsideNotice) }
      if element.isPlatformStudy, let group = activity.study?.seriesByFiling, person.isInSeriesGroup(group) {
        reasons.insert(.seriesByFiling)
      }
      if let level = entry.level, let outside = activity.levelsOutsideNotice, outside.levels.contains(level) {
        reasons.insert(.levelOutsideNotice)
      }
    }
    elements[index].reasons = reasons
  }
}

extension RuleSet {
  /// The clause from which a pending reason of an activity comes.
  public func clause(of reason: PendingReason, activity index: Int) -> ClauseID {
    guard activities.indices.contains(index) else { return grounds.inReview }
    let activity = activities[index]
    let clause: ClauseID? =
      switch reason {
      case .inReview: grounds.inReview
      case .platformMissing: activity.study?.clause
      case .evidenceMissing: activity.clause(of: .evidence)
      case .resultMissing: activity.clause(of: .passed)
      case .amountOutsideNotice: activity.amountOutsideNotice
      case .seriesByFiling: activity.study?.seriesByFiling.map { seriesGroups[$0].clause }
      case .levelOutsideNotice: activity.levelsOutsideNotice?.clause
      }
    return clause ?? activity.clause
  }
}
