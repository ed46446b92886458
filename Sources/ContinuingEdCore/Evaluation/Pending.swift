// READINGS §1, Pending: an entry that is not rejected is confirmed, or pending if any of these holds.

extension Element {
  /// Finds what it waits for. A verified status answers all but a status in review.
  mutating func findPendingReasons(_ entry: Entry, _ person: PersonContext, _ plan: RulePlan) {
    guard rejection == nil, let index = self.activity, entry.status != .verified else { return }
    let activity = plan.activities[index]
    if entry.status == .inReview { reasons.insert(.inReview) }
    if isPlatformStudy, entry.platform == .empty { reasons.insert(.platformMissing) }
    if activity.needsEvidence != nil, !entry.marks.contains(.evidence) { reasons.insert(.evidenceMissing) }
    if activity.needsPassed != nil, entry.result == nil { reasons.insert(.resultMissing) }
    if activity.amountOutsideNotice != nil { reasons.insert(.amountOutsideNotice) }
    if isPlatformStudy, let group = activity.seriesByFiling, person.isInSeriesGroup(group) {
      reasons.insert(.seriesByFiling)
    }
    if let level = entry.level, activity.levelsOutsideNotice.contains(level) {
      reasons.insert(.levelOutsideNotice)
    }
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
