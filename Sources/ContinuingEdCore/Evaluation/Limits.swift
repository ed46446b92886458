// READINGS §1, Limits and Assignment.

extension Worksheet {
  /// Gives every element the largest amount that its limits still allow.
  mutating func spendLimits(_ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan) {
    order.removeAll()
    for index in elements.indices {
      elements[index].dailyLoss = .zero
      elements[index].annualLoss = .zero
      if elements[index].rejection != nil {
        elements[index].credited = .zero
        continue
      }
      // Where no limit bears on an element it gets its worth, and its place in the order is of no account.
      elements[index].credited = elements[index].worth
      guard let activity = elements[index].activity, activity.pointee.isLimited else { continue }
      let entry = entries.baseAddress.map { $0 + elements[index].entry }
      order.append(SpendingPlace(of: index, elements[index].reasons.isEmpty, entry))
    }
    if order.isEmpty { return }
    openLimits(plan)
    sortOrder()
    var assigned = DayUnion()
    var lastAssignment = (entry: -1, months: 0)
    for place in order.indices {
      let index = order[place].index
      guard let activity = elements[index].activity else { continue }
      var hours = elements[index].worth
      if elements[index].category == .assignment {
        if lastAssignment.entry != elements[index].entry {
          lastAssignment = (elements[index].entry, assigned.addMonths(of: elements[index].days))
        }
        hours = monthlyHours(elements[index], lastAssignment.months)
      }
      hours = spendDayLimit(hours, on: index, activity, plan)
      hours = spendYearLimit(hours, on: index, activity)
      // The day limit counts what entries got, not what they asked for.
      if let limit = activity.pointee.dayLimit, let days = elements[index].days {
        dayLedgers[limit].give(hours, to: days)
      }
      elements[index].credited = hours
    }
  }

  /// Refills the limits.
  private mutating func openLimits(_ plan: RulePlan) {
    if ledgersOf != ObjectIdentifier(plan) {
      dayLedgers.removeAll()
      for limit in plan.rules.dayLimits { dayLedgers.append(DayLedger(cap: limit.hours, year: plan.year)) }
      ledgersOf = ObjectIdentifier(plan)
    } else {
      for index in dayLedgers.indices { dayLedgers[index].clear() }
    }
    poolsLeft.removeAll()
    for index in plan.pools.indices { poolsLeft.append(plan.pools[index]) }
  }

  /// The hours of the months that an assignment brings; all of its worth where the basis is not by the month.
  private func monthlyHours(_ element: Element, _ months: Int) -> Hours {
    guard let subject = element.subject, let activity = element.activity else { return element.worth }
    return activity.pointee.basis.amount(ofMonths: months, in: subject) ?? element.worth
  }

  @inline(__always)
  private mutating func spendDayLimit(
    _ hours: Hours, on index: Int, _ activity: UnsafePointer<ActivityPlan>, _ plan: RulePlan
  ) -> Hours {
    guard let limit = activity.pointee.dayLimit else { return hours }
    // An undated entry lies on one day that nobody knows, so on no day of another entry.
    let room =
      elements[index].days.map { dayLedgers[limit].room(for: $0) } ?? plan.rules.dayLimits[limit].hours
    let allowed = min(hours, room)
    elements[index].dailyLoss = hours - allowed
    return allowed
  }

  @inline(__always)
  private mutating func spendYearLimit(
    _ hours: Hours, on index: Int, _ activity: UnsafePointer<ActivityPlan>
  ) -> Hours {
    guard let limit = activity.pointee.yearLimit else { return hours }
    let got = poolsLeft[limit].spend(hours, in: elements[index].subject)
    elements[index].annualLoss = hours - got
    return got
  }
}

/// What is left of a year limit, by subject; `Int.max` is no limit.
struct PoolLeft {
  private var `public`: Int
  private var professional: Int

  /// The whole limit.
  init(_ limit: RuleSet.YearLimit) {
    `public` = limit.public?.hundredths ?? .max
    professional = limit.professional?.hundredths ?? .max
  }

  /// Takes as much of the hours as is left.
  @inline(__always)
  mutating func spend(_ hours: Hours, in subject: Subject?) -> Hours {
    let left = subject == .public ? `public` : professional
    let got = min(hours.hundredths, left)
    if left != .max {
      if subject == .public { `public` -= got } else { professional -= got }
    }
    return Hours(hundredths: got)
  }
}

extension DayUnion {
  /// Adds the days of an assignment and tells the months that they bring: months(U with it) − months(U), at least
  /// 0 and at most its own.
  fileprivate mutating func addMonths(of days: DayRange?) -> Int {
    guard let days else { return 0 }
    let before = wholeMonths
    insert(days)
    return min(max(0, wholeMonths - before), days.wholeMonths)
  }
}
