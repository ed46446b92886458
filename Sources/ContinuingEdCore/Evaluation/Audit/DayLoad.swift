/// Rows of a person that took up hours of certain days, and whether these days can hold them: over-24-a-day and
/// overlapping-days (Problems: Codes of warnings).
///
/// Hours can be laid out over their days with at most so many on each if and only if no window of days holds more than
/// its share: the hours of the rows that lie wholly within it.
struct DayLoad: ~Copyable {
  /// What a row took up. Rows come in the order of input.
  struct Row {
    var start: Int32
    var end: Int32
    var hours: Int32
    /// The place of the row among those of the person.
    var place: Int32
  }

  /// A window of days that holds too much, and the last of its rows.
  struct Excess {
    var days: DayRange
    var hours: Hours
    var last: Int
  }

  /// The most hours of a day, in hundredths.
  private let most: Int
  /// Whether a row alone is no matter: only rows on days that meet are.
  private let needsCompany: Bool
  private var rows = Scratch<Row>()
  /// For each day the hours of the rows that touch it, and in the upper half how many they are; days far apart share a
  /// place.
  private var touching = Scratch<UInt64>(Array(repeating: 0, count: DayLoad.places))
  private var mayExceed = false

  private static let places = 128

  init(most: Hours, needsCompany: Bool) {
    self.most = most.hundredths
    self.needsCompany = needsCompany
  }

  /// Adds a row. If no day is touched by rows of more hours than a day may have, no window, which has at least as many
  /// days as are touched, holds too much; where a row alone is no matter, by more rows than one, since all rows on days that
  /// meet share a day with another. Of most people no more is asked.
  @inline(__always)
  mutating func add(_ place: Int, from start: Day, to end: Day, _ hours: Hours) {
    let amount = Int32(truncatingIfNeeded: hours.hundredths)
    rows.append(
      Row(start: start.number, end: end.number, hours: amount, place: Int32(truncatingIfNeeded: place)))
    let length = end.number &- start.number
    if length < 0 || length >= Int32(DayLoad.places) {
      mayExceed = true
      return
    }
    var day = start.number
    while day <= end.number {
      let place = Int(day) & (DayLoad.places &- 1)
      let sum = touching[place] &+ (1 &<< 32 | UInt64(UInt32(bitPattern: amount)))
      touching[place] = sum
      if sum & 0xFFFF_FFFF > UInt64(most), !needsCompany || sum &>> 33 != 0 { mayExceed = true }
      day &+= 1
    }
  }

  /// The shortest window that holds too much; of several that are as short, the one with the last row. Forgets all rows.
  @inline(__always)
  mutating func takeExcess() -> Excess? {
    if rows.isEmpty { return nil }
    defer { forget() }
    return mayExceed ? shortestExcess() : nil
  }

  private mutating func forget() {
    touching.base.update(repeating: 0, count: DayLoad.places)
    rows.removeAll()
    mayExceed = false
  }

  @inline(never)
  private func shortestExcess() -> Excess? {
    let sorted = rows.indices.map { rows[$0] }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var found: Excess?
    var first = 0
    while first < sorted.count {
      var (next, end, hours) = (first + 1, sorted[first].end, Int(sorted[first].hours))
      while next < sorted.count, sorted[next].start <= end {
        end = max(end, sorted[next].end)
        hours += Int(sorted[next].hours)
        next += 1
      }
      if hours > most, next - first > 1 || !needsCompany { search(sorted[first..<next], &found) }
      first = next
    }
    return found
  }

  /// Goes through the windows from the start of one row to the end of another among rows that hang together.
  private func search(_ rows: ArraySlice<Row>, _ found: inout Excess?) {
    let byEnd = rows.sorted { $0.end < $1.end }
    var lastStart: Int32?
    for row in rows where row.start != lastStart {
      lastStart = row.start
      var (hours, last) = (0, Int32(-1))
      var index = byEnd.partitioningIndex { $0.end >= row.start }
      while index < byEnd.count {
        let end = byEnd[index].end
        let length = Int(end) - Int(row.start) + 1
        if let found, length > found.days.count { break }
        while index < byEnd.count, byEnd[index].end == end {
          if byEnd[index].start >= row.start {
            hours += Int(byEnd[index].hours)
            last = max(last, byEnd[index].place)
          }
          index += 1
        }
        if hours > most * length { keep(row.start, end, hours, Int(last), &found) }
      }
    }
  }

  private func keep(_ start: Int32, _ end: Int32, _ hours: Int, _ last: Int, _ found: inout Excess?) {
    guard let days = DayRange(Day(number: start), Day(number: end)) else { return }
    if let found, found.days.count < days.count || found.days.count == days.count && found.last >= last {
      return
    }
    found = Excess(days: days, hours: Hours(inHundredths: hours), last: last)
  }
}

extension Array {
  /// The first index for which a condition holds that holds for all behind it too.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
