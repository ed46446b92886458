// What an entry says, read while it is packed: the same as its unpacked form says (``EntryRow``).

extension PackedEntry {
  /// The declared hours; nil if blank.
  @inline(__always) var hours: Hours? {
    let packed = Int(truncatingIfNeeded: amounts & 0xF_FFFF)
    return packed == 0 ? nil : Hours(inHundredths: packed &- 1)
  }
  /// The year column; nil if blank.
  @inline(__always) var year: Int? {
    let packed = Int(truncatingIfNeeded: amounts >> 20 & 0x3FFF)
    return packed == 0 ? nil : packed
  }
  /// The number of items as typed; nil if blank.
  @inline(__always) var count: Int? {
    let packed = Int(truncatingIfNeeded: days >> 51 & 1023)
    return packed == 0 ? nil : packed
  }
  /// The category; nil only in an unusable row.
  @inline(__always) var category: Category? {
    Category(rawValue: UInt8(truncatingIfNeeded: marksWord >> 56 & 31))
  }
  /// The subject, professional where it is blank (RecordsFiles: Columns).
  @inline(__always) var effectiveSubject: Subject {
    amounts >> 34 & 3 == UInt64(Subject.public.rawValue) ? .public : .professional
  }
  /// The kind of a leave; nil elsewhere.
  @inline(__always) var kind: LeaveKind? { LeaveKind(rawValue: UInt8(truncatingIfNeeded: marksWord >> 61)) }
  /// The level; nil if blank.
  @inline(__always) var level: Level? { Level(rawValue: UInt8(truncatingIfNeeded: days >> 61)) }
  /// The module; nil if blank.
  @inline(__always) var module: Module? {
    Module(rawValue: UInt8(truncatingIfNeeded: amounts >> 36 & 3))
  }
  /// The result of the examination; nil if blank.
  @inline(__always) var result: ExamResult? {
    ExamResult(rawValue: UInt8(truncatingIfNeeded: amounts >> 38 & 3))
  }
  /// The review status; nil if blank.
  @inline(__always) var status: ReviewStatus? {
    ReviewStatus(rawValue: UInt8(truncatingIfNeeded: amounts >> 40 & 7))
  }

  /// Whether its review has reached a step, or one beyond it.
  @inline(__always) func hasReached(_ step: ReviewStatus) -> Bool {
    let status = UInt8(truncatingIfNeeded: amounts >> 40) & 7
    return status >= step.rawValue && status != ReviewStatus.rejected.rawValue
  }
  /// Whether it is a duplicate, was rejected in review, or names an examination that was not passed.
  @inline(__always) var isContested: Bool {
    marks.contains(.duplicate) || hasStatus(.rejected)
      || UInt8(truncatingIfNeeded: amounts >> 38) & 3 == ExamResult.failed.rawValue
  }

  @inline(__always)
  private func hasStatus(_ status: ReviewStatus) -> Bool {
    UInt8(truncatingIfNeeded: amounts >> 40) & 7 == status.rawValue
  }

  // MARK: Days

  /// The year that it counts for, by its own column or by its dates; nil where it tells none.
  var creditYear: Int? { year ?? effectiveEnd?.year }

  /// The first day as read; nil if blank.
  @inline(__always) var start: Day? { PackedEntry.day(packedStart) }
  /// The last day as read; nil if blank.
  @inline(__always) var end: Day? { PackedEntry.day(packedEnd) }
  /// The day of filing (备案日期); nil if blank.
  @inline(__always) var filedOn: Day? { PackedEntry.day(packedFiledOn) }
  /// The first day, or the last where only that is there (Judging: Order).
  @inline(__always) var effectiveStart: Day? { PackedEntry.day(packedStart == 0 ? packedEnd : packedStart) }
  /// The last day, or the first where only that is there (RecordsFiles: Columns).
  @inline(__always) var effectiveEnd: Day? { PackedEntry.day(packedEnd == 0 ? packedStart : packedEnd) }

  /// From the effective first to the effective last day; nil where both are blank, or out of order.
  @inline(__always) var effectiveDays: DayRange? {
    guard let start = effectiveStart, let end = effectiveEnd else { return nil }
    return DayRange(start, end)
  }

  /// Whether the day of filing is before the first day. A blank day of filing is before every day, and no day is before
  /// a blank one.
  @inline(__always) var isFiledBeforeStart: Bool { packedFiledOn < packedStart }

  /// The effective first day, then the effective last day, as one number of 34 bits that is less the earlier they are;
  /// undated entries come last.
  @inline(__always) var dayOrder: UInt64 {
    let (start, end) = (packedStart, packedEnd)
    if start | end == 0 { return 1 << 34 - 1 }
    return (start == 0 ? end : start) << 17 | (end == 0 ? start : end)
  }

  @inline(__always) private var packedStart: UInt64 { days & 0x1_FFFF }
  @inline(__always) private var packedEnd: UInt64 { days >> 17 & 0x1_FFFF }
  @inline(__always) private var packedFiledOn: UInt64 { days >> 34 & 0x1_FFFF }

  @inline(__always)
  private static func day(_ packed: UInt64) -> Day? {
    let number = PackedDay.unpack(packed)
    return number == .min ? nil : Day(number: number)
  }
}
