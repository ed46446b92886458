/// An ``EntryRow`` as it is kept: 32 bytes in place of 48, without the person, whom its place tells.
///
/// | word | bits |
/// |---|---|
/// | `texts` | line 32 · title 32 |
/// | `marks` | platform 32 · file 16 · marks 8 · category 5 · kind 3 |
/// | `days` | start 17 · end 17 · filed on 17 · count 10 · level 3 |
/// | `amounts` | hours 20 · year 14 · subject 2 · module 2 · result 2 · status 3 · 21 for the reader |
///
/// Days are those of ``PackedDay``, the others those of ``PackedFigures``; 0 is blank everywhere.
struct PackedEntry {
  private var texts: UInt64
  private(set) var marksWord: UInt64
  private(set) var days: UInt64
  private(set) var amounts: UInt64

  /// Packs all but the person.
  @inline(__always)
  init(_ entry: EntryRow) {
    let days =
      PackedDay.pack(entry.startRaw) | PackedDay.pack(entry.endRaw) << 17
      | PackedDay.pack(entry.filedOnRaw) << 34
    self.init(
      PackedFigures(entry), days: days, line: entry.line, title: entry.title, platform: entry.platform,
      file: entry.file, marks: entry.marks, spare: 0)
  }

  /// - Parameters:
  ///   - days: start, end and day of filing as ``PackedDay``.
  ///   - spare: 21 bits.
  @inline(__always)
  init(
    _ figures: PackedFigures, days: UInt64, line: UInt32, title: TextID, platform: TextID, file: UInt16,
    marks: EntryRow.Marks, spare: UInt32
  ) {
    let word = figures.word
    texts = UInt64(line) | UInt64(title.index) << 32
    marksWord =
      UInt64(platform.index) | UInt64(file) << 32 | UInt64(marks.rawValue) << 48 | (word >> 43 & 0xFF) << 56
    self.days = days | (word >> 51) << 51
    amounts = word & (1 << 43 - 1) | UInt64(spare) << 43
  }

  /// The entry, as one of a person.
  @inline(__always)
  func entry(of person: UInt32) -> EntryRow {
    var entry = EntryRow()
    entry.person = person
    entry.line = line
    entry.title = title
    entry.platform = platform
    entry.file = file
    entry.marks = marks
    entry.categoryRaw = UInt8(truncatingIfNeeded: marksWord >> 56 & 31)
    entry.kindRaw = UInt8(truncatingIfNeeded: marksWord >> 61)
    entry.startRaw = PackedDay.unpack(days)
    entry.endRaw = PackedDay.unpack(days >> 17)
    entry.filedOnRaw = PackedDay.unpack(days >> 34)
    entry.countRaw = UInt16(truncatingIfNeeded: days >> 51 & 1023)
    entry.levelRaw = UInt8(truncatingIfNeeded: days >> 61)
    entry.hoursRaw = Int32(truncatingIfNeeded: amounts & 0xF_FFFF) - 1
    entry.yearRaw = Int16(truncatingIfNeeded: amounts >> 20 & 0x3FFF)
    entry.subjectRaw = UInt8(truncatingIfNeeded: amounts >> 34 & 3)
    entry.moduleRaw = UInt8(truncatingIfNeeded: amounts >> 36 & 3)
    entry.resultRaw = UInt8(truncatingIfNeeded: amounts >> 38 & 3)
    entry.statusRaw = UInt8(truncatingIfNeeded: amounts >> 40 & 7)
    return entry
  }

  // MARK: What is changed or looked at while packed

  /// The figures as they are packed, without what is spare.
  @inline(__always) var figures: UInt64 { amounts & (1 << 43 - 1) | (marksWord >> 56) << 56 }
  /// The same without the status.
  @inline(__always) var figuresWithoutStatus: UInt64 { figures & ~(7 << 40) }

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
  @inline(__always) var marks: EntryRow.Marks {
    get { EntryRow.Marks(rawValue: UInt8(truncatingIfNeeded: marksWord >> 48)) }
    set { marksWord = marksWord & ~(0xFF << 48) | UInt64(newValue.rawValue) << 48 }
  }
  /// The record number within the block in which the row was read.
  @inline(__always) var recordInBlock: UInt32 { spare & 0x7_FFFF }
  /// 21 bits for whoever reads; they say nothing of the entry.
  @inline(__always) var spare: UInt32 {
    get { UInt32(truncatingIfNeeded: amounts >> 43) }
    set { amounts = amounts & (1 << 43 - 1) | UInt64(newValue) << 43 }
  }
}
