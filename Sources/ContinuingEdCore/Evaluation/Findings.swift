// READINGS §1, Findings, once a person and code, in the order of FindingCode; and Filing. Rejected entries raise none.

extension Worksheet {
  /// Collects what a reader of the verdict should know besides the hours.
  mutating func collectFindings(
    _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan
  ) {
    let rules = plan.rules
    if platformKept != nil, let clause = rules.onePlatformAYear { note(.multiplePlatforms, clause) }
    if let modules = rules.requirements.modules, hasHoursWithoutModule(entries) {
      note(.moduleUnknown, modules.compulsory.clause)
    }
    if let leave = rules.leave {
      if leaveTooShort { note(.leaveTooShort, leave.clause) }
      if requiredIfApproved.total < required.total { note(.leavePending, leave.clause) }
    }
    let filing = filingFindings(entries, plan)
    if let clause = plan.filingTerm.clause {
      if filing.early { note(.filedEarly, clause) }
      if filing.shortNotice { note(.filingShortNotice, clause) }
      if filing.leftCalendar { note(.calendarUnknown, clause) }
    }
    if person.cutoffLeftCalendar, !filing.leftCalendar, let clause = plan.reviewCutoff.clause {
      note(.calendarUnknown, clause)
    }
  }

  private mutating func note(_ code: FindingCode, _ clause: ClauseID) {
    findings.append(Finding(code: code, clause: clause))
  }

  private func hasHoursWithoutModule(_ entries: UnsafeBufferPointer<Entry>) -> Bool {
    elements.contains {
      $0.rejection == nil && $0.subject == .public && $0.credited > .zero && entries[$0.entry].module == nil
    }
  }

  /// What the filing term has to say of entries that need filing and of filed study, where both dates are known.
  private func filingFindings(
    _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan
  ) -> (early: Bool, shortNotice: Bool, leftCalendar: Bool) {
    var found = (early: false, shortNotice: false, leftCalendar: false)
    if plan.filingTerm == .none { return found }
    for element in elements where element.rejection == nil {
      guard let activity = element.activity,
        element.isFiledStudy || plan.activities[activity].needsFiling != nil,
        let start = entries[element.entry].start, let filedOn = entries[element.entry].filedOn
      else { continue }
      switch plan.filingTerm {
      case .none:
        break
      case .daysBefore(let days, _):
        if start.days(since: filedOn) > days { found.early = true }
      case .workingDaysBefore(let n, _):
        let latest = plan.calendar.workingDay(n, before: start)
        if filedOn > latest.day { found.shortNotice = true }
        if !latest.isKnown { found.leftCalendar = true }
      }
    }
    return found
  }
}
