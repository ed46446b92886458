/// An ``Entry`` as it is kept: 32 bytes in place of 48, without the person, whom its place tells.
///
/// | word | bits |
/// |---|---|
/// | `texts` | line 32 · title 32 |
/// | `marks` | platform 32 · file 16 · marks 8 · category 5 · kind 3 |
/// | `days` | start 17 · end 17 · filed on 17 · count 10 · level 3 |
/// | `amounts` | hours 20 · year 14 · subject 2 · module 2 · result 2 · status 2 · 22 for the reader |
///
/// Days count from 1 for 1900-01-01, hours from 1 for none at all; 0 is blank everywhere. Contract §2 and §8 bound what
/// can be read: days to 2100, hours to 9999.99, counts to 1000, years to 9999. What lies beyond is kept as the nearest
/// that fits.
struct PackedEntry {
  private var texts: UInt64
  private(set) var marksWord: UInt64
  private(set) var days: UInt64
  private(set) var amounts: UInt64

  /// Packs all but the person.
  @inline(__always)
  init(_ entry: Entry) {
    texts = UInt64(entry.line) | UInt64(entry.title.index) << 32
    marksWord =
      UInt64(entry.platform.index) | UInt64(entry.file) << 32 | UInt64(entry.marks.rawValue) << 48
      | UInt64(entry.categoryRaw & 31) << 56 | UInt64(entry.kindRaw) << 61
    days =
      PackedEntry.pack(day: entry.startRaw) | PackedEntry.pack(day: entry.endRaw) << 17
      | PackedEntry.pack(day: entry.filedOnRaw) << 34 | UInt64(min(entry.countRaw, 1023)) << 51
      | UInt64(entry.levelRaw) << 61
    let hours = entry.hoursRaw < 0 ? 0 : UInt64(min(entry.hoursRaw, 0xF_FFFE)) + 1
    let year = UInt64(max(0, min(entry.yearRaw, 0x3FFF)))
    amounts =
      hours | year << 20 | UInt64(entry.subjectRaw & 3) << 34 | UInt64(entry.moduleRaw & 3) << 36
      | UInt64(entry.resultRaw & 3) << 38 | UInt64(entry.statusRaw & 3) << 40
  }

  /// The entry, as one of a person.
  @inline(__always)
  func entry(of person: UInt32) -> Entry {
    var entry = Entry()
    entry.person = person
    entry.line = line
    entry.title = title
    entry.platform = platform
    entry.file = file
    entry.marks = marks
    entry.categoryRaw = UInt8(truncatingIfNeeded: marksWord >> 56 & 31)
    entry.kindRaw = UInt8(truncatingIfNeeded: marksWord >> 61)
    entry.startRaw = PackedEntry.unpack(day: days)
    entry.endRaw = PackedEntry.unpack(day: days >> 17)
    entry.filedOnRaw = PackedEntry.unpack(day: days >> 34)
    entry.countRaw = UInt16(truncatingIfNeeded: days >> 51 & 1023)
    entry.levelRaw = UInt8(truncatingIfNeeded: days >> 61)
    entry.hoursRaw = Int32(truncatingIfNeeded: amounts & 0xF_FFFF) - 1
    entry.yearRaw = Int16(truncatingIfNeeded: amounts >> 20 & 0x3FFF)
    entry.subjectRaw = UInt8(truncatingIfNeeded: amounts >> 34 & 3)
    entry.moduleRaw = UInt8(truncatingIfNeeded: amounts >> 36 & 3)
    entry.resultRaw = UInt8(truncatingIfNeeded: amounts >> 38 & 3)
    entry.statusRaw = UInt8(truncatingIfNeeded: amounts >> 40 & 3)
    return entry
  }

  // MARK: What is changed or looked at while packed

  @inline(__always) var line: UInt32 {
    get { UInt32(truncatingIfNeeded: texts) }
    set { texts = texts & ~0xFFFF_FFFF | UInt64(newValue) }
  }
  @inline(__always) var title: TextID {
    get { TextID(UInt32(truncatingIfNeeded: texts >> 32)) }
    set { texts = texts & 0xFFFF_FFFF | UInt64(newValue.index) << 32 }
  }
  @inline(__always) var platform: TextID {
    get { TextID(UInt32(truncatingIfNeeded: marksWord)) }
    set { marksWord = marksWord & ~0xFFFF_FFFF | UInt64(newValue.index) }
  }
  @inline(__always) var file: UInt16 {
    get { UInt16(truncatingIfNeeded: marksWord >> 32) }
    set { marksWord = marksWord & ~(0xFFFF << 32) | UInt64(newValue) << 32 }
  }
  @inline(__always) var marks: Entry.Marks {
    get { Entry.Marks(rawValue: UInt8(truncatingIfNeeded: marksWord >> 48)) }
    set { marksWord = marksWord & ~(0xFF << 48) | UInt64(newValue.rawValue) << 48 }
  }
  /// 22 bits for whoever reads; they say nothing of the entry.
  @inline(__always) var spare: UInt32 {
    get { UInt32(truncatingIfNeeded: amounts >> 42) }
    set { amounts = amounts & (1 << 42 - 1) | UInt64(newValue) << 42 }
  }

  // MARK: Days

  /// The day before the first that fits, 1899-12-31, as its number.
  private static let dayBefore: Int32 = -25_568

  @inline(__always)
  private static func pack(day: Int32) -> UInt64 {
    if day == .min { return 0 }
    return UInt64(max(1, min(Int(day) - Int(dayBefore), 0x1_FFFF)))
  }

  @inline(__always)
  static func unpack(day word: UInt64) -> Int32 {
    let packed = Int32(truncatingIfNeeded: word & 0x1_FFFF)
    return packed == 0 ? .min : packed + dayBefore
  }
}
