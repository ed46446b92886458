// Judging: Rejection. The first ground that applies rejects an entry, with its whole worth as one loss.

extension Element {
  /// Rejects it if one of the grounds 1 to 11 applies; the 12th, `other-platform`, is found once the platform to keep
  /// is known.
  @inline(__always)
  mutating func reject(_ entry: UnsafePointer<PackedEntry>, _ person: PersonContext, _ plan: RulePlan) {
    if !isPlainlyInOrder(entry, person) { lookForGround(entry, person, plan) }
    assert(
      rejection != nil || ground(entry, person, plan) == nil,
      "what is plainly in order is so at a closer look")
  }

  /// Whether a short look tells that no ground applies, as it does of most entries; no is no answer.
  @inline(__always)
  private func isPlainlyInOrder(_ entry: UnsafePointer<PackedEntry>, _ person: PersonContext) -> Bool {
    guard let activity, let days else { return false }
    let asks = activity.pointee.asks
    if person.hasConditions || entry.pointee.isContested || asks.contains(.level) { return false }
    if days.start < activity.pointee.firstDay || days.end > activity.pointee.lastDay { return false }
    if asks.contains(.platform) && platform == nil { return false }
    if asks.contains(.filing) && !entry.pointee.marks.contains(.filed) { return false }
    return !asks.contains(.term) || entry.pointee.isFiledBeforeStart
  }

  @inline(never)
  private mutating func lookForGround(
    _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext, _ plan: RulePlan
  ) {
    rejection = ground(entry, person, plan)
  }

  /// The first ground that applies.
  @inline(__always)
  private func ground(
    _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext, _ plan: RulePlan
  ) -> Rejection? {
    if entry.pointee.marks.contains(.duplicate) {
      return Rejection(reason: .duplicate, clause: plan.grounds.duplicate)
    }
    if entry.pointee.status == .rejected {
      return Rejection(reason: .reviewRejected, clause: plan.grounds.reviewRejected)
    }
    guard let activity else { return notRecognized(plan) }
    if entry.pointee.result == .failed {
      return Rejection(
        reason: .notPassed, clause: activity.pointee.needsPassed ?? plan.grounds.notPassed)
    }
    return outsideYear(entry, person, plan)
      ?? outsideWindow(activity)
      ?? afterReviewCutoff(entry, person, plan)
      ?? wrongPlatform(entry, activity, person, plan)
      ?? wrongFiling(entry, activity, plan)
      ?? levelMissing(entry, activity)
  }

  /// Nothing is said of the subject where the category brings it, but not for such an entry.
  private func notRecognized(_ plan: RulePlan) -> Rejection {
    plan.recognizes(category) && !plan.hasConditions(category, subject)
      ? Rejection(reason: .subjectNotAllowed, clause: plan.grounds.subjectNotAllowed)
      : Rejection(reason: .categoryNotRecognized, clause: plan.grounds.categoryNotRecognized)
  }

  @inline(__always)
  private func outsideYear(_ entry: UnsafePointer<PackedEntry>, _ person: PersonContext, _ plan: RulePlan)
    -> Rejection?
  {
    let year = plan.year
    guard let end = entry.pointee.effectiveEnd else { return nil }
    let outside = Rejection(reason: .outsideYear, clause: plan.grounds.outsideYear)
    if category.spansYears {
      // The cutoff cuts too, but what it leaves is ground 8.
      guard let start = entry.pointee.effectiveStart else { return nil }
      let last = min(end, person.asOf ?? end)
      return start <= year.end && start <= last && last >= year.start ? nil : outside
    }
    // A course counts in the year in which it ends, whenever it began.
    if end < year.start { return outside }
    if end <= plan.lastDayOfStudy { return nil }
    return plan.makeUpClause.map { Rejection(reason: .makeupClosed, clause: $0) } ?? outside
  }

  @inline(__always)
  private func outsideWindow(_ activity: UnsafePointer<ActivityPlan>) -> Rejection? {
    guard let window = activity.pointee.window, study != .filed, let days else { return nil }
    if window.contains(days.start), window.contains(days.end) { return nil }
    return Rejection(reason: .outsideWindow, clause: activity.pointee.windowClause)
  }

  @inline(__always)
  private func afterReviewCutoff(
    _ entry: UnsafePointer<PackedEntry>, _ person: PersonContext, _ plan: RulePlan
  )
    -> Rejection?
  {
    guard let cutoff = person.cutoff, category != .leave, category != .transfer else { return nil }
    guard let end = entry.pointee.effectiveEnd else { return nil }
    let isTooLate = category == .assignment ? days == nil : end > cutoff
    return isTooLate ? Rejection(reason: .afterReviewCutoff, clause: plan.reviewCutoffClause ?? 0) : nil
  }

  @inline(__always)
  private func wrongPlatform(
    _ entry: UnsafePointer<PackedEntry>, _ activity: UnsafePointer<ActivityPlan>, _ person: PersonContext,
    _ plan: RulePlan
  ) -> Rejection? {
    guard let clause = activity.pointee.study, study == .platform, entry.pointee.platform != .empty else {
      return nil
    }
    guard let platform else {
      return activity.pointee.admitsOthers ? nil : Rejection(reason: .platformNotRecognized, clause: clause)
    }
    return plan.clauseClosing(platform, to: person.group).map {
      Rejection(reason: .platformNotForGroup, clause: $0)
    }
  }

  @inline(__always)
  private func wrongFiling(
    _ entry: UnsafePointer<PackedEntry>, _ activity: UnsafePointer<ActivityPlan>, _ plan: RulePlan
  ) -> Rejection? {
    if let need = activity.pointee.needsFiling, !entry.pointee.marks.contains(.filed) {
      return Rejection(reason: .notFiled, clause: need)
    }
    if activity.pointee.isBoundByTerm || study == .filed, let term = plan.filingTermClause,
      let filedOn = entry.pointee.filedOn,
      let start = entry.pointee.start, filedOn >= start
    {
      return Rejection(reason: .filedLate, clause: term)
    }
    return nil
  }

  @inline(__always)
  private func levelMissing(_ entry: UnsafePointer<PackedEntry>, _ activity: UnsafePointer<ActivityPlan>)
    -> Rejection?
  {
    guard let need = activity.pointee.needsLevel, entry.pointee.level == nil else { return nil }
    return Rejection(reason: .levelMissing, clause: need)
  }
}

extension RuleSet.FilingTerm {
  /// The clause that sets the term; nil where there is none.
  var clause: ClauseID? {
    switch self {
    case .none: nil
    case .daysBefore(_, let clause), .workingDaysBefore(_, let clause): clause
    }
  }
}

extension RuleSet.ReviewCutoff {
  /// The clause that sets the cutoff; nil where there is none.
  var clause: ClauseID? {
    switch self {
    case .none: nil
    case .beforeReviewDate(let clause), .workingDaysBefore(_, let clause): clause
    }
  }
}
