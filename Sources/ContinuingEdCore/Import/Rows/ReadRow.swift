/// A row as its worker keeps it until the rows are grouped: 48 bytes. Its line is counted within the block, its texts and
/// its person are the worker's.
struct ReadRow {
  /// The entry; while reading its place of the file holds 16 bits more of the gist, its spare bits name and record.
  var packed: PackedEntry
  /// Stands for the values of all known cells; equal for duplicates.
  var all: UInt64
  private var lowGist: UInt32
  /// The number that the worker gave to the person.
  var person: UInt32

  /// How a row's name stands, byte for byte, to the first name that its reader saw of this person.
  enum NameState: UInt32 {
    case same, blank, different
  }

  /// - Parameters:
  ///   - gist: equal for rows of the same category, title, start and end.
  ///   - record: counted within the block, which is too short for more than 19 bits of them.
  @inline(__always)
  init(_ draft: RowDraft, person: Int, all: UInt64, gist: UInt64, record: UInt32, name: NameState) {
    packed = PackedEntry(
      draft.figures, days: draft.days, line: draft.line, title: draft.title, platform: draft.platform,
      file: UInt16(truncatingIfNeeded: gist >> 48), marks: draft.marks,
      spare: name.rawValue << 19 | record & 0x7_FFFF)
    self.all = all
    self.person = UInt32(truncatingIfNeeded: person)
    lowGist = UInt32(truncatingIfNeeded: gist >> 16)
  }

  /// Equal for rows that are about the same: 48 bits of what it was made with.
  @inline(__always) var gist: UInt64 { UInt64(packed.file) << 32 | UInt64(lowGist) }
  /// The record number within the block.
  @inline(__always) var record: UInt32 { packed.recordInBlock }
  @inline(__always) var name: NameState { NameState(rawValue: packed.spare >> 19) ?? .same }
}
