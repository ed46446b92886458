// Judging: Worth; RuleFiles: Amounts. Amounts that no single figure gives.

/// What a formula is worked out from.
struct FormulaFacts {
  let entry: UnsafePointer<PackedEntry>
  /// The days that count.
  let days: DayRange?
  let subject: Subject
  let plan: RulePlan
}

extension RuleSet.Formula {
  /// What an entry is worth; nil where a value for it is missing.
  func worth(_ facts: FormulaFacts) -> Hours? {
    switch self {
    case .plain(let basis):
      return BasisPlan(basis).worth(of: facts.entry, days: facts.days, subject: facts.subject)
    case .fixed(let hours): return hours
    case .perHour(let hours): return facts.entry.pointee.hours.map { hours.times(hundredths: $0.hundredths) }
    case .per(let measure, let each, let hours):
      return RulePlan.measured(measure, facts.entry, facts.days).map { hours.times($0, per: each) }
    case .perHalfDay(let hours):
      let halves = facts.entry.pointee.count ?? facts.days.map { $0.count * 2 }
      return halves.map { hours * $0 }
    case .first(let hours, let then): return hours + then * max(0, (facts.entry.pointee.count ?? 1) - 1)
    case .sum(let parts):
      let amounts = parts.compactMap { $0.worth(facts) }
      return amounts.count < parts.count ? nil : amounts.reduce(.zero, +)
    case .least(let parts): return parts.compactMap { $0.worth(facts) }.min()
    case .most(let parts): return parts.compactMap { $0.worth(facts) }.max()
    case .declaredElse(let other): return facts.entry.pointee.hours ?? other.worth(facts)
    case .percent(let percent, let of): return facts.plan.required(of).times(hundredths: percent)
    case .share(let percent, let amount): return amount.worth(facts)?.times(hundredths: percent)
    case .rounded(let amount, let step, let how): return amount.worth(facts)?.rounded(to: step, how)
    case .table: return chosen(facts)?.worth(facts)
    case .outsideNotice: return facts.entry.pointee.hours
    }
  }

  /// The amount of a table that judges an entry; nil where no row does.
  private func chosen(_ facts: FormulaFacts) -> RuleSet.Formula? {
    guard case .table(let rows, let otherwise) = self else { return self }
    return rows.first { facts.plan.hold($0.when, facts.entry, days: facts.days) }?.amount ?? otherwise
  }

  /// The clause that leaves the amount of an entry to another document; nil where the notice has it.
  func clauseOutsideNotice(_ facts: FormulaFacts) -> ClauseID? {
    switch self {
    case .outsideNotice(let clause): return clause
    case .table: return chosen(facts)?.clauseOutsideNotice(facts)
    case .declaredElse(let part), .rounded(let part, _, _), .share(_, let part):
      return part.clauseOutsideNotice(facts)
    case .sum(let parts), .least(let parts), .most(let parts):
      return parts.lazy.compactMap { $0.clauseOutsideNotice(facts) }.first
    default: return nil
    }
  }
}

extension RulePlan {
  /// What is required of a subject, or in all, of somebody who was on duty all year.
  fileprivate func required(_ subject: Subject?) -> Hours {
    switch subject {
    case .public: baseRequirement.public
    case .professional: baseRequirement.professional
    case nil: baseRequirement.total
    }
  }
}

extension Hours {
  /// So many hundredths of the amount; what lies below 0.01 is dropped, and what no number holds is the most that one does.
  fileprivate func times(hundredths factor: Int) -> Hours {
    times(Hours(inHundredths: factor), per: Hours(1))
  }

  /// The amount for each `each` of a number; likewise.
  fileprivate func times(_ number: Hours, per each: Hours) -> Hours {
    let (product, overflows) = hundredths.multipliedReportingOverflow(by: number.hundredths)
    return Hours(inHundredths: overflows ? .max : product / max(1, each.hundredths))
  }

  /// The amount in whole steps.
  fileprivate func rounded(to step: Hours, _ how: RuleSet.Formula.Rounding) -> Hours {
    guard step > .zero else { return self }
    let (steps, rest) = hundredths.quotientAndRemainder(dividingBy: step.hundredths)
    let goesUp: Bool =
      switch how {
      case .down: false
      case .up: rest > 0
      case .halfUp: rest > 0 && rest >= step.hundredths - rest
      }
    let (rounded, overflows) = (steps + (goesUp ? 1 : 0)).multipliedReportingOverflow(by: step.hundredths)
    return Hours(inHundredths: overflows ? .max : rounded)
  }
}
