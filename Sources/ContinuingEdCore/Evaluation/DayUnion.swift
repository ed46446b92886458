/// A set of days, kept as unbroken runs in order.
struct DayUnion {
  private(set) var runs: [DayRange] = []

  /// Adds days; runs that touch or overlap become one.
  mutating func insert(_ days: DayRange) {
    var merged = days
    var kept: [DayRange] = []
    kept.reserveCapacity(runs.count + 1)
    for run in runs {
      let isApart = run.end.adding(days: 1) < merged.start || merged.end.adding(days: 1) < run.start
      if isApart {
        kept.append(run)
      } else {
        merged.start = min(merged.start, run.start)
        merged.end = max(merged.end, run.end)
      }
    }
    kept.insert(merged, at: kept.firstIndex { $0.start > merged.start } ?? kept.count)
    runs = kept
  }

  /// How many days are in it.
  var dayCount: Int { runs.reduce(0) { $0 + $1.count } }

  /// The sum of the whole months of its runs (Judging: Assignment).
  var wholeMonths: Int { runs.reduce(0) { $0 + $1.wholeMonths } }

  /// Each run's whole months as 30 days each, and the days left over (Judging: Leave).
  var daysByMonthsOf30: Int {
    runs.reduce(0) { sum, run in
      let months = run.wholeMonths
      let rest = run.end.adding(days: 1).days(since: run.start.adding(months: months))
      return sum + months * 30 + rest
    }
  }
}
