/// The rows of one worker that name an evidence by which they might be told from others: one of at least four
/// characters with a digit among them (Problems: Codes of warnings; same-evidence). Of the evidence a hash is kept, in
/// lists by that hash, so that equal ones of all workers are in lists of the same number.
struct EvidenceStore: ~Copyable {
  static let lists = 64

  /// A row and what it names.
  struct Row: BitwiseCopyable {
    var evidence: UInt64
    /// The hash of the title, cut; 0 is blank.
    var title: UInt32
    /// The number that the worker gave to the person.
    var person: UInt32
    /// Where the row starts, counted within the block.
    var block: UInt32
    var line: UInt32
  }

  private(set) var rows: [[Row]] = []

  /// Adds a row.
  mutating func append(_ row: Row) {
    if rows.isEmpty { rows = Array(repeating: [], count: EvidenceStore.lists) }
    rows[Int(row.evidence >> 58)].append(row)
  }

  /// Hands over what is there.
  mutating func take() -> [[Row]] {
    defer { rows = [] }
    return rows
  }

  /// Whether a text can tell one evidence from others.
  static func tells(_ text: UnsafeRawBufferPointer) -> Bool {
    if text.count < 4 { return false }
    var hasDigit = false
    var characters = 0
    for (place, byte) in text.enumerated() {
      if byte &- 48 <= 9 { hasDigit = true }
      // A full-width digit is EF BC 90…99.
      if byte == 0xEF, place + 2 < text.count, text[place + 1] == 0xBC, text[place + 2] &- 0x90 <= 9 {
        hasDigit = true
      }
      if byte & 0xC0 != 0x80 { characters += 1 }
      if hasDigit, characters >= 4 { return true }
    }
    return false
  }
}
