// READINGS §1, Order, Limits and Assignment: every limit is spent in one order.

extension Worksheet {
  /// Gives every element the largest amount that its limits still allow.
  mutating func spendLimits(_ entries: UnsafeBufferPointer<Entry>, _ plan: RulePlan) {
    order.removeAll(keepingCapacity: true)
    for index in elements.indices {
      if elements[index].rejection != nil {
        elements[index].credited = .zero
        continue
      }
      // Where no limit bears on an element it gets its worth, and its place in the order is of no account.
      elements[index].credited = elements[index].worth
      if let activity = elements[index].activity, plan.activities[activity].isLimited { order.append(index) }
    }
    if order.isEmpty { return }
    openLimits(plan)
    sortOrder(entries)
    var assigned = DayUnion()
    var lastAssignment = (entry: -1, months: 0)
    for index in order {
      var hours = elements[index].worth
      if let months = wholeMonths(elements[index]) {
        if lastAssignment.entry != elements[index].entry {
          lastAssignment = (
            elements[index].entry, assigned.addMonths(of: elements[index].days, atMost: months)
          )
        }
        hours = monthlyHours(elements[index], lastAssignment.months, plan)
        elements[index].overlapLoss = elements[index].worth - hours
      }
      hours = spendDayLimit(hours, on: index, plan)
      hours = spendYearLimit(hours, on: index, plan)
      elements[index].credited = hours
    }
  }

  /// Refills the limits.
  private mutating func openLimits(_ plan: RulePlan) {
    if dayLedgers.count != plan.rules.dayLimits.count || ledgersOf != plan.rules.id {
      dayLedgers = plan.rules.dayLimits.map { DayLedger(cap: $0.hours, year: plan.year) }
      ledgersOf = plan.rules.id
    } else {
      for index in dayLedgers.indices { dayLedgers[index].clear() }
    }
    poolsLeft.removeAll(keepingCapacity: true)
    for limit in plan.rules.yearLimits {
      poolsLeft.append(
        PoolLeft(
          public: limit.public?.hundredths ?? .max, professional: limit.professional?.hundredths ?? .max))
    }
  }

  /// Confirmed before pending; then by start, end (undated last), then as they came in.
  private mutating func sortOrder(_ entries: UnsafeBufferPointer<Entry>) {
    if order.count < 2 { return }
    let elements = self.elements
    func key(_ index: Int) -> (Int, Int32, Int32, Int) {
      let entry = entries[elements[index].entry]
      return (
        elements[index].state == .confirmed ? 0 : 1, entry.effectiveStart?.number ?? .max,
        entry.effectiveEnd?.number ?? .max, index
      )
    }
    // Insertion: a person's limited entries are few and mostly in order already; past that, the library's sort.
    if order.count > 64 {
      order.sort { key($0) < key($1) }
      return
    }
    for position in 1..<order.count {
      let moving = order[position]
      let movingKey = key(moving)
      var place = position
      while place > 0, movingKey < key(order[place - 1]) {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = moving
    }
  }

  private func wholeMonths(_ element: Element) -> Int? {
    element.category == .assignment ? element.days?.wholeMonths ?? 0 : nil
  }

  /// The hours of the months that an assignment brings; all of its worth where the basis is not by the month.
  private func monthlyHours(_ element: Element, _ months: Int, _ plan: RulePlan) -> Hours {
    guard let subject = element.subject, let activity = element.activity else { return element.worth }
    return plan.activities[activity].basis.amount(ofMonths: months, in: subject) ?? element.worth
  }

  private mutating func spendDayLimit(_ hours: Hours, on index: Int, _ plan: RulePlan) -> Hours {
    guard let activity = elements[index].activity, let limit = plan.activities[activity].dayLimit else {
      return hours
    }
    // An undated entry lies on one day that nobody knows, so on no day of another entry.
    guard let days = elements[index].days else {
      let allowed = min(hours, plan.rules.dayLimits[limit].hours)
      elements[index].dailyLoss = hours - allowed
      return allowed
    }
    let allowed = min(hours, dayLedgers[limit].room(for: days))
    elements[index].dailyLoss = hours - allowed
    return allowed
  }

  private mutating func spendYearLimit(_ hours: Hours, on index: Int, _ plan: RulePlan) -> Hours {
    guard let activity = elements[index].activity else { return hours }
    var got = hours
    if let limit = plan.activities[activity].yearLimit {
      let isPublic = elements[index].subject == .public
      let left = isPublic ? poolsLeft[limit].public : poolsLeft[limit].professional
      got = Hours(hundredths: min(hours.hundredths, left))
      elements[index].annualLoss = hours - got
      if left != .max {
        if isPublic {
          poolsLeft[limit].public -= got.hundredths
        } else {
          poolsLeft[limit].professional -= got.hundredths
        }
      }
    }
    // The day limit counts what entries got, not what they asked for.
    if let limit = plan.activities[activity].dayLimit, let days = elements[index].days {
      dayLedgers[limit].give(got, to: days)
    }
    return got
  }
}

extension DayUnion {
  /// Adds the days of an assignment and tells the months that they bring: months(U with it) − months(U), at least
  /// 0 and at most its own.
  fileprivate mutating func addMonths(of days: DayRange?, atMost own: Int) -> Int {
    guard let days else { return 0 }
    let before = wholeMonths
    insert(days)
    return min(max(0, wholeMonths - before), own)
  }
}
