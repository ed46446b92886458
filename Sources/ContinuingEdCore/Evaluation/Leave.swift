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
    let days = (
      all: plan.year.count, confirmed: plan.year.count - confirmed.days.dayCount,
      together: plan.year.count - together.days.dayCount
    )
    requiredIfApproved = required.reduced(to: days.together, of: days.all)
    required = required.reduced(to: days.confirmed, of: days.all)
    for place in others.indices {
      let base = others[place].required.hundredths
      others[place].required = Hours(inHundredths: base * days.confirmed / days.all)
      others[place].requiredIfApproved = Hours(inHundredths: base * days.together / days.all)
    }
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
  /// Each part × `onDuty` ÷ `days`, rounded down to 0.01; a total that is the sum of the subjects stays it.
  func reduced(to onDuty: Int, of days: Int) -> RequiredHours {
    if onDuty == days { return self }
    func part(_ hours: Hours) -> Hours { Hours(inHundredths: hours.hundredths * onDuty / days) }
    var reduced = RequiredHours()
    reduced.public = part(`public`)
    reduced.professional = part(professional)
    reduced.total = total == `public` + professional ? reduced.public + reduced.professional : part(total)
    reduced.publicCompulsory = part(publicCompulsory)
    reduced.publicElective = part(publicElective)
    return reduced
  }
}
