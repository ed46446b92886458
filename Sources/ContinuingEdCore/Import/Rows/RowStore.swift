/// Rows in the order in which one worker read them, in one of 128 buckets by the hash of their person: all rows of a
/// person, whoever read them, are in buckets of the same number. A bucket is small enough for a cache, so that its
/// rows can be put in order without going back and forth in all of the memory.
///
/// Rows lie in chunks that never move; the chunks of all buckets are cut from pieces that grow with what is stored.
struct RowStore: ~Copyable {
  static let buckets = 128
  static let rowsInChunk = EntryMemory.chunkBytes / MemoryLayout<ReadRow>.stride
  private static let chunksInPiece = 4 << 20 / EntryMemory.chunkBytes

  private struct Cursor {
    var next: UnsafeMutablePointer<ReadRow>
    var end: UnsafeMutablePointer<ReadRow>
  }

  private let cursors: UnsafeMutablePointer<Cursor>
  private var chunks = [[UnsafeMutablePointer<ReadRow>]](repeating: [], count: buckets)
  /// For each block that was begun, how many rows each bucket had.
  private var starts: [UInt32] = []
  private var pieces: [UnsafeMutableRawPointer] = []
  private var unused: UnsafeMutableRawPointer
  private var unusedChunks = 0
  private var allChunks = 0
  private(set) var count = 0

  /// The bucket of a person.
  @inline(__always)
  static func bucket(ofHash hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 57) }

  init() {
    cursors = .allocate(capacity: RowStore.buckets)
    unused = UnsafeMutableRawPointer(cursors)
    // Nothing is ever stored there: a bucket without room asks for a chunk.
    let nowhere = unused.assumingMemoryBound(to: ReadRow.self)
    cursors.initialize(repeating: Cursor(next: nowhere, end: nowhere), count: RowStore.buckets)
  }

  deinit {
    cursors.deallocate()
    for piece in pieces { piece.deallocate() }
  }

  /// Notes that what follows is of the next block.
  mutating func beginBlock() {
    for bucket in 0..<RowStore.buckets { starts.append(UInt32(clamping: rows(in: bucket))) }
  }

  @inline(__always)
  mutating func append(_ row: ReadRow, bucket: Int) {
    let cursor = cursors + bucket
    if cursor.pointee.next == cursor.pointee.end { addChunk(bucket) }
    cursor.pointee.next.initialize(to: row)
    cursor.pointee.next += 1
    count += 1
  }

  /// Brings near where the next row of a bucket goes, so that storing it need not wait; the number says nothing. Pages
  /// that nobody wrote to yet are left alone: to read them first would cost more.
  @inline(__always)
  func touchNext(_ bucket: Int) -> UInt8 {
    let end = UnsafeRawPointer((cursors + bucket).pointee.next) + (MemoryLayout<ReadRow>.stride - 1)
    let isOnNewPage = UInt(bitPattern: end) & 4095 < UInt(MemoryLayout<ReadRow>.stride)
    return (isOnNewPage ? UnsafeRawPointer(cursors) : end).load(as: UInt8.self)
  }

  /// How many rows a bucket has.
  func rows(in bucket: Int) -> Int {
    chunks[bucket].count * RowStore.rowsInChunk - (cursors[bucket].end - cursors[bucket].next)
  }

  /// Which rows of a bucket are those of the `block`-th block that was begun.
  @inline(__always)
  func rows(in bucket: Int, ofBlock block: Int) -> Range<Int> {
    let place = block * RowStore.buckets + bucket
    let next = place + RowStore.buckets
    return Int(starts[place])..<(next < starts.count ? Int(starts[next]) : rows(in: bucket))
  }

  /// The memory of a bucket's rows, a chunk after the other.
  func chunks(of bucket: Int) -> [UnsafeMutablePointer<ReadRow>] { chunks[bucket] }

  /// Hands over the memory, with what is in it; the store is of no use afterwards.
  mutating func takePieces() -> [UnsafeMutableRawPointer] {
    defer { pieces = [] }
    return pieces
  }

  @inline(never)
  private mutating func addChunk(_ bucket: Int) {
    if unusedChunks == 0 { addPiece() }
    let chunk = unused.bindMemory(to: ReadRow.self, capacity: RowStore.rowsInChunk)
    unused += EntryMemory.chunkBytes
    unusedChunks -= 1
    chunks[bucket].append(chunk)
    cursors[bucket] = Cursor(next: chunk, end: chunk + RowStore.rowsInChunk)
  }

  /// Without large pages: rows are written one after the other, and clearing all of such a page at once costs more than
  /// looking up addresses does, most of all where a virtual machine must first ask its host for one.
  private mutating func addPiece() {
    unusedChunks = min(max(8, allChunks), RowStore.chunksInPiece)
    allChunks += unusedChunks
    unused = EntryMemory.allocate(chunks: unusedChunks)
    pieces.append(unused)
  }
}
