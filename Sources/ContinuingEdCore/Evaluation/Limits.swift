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
      hours =
        activity.pointee.hasFurtherLimits
        ? spendYearLimits(hours, on: element, plan) : spendYearLimit(hours, on: element, activity)
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

extension Worksheet {
  /// Spends several limits of the year at once: the one that allows least decides, the first of those that allow as
  /// little.
  @inline(never)
  private mutating func spendYearLimits(
    _ hours: Hours, on element: UnsafeMutablePointer<Element>, _ plan: RulePlan
  ) -> Hours {
    guard let activity = element.pointee.activity else { return hours }
    let subject = element.pointee.subject
    let limits = plan.rules.activities[activity.pointee.index].yearLimits
    let allowed = limits.map { poolsLeft[$0].allowance(of: hours, in: subject) }
    guard let got = allowed.min(), let place = allowed.firstIndex(of: got) else { return hours }
    for limit in limits { poolsLeft[limit].take(got, in: subject) }
    element.pointee.annualLoss = hours - got
    if place > 0, got < hours { cutBy[element.pointee.entry, default: [:]][subject] = limits[place] }
    return got
  }
}

/// What is left of a year limit, by subject and of both together; `Int.max` is no limit.
struct PoolLeft {
  private var `public`: Int
  private var professional: Int
  private var total: Int
  /// The share of what goes beyond that counts all the same, in percent.
  private let beyond: Int

  /// The whole limit.
  init(_ limit: RuleSet.YearLimit) {
    `public` = limit.public?.hundredths ?? .max
    professional = limit.professional?.hundredths ?? .max
    total = limit.total?.hundredths ?? .max
    beyond = limit.beyond
  }

  /// How much of some hours it lets through.
  @inline(__always)
  func allowance(of hours: Hours, in subject: Subject?) -> Hours {
    let left = min(subject == .public ? `public` : professional, total)
    let got = min(hours.hundredths, left)
    // What lies below 0.01 is dropped.
    return Hours(inHundredths: beyond == 0 ? got : got + (hours.hundredths - got) * beyond / 100)
  }

  /// Takes hours away, as far as they are there.
  @inline(__always)
  mutating func take(_ hours: Hours, in subject: Subject?) {
    if subject == .public {
      if `public` != .max { `public` = max(0, `public` - hours.hundredths) }
    } else if professional != .max {
      professional = max(0, professional - hours.hundredths)
    }
    if total != .max { total = max(0, total - hours.hundredths) }
  }

  /// Takes as much of the hours as is left.
  @inline(__always)
  mutating func spend(_ hours: Hours, in subject: Subject?) -> Hours {
    let got = allowance(of: hours, in: subject)
    take(got, in: subject)
    return got
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
