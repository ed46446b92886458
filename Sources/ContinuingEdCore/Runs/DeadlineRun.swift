/// The days of a notice by which something has to be done, and each person's last day of study (Deadlines).
package struct DeadlineRun: Sendable {
  /// What was read: a roster with review dates; nil without one.
  package var records: Records?
  /// The run's own rule set, then those of the cities that the roster names.
  package var ruleSets: [RuleSet]
  /// The working days by which terms are counted.
  package var calendar: WorkdayCalendar
  /// The days on which classes start, for what is due before one.
  package var classStarts: [Day]
  /// The day from which the days that are left are counted; nil counts none.
  package var asOf: Day?

  /// The deadlines of a rule set; `ruleSets` has at least the run's own.
  package init(
    records: Records? = nil, ruleSets: [RuleSet], calendar: WorkdayCalendar, classStarts: [Day] = [],
    asOf: Day? = nil
  ) {
    (self.records, self.ruleSets, self.calendar) = (records, ruleSets, calendar)
    (self.classStarts, self.asOf) = (classStarts, asOf)
  }

  /// Something that is due.
  package struct Item: Sendable, Hashable {
    /// Whom it binds; of a person, the name.
    package var who: String
    /// What is to be done.
    package var what: String
    /// The first day on which it can be done; nil where the notice names none.
    package var from: Day?
    /// The last day; nil where it hangs on the start of a class that nobody named.
    package var by: Day?
    /// The time of day as `17:30`; nil where the whole day counts.
    package var time: String?
    /// What the notice says, with what the days were counted from.
    package var rule: Rule
    /// The clause of the rule set at ``ruleSet``; nil where the review date itself is the last day.
    package var clause: ClauseID?
    /// A place in ``DeadlineRun/ruleSets``.
    package var ruleSet: Int
    /// The index in ``Records/people``; nil for what the notice sets for everyone.
    package var person: Int?
    /// Whether working days were counted past the calendar.
    package var leftCalendar = false
  }

  /// Where a day comes from.
  package enum Rule: Sendable, Hashable {
    /// The notice names it.
    case named
    /// So many days before a class starts, which may be known.
    case days(Int, before: Day?)
    /// So many working days before a class starts, which may be known.
    case workingDays(Int, before: Day?)
    /// It hangs on the day on which somebody's application is handed in.
    case review(Day)
  }

  /// Everything that is due, in order of the last day; what hangs on an unknown day comes last.
  package var items: [Item] {
    let items = ofNotice + ofPeople
    return items.enumerated().sorted { a, b in
      let (x, y) = (a.element.by?.number ?? .max, b.element.by?.number ?? .max)
      return (x, a.offset) < (y, b.offset)
    }.map(\.element)
  }

  /// How many people of the roster have no review date, so that their last day is not known.
  package var peopleWithoutReviewDate: Int {
    records?.rosterFacts.count { $0?.reviewDate == nil } ?? 0
  }

  private var ofNotice: [Item] {
    guard let rules = ruleSets.first else { return [] }
    return rules.deadlines.flatMap { deadline -> [Item] in
      func item(_ from: Day?, _ by: Day?, _ rule: Rule, leftCalendar: Bool = false) -> Item {
        Item(
          who: deadline.who, what: deadline.what, from: from, by: by, time: deadline.time, rule: rule,
          clause: deadline.clause, ruleSet: 0, person: nil, leftCalendar: leftCalendar)
      }
      switch deadline.by {
      case .day(let day): return [item(nil, day, .named)]
      case .days(let days): return [item(days.start, days.end, .named)]
      case .daysBeforeStart(let count):
        if classStarts.isEmpty { return [item(nil, nil, .days(count, before: nil))] }
        return classStarts.map {
          item($0.adding(days: -count), $0.adding(days: -1), .days(count, before: $0))
        }
      case .workingDaysBeforeStart(let count):
        if classStarts.isEmpty { return [item(nil, nil, .workingDays(count, before: nil))] }
        return classStarts.map { start in
          let found = calendar.workingDay(count, before: start)
          return item(nil, found.day, .workingDays(count, before: start), leftCalendar: !found.isKnown)
        }
      }
    }
  }

  private var ofPeople: [Item] {
    guard let records else { return [] }
    return records.people.indices.compactMap { index in
      guard let roster = records.roster(of: index), let reviewDate = roster.reviewDate else { return nil }
      let place = ruleSets.indices.contains(roster.ruleSet) ? roster.ruleSet : 0
      let cutoff = TitleCutoff(for: reviewDate, ruleSets[place], calendar)
      return Item(
        who: records.texts.string(records.people[index].name), what: "完成学习", from: nil, by: cutoff.day,
        time: nil, rule: .review(reviewDate), clause: cutoff.clause, ruleSet: place, person: index,
        leftCalendar: cutoff.leftCalendar)
    }
  }
}
