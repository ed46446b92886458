// Judging: Order. All limits are spent in one order.

/// An element with its place in the order of spending.
struct SpendingPlace {
  /// Confirmed before pending, then by start, end (undated last), then as they came in: from the highest bit 1 for
  /// pending, 34 for the days, 29 for the position of the element, which is far more than one person's rows.
  private var word: UInt64

  private static let positionBits: UInt64 = 29

  /// The place of the element at a position.
  @inline(__always)
  init(of index: Int, _ isConfirmed: Bool, _ entry: UnsafePointer<PackedEntry>) {
    let rank = (isConfirmed ? 0 : 1 << 34) | entry.pointee.dayOrder
    word = rank << SpendingPlace.positionBits | UInt64(truncatingIfNeeded: index)
  }

  /// The position of the element.
  var index: Int { Int(truncatingIfNeeded: word & (1 << SpendingPlace.positionBits - 1)) }

  @inline(__always)
  static func < (a: SpendingPlace, b: SpendingPlace) -> Bool { a.word < b.word }
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
