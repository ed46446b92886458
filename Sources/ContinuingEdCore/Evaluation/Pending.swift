// Judging: Pending. An entry that is not rejected is confirmed, or pending if any of these holds.

extension Element {
  /// Finds what it waits for. A final status answers everything.
  @inline(__always)
  mutating func findPendingReasons(_ entry: UnsafePointer<PackedEntry>, _ plan: RulePlan) {
    if !entry.pointee.hasReached(plan.finalStep) { askForReasons(entry, plan) }
  }

  @inline(never)
  private mutating func askForReasons(_ entry: UnsafePointer<PackedEntry>, _ plan: RulePlan) {
    guard let activity else { return }
    if entry.pointee.status != nil { reasons.insert(.inReview) }
    if study == .platform, entry.pointee.platform == .empty {
      reasons.insert(.platformMissing)
    } else if study == .platform, platform == nil {
      reasons.insert(.platformOutsideNotice)
    }
    let isFiled = entry.pointee.marks.contains(.filed)
    if activity.pointee.awaitsFiling != nil, !isFiled { reasons.insert(.filingMissing) }
    if activity.pointee.needsEvidence != nil, !entry.pointee.marks.contains(.evidence) {
      reasons.insert(.evidenceMissing)
    }
    if activity.pointee.needsPassed != nil, entry.pointee.result == nil { reasons.insert(.resultMissing) }
    if activity.pointee.amountOutsideNotice != nil { reasons.insert(.amountOutsideNotice) }
    if activity.pointee.isFormula, let subject,
      plan.leavesOpen(by: activity.pointee.index, entry, days, subject)
    {
      reasons.insert(.amountOutsideNotice)
    }
    if activity.pointee.needsSeriesFiling != nil, !isFiled { reasons.insert(.seriesByFiling) }
  }
}

extension RuleSet {
  /// The clause from which a pending reason of an activity comes.
  package func clause(of reason: PendingReason, activity index: Int) -> ClauseID {
    guard activities.indices.contains(index) else { return grounds.inReview }
    let activity = activities[index]
    let clause: ClauseID? =
      switch reason {
      case .inReview: grounds.inReview
      case .platformMissing: activity.study?.clause
      case .platformOutsideNotice: activity.study?.othersWait
      case .filingMissing: activity.clause(of: .filingAwaited)
      case .evidenceMissing: activity.clause(of: .evidence)
      case .resultMissing: activity.clause(of: .passed)
      case .amountOutsideNotice:
        activity.amountOutsideNotice ?? activity.basis.formula?.clausesOutsideNotice.first
      case .seriesByFiling: activity.clause(of: .seriesFiling)
      case .possibleDuplicate: grounds.duplicate
      }
    return clause ?? activity.clause
  }
}
