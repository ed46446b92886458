/// A row as its worker keeps it until the rows are grouped: 48 bytes. Its line is counted within the block, its texts and
/// its person are the worker's.
struct ReadRow {
  /// The entry; while reading its place of the file holds 16 bits more of the evidence, its spare bits name and record.
  var packed: PackedEntry
  /// 40 bits of the topic, and 24 of the evidence.
  private var topicWord: UInt64
  /// Stands for the values of all known cells.
  private(set) var all: UInt32
  /// The number that the worker gave to the person.
  var person: UInt32

  /// How a row's name stands, byte for byte, to the first name that its reader saw of this person.
  enum NameState: UInt32 {
    case same, blank, different
  }

  /// - Parameters:
  ///   - all: equal for duplicates.
  ///   - topic: that of ``RowTopic``.
  ///   - evidence: equal for rows of one evidence; 0 where there is none that tells rows apart.
  ///   - record: counted within the block, which is too short for more than 19 bits of them.
  @inline(__always)
  init(
    _ draft: RowDraft, person: Int, all: UInt64, topic: RowTopic, evidence: UInt64, record: UInt32,
    name: NameState
  ) {
    packed = PackedEntry(
      draft.figures, days: draft.days, line: draft.line, title: draft.title, platform: draft.platform,
      file: UInt16(truncatingIfNeeded: evidence >> 24), marks: draft.marks,
      spare: name.rawValue << 19 | record & 0x7_FFFF)
    self.all = UInt32(truncatingIfNeeded: all >> 32)
    self.person = UInt32(truncatingIfNeeded: person)
    topicWord = topic.word << 24 | evidence & 0xFF_FFFF
  }

  /// What the row is about.
  @inline(__always) var topic: RowTopic { RowTopic(word: topicWord >> 24) }
  /// 40 bits of what the evidence was made with; 0 where there is none.
  @inline(__always) var evidence: UInt64 { UInt64(packed.file) << 24 | topicWord & 0xFF_FFFF }
  /// The record number within the block.
  @inline(__always) var record: UInt32 { packed.recordInBlock }
  @inline(__always) var name: NameState { NameState(rawValue: packed.spare >> 19) ?? .same }
}

/// What a row is about, in 40 bits that are equal for rows about the same: category, subject and what the title says; without
/// a title, or with one that says nothing, also the days.
struct RowTopic: Equatable {
  let word: UInt64

  /// How a title bears on which rows are about the same.
  enum Title: UInt64 {
    /// There is none.
    case blank
    /// It says something.
    case told
    /// It holds nothing but marks: two of them say nothing of each other.
    case marksOnly
  }

  @inline(__always)
  init(word: UInt64) { self.word = word & 0xFF_FFFF_FFFF }

  /// - Parameter title: the hash of what it says; 0 where it says nothing.
  @inline(__always)
  init(_ draft: RowDraft, title: UInt64, _ kind: Title) {
    // The subject of an assignment or a leave is not used; elsewhere a blank one is professional.
    let isPublic = draft.figures.isPublic && !(draft.figures.category?.spansYears ?? false)
    var days: UInt64 = 0
    if kind != .told { days = draft.start | (draft.end == 0 ? draft.start : draft.end) &<< 17 }
    let what = UInt64(draft.figures.categoryRaw) &* 2 &+ (isPublic ? 1 : 0)
    // No factor may be 0, since it would tell nothing apart.
    let hash = Mixing.fold(
      days ^ Mixing.first, (title &+ what &* 0x9E37_79B9_7F4A_7C15) ^ Mixing.second)
    self.init(word: (hash >> 24) << 2 | kind.rawValue)
  }

  var title: Title { Title(rawValue: word & 3) ?? .marksOnly }
}
