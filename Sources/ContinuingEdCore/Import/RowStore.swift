/// What is known of a row only until its person's rows have been compared.
struct RowKey {
  /// Stands for the values of all known cells; equal for duplicates.
  var all: UInt64
  /// From the top: 42 bits that stand for category, title, start and end; 2 for the name; 20 for the record.
  private var packed: UInt64

  /// How a row's name stands, byte for byte, to the first name that its reader saw of this person.
  enum NameState: UInt64 {
    case same, blank, different
  }

  /// - Parameter record: counted within the block, which is too short for more than 20 bits of them.
  @inline(__always)
  init(all: UInt64, gist: UInt64, record: UInt32, name: NameState) {
    self.all = all
    packed = gist & ~0x3F_FFFF | name.rawValue << 20 | UInt64(record & 0xF_FFFF)
  }

  /// Equal for rows that are about the same.
  @inline(__always) var gist: UInt64 { packed >> 22 }
  /// The record number within the block.
  @inline(__always) var record: UInt32 { UInt32(truncatingIfNeeded: packed & 0xF_FFFF) }
  @inline(__always) var name: NameState { NameState(rawValue: packed >> 20 & 3) ?? .same }
}

/// Rows in the order in which one worker read them, in chunks that never move. The first chunks have memory of their
/// own, so that a short file takes little; later ones share larger pieces.
struct RowStore: ~Copyable {
  static let chunk = 1 << 13
  private static let piece = 16

  private var entries: [UnsafeMutablePointer<Entry>] = []
  private(set) var keys: [UnsafeMutablePointer<RowKey>] = []
  private var entryPieces: [UnsafeMutablePointer<Entry>] = []
  private var keyPieces: [UnsafeMutablePointer<RowKey>] = []
  private(set) var count = 0

  init() {}

  deinit {
    for pointer in entryPieces { pointer.deallocate() }
    for pointer in keyPieces { pointer.deallocate() }
  }

  @inline(__always)
  mutating func append(_ entry: Entry, _ key: RowKey) {
    let place = count & (RowStore.chunk - 1)
    let chunk = count >> 13
    if place == 0, chunk == entries.count { addChunks() }
    (entries[chunk] + place).initialize(to: entry)
    (keys[chunk] + place).initialize(to: key)
    count += 1
  }

  /// Gives back what the entries take, when they have been copied.
  mutating func dropEntries() {
    for pointer in entryPieces { pointer.deallocate() }
    entryPieces = []
    entries = []
  }

  @inline(__always)
  func entry(_ row: Int) -> UnsafeMutablePointer<Entry> { entries[row >> 13] + (row & (RowStore.chunk - 1)) }
  @inline(__always)
  func key(_ row: Int) -> UnsafeMutablePointer<RowKey> { keys[row >> 13] + (row & (RowStore.chunk - 1)) }

  @inline(never)
  private mutating func addChunks() {
    let chunks = entries.count < 2 ? 1 : RowStore.piece
    let rows = chunks * RowStore.chunk
    let (entryPiece, keyPiece) = (
      UnsafeMutablePointer<Entry>.allocate(capacity: rows),
      UnsafeMutablePointer<RowKey>.allocate(capacity: rows)
    )
    HugePages.advise(entryPiece, count: rows)
    HugePages.advise(keyPiece, count: rows)
    entryPieces.append(entryPiece)
    keyPieces.append(keyPiece)
    for i in 0..<chunks {
      entries.append(entryPiece + i * RowStore.chunk)
      keys.append(keyPiece + i * RowStore.chunk)
    }
  }
}
