/// The months that a reader has met: nearly all dates of a file begin with one of some twenty, as `2023-07-`.
struct MonthMemo {
  struct Month {
    /// Those eight bytes; 0 is a free place.
    fileprivate var front: UInt64
    /// The day before its first as ``PackedDay``, and how many days it has.
    fileprivate var dayBefore: UInt32
    fileprivate var length: UInt32
  }

  /// A place for each month of ten years: the numbers of month and year without the decade.
  private static let places = 1 << 9

  private let months: UnsafeMutablePointer<Month>

  init() {
    months = .allocate(capacity: MonthMemo.places)
    months.initialize(repeating: Month(front: 0, dayBefore: 0, length: 0), count: MonthMemo.places)
  }

  func deallocate() { months.deallocate() }

  /// The day that a cell of ten bytes names, as ``PackedDay``, if its month was met; else 0. The cell is followed by ten
  /// readable bytes.
  @inline(__always)
  func day(_ cell: UnsafeRawPointer, count: Int) -> UInt64 {
    let front = UInt64(littleEndian: Mixing.word(cell, 0))
    let written = UInt16(littleEndian: cell.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    let digits = UInt32(written) ^ 0x3030
    let (tens, ones) = (digits & 0xFF, digits &>> 8)
    let day = tens &* 10 &+ ones
    let month = months + MonthMemo.place(front)
    // All is judged at once: blank cells come here too, and a jump foreseen wrongly costs more.
    let isKnown = (count == 10 ? 1 : 0) & (month.pointee.front == front ? 1 : 0)
    let isDay = (ones <= 9 ? 1 : 0) & (day &- 1 < month.pointee.length ? 1 : 0)
    return isKnown & isDay == 1 ? UInt64(month.pointee.dayBefore &+ day) : 0
  }

  /// Keeps the month of a date, of which ten bytes are readable, if it is written so.
  func keep(_ cell: UnsafeRawPointer) {
    guard CellParser.separatedDay(cell) != CellParser.noDay else { return }
    var date = (Mixing.word(cell, 0), UInt16(0))
    withUnsafeMutableBytes(of: &date) { bytes in
      guard let base = bytes.baseAddress else { return }
      for length in stride(from: 31, through: 28, by: -1) {
        bytes[8] = UInt8(ascii: "0") + UInt8(length / 10)
        bytes[9] = UInt8(ascii: "0") + UInt8(length % 10)
        let last = CellParser.separatedDay(base)
        if last == CellParser.noDay { continue }
        let front = UInt64(littleEndian: Mixing.word(cell, 0))
        months[MonthMemo.place(front)] = Month(
          front: front, dayBefore: UInt32(PackedDay.pack(last)) - UInt32(length), length: UInt32(length))
        return
      }
    }
  }

  /// The product brings the last four bits of the year, the last one of the month's tens and the four of its ones side
  /// by side into the highest bits.
  @inline(__always)
  private static func place(_ front: UInt64) -> Int {
    Int(truncatingIfNeeded: ((front & 0x000F_0100_0F00_0000) &* (1 << 7 | 1 << 19 | 1 << 36)) &>> 55)
  }
}
