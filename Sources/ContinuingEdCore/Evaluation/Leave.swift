// Judging: Leave. Lowers what is required to the on-duty part of the year.

extension Worksheet {
  /// Finds what is required: after confirmed leave for the credited hours, after confirmed and pending leave together
  /// for the hours if all is approved.
  mutating func findRequirement(_ entries: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan) {
    guard hasLeave, let rule = plan.rules.leave else { return }
    let all = elements.indices.map { elements[$0] }.filter { $0.subject == nil && $0.rejection == nil }
    if all.isEmpty { return }
    let confirmed = effectiveLeave(all.filter { $0.state == .confirmed }, entries, rule)
    let together = effectiveLeave(all, entries, rule)
    leaveTooShort = together.someTooShort
    required = plan.baseRequirement.reduced(
      to: plan.year.count - confirmed.days.dayCount, of: plan.year.count)
    requiredIfApproved = plan.baseRequirement.reduced(
      to: plan.year.count - together.days.dayCount, of: plan.year.count)
  }

  /// The days that effective leave covers, and whether some kind is too short to be effective.
  private func effectiveLeave(
    _ leave: [Element], _ entries: UnsafeBufferPointer<PackedEntry>, _ rule: RuleSet.LeaveRule
  ) -> (days: DayUnion, someTooShort: Bool) {
    var covered = DayUnion()
    var someTooShort = false
    for kind in LeaveKind.allCases {
      var ofKind = DayUnion()
      for element in leave where entries[element.entry].kind == kind {
        if let days = element.days { ofKind.insert(days) }
      }
      if ofKind.runs.isEmpty { continue }
      let isLong = ofKind.daysByMonthsOf30 > rule.longerThanMonths * 30
      if rule.alwaysEffective.contains(kind) || (rule.effectiveIfLong.contains(kind) && isLong) {
        for run in ofKind.runs { covered.insert(run) }
      } else {
        someTooShort = true
      }
    }
    return (covered, someTooShort)
  }
}

extension RequiredHours {
  /// Each part × `onDuty` ÷ `days`, rounded down to 0.01; the total is the sum of the subjects.
  func reduced(to onDuty: Int, of days: Int) -> RequiredHours {
    if onDuty == days { return self }
    func part(_ hours: Hours) -> Hours { Hours(inHundredths: hours.hundredths * onDuty / days) }
    var reduced = RequiredHours()
    reduced.public = part(`public`)
    reduced.professional = part(professional)
    reduced.total = reduced.public + reduced.professional
    reduced.publicCompulsory = part(publicCompulsory)
    reduced.publicElective = part(publicElective)
    return reduced
  }
}
