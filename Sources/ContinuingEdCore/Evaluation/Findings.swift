// Judging: Findings, Filing. Once a person and code, in the order of FindingCode. Rejected entries raise none.

extension Worksheet {
  /// Collects what a reader of the verdict should know besides the hours.
  mutating func collectFindings(
    _ person: PersonContext, _ entries: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan
  ) {
    if person.isPartOfYear, plan.rules.requirements.partOfPeriod == .full {
      note(.partOfYear, plan.rules.requirements.total.clause)
    }
    if let finding = person.requirement?.finding { findings.append(finding) }
    if platformKept != nil, let clause = plan.onePlatformAYear { note(.multiplePlatforms, clause) }
    if plan.hasModules, let modules = plan.rules.requirements.modules, hasHoursWithoutModule(entries) {
      note(.moduleUnknown, modules.compulsory.clause)
    }
    if hasLeave, let leave = plan.rules.leave {
      if leaveTooShort { note(.leaveTooShort, leave.clause) }
      if requiredIfApproved.total < required.total { note(.leavePending, leave.clause) }
    }
    if let clause = plan.filingTermClause {
      if filing.early { note(.filedEarly, clause) }
      if filing.shortNotice { note(.filingShortNotice, clause) }
      if filing.leftCalendar { note(.calendarUnknown, clause) }
    }
    if person.cutoffLeftCalendar, !filing.leftCalendar, let clause = plan.reviewCutoffClause {
      note(.calendarUnknown, clause)
    }
  }

  private mutating func note(_ code: FindingCode, _ clause: ClauseID) {
    findings.append(Finding(code: code, clause: clause))
  }

  private func hasHoursWithoutModule(_ entries: UnsafeBufferPointer<PackedEntry>) -> Bool {
    elements.indices.contains {
      elements[$0].rejection == nil && elements[$0].subject == .public && elements[$0].credited > .zero
        && entries[elements[$0].entry].module == nil
    }
  }

  /// Notes what the filing term has to say of an element that is not rejected: of entries that it binds and of
  /// filed study, where both dates are known.
  @inline(__always)
  mutating func noteFiling(
    of element: UnsafePointer<Element>, _ activity: UnsafePointer<ActivityPlan>,
    _ entry: UnsafePointer<PackedEntry>, _ plan: RulePlan
  ) {
    guard element.pointee.study == .filed || activity.pointee.isBoundByTerm,
      let start = entry.pointee.start, let filedOn = entry.pointee.filedOn
    else { return }
    filing.note(start: start, filedOn: filedOn, plan)
  }

  /// The same for all elements that are not rejected by now.
  mutating func noteFilingAnew(_ entries: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan) {
    filing = FilingFindings()
    for index in elements.indices where elements[index].rejection == nil {
      guard let first = entries.baseAddress, let activity = elements[index].activity else { continue }
      noteFiling(of: elements.base + index, activity, first + elements[index].entry, plan)
    }
  }
}

/// What the filing term has to say of a person's entries.
struct FilingFindings {
  private(set) var early = false
  private(set) var shortNotice = false
  private(set) var leftCalendar = false

  @inline(__always)
  mutating func note(start: Day, filedOn: Day, _ plan: RulePlan) {
    if start.days(since: filedOn) > plan.mostDaysAhead { early = true }
    if plan.countsWorkingDays { noteWorkingDays(start: start, filedOn: filedOn, plan) }
  }

  @inline(never)
  private mutating func noteWorkingDays(start: Day, filedOn: Day, _ plan: RulePlan) {
    guard case .workingDaysBefore(let n, _) = plan.filingTerm else { return }
    let latest = plan.calendar.workingDay(n, before: start)
    if filedOn > latest.day { shortNotice = true }
    if !latest.isKnown { leftCalendar = true }
  }
}
