// Judging: Limits, Assignment.

extension Worksheet {
  /// Gives an element that is not rejected its worth; where limits bear on it, a place in the order of spending.
  @inline(__always)
  mutating func credit(
    _ element: UnsafeMutablePointer<Element>, _ activity: UnsafePointer<ActivityPlan>,
    _ entry: UnsafePointer<PackedEntry>
  ) {
    if activity.pointee.isLimited {
      order.append(SpendingPlace(of: element - elements.base, element.pointee.reasons.isEmpty, entry))
    } else {
      element.pointee.credited = element.pointee.worth
      addUp(element)
    }
  }

  /// Takes back what all elements got, and credits those that are not rejected by now.
  mutating func creditAnew(_ entries: UnsafeBufferPointer<PackedEntry>) {
    order.removeAll()
    credited = SubjectHours()
    ifApproved = SubjectHours()
    guard let first = entries.baseAddress else { return }
    if twins != nil { findTwins(entries, finalStep) }
    for index in elements.indices {
      let element = elements.base + index
      element.pointee.credited = .zero
      element.pointee.dailyLoss = .zero
      element.pointee.annualLoss = .zero
      if element.pointee.rejection == nil, let activity = element.pointee.activity {
        credit(element, activity, first + element.pointee.entry)
      }
    }
  }

  /// Gives every element in the order of spending the largest amount that its limits still allow.
  mutating func spendLimits(_ plan: RulePlan) {
    if order.isEmpty { return }
    openLimits(plan)
    sortOrder()
    var assigned = DayUnion()
    var lastAssignment = (entry: -1, months: 0)
    for place in order.indices {
      let element = elements.base + order[place].index
      guard let activity = element.pointee.activity else { continue }
      var hours = element.pointee.worth
      if element.pointee.category == .assignment {
        if lastAssignment.entry != element.pointee.entry {
          lastAssignment = (element.pointee.entry, assigned.addMonths(of: element.pointee.days))
        }
        hours = monthlyHours(element.pointee, lastAssignment.months)
      }
      hours = spendDayLimit(hours, on: element, activity, plan)
      hours = spendYearLimit(hours, on: element, activity)
      // The day limit counts what entries got, not what they asked for.
      if let limit = activity.pointee.dayLimit, let days = element.pointee.days {
        dayLedgers[limit].give(hours, to: days)
        if dayLedgers[limit].wantsTable { dayLedgers[limit].keepTable(of: daysUnder(limit)) }
      }
      element.pointee.credited = hours
      addUp(element)
    }
  }

  /// The days of everything that a day limit bears on.
  private func daysUnder(_ limit: Int) -> [DayRange] {
    order.indices.compactMap { place in
      let element = elements[order[place].index]
      return element.activity?.pointee.dayLimit == limit ? element.days : nil
    }
  }

  /// Refills the limits.
  private mutating func openLimits(_ plan: RulePlan) {
    if ledgersOf != ObjectIdentifier(plan) {
      dayLedgers.removeAll()
      for limit in plan.rules.dayLimits { dayLedgers.append(DayLedger(cap: limit.hours)) }
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
    _ hours: Hours, on element: UnsafeMutablePointer<Element>, _ activity: UnsafePointer<ActivityPlan>,
    _ plan: RulePlan
  ) -> Hours {
    guard let limit = activity.pointee.dayLimit else { return hours }
    // An undated entry lies on one day that nobody knows, so on no day of another entry.
    let room =
      if let days = element.pointee.days {
        (dayLedgers.base + limit).pointee.room(for: days)
      } else {
        plan.rules.dayLimits[limit].hours
      }
    let allowed = min(hours, room)
    element.pointee.dailyLoss = hours - allowed
    return allowed
  }

  @inline(__always)
  private mutating func spendYearLimit(
    _ hours: Hours, on element: UnsafeMutablePointer<Element>, _ activity: UnsafePointer<ActivityPlan>
  ) -> Hours {
    guard let limit = activity.pointee.yearLimit else { return hours }
    let got = poolsLeft[limit].spend(hours, in: element.pointee.subject)
    element.pointee.annualLoss = hours - got
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
    return Hours(inHundredths: got)
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
