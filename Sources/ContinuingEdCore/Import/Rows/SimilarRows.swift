/// A close look at the rows of one person: which equal an earlier one, and which are probably one activity. Its time grows
/// with the rows and the logarithm of their number.
struct SimilarRows {
  /// Rows that equal an earlier one, and the first that they equal.
  private(set) var duplicates: [(row: Int, earlier: Int)] = []
  /// By all that tells rows apart the first of equal ones.
  private var firstOf: [Whole: Int] = [:]
  private var classes = Classes<Alike>()
  private var evidences = Classes<Evidence>()
  private var untitled = Classes<Alike>()
  private var days: [Int: DayRange] = [:]
  private var count = 0

  /// What was found.
  struct Found {
    /// Each later row that is probably the activity of an earlier one, or like it without a title; and the first such.
    var warnings: [(row: Int, earlier: Int)] = []
    /// Rows that say the same of an activity.
    var alike: [[Int]] = []
    /// Rows of one evidence, of which the days of some meet.
    var sameEvidence: [[Int]] = []
  }

  /// All cells: those that are packed as they are, the others by hashes.
  private struct Whole: Hashable {
    var all: UInt32
    var topic: UInt64
    var evidence: UInt64
    var days: UInt64
    var figures: UInt64
  }

  private struct Alike: Hashable {
    var topic: UInt64
    var year: Int
    /// Which day it is of which `number` tells.
    var side: Side
    var number: Int32
    var other: Int32 = 0

    enum Side { case start, end, undated, both }
  }

  private struct Evidence: Hashable {
    var evidence: UInt64
    var year: Int
    var category: Category
    var subject: Subject
  }

  /// Rows by key, in order.
  private struct Classes<Key: Hashable> {
    private var places: [Key: Int] = [:]
    private(set) var members: [[Int]] = []

    mutating func add(_ row: Int, _ key: Key) {
      if let place = places[key] {
        members[place].append(row)
      } else {
        places[key] = members.count
        members.append([row])
      }
    }

    /// The classes of more than one row.
    var several: [[Int]] { members.filter { $0.count > 1 } }
  }

  /// Adds a row that is used, after those before it.
  mutating func add(_ row: Int, _ entry: PackedEntry, _ key: RowComparison.Key) {
    count = row + 1
    let whole = Whole(
      all: key.all, topic: key.topic.word, evidence: key.evidence, days: entry.days,
      // The status as read is part of `all`; a ledger's approval may stand here in its place.
      figures: entry.figuresWithoutStatus)
    if let first = firstOf[whole] {
      duplicates.append((row, first))
      return
    }
    firstOf[whole] = row
    // What was rejected in review or not passed brings nothing, so that no other is at stake.
    guard !entry.isContested, let category = entry.category else { return }
    let (start, end) = (entry.effectiveStart?.number, entry.effectiveEnd?.number)
    let year = entry.year ?? entry.effectiveEnd?.year ?? 0
    if key.topic.title == .blank, let start, let end {
      untitled.add(
        row, Alike(topic: key.topic.word, year: year, side: .both, number: start, other: end))
    }
    if category.spansYears || category == .annual { return }
    days[row] = entry.effectiveDays
    if key.topic.title == .told {
      let topic = key.topic.word
      if let start = entry.start {
        classes.add(row, Alike(topic: topic, year: year, side: .start, number: start.number))
      }
      if let end {
        classes.add(row, Alike(topic: topic, year: year, side: .end, number: end))
      } else {
        classes.add(row, Alike(topic: topic, year: year, side: .undated, number: 0))
      }
    }
    if key.evidence != 0 {
      evidences.add(
        row,
        Evidence(
          evidence: key.evidence, year: year, category: category, subject: entry.effectiveSubject))
    }
  }

  /// What all rows come to.
  func find() -> Found {
    var found = Found()
    var earlierOf: [Int?] = Array(repeating: nil, count: count)
    func note(_ row: Int, _ earlier: Int) { earlierOf[row] = min(earlierOf[row] ?? earlier, earlier) }
    for members in untitled.several {
      for row in members.dropFirst() { note(row, members[0]) }
    }
    found.alike = classes.several
    for members in found.alike {
      for row in members.dropFirst() { note(row, members[0]) }
    }
    for members in evidences.several {
      var meeting = MeetingDays(members.map { days[$0] })
      var doMeet = false
      for index in members.indices {
        if let earlier = meeting.first(meeting: index) {
          note(members[index], members[earlier])
          doMeet = true
        }
        meeting.insert(index)
      }
      if doMeet { found.sameEvidence.append(members) }
    }
    for row in earlierOf.indices {
      if let earlier = earlierOf[row] { found.warnings.append((row, earlier)) }
    }
    return found
  }
}
