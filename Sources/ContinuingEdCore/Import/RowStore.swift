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

/// Rows in the order in which one worker read them, in chunks that never move.
struct RowStore: ~Copyable {
  static let chunk = 1 << 13

  private(set) var entries: [UnsafeMutablePointer<Entry>] = []
  private(set) var keys: [UnsafeMutablePointer<RowKey>] = []
  private(set) var count = 0

  init() {}

  deinit {
    for pointer in entries { pointer.deallocate() }
    for pointer in keys { pointer.deallocate() }
  }

  @inline(__always)
  mutating func append(_ entry: Entry, _ key: RowKey) {
    let place = count & (RowStore.chunk - 1)
    if place == 0 { addChunk() }
    let last = entries.count - 1
    (entries[last] + place).initialize(to: entry)
    (keys[last] + place).initialize(to: key)
    count += 1
  }

  /// Gives back what the entries take, when they have been copied.
  mutating func dropEntries() {
    for pointer in entries { pointer.deallocate() }
    entries = []
  }

  @inline(__always)
  func entry(_ row: Int) -> UnsafeMutablePointer<Entry> { entries[row >> 13] + (row & (RowStore.chunk - 1)) }
  @inline(__always)
  func key(_ row: Int) -> UnsafeMutablePointer<RowKey> { keys[row >> 13] + (row & (RowStore.chunk - 1)) }

  @inline(never)
  private mutating func addChunk() {
    entries.append(.allocate(capacity: RowStore.chunk))
    keys.append(.allocate(capacity: RowStore.chunk))
  }
}
