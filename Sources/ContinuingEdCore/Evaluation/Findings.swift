// READINGS §1, Findings, once a person and code, in the order of FindingCode; and Filing. Rejected entries raise none.

extension Worksheet {
  /// Collects what a reader of the verdict should know besides the hours.
  mutating func collectFindings(
    _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan
  ) {
    if platformKept != nil, let clause = plan.onePlatformAYear { note(.multiplePlatforms, clause) }
    if plan.hasModules, let modules = plan.rules.requirements.modules, hasHoursWithoutModule(entries) {
      note(.moduleUnknown, modules.compulsory.clause)
    }
    if hasLeave, let leave = plan.rules.leave {
      if leaveTooShort { note(.leaveTooShort, leave.clause) }
      if requiredIfApproved.total < required.total { note(.leavePending, leave.clause) }
    }
    let filing = filingFindings(entries, plan)
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

  private func hasHoursWithoutModule(_ entries: UnsafeBufferPointer<Entry>) -> Bool {
    elements.indices.contains {
      elements[$0].rejection == nil && elements[$0].subject == .public && elements[$0].credited > .zero
        && entries[elements[$0].entry].module == nil
    }
  }

  /// What the filing term has to say of entries that need filing and of filed study, where both dates are known.
  private func filingFindings(
    _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan
  ) -> (early: Bool, shortNotice: Bool, leftCalendar: Bool) {
    var found = (early: false, shortNotice: false, leftCalendar: false)
    if plan.filingTermClause == nil { return found }
    for index in elements.indices where elements[index].rejection == nil {
      guard let activity = elements[index].activity,
        elements[index].study == .filed || activity.pointee.needsFiling != nil,
        let start = entries[elements[index].entry].start,
        let filedOn = entries[elements[index].entry].filedOn
      else { continue }
      switch plan.filingTerm {
      case .none:
        break
      case .daysBefore(let days, _):
        // Nothing else is to be found.
        if start.days(since: filedOn) > days { return (early: true, shortNotice: false, leftCalendar: false) }
      case .workingDaysBefore(let n, _):
        let latest = plan.calendar.workingDay(n, before: start)
        if filedOn > latest.day { found.shortNotice = true }
        if !latest.isKnown { found.leftCalendar = true }
      }
    }
    return found
  }
}
