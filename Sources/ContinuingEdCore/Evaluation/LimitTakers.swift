/// Which entries took the hours that a limit refused to another one: for `explain`. Its time grows with the entries and
/// the logarithm of their number.
package struct LimitTakers {
  /// So many of those that took from a limit are named, at most.
  package static let mostNamed = 20

  private let rules: RuleSet
  private let results: [RowResult]
  /// For each result, by its place, those that took what its limits refused.
  private var daily: [Int: [Int]] = [:]
  private var annual: [Int: [Int]] = [:]
  private var overlapping: [Int: [Int]] = [:]
  /// How many results were looked at to name others.
  private(set) var looks = 0

  /// What the limits of a rule set did to the rows of one person.
  package init(_ results: [RowResult], _ rows: [EntryRow], _ rules: RuleSet) {
    self.rules = rules
    self.results = results
    let order = results.indices.filter { results[$0].state != .rejected }.sorted {
      LimitTakers.rank(results[$0], rows, $0) < LimitTakers.rank(results[$1], rows, $1)
    }
    findPools(order)
    for limit in rules.dayLimits.indices { findDays(order, limit) }
    findAssignments(order)
  }

  /// The places of results that took the hours of a loss; none for losses that no other entry brings about.
  package func takers(of result: Int, _ reason: LossReason) -> [Int] {
    switch reason {
    case .dailyCap: daily[result] ?? []
    case .annualCap: annual[result] ?? []
    case .overlap: overlapping[result] ?? []
    default: []
    }
  }

  /// Judging: Order.
  private static func rank(_ result: RowResult, _ rows: [EntryRow], _ place: Int) -> (Int, Int, Int, Int) {
    let row = rows[result.entry]
    let undated = Int(Int32.max)
    return (
      result.state == .confirmed ? 0 : 1, row.effectiveStart.map { Int($0.number) } ?? undated,
      row.effectiveEnd.map { Int($0.number) } ?? undated, place
    )
  }

  private func activity(_ place: Int) -> RuleSet.Activity? {
    results[place].activity.flatMap { rules.activities.indices.contains($0) ? rules.activities[$0] : nil }
  }

  /// From a pool of the year, whoever came earlier took.
  private mutating func findPools(_ order: [Int]) {
    struct Pool: Hashable {
      var limit: Int
      var subject: Subject?
    }
    var takers: [Pool: [Int]] = [:]
    for place in order {
      guard let limit = activity(place)?.onlyYearLimit else { continue }
      let pool = Pool(limit: limit, subject: results[place].subject)
      if results[place].losses.contains(where: { $0.reason == .annualCap }) {
        annual[place] = takers[pool] ?? []
        looks += 1
      }
      if results[place].credited > .zero, takers[pool, default: []].count < LimitTakers.mostNamed {
        takers[pool, default: []].append(place)
      }
    }
  }

  /// Of days, whoever lies wholly within the tightest run of days that holds the entry's own.
  private mutating func findDays(_ order: [Int], _ limit: Int) {
    let bound = order.filter { activity($0)?.dayLimit == limit && results[$0].days != nil }
    if bound.count < 2 { return }
    var table = RunTable(
      cap: rules.dayLimits[limit].hours.hundredths, of: bound.compactMap { results[$0].days })
    var takers = DayTakers()
    for place in bound {
      guard let days = results[place].days else { continue }
      if results[place].losses.contains(where: { $0.reason == .dailyCap }),
        let run = table.tightest(around: days)
      {
        daily[place] = takers.within(run, &looks)
      }
      let credited = results[place].credited
      if credited <= .zero { continue }
      table.give(credited.hundredths, days)
      takers.add(place, days)
    }
  }

  /// Of the months of assignments, an earlier one took those on which its days meet.
  private mutating func findAssignments(_ order: [Int]) {
    let assignments = order.filter { activity($0)?.category == .assignment }
    if assignments.count < 2 { return }
    for subject in Subject.allCases {
      let own = assignments.filter { results[$0].subject == subject }
      var meeting = MeetingDays(own.map { results[$0].days })
      for (number, place) in own.enumerated() {
        if results[place].losses.contains(where: { $0.reason == .overlap }),
          let earlier = meeting.first(meeting: number)
        {
          overlapping[place] = [own[earlier]]
        }
        if results[place].days != nil { meeting.insert(number) }
      }
    }
  }
}

/// Those that got hours of a day limit, by their first and then by their last day: so those within some days are found
/// without a look at the others, however many there are.
private struct DayTakers {
  private var starts: [Day] = []
  private var ends: [Day: [Day]] = [:]
  private var places: [DayRange: [Int]] = [:]

  mutating func add(_ place: Int, _ days: DayRange) {
    guard var same = places.removeValue(forKey: days) else {
      if ends[days.start] == nil {
        starts.insert(days.start, at: RunTable.lowerBound(of: days.start, in: starts))
      }
      let next = RunTable.lowerBound(of: days.end, in: ends[days.start] ?? [])
      ends[days.start, default: []].insert(days.end, at: next)
      places[days] = [place]
      return
    }
    if same.count < LimitTakers.mostNamed { same.append(place) }
    places[days] = same
  }

  /// Those that lie wholly within a run of days; not all where they are many.
  func within(_ run: DayRange, _ looks: inout Int) -> [Int] {
    var found: [Int] = []
    var next = RunTable.lowerBound(of: run.start, in: starts)
    while next < starts.count, starts[next] <= run.end, found.count < LimitTakers.mostNamed {
      let start = starts[next]
      next += 1
      for end in ends[start] ?? [] {
        looks += 1
        guard end <= run.end, let days = DayRange(start, end) else { break }
        let room = LimitTakers.mostNamed - found.count
        let named = (places[days] ?? []).prefix(room)
        looks += named.count
        found += named
        if named.count == room { break }
      }
    }
    return found.sorted()
  }
}

extension RuleSet.Activity {
  /// The one limit of the year that bears on it; where several do, nobody can be said to have taken the hours.
  fileprivate var onlyYearLimit: Int? { furtherYearLimits.isEmpty ? yearLimit : nil }
}
