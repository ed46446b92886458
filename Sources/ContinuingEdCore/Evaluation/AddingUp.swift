// Judging: Verdict. And the modules of a rule set that has them.

extension Worksheet {
  /// Adds what an element got to what is confirmed or pending, and to what is confirmed.
  @inline(__always)
  mutating func addUp(_ element: UnsafePointer<Element>) {
    let hours = element.pointee.credited
    let confirmed = element.pointee.reasons.isEmpty ? hours : .zero
    // A leave has no subject and no hours.
    if element.pointee.subject == .public {
      ifApproved.public += hours
      credited.public += confirmed
    } else {
      ifApproved.professional += hours
      credited.professional += confirmed
    }
  }

  /// Divides the public hours among the modules, where the rule set has them.
  mutating func addUpModules(_ entries: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan) {
    if !plan.hasModules { return }
    var confirmed = ModuleSums()
    var approved = ModuleSums()
    for index in elements.indices where elements[index].rejection == nil && elements[index].subject == .public
    {
      let (hours, module) = (elements[index].credited, entries[elements[index].entry].module)
      approved.add(hours, module)
      if elements[index].reasons.isEmpty { confirmed.add(hours, module) }
    }
    confirmed.fill(&credited, upTo: plan.baseRequirement.publicCompulsory)
    approved.fill(&ifApproved, upTo: plan.baseRequirement.publicCompulsory)
  }

  /// Finds the verdict from the sums.
  mutating func findVerdict(
    _ person: PersonContext, _ entries: UnsafeBufferPointer<PackedEntry>, _ plan: RulePlan
  ) {
    verdict = verdictOfSums
    if person.hasRosterProblem {
      verdict = .undetermined
    } else if verdict == .short, judgedRows < entries.count, hasProblemRow(entries, person, plan) {
      verdict = .undetermined
    }
  }

  /// Compliant, pending or short by the sums alone.
  var verdictOfSums: Verdict {
    if required.isReached(by: credited), reachesOthers(ifApproved: false) { return .compliant }
    return requiredIfApproved.isReached(by: ifApproved) && reachesOthers(ifApproved: true) ? .pending : .short
  }

  /// Whether a row of this person had a problem and its credit year is this one or can't be told.
  private func hasProblemRow(
    _ entries: UnsafeBufferPointer<PackedEntry>, _ person: PersonContext, _ plan: RulePlan
  ) -> Bool {
    for entry in entries where entry.marks.contains(.unusable) {
      if let asOf = person.asOf, entry.surelyLiesAfter(asOf) { continue }
      if entry.marks.contains(.yearUnknown) || entry.belongs(to: plan.creditYear) { return true }
    }
    return false
  }
}

extension RequiredHours {
  /// Whether nothing of it is missing.
  fileprivate func isReached(by credited: SubjectHours) -> Bool {
    `public` <= credited.public && professional <= credited.professional && total <= credited.total
      && publicCompulsory <= credited.publicCompulsory && publicElective <= credited.publicElective
  }
}

/// Public hours by module.
private struct ModuleSums {
  private var compulsory = Hours.zero
  private var elective = Hours.zero
  private var unknown = Hours.zero

  mutating func add(_ hours: Hours, _ module: Module?) {
    switch module {
    case .compulsory: compulsory += hours
    case .elective: elective += hours
    case nil: unknown += hours
    }
  }

  /// Hours without a module fill the compulsory part up to what is required, then the elective one; surplus
  /// compulsory hours are no electives.
  func fill(_ sums: inout SubjectHours, upTo required: Hours) {
    let filling = min(unknown, required.missing(from: compulsory))
    sums.publicCompulsory = compulsory + filling
    sums.publicElective = elective + (unknown - filling)
  }
}
