// READINGS §1, Pending: an entry that is not rejected is confirmed, or pending if any of these holds.

extension Element {
  /// Finds what it waits for. A verified status answers all but a status in review.
  @inline(__always)
  mutating func findPendingReasons(_ entry: UnsafePointer<PackedEntry>, _ person: PersonContext) {
    if !entry.pointee.hasReached(.verified) { askForReasons(entry, person) }
  }

  @inline(never)
  private mutating func askForReasons(_ entry: UnsafePointer<PackedEntry>, _ person: PersonContext) {
    guard let activity else { return }
    if entry.pointee.status?.hasReached(.declared) == true { reasons.insert(.inReview) }
    if study == .platform, entry.pointee.platform == .empty { reasons.insert(.platformMissing) }
    if activity.pointee.needsEvidence != nil, !entry.pointee.marks.contains(.evidence) {
      reasons.insert(.evidenceMissing)
    }
    if activity.pointee.needsPassed != nil, entry.pointee.result == nil { reasons.insert(.resultMissing) }
    if activity.pointee.amountOutsideNotice != nil { reasons.insert(.amountOutsideNotice) }
    if study == .platform, let group = activity.pointee.seriesByFiling, person.isInSeriesGroup(group) {
      reasons.insert(.seriesByFiling)
    }
    if !activity.pointee.levelsOutsideNotice.isEmpty, let level = entry.pointee.level,
      activity.pointee.levelsOutsideNotice.contains(level)
    {
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
