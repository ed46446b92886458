// READINGS §1, Order: all limits are spent in one order.

/// An element with its place in the order of spending.
struct SpendingPlace {
  /// Confirmed before pending; then by start, end (undated last).
  private var rank: UInt64
  /// The position of the element; where the ranks are equal, elements stay as they came in.
  private var position: UInt32

  /// The place of the element at a position.
  @inline(__always)
  init(of index: Int, _ isConfirmed: Bool, _ entry: UnsafePointer<Entry>) {
    let start = SpendingPlace.rank(of: entry.pointee.effectiveStart)
    rank = (isConfirmed ? 0 : 1 << 62) | start << 31 | SpendingPlace.rank(of: entry.pointee.effectiveEnd)
    position = UInt32(truncatingIfNeeded: index)
  }

  var index: Int { Int(position) }

  /// A day in 31 bits; those of the contract lie far within.
  @inline(__always)
  private static func rank(of day: Day?) -> UInt64 {
    guard let day else { return 1 << 31 - 1 }
    return UInt64(max(0, min(Int(day.number) + 1 << 30, 1 << 31 - 2)))
  }

  @inline(__always)
  static func < (a: SpendingPlace, b: SpendingPlace) -> Bool {
    a.rank != b.rank ? a.rank < b.rank : a.position < b.position
  }
}

extension Worksheet {
  /// Sorts what limits bear on.
  mutating func sortOrder() {
    // Insertion: a person's limited entries are few and mostly in order already; past that, the library's sort.
    if order.count > 64 {
      var places = UnsafeMutableBufferPointer(start: order.base, count: order.count)
      places.sort(by: <)
      return
    }
    var position = 1
    while position < order.count {
      let moving = order[position]
      var place = position
      while place > 0, moving < order[place - 1] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = moving
      position += 1
    }
  }
}
