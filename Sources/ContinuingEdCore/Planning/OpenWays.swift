/// Finds which ways are still open to a person after a day, and which clause closed the others.
struct OpenWays {
  let rules: RuleSet
  let calendar: WorkdayCalendar
  /// The last day that has passed.
  let asOf: Day
  /// The first day on which something can start that the filing term binds.
  private let firstFiledStart: Day

  init(_ rules: RuleSet, calendar: WorkdayCalendar, asOf: Day) {
    self.rules = rules
    self.calendar = calendar
    self.asOf = asOf
    let tomorrow = asOf.adding(days: 1)
    var start = tomorrow
    switch rules.filingTerm {
    case .none: break
    case .daysBefore: start = tomorrow.adding(days: 1)
    case .workingDaysBefore(let n, _):
      while calendar.workingDay(n, before: start).day < tomorrow { start = start.adding(days: 1) }
    }
    firstFiledStart = start
  }

  /// The ways, the recommended first: study on platforms, then what the notice converts, in its order; last what
  /// another document measures.
  func find(
    _ person: PersonContext, _ plan: RulePlan, _ texts: PlanTexts
  ) -> (open: [PlanWay], closed: [ClosedWay]) {
    var ranked: [(rank: Int, way: PlanWay)] = []
    var closed: [ClosedWay] = []
    for (index, activity) in rules.activities.enumerated() {
      if activity.category == .leave || activity.category == .annual { continue }
      for subject in activity.subjects {
        for place in places(activity, person, plan) {
          // What an entry of this kind would be judged by.
          let units = units(activity, subject).filter { unit in
            plan.activity(of: probe(index, subject, place, unit.level, texts), subject, for: person) == index
          }
          if units.isEmpty { continue }
          switch opening(activity, place, person) {
          case .closed(let clause, let since):
            let way = ClosedWay(activity: index, subject: subject, clause: clause, since: since)
            if !closed.contains(way) { closed.append(way) }
          case .open(let days, let clause):
            for (level, unit) in units {
              let way = PlanWay(
                activity: index, subject: subject, place: place, level: level, days: days, unit: unit,
                words: activity.words.first, needsConfirmation: activity.amountOutsideNotice != nil,
                clause: activity.clause,
                lastDayClause: clause)
              ranked.append((rank(activity, place), way))
            }
          }
        }
      }
    }
    let order = ranked.indices.sorted { (ranked[$0].rank, $0) < (ranked[$1].rank, $1) }
    return (order.map { ranked[$0].way }, closed)
  }

  /// An entry by which an activity is told from others.
  private func probe(
    _ index: Int, _ subject: Subject, _ place: PlanWay.Place, _ level: Level?, _ texts: PlanTexts
  ) -> EntryRow {
    var entry = EntryRow()
    entry.category = rules.activities[index].category
    entry.subject = subject
    entry.level = level
    entry.title = texts.words[index]
    if case .platform(let platform) = place { entry.platform = texts.platforms[platform] }
    return entry
  }

  private func rank(_ activity: RuleSet.Activity, _ place: PlanWay.Place) -> Int {
    if activity.category == .transfer { return 5 }
    if activity.amountOutsideNotice != nil { return 4 }
    switch place {
    case .platform(let index): return rules.platforms[index].isChoice || rules.onePlatformAYear == nil ? 0 : 1
    case .filedStudy: return 2
    case .anywhere: return activity.category == .online ? 0 : 3
    }
  }

  private func places(
    _ activity: RuleSet.Activity, _ person: PersonContext, _ plan: RulePlan
  ) -> [PlanWay.Place] {
    if activity.study == nil, activity.listedPlatform == nil { return [.anywhere] }
    var found: [PlanWay.Place] = rules.platforms.indices
      .filter { plan.clauseClosing($0, to: person.group) == nil }.map { .platform($0) }
    if activity.study?.filedStudy != nil { found.append(.filedStudy) }
    return found
  }

  /// The amounts in which it comes, a way each.
  private func units(_ activity: RuleSet.Activity, _ subject: Subject) -> [(level: Level?, unit: Hours?)] {
    let needsLevel = activity.needs.contains { $0.what == .level }
    let level = activity.levels.last ?? (needsLevel ? Level.allCases.last : nil)
    switch activity.basis {
    case .declared: return [(level, nil)]
    // What an entry would bring depends on more than its hours; nothing is promised that may turn out otherwise.
    case .formula: return []
    case .perItem(let hours), .perDay(let hours): return [(level, hours)]
    case .byLevel(let amounts): return amounts.map { ($0.level, $0.hours) }
    case .perMonth(let publicHours, let professional):
      return [(level, subject == .public ? publicHours : professional)]
    }
  }

  private enum Opening {
    case open(DayRange, clause: ClauseID)
    case closed(clause: ClauseID, since: Day)
  }

  private func opening(
    _ activity: RuleSet.Activity, _ place: PlanWay.Place, _ person: PersonContext
  ) -> Opening {
    let year = rules.days
    var first = max(asOf.adding(days: 1), year.start)
    var last = (day: year.end, clause: rules.makeUpClause ?? rules.grounds.outsideYear)
    if let index = activity.window, place != .filedStudy {
      let window = rules.windows[index]
      first = max(first, window.days.start)
      if window.days.end <= last.day { last = (window.days.end, window.clause) }
    }
    if let cutoff = person.cutoff, let clause = rules.reviewCutoff.clause, activity.category != .transfer,
      cutoff < last.day
    {
      last = (cutoff, clause)
    }
    let isBound = isBoundByTerm(activity, place)
    if isBound, let clause = rules.filingTerm.clause, first <= last.day, firstFiledStart > last.day {
      return .closed(clause: clause, since: lastFiling(before: last.day).adding(days: 1))
    }
    if isBound { first = max(first, firstFiledStart) }
    guard let days = DayRange(first, last.day) else {
      return .closed(clause: last.clause, since: last.day.adding(days: 1))
    }
    return .open(days, clause: last.clause)
  }

  /// Whether the filing term binds a way.
  private func isBoundByTerm(_ activity: RuleSet.Activity, _ place: PlanWay.Place) -> Bool {
    place == .filedStudy || rules.filingTermCategories.contains(activity.category)
  }

  /// The last day on which something that starts on a day can be filed.
  private func lastFiling(before start: Day) -> Day {
    switch rules.filingTerm {
    case .none, .daysBefore: start.adding(days: -1)
    case .workingDaysBefore(let n, _): calendar.workingDay(n, before: start).day
    }
  }

  /// A day of filing that keeps the term; nil where there is none.
  func filing(before start: Day) -> Day? {
    switch rules.filingTerm {
    case .none: nil
    case .daysBefore(let days, _): max(asOf.adding(days: 1), start.adding(days: -max(1, min(days, 7))))
    case .workingDaysBefore: lastFiling(before: start)
    }
  }
}
