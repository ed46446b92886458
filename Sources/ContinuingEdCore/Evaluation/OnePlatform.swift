// READINGS §1, Rejection 12, and §2: of several platforms, the one that serves the person best is kept.

extension Worksheet {
  /// Where the rule set wants one platform a year and platform study that is otherwise in order lies on several, keeps
  /// the best and rejects what lies on the others.
  mutating func keepOnePlatform(_ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan) {
    guard hasPlatformChoice, let clause = plan.rules.onePlatformAYear else { return }
    let choices = platformsInUse(plan)
    if choices.count < 2 { return }
    var best: (choice: Int, outcome: PlatformOutcome)?
    for choice in choices {
      let outcome = outcome(ofKeeping: choice, clause, entries, plan)
      if best.map({ outcome < $0.outcome }) ?? true { best = (choice, outcome) }
    }
    platformKept = best?.choice
    rejectOthers(than: platformKept, clause, plan)
  }

  /// The platforms to choose from on which something that is not rejected was studied.
  private func platformsInUse(_ plan: RulePlan) -> [Int] {
    var found: [Int] = []
    for element in elements where element.rejection == nil {
      if let platform = plan.choice(of: element), !found.contains(platform) { found.append(platform) }
    }
    return found
  }

  private mutating func rejectOthers(than kept: Int?, _ clause: ClauseID, _ plan: RulePlan) {
    for index in elements.indices where elements[index].rejection == nil {
      if let platform = plan.choice(of: elements[index]), platform != kept {
        elements[index].rejection = Rejection(reason: .otherPlatform, clause: clause)
      }
    }
  }

  /// What keeping a platform would come to; the elements are left as they were.
  private mutating func outcome(
    ofKeeping kept: Int, _ clause: ClauseID, _ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan
  ) -> PlatformOutcome {
    let before = elements
    let onIt = before.filter { $0.rejection == nil && plan.choice(of: $0) == kept }
    let first = onIt.map { (entries[$0.entry].effectiveStart?.number ?? .max, $0.entry) }.min { $0 < $1 }
    rejectOthers(than: kept, clause, plan)
    spendLimits(entries, plan)
    addUp(entries, plan)
    let shortfall = requiredIfApproved.shortfall(of: ifApproved)
    let outcome = PlatformOutcome(
      verdict: verdictOfSums, shortfall: shortfall.public + shortfall.professional, hours: ifApproved.total,
      firstStart: first?.0 ?? .max, firstEntry: first?.1 ?? .max)
    elements = before
    return outcome
  }
}

extension RulePlan {
  /// The platform of an element, if it is one of those between which one is chosen.
  fileprivate func choice(of element: Element) -> Int? {
    guard let platform = element.platform, rules.platforms[platform].isChoice else { return nil }
    return platform
  }
}

/// What keeping one platform comes to; the smaller is the better one.
private struct PlatformOutcome: Comparable {
  var verdict: Verdict
  var shortfall: Hours
  var hours: Hours
  var firstStart: Int32
  var firstEntry: Int

  /// The best verdict, then the smallest shortfall, the most hours, the earliest first entry.
  static func < (a: PlatformOutcome, b: PlatformOutcome) -> Bool {
    (a.verdict.rawValue, a.shortfall, b.hours, a.firstStart, a.firstEntry)
      < (b.verdict.rawValue, b.shortfall, a.hours, b.firstStart, b.firstEntry)
  }
}
