/// The words of closed lists and the numbers of an entry in one machine word; 0 is blank everywhere.
///
/// | field | bits | field | bits |
/// |---|---|---|---|
/// | hours, one more than hundredths | 20 from 0 | category | 5 from 43 |
/// | year | 14 from 20 | kind | 3 from 48 |
/// | subject | 2 from 34 | count | 10 from 51 |
/// | module | 2 from 36 | level | 3 from 61 |
/// | result | 2 from 38 | | |
/// | status | 3 from 40 | | |
///
/// Each field has bits of its own, so the figures of a row are those of its cells laid over each other. The article
/// RecordsFiles bound what can be read: hours to 9999.99, counts to 1000, years to 9999. What lies beyond is kept as
/// the nearest that fits.
struct PackedFigures: Equatable, Sendable {
  private(set) var word: UInt64

  /// All blank.
  init() { word = 0 }

  @inline(__always)
  init(word: UInt64) { self.word = word }

  /// The figures of an entry.
  @inline(__always)
  init(_ entry: EntryRow) {
    let hours = entry.hoursRaw < 0 ? 0 : UInt64(min(entry.hoursRaw, 0xF_FFFE)) + 1
    let year = UInt64(max(0, min(entry.yearRaw, 0x3FFF)))
    word =
      hours | year << 20 | UInt64(entry.subjectRaw & 3) << 34 | UInt64(entry.moduleRaw & 3) << 36
      | UInt64(entry.resultRaw & 3) << 38 | UInt64(entry.statusRaw & 7) << 40
      | UInt64(entry.categoryRaw & 31) << 43 | UInt64(entry.kindRaw & 7) << 48
      | UInt64(min(entry.countRaw, 1023)) << 51 | UInt64(entry.levelRaw & 7) << 61
  }

  /// Lays the figures of another cell over these.
  @inline(__always)
  mutating func add(_ other: PackedFigures) { word |= other.word }

  // MARK: What a reader asks for

  /// The category; nil if blank.
  @inline(__always) var category: Category? { Category(rawValue: categoryRaw) }
  @inline(__always) var categoryRaw: UInt8 { UInt8(truncatingIfNeeded: word >> 43 & 31) }
  @inline(__always) var hasHours: Bool { word & 0xF_FFFF != 0 }
  @inline(__always) var hasYear: Bool { word & 0x3FFF << 20 != 0 }
  @inline(__always) var isPublic: Bool { word >> 34 & 3 == UInt64(Subject.public.rawValue) }
  @inline(__always) var hasSubject: Bool { word & 3 << 34 != 0 }

  /// Puts a year where there is none.
  mutating func setYear(_ year: Int) {
    word = word & ~(0x3FFF << 20) | UInt64(max(0, min(year, 0x3FFF))) << 20
  }

  @inline(__always) var kind: LeaveKind? {
    get { LeaveKind(rawValue: UInt8(truncatingIfNeeded: word >> 48 & 7)) }
    set { word = word & ~(7 << 48) | UInt64(newValue?.rawValue ?? 0) << 48 }
  }
  @inline(__always) var status: ReviewStatus? {
    get { ReviewStatus(rawValue: UInt8(truncatingIfNeeded: word >> 40 & 7)) }
    set { word = word & ~(7 << 40) | UInt64(newValue?.rawValue ?? 0) << 40 }
  }
}

/// The days of an entry: numbers from 1 for 1900-01-01, 17 bits of a word each; 0 is blank. The article RecordsFiles
/// bounds what can be read, to 2100; what lies beyond is kept as the nearest that fits.
enum PackedDay {
  /// The day before the first that fits, 1899-12-31, as its number.
  private static let dayBefore: Int32 = -25_568
  static let longest: UInt64 = 0x1_FFFF

  /// The day with a number; the least number is blank.
  @inline(__always)
  static func pack(_ number: Int32) -> UInt64 {
    if number == .min { return 0 }
    return UInt64(max(1, min(Int(number) - Int(dayBefore), Int(longest))))
  }

  /// The number of the day in the lowest bits.
  @inline(__always)
  static func unpack(_ word: UInt64) -> Int32 {
    let packed = Int32(truncatingIfNeeded: word & longest)
    return packed == 0 ? .min : packed + dayBefore
  }
}
