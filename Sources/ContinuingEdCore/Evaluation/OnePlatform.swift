// Judging: Rejection; Heze2022: Platforms and terms. Of several platforms, the one that serves the person best is kept.

extension Worksheet {
  /// Where the rule set wants one platform a year and platform study that is otherwise in order lies on several, keeps
  /// the best and rejects what lies on the others.
  mutating func keepOnePlatform(_ entries: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan) {
    guard choices.count > 1, let clause = plan.onePlatformAYear else { return }
    var best: (choice: Int, outcome: PlatformOutcome)?
    for index in choices.indices {
      let outcome = outcome(ofKeeping: choices[index], clause, entries, plan)
      if best.map({ outcome < $0.outcome }) ?? true { best = (choices[index], outcome) }
    }
    platformKept = best?.choice
    rejectOthers(than: platformKept, clause, plan)
    creditAnew(entries)
    noteFilingAnew(entries, plan)
  }

  /// Notes the platform of an element that is not rejected, where one is to be chosen.
  @inline(__always)
  mutating func noteChoice(of element: UnsafePointer<Element>, _ plan: RulePlan) {
    guard plan.onePlatformAYear != nil, let platform = plan.choice(of: element.pointee) else { return }
    for place in choices.indices where choices[place] == platform { return }
    choices.append(platform)
  }

  private mutating func rejectOthers(than kept: Int?, _ clause: ClauseID, _ plan: RulePlan) {
    for index in elements.indices where elements[index].rejection == nil {
      if let platform = plan.choice(of: elements[index]), platform != kept {
        elements[index].rejection = Rejection(reason: .otherPlatform, clause: clause)
      }
    }
  }

  /// What keeping a platform would come to; nothing stays rejected for it.
  private mutating func outcome(
    ofKeeping kept: Int, _ clause: ClauseID, _ entries: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan
  ) -> PlatformOutcome {
    rejectOthers(than: kept, clause, plan)
    creditAnew(entries)
    spendLimits(plan)
    addUpModules(entries, plan)
    addUpOthers(plan)
    let shortfall = requiredIfApproved.shortfall(of: ifApproved)
    var outcome = PlatformOutcome(
      verdict: verdictOfSums, shortfall: shortfall.public + shortfall.professional, hours: ifApproved.total)
    for index in elements.indices {
      if elements[index].rejection?.reason == .otherPlatform { elements[index].rejection = nil }
      guard elements[index].rejection == nil, plan.choice(of: elements[index]) == kept else { continue }
      let entry = elements[index].entry
      let start = entries[entry].effectiveStart?.number ?? .max
      if (start, entry) < (outcome.firstStart, outcome.firstEntry) {
        (outcome.firstStart, outcome.firstEntry) = (start, entry)
      }
    }
    return outcome
  }
}

extension RulePlan {
  /// The platform of an element, if it is one of those between which one is chosen.
  @inline(__always)
  fileprivate func choice(of element: Element) -> Int? {
    guard let platform = element.platform, isChoice[platform] else { return nil }
    return platform
  }
}

/// What keeping one platform comes to; the smaller is the better one.
private struct PlatformOutcome: Comparable {
  var verdict: Verdict
  var shortfall: Hours
  var hours: Hours
  var firstStart = Int32.max
  var firstEntry = Int.max

  /// The best verdict, then the smallest shortfall, the most hours, the earliest first entry.
  static func < (a: PlatformOutcome, b: PlatformOutcome) -> Bool {
    (a.verdict.rawValue, a.shortfall, b.hours, a.firstStart, a.firstEntry)
      < (b.verdict.rawValue, b.shortfall, a.hours, b.firstStart, b.firstEntry)
  }
}
