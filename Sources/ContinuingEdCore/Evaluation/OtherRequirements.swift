// Judging: Verdict; RuleFiles: Requirements. Requirements of the notice's own, and figures for some people.

/// What a person must reach in place of what everyone must.
struct OwnRequirement {
  var hours: RequiredHours
  var others: [Hours]
  /// The finding that says why, and its clause.
  var finding: Finding?
}

extension Worksheet {
  /// Adds up what counts towards each requirement of the notice's own, where it has some.
  mutating func addUpOthers(_ plan: RulePlan) {
    if plan.others.isEmpty { return }
    for place in others.indices {
      var sums = OtherHours(
        requirement: place, required: others[place].required,
        requiredIfApproved: others[place].requiredIfApproved)
      let rule = plan.others[place]
      for index in elements.indices where elements[index].rejection == nil {
        let element = elements[index]
        let isNamed = element.activity.map { $0.pointee.counts & 1 << UInt8(place) != 0 } ?? false
        guard rule.countsAll || isNamed, element.subject != nil else { continue }
        if let within = rule.within, !(element.days.map { within.contains($0.end) } ?? false) { continue }
        sums.ifApproved += element.credited
        if element.reasons.isEmpty { sums.credited += element.credited }
      }
      others[place] = sums
    }
  }

  /// Sets what this person must reach.
  mutating func setRequirement(_ person: PersonContext, _ plan: RulePlan) {
    if plan.others.isEmpty, person.requirement == nil { return }
    if let own = person.requirement { (required, requiredIfApproved) = (own.hours, own.hours) }
    let amounts = person.requirement?.others ?? plan.others.map(\.amount.hours)
    others = amounts.enumerated().map {
      OtherHours(requirement: $0, required: $1, requiredIfApproved: $1)
    }
  }

  /// Whether the requirements of the notice's own are reached by confirmed hours, or by pending ones too.
  func reachesOthers(ifApproved: Bool) -> Bool {
    others.allSatisfy { (ifApproved ? $0.shortfallIfApproved : $0.shortfall) == .zero }
  }
}

extension RulePlan {
  /// What somebody must reach in place of what everyone must; nil where nothing is other for them.
  func ownRequirement(of roster: RosterRow) -> OwnRequirement? {
    let rule = rules.requirements
    if rule.cases.isEmpty, rule.partOfPeriod == .full { return nil }
    var own = OwnRequirement(hours: baseRequirement, others: others.map(\.amount.hours))
    if let found = rule.cases.first(where: { $0.who.allSatisfy { holds($0, of: roster) } }) {
      own = RulePlan.requirement(of: found, own)
    }
    if case .byMonth(let clause) = rule.partOfPeriod, let there = daysThere(roster) {
      let (months, all) = (there.map(RulePlan.months) ?? 0, RulePlan.months(year))
      own.hours = own.hours.reduced(to: months, of: all)
      own.finding = own.finding ?? Finding(code: .ownRequirement, clause: clause)
      own.others = own.others.map { Hours(inHundredths: $0.hundredths * months / all) }
    }
    return own
  }

  private static func requirement(of found: RuleSet.RequirementCase, _ base: OwnRequirement) -> OwnRequirement
  {
    guard let hours = found.hours else {
      return OwnRequirement(
        hours: RequiredHours(), others: base.others.map { _ in .zero },
        finding: Finding(code: .exempt, clause: found.clause))
    }
    var own = base
    own.hours.total = hours.total ?? base.hours.total
    own.hours.public = hours.public ?? base.hours.public
    own.hours.professional = hours.professional ?? base.hours.professional
    own.others = zip(base.others, hours.others).map { $1 ?? $0 }
    own.finding = Finding(code: .ownRequirement, clause: found.clause)
    return own
  }

  /// The days of the period that somebody was there, which may be none; nil where that is all of it.
  private func daysThere(_ roster: RosterRow) -> DayRange?? {
    let from = max(roster.from ?? year.start, year.start)
    let to = min(roster.to ?? year.end, year.end)
    if from == year.start, to == year.end { return nil }
    return .some(DayRange(from, to))
  }

  /// How many calendar months some days touch, at least 1.
  private static func months(_ days: DayRange) -> Int {
    let (from, to) = (days.start.civil, days.end.civil)
    return (to.year - from.year) * 12 + to.month - from.month + 1
  }

  private func holds(_ condition: RuleSet.RosterCondition, of roster: RosterRow) -> Bool {
    switch condition {
    case .employer(let employers): return roster.employer.map(employers.contains) ?? false
    case .joinedInPeriod: return roster.from.map { $0 > year.start && $0 <= year.end } ?? false
    case .says(let column, let needles):
      let text = column == .series ? roster.series : column == .county ? roster.county : roster.group
      let bytes = textBytes(text)
      return needles.contains { PlainText.contains(bytes, Array($0.utf8)) }
    }
  }
}
