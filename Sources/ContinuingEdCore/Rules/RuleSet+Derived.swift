extension RuleSet {
  /// The place in the notice that a clause is; empty for an unknown one.
  package func locator(_ clause: ClauseID) -> String {
    clauses.indices.contains(Int(clause)) ? clauses[Int(clause)].locator : ""
  }

  /// The categories whose amount the rules fix, for some people at least, so that no hours need be declared
  /// (RecordsFiles: What a category needs). One with several activities may be there several times.
  package var fixedAmounts: [Category] { activities.filter(\.basis.isFixed).map(\.category) }

  /// The clause that ends make-up study; nil where the notice says nothing of it.
  package var makeUpClause: ClauseID? {
    switch makeUpStudy {
    case .notStated: nil
    case .closedAfterYear(let clause), .openUntil(_, let clause): clause
    }
  }

  /// The last day on which study for the year may end.
  package var lastDayOfStudy: Day {
    if case .openUntil(let day, _) = makeUpStudy { return day }
    return days.end
  }

  /// The same rules for another year: its windows on the same days of that year (29 February on the 28th).
  package func moved(to newYear: Int) -> RuleSet {
    var moved = self
    moved.year = newYear
    let months = (newYear - year) * 12
    moved.period = period.flatMap { DayRange($0.start.adding(months: months), $0.end.adding(months: months)) }
    for index in moved.windows.indices {
      let days = windows[index].days
      let start = days.start.adding(months: months)
      moved.windows[index].days = DayRange(start, days.end.adding(months: months)) ?? days
    }
    if case .openUntil(let day, let clause) = makeUpStudy {
      moved.makeUpStudy = .openUntil(day.adding(months: months), clause: clause)
    }
    return moved
  }
}

extension RuleSet.TitleApplications {
  /// What an employer's people must show, a line a span, as in `public+professional 2016-2019 average 90`.
  package func lines(for employer: Employer?) -> [String] {
    cases(for: employer).flatMap(\.spans).map { span in
      let held = span.averageTotal.map { "average \($0)" } ?? "each year"
      let years = "\(span.from)-\(span.to.map(String.init) ?? "")"
      return "\(span.subjects.map(\.code).joined(separator: "+")) \(years) \(held)"
    }
  }
}
