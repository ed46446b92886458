// READINGS §1, Verdict, and the modules of a rule set that has them.

extension Worksheet {
  /// Adds up what is confirmed, and what is confirmed or pending.
  mutating func addUp(_ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan) {
    var confirmed = ModuleSums()
    var approved = ModuleSums()
    credited = SubjectHours()
    ifApproved = SubjectHours()
    for element in elements where element.rejection == nil {
      let isConfirmed = element.reasons.isEmpty
      switch element.subject {
      case .public:
        ifApproved.public += element.credited
        approved.add(element.credited, entries[element.entry].module)
        if isConfirmed {
          credited.public += element.credited
          confirmed.add(element.credited, entries[element.entry].module)
        }
      case .professional:
        ifApproved.professional += element.credited
        if isConfirmed { credited.professional += element.credited }
      case nil:
        break
      }
    }
    guard plan.hasModules else { return }
    confirmed.fill(&credited, upTo: plan.baseRequirement.publicCompulsory)
    approved.fill(&ifApproved, upTo: plan.baseRequirement.publicCompulsory)
  }

  /// Finds the verdict from the sums.
  mutating func findVerdict(
    _ person: PersonContext, _ entries: UnsafeBufferPointer<Entry>, _ rows: Range<Int>, _ plan: RulePlan
  ) {
    verdict = verdictOfSums
    if person.hasRosterProblem {
      verdict = .undetermined
    } else if verdict == .short, hasProblemRow(entries, rows, plan.year) {
      verdict = .undetermined
    }
  }

  /// Compliant, pending or short by the sums alone.
  var verdictOfSums: Verdict {
    if required.shortfall(of: credited).isZero { return .compliant }
    return requiredIfApproved.shortfall(of: ifApproved).isZero ? .pending : .short
  }

  /// Whether a row of this person had a problem and its credit year is this one or can't be told.
  private func hasProblemRow(_ entries: UnsafeBufferPointer<Entry>, _ rows: Range<Int>, _ year: DayRange)
    -> Bool
  {
    rows.contains { row in
      let entry = entries[row]
      guard entry.marks.contains(.unusable) else { return false }
      return entry.marks.contains(.yearUnknown) || entry.belongs(to: year, until: nil)
    }
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
