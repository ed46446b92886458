// READINGS §1, Rejection: the first ground that applies rejects an entry, with its whole worth as one loss.

extension Element {
  /// Rejects it if one of the grounds 1 to 11 applies; the 12th, `other-platform`, is found once the platform to keep
  /// is known.
  mutating func reject(_ entry: Entry, _ person: PersonContext, _ plan: RulePlan) {
    rejection = ground(entry, person, plan)
  }

  private func ground(_ entry: Entry, _ person: PersonContext, _ plan: RulePlan) -> Rejection? {
    if entry.marks.contains(.duplicate) {
      return Rejection(reason: .duplicate, clause: plan.grounds.duplicate)
    }
    if entry.status == .refused {
      return Rejection(reason: .reviewRejected, clause: plan.grounds.reviewRejected)
    }
    if !plan.recognizes(category) {
      return Rejection(reason: .categoryNotRecognized, clause: plan.grounds.categoryNotRecognized)
    }
    guard let index = activity else {
      return Rejection(reason: .subjectNotAllowed, clause: plan.grounds.subjectNotAllowed)
    }
    let activity = plan.activities[index]
    if entry.result == .failed {
      return Rejection(reason: .notPassed, clause: activity.needsPassed ?? plan.grounds.notPassed)
    }
    return outsideYear(entry, person, plan)
      ?? outsideWindow(entry, activity)
      ?? afterReviewCutoff(entry, person, plan)
      ?? wrongPlatform(entry, activity, person, plan)
      ?? wrongFiling(entry, activity, plan)
      ?? levelMissing(entry, activity)
  }

  private func outsideYear(_ entry: Entry, _ person: PersonContext, _ plan: RulePlan) -> Rejection? {
    let year = plan.year
    let outside = Rejection(reason: .outsideYear, clause: plan.grounds.outsideYear)
    if category.spansYears {
      // The cutoff cuts too, but what it leaves is ground 8.
      guard let start = entry.effectiveStart, let end = entry.effectiveEnd else { return nil }
      let last = min(end, person.asOf ?? end)
      return start <= year.end && start <= last && last >= year.start ? nil : outside
    }
    if let closed = plan.makeUpClosed, let end = entry.effectiveEnd, end > year.end {
      return Rejection(reason: .makeupClosed, clause: closed)
    }
    if let start = entry.start, !year.contains(start) { return outside }
    if let end = entry.end, !year.contains(end) { return outside }
    return nil
  }

  private func outsideWindow(_ entry: Entry, _ activity: ActivityPlan) -> Rejection? {
    guard let window = activity.window, !isFiledStudy, let days else { return nil }
    if window.contains(days.start), window.contains(days.end) { return nil }
    return Rejection(reason: .outsideWindow, clause: activity.windowClause)
  }

  private func afterReviewCutoff(_ entry: Entry, _ person: PersonContext, _ plan: RulePlan) -> Rejection? {
    guard let cutoff = person.cutoff, category != .leave, category != .transfer else { return nil }
    guard let end = entry.effectiveEnd else { return nil }
    let isTooLate = category == .assignment ? days == nil : end > cutoff
    return isTooLate ? Rejection(reason: .afterReviewCutoff, clause: plan.reviewCutoff.clause ?? 0) : nil
  }

  private func wrongPlatform(
    _ entry: Entry, _ activity: ActivityPlan, _ person: PersonContext, _ plan: RulePlan
  ) -> Rejection? {
    guard let study = activity.study, isPlatformStudy, entry.platform != .empty else { return nil }
    guard let platform else { return Rejection(reason: .platformNotRecognized, clause: study) }
    return plan.clauseClosing(platform, to: person.group).map {
      Rejection(reason: .platformNotForGroup, clause: $0)
    }
  }

  private func wrongFiling(_ entry: Entry, _ activity: ActivityPlan, _ plan: RulePlan) -> Rejection? {
    if let need = activity.needsFiling, !entry.marks.contains(.filed) {
      return Rejection(reason: .notFiled, clause: need)
    }
    if activity.needsFiling != nil || isFiledStudy, let term = plan.filingTerm.clause,
      let filedOn = entry.filedOn,
      let start = entry.start, filedOn >= start
    {
      return Rejection(reason: .filedLate, clause: term)
    }
    return nil
  }

  private func levelMissing(_ entry: Entry, _ activity: ActivityPlan) -> Rejection? {
    guard entry.level == nil, let need = activity.needsLevel else { return nil }
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
