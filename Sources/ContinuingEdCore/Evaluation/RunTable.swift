/// The room left in every run of days from the start of one entry to the end of another, for persons with very many
/// entries: for each start a tree over the ends, in which a stretch of ends is charged and looked through at once.
struct RunTable {
  private let starts: [Day]
  private let ends: [Day]
  /// How many ends a tree has room for, a power of two.
  private let width: Int
  /// For each start a tree, one after the other: of a node the least room below it, as far as nodes above it don't
  /// charge it too, and what it charges to all below it.
  private var least: [Int]
  private var charged: [Int]
  /// Days of which no run has room any more: it never comes back.
  private var spent: Set<Int> = []

  /// Unspent runs of at most `cap` a day, for entries of these days.
  init(cap: Int, of all: [DayRange]) {
    starts = RunTable.different(all.map(\.start))
    ends = RunTable.different(all.map(\.end))
    var width = 1
    while width < ends.count { width *= 2 }
    self.width = width
    least = Array(repeating: .max, count: starts.count * width * 2)
    charged = Array(repeating: 0, count: starts.count * width * 2)
    for start in starts.indices {
      let tree = start * width * 2
      for end in ends.indices where ends[end] >= starts[start] {
        least[tree + width + end] = cap * (ends[end].days(since: starts[start]) + 1)
      }
      for node in stride(from: width - 1, through: 1, by: -1) {
        least[tree + node] = min(least[tree + node * 2], least[tree + node * 2 + 1])
      }
    }
  }

  private static func different(_ days: [Day]) -> [Day] {
    var different: [Day] = []
    for day in days.sorted() where day != different.last { different.append(day) }
    return different
  }

  /// The least room of the runs that hold some days.
  mutating func room(_ days: DayRange) -> Int {
    guard let (start, end) = places(of: days) else { return 0 }
    let key = start * ends.count + end
    if spent.contains(key) { return 0 }
    var room = Int.max
    defer { if room <= 0 { spent.insert(key) } }
    for start in 0...start { room = min(room, leastRoom(tree: start * width * 2, from: end)) }
    return room
  }

  /// The shortest of the runs with the least room that hold some days.
  func tightest(around days: DayRange) -> DayRange? {
    guard let (start, end) = places(of: days) else { return nil }
    var best: (room: Int, start: Int)?
    for start in (0...start).reversed() {
      let room = leastRoom(tree: start * width * 2, from: end)
      if best.map({ room < $0.room }) ?? true { best = (room, start) }
    }
    guard let best else { return nil }
    let last = (end..<ends.count).first { self.room(start: best.start, end: $0) == best.room }
    return last.flatMap { DayRange(starts[best.start], ends[$0]) }
  }

  /// What is left of one run.
  private func room(start: Int, end: Int) -> Int {
    let tree = start * width * 2
    var node = width + end
    var room = least[tree + node]
    while node > 1 {
      node /= 2
      if room != .max { room -= charged[tree + node] }
    }
    return room
  }

  /// Charges hours to every run that holds some days.
  mutating func give(_ hours: Int, _ days: DayRange) {
    guard let (start, end) = places(of: days) else { return }
    for start in 0...start { charge(hours, tree: start * width * 2, from: end) }
  }

  /// The least of the ends from one on: those right of the way from its leaf to the root, and itself.
  private func leastRoom(tree: Int, from end: Int) -> Int {
    var node = width + end
    var room = least[tree + node]
    while node > 1 {
      if node & 1 == 0 { room = min(room, least[tree + node + 1]) }
      node /= 2
      if room != .max { room -= charged[tree + node] }
    }
    return room
  }

  private mutating func charge(_ hours: Int, tree: Int, from end: Int) {
    var node = width + end
    charge(hours, node: tree + node)
    while node > 1 {
      if node & 1 == 0 { charge(hours, node: tree + node + 1) }
      node /= 2
      let below = min(least[tree + node * 2], least[tree + node * 2 + 1])
      least[tree + node] = below == .max ? .max : below - charged[tree + node]
    }
  }

  private mutating func charge(_ hours: Int, node: Int) {
    charged[node] += hours
    if least[node] != .max { least[node] -= hours }
  }

  /// The places of the start and the end; nil if the days are none of those that the table is of.
  private func places(of days: DayRange) -> (start: Int, end: Int)? {
    guard let start = RunTable.place(of: days.start, in: starts),
      let end = RunTable.place(of: days.end, in: ends)
    else { return nil }
    return (start, end)
  }

  private static func place(of day: Day, in days: [Day]) -> Int? {
    let place = lowerBound(of: day, in: days)
    return place < days.count && days[place] == day ? place : nil
  }

  /// The place of the first of some sorted days that is not before a day.
  static func lowerBound(of day: Day, in days: [Day]) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
