/// What is known of a row only until its person's rows have been compared.
struct RowKey {
  /// Stands for the values of all known cells; equal for duplicates.
  var all: UInt64 = 0
  /// Stands for category, title, start and end.
  var gist: UInt64 = 0
  /// The record number, counted within the block at first.
  var record: UInt32 = 0
  var name: NameState = .same

  /// How a row's name stands, byte for byte, to the first name that its reader saw of this person.
  enum NameState: UInt8 {
    case same, blank, different
  }
}

/// Rows in the order in which one worker read them, in chunks that never move. The first chunks have memory of their
/// own, so that a short file takes little; later ones share larger pieces.
struct RowStore: ~Copyable {
  static let chunk = 1 << 13
  private static let piece = 16

  private var entries: [UnsafeMutablePointer<Entry>] = []
  private var keys: [UnsafeMutablePointer<RowKey>] = []
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
      UnsafeMutablePointer<Entry>.allocate(capacity: rows), UnsafeMutablePointer<RowKey>.allocate(capacity: rows)
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
