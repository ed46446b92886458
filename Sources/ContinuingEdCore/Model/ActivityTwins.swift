/// The rows of one person that are probably one activity with others (Judging: The same activity twice).
///
/// Whether one of them waits depends on which of the others count, so that it is found anew for every judgement.
package struct ActivityTwins: Sendable, Equatable {
  /// Rows that say the same of an activity: all are probably the same one.
  var alike: [[Row]] = []
  /// Rows of one evidence: those whose days meet are probably the same activity.
  var sameEvidence: [[Row]] = []

  /// A row, by its file and line: other rows may be judged beside the person's own, or some of these left out.
  package struct Row: Hashable, Sendable {
    private let word: UInt64

    /// The row of an entry.
    package init(file: UInt16, line: UInt32) { self.init(word: UInt64(file) << 32 | UInt64(line)) }

    init(word: UInt64) { self.word = word }
  }

  /// What of a row bears on the others. A row that is rejected, or not judged at all, has none.
  package struct Standing: Sendable {
    /// Whether its review is at the final step: it waits for nothing.
    package var isFinal: Bool
    /// Its days, effective ones; nil for an undated row, which meets any.
    package var days: DayRange?

    /// The standing of a row that counts.
    package init(isFinal: Bool, days: DayRange?) {
      self.isFinal = isFinal
      self.days = days
    }
  }

  /// No such rows.
  package init() {}

  /// Whether there are none.
  package var isEmpty: Bool { alike.isEmpty && sameEvidence.isEmpty }

  /// Calls `body` with each row that waits, some perhaps twice: another one that counts is probably the same activity, and
  /// is earlier in the records or has a final status while this one has not.
  package func forEachWaiting(_ standing: (Row) -> Standing?, _ body: (Row) -> Void) {
    for rows in alike {
      var hasEarlier = false
      let hasFinal = rows.contains { standing($0)?.isFinal == true }
      for row in rows {
        guard let own = standing(row) else { continue }
        if !own.isFinal, hasEarlier || hasFinal { body(row) }
        hasEarlier = true
      }
    }
    for rows in sameEvidence {
      let found = rows.compactMap { row in standing(row).map { (row: row, standing: $0) } }
      if found.count < 2 { continue }
      let days = found.map(\.standing.days)
      var earlier = MeetingDays(days)
      var finals = MeetingDays(days)
      for index in found.indices where found[index].standing.isFinal { finals.insert(index) }
      for index in found.indices {
        if !found[index].standing.isFinal,
          earlier.first(meeting: index) != nil || finals.first(meeting: index) != nil
        {
          body(found[index].row)
        }
        earlier.insert(index)
      }
    }
  }
}

/// A growing set of stretches of days that tells the first of those, in the order of their numbers, that meets another
/// one; in time that grows with the logarithm of how many there are.
struct MeetingDays {
  /// From which to which place of `bounds` each stretch lies; nil for one without days, which meets any.
  private let spans: [Range<Int>?]
  /// For each piece between two bounds the first stretch that covers it, as the leaves of a tree of minima.
  private var tree: [Int]
  private let leaves: Int
  /// For each piece the next one, itself included, that nothing covers yet.
  private var nextUncovered: [Int]
  /// How many pieces were covered so far, each once: what all that was put in has cost.
  private(set) var piecesCovered = 0
  private var firstUndated = Int.max
  private var first = Int.max

  /// An empty set of stretches that are numbered as in `days`. They are to be put in by ascending number.
  init(_ days: [DayRange?]) {
    var bounds: [Int32] = []
    for case let days? in days {
      bounds.append(days.start.number)
      bounds.append(days.end.number + 1)
    }
    bounds.sort()
    var different: [Int32] = []
    for bound in bounds where bound != different.last { different.append(bound) }
    func place(_ bound: Int32) -> Int {
      var (low, high) = (0, different.count)
      while low < high {
        let middle = (low + high) / 2
        if different[middle] < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    spans = days.map { $0.map { place($0.start.number)..<place($0.end.number + 1) } }
    leaves = max(1, different.count)
    tree = Array(repeating: .max, count: leaves * 2)
    nextUncovered = Array(0...leaves)
  }

  /// Puts in a stretch by its number.
  mutating func insert(_ number: Int) {
    first = min(first, number)
    guard let span = spans[number] else {
      firstUndated = min(firstUndated, number)
      return
    }
    var piece = uncovered(from: span.lowerBound)
    while piece < span.upperBound {
      var node = piece + leaves
      while node > 0 {
        tree[node] = min(tree[node], number)
        node /= 2
      }
      nextUncovered[piece] = piece + 1
      piecesCovered += 1
      piece = uncovered(from: piece + 1)
    }
  }

  /// The first stretch of the set that meets the one with this number; nil if none does.
  func first(meeting number: Int) -> Int? {
    var found = firstUndated
    if let span = spans[number] {
      var (low, high) = (span.lowerBound + leaves, span.upperBound + leaves)
      while low < high {
        if low & 1 == 1 {
          found = min(found, tree[low])
          low += 1
        }
        if high & 1 == 1 {
          high -= 1
          found = min(found, tree[high])
        }
        low /= 2
        high /= 2
      }
    } else {
      found = first
    }
    return found == .max ? nil : found
  }

  /// The first piece from one on that nothing covers; the way to it is shortened for the next time.
  private mutating func uncovered(from piece: Int) -> Int {
    var piece = piece
    while nextUncovered[piece] != piece {
      nextUncovered[piece] = nextUncovered[nextUncovered[piece]]
      piece = nextUncovered[piece]
    }
    return piece
  }
}
