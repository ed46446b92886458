// READINGS §1, Rejection: the first ground that applies rejects an entry, with its whole worth as one loss.

extension Worksheet {
  /// Rejects an element if one of the grounds 1 to 11 applies; the 12th, `other-platform`, is found once the platform
  /// to keep is known.
  mutating func reject(
    _ index: Int, _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan
  ) {
    let element = elements[index]
    elements[index].rejection = rejection(of: element, entries[element.entry], person, plan)
  }

  private func rejection(
    of element: Element, _ entry: Entry, _ person: PersonContext, _ plan: RulePlan
  ) -> Rejection? {
    let rules = plan.rules
    let grounds = rules.grounds
    if entry.marks.contains(.duplicate) { return Rejection(reason: .duplicate, clause: grounds.duplicate) }
    if entry.status == .refused { return Rejection(reason: .reviewRejected, clause: grounds.reviewRejected) }
    guard let category = entry.category, plan.recognizes(category) else {
      return Rejection(reason: .categoryNotRecognized, clause: grounds.categoryNotRecognized)
    }
    guard let activity = element.activity.map({ rules.activities[$0] }) else {
      return Rejection(reason: .subjectNotAllowed, clause: grounds.subjectNotAllowed)
    }
    if entry.result == .failed {
      return Rejection(reason: .notPassed, clause: activity.clause(of: .passed) ?? grounds.notPassed)
    }
    return outsideYear(entry, category, person, rules, plan.year)
      ?? outsideWindow(element, entry, activity, rules)
      ?? afterReviewCutoff(element, entry, category, person, rules)
      ?? wrongPlatform(element, activity, person, rules)
      ?? wrongFiling(element, entry, activity, rules)
      ?? levelMissing(entry, activity)
  }

  private func outsideYear(
    _ entry: Entry, _ category: Category, _ person: PersonContext, _ rules: RuleSet, _ year: DayRange
  ) -> Rejection? {
    let outside = Rejection(reason: .outsideYear, clause: rules.grounds.outsideYear)
    if category.spansYears {
      guard let start = entry.effectiveStart, let end = entry.effectiveEnd else { return nil }
      let last = min(end, person.asOf ?? end)
      return start <= year.end && start <= last && last >= year.start ? nil : outside
    }
    if let closed = rules.makeUpClosed, let end = entry.effectiveEnd, end > year.end {
      return Rejection(reason: .makeupClosed, clause: closed)
    }
    if let start = entry.start, !year.contains(start) { return outside }
    if let end = entry.end, !year.contains(end) { return outside }
    return nil
  }

  private func outsideWindow(
    _ element: Element, _ entry: Entry, _ activity: RuleSet.Activity, _ rules: RuleSet
  ) -> Rejection? {
    guard let index = activity.window, !element.isFiledStudy else { return nil }
    let window = rules.windows[index]
    if let start = entry.effectiveStart, let end = entry.effectiveEnd,
      !window.days.contains(start) || !window.days.contains(end)
    {
      return Rejection(reason: .outsideWindow, clause: window.clause)
    }
    return nil
  }

  private func afterReviewCutoff(
    _ element: Element, _ entry: Entry, _ category: Category, _ person: PersonContext, _ rules: RuleSet
  ) -> Rejection? {
    guard let cutoff = person.cutoff, category != .leave, category != .transfer else { return nil }
    guard let end = entry.effectiveEnd else { return nil }
    let isTooLate = category == .assignment ? element.days == nil : end > cutoff
    return isTooLate ? Rejection(reason: .afterReviewCutoff, clause: rules.reviewCutoff.clause ?? 0) : nil
  }

  private func wrongPlatform(
    _ element: Element, _ activity: RuleSet.Activity, _ person: PersonContext, _ rules: RuleSet
  ) -> Rejection? {
    guard let study = activity.study, element.isPlatformStudy, element.namesPlatform else { return nil }
    guard let platform = element.platform else {
      return Rejection(reason: .platformNotRecognized, clause: study.clause)
    }
    return person.closing(rules.platforms[platform]).map {
      Rejection(reason: .platformNotForGroup, clause: $0.clause)
    }
  }

  private func wrongFiling(
    _ element: Element, _ entry: Entry, _ activity: RuleSet.Activity, _ rules: RuleSet
  ) -> Rejection? {
    let need = activity.clause(of: .filing)
    if let need, !entry.marks.contains(.filed) { return Rejection(reason: .notFiled, clause: need) }
    if need != nil || element.isFiledStudy, let term = rules.filingTerm.clause, let filedOn = entry.filedOn,
      let start = entry.start, filedOn >= start
    {
      return Rejection(reason: .filedLate, clause: term)
    }
    return nil
  }

  private func levelMissing(_ entry: Entry, _ activity: RuleSet.Activity) -> Rejection? {
    guard entry.level == nil, let need = activity.clause(of: .level) else { return nil }
    return Rejection(reason: .levelMissing, clause: need)
  }
}

extension RuleSet.Activity {
  /// The clause that makes something a need of this activity; nil where it is none.
  func clause(of need: RuleSet.Need.What) -> ClauseID? { needs.first { $0.what == need }?.clause }
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
