/// What the short cells say that a reader has seen: the columns of closed lists, years, hours and counts hold the same few
/// cells again and again, blank ones among them, and so do those of dates.
///
/// A cell is known by all its bytes and its field, before it is trimmed. What can't be read is not kept.
struct CellMemo {
  /// The longest cell that is kept, in bytes.
  static let longest: UInt32 = 23

  /// The bytes of a cell as words, with its field in the last byte.
  struct Key {
    fileprivate var words: (UInt64, UInt64, UInt64)

    @inline(__always)
    fileprivate var hash: UInt64 {
      let (a, b, c) = words
      return ((a ^ (b &<< 23 | b &>> 41)) &+ c) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  struct Slot {
    fileprivate var words: (UInt64, UInt64, UInt64)
    /// The word of its figures, all others of the row being blank, or its day as ``PackedDay``.
    fileprivate(set) var value: UInt64

    /// Whether it tells of this cell.
    @inline(__always)
    func holds(_ key: Key) -> Bool {
      (words.0 ^ key.words.0) | (words.1 ^ key.words.1) | (words.2 ^ key.words.2) == 0
    }
  }

  /// Many more slots than there are such cells: two frequent ones that fall on the same slot cost a search in every
  /// other row.
  private static let bits: UInt64 = 12
  /// A cell is in one of so many slots in a row.
  private static let reach = 4
  private static let unused = Slot(words: (.max, .max, .max), value: 0)

  private let slots: UnsafeMutablePointer<Slot>
  private let masks = ByteMasks.shared

  init() {
    let count = 1 << Int(CellMemo.bits) + CellMemo.reach
    slots = .allocate(capacity: count)
    slots.initialize(repeating: CellMemo.unused, count: count)
  }

  func deallocate() { slots.deallocate() }

  /// The key of a cell of at most 23 bytes that is followed by 24 readable ones.
  @inline(__always)
  func key(_ cell: UnsafeRawPointer, count: Int, field: UInt8) -> Key {
    let last = UInt64(littleEndian: Mixing.word(cell, 16) & masks.word(16, count))
    return Key(
      words: (
        Mixing.word(cell, 0) & masks.word(0, count), Mixing.word(cell, 8) & masks.word(8, count),
        last | UInt64(field) &<< 56
      ))
  }

  /// Where a cell is most likely told of.
  @inline(__always)
  func slot(_ key: Key) -> UnsafeMutablePointer<Slot> {
    slots + Int(truncatingIfNeeded: key.hash &>> (64 &- CellMemo.bits))
  }

  /// What a cell says that is told of in another slot; nil if it is in none.
  func find(_ key: Key) -> UInt64? {
    let first = slot(key)
    for i in 0..<CellMemo.reach where first[i].holds(key) { return first[i].value }
    return nil
  }

  /// Keeps what a cell says; where all slots are taken, an earlier cell is forgotten.
  func keep(_ key: Key, _ value: UInt64) {
    let first = slot(key)
    let free = (0..<CellMemo.reach).first { first[$0].words.2 == .max } ?? 0
    first[free] = Slot(words: key.words, value: value)
  }
}
