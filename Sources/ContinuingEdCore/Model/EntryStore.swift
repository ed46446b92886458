/// The rows of all people, packed, in the order of input for each person.
///
/// It never changes once it is made, so that any number of threads may look at it. The rows of a person lie together
/// in chunks of memory; whoever works on them has them lent as they are, or unpacked into an ``EntryScratch`` of its
/// own.
package struct EntryStore: Sendable {
  private var memory = EntryMemory(pieces: [], chunks: [])
  private var places: [Place] = []
  /// Of people of whom two rows are probably one activity, by the first of their rows.
  private var twinsByFirstRow: [Int: ActivityTwins] = [:]

  /// Where the rows of a person begin, counted over all chunks, and how many there are.
  struct Place {
    var first: Int
    var count: UInt32
  }

  /// No rows of anybody.
  package init() {}

  /// The rows of each person, as they are given, and which of those are probably one activity.
  package init(_ people: [[EntryRow]], twins: [Int: ActivityTwins] = [:]) {
    let total = people.reduce(0) { $0 + $1.count }
    let piece = EntryMemory.allocate(chunks: (total + EntryMemory.rowsInChunk - 1) / EntryMemory.rowsInChunk)
    let rows = piece.bindMemory(to: PackedEntry.self, capacity: max(total, 1))
    var first = 0
    for entries in people {
      places.append(Place(first: first, count: UInt32(clamping: entries.count)))
      for (place, entry) in entries.enumerated() { (rows + first + place).initialize(to: PackedEntry(entry)) }
      first += entries.count
    }
    for (person, twins) in twins where people.indices.contains(person) && !people[person].isEmpty {
      twinsByFirstRow[places[person].first] = twins
    }
    let starts = stride(from: 0, to: total, by: EntryMemory.rowsInChunk)
    memory = EntryMemory(pieces: [piece], chunks: starts.map { rows + $0 })
  }

  /// A store over memory that holds rows already, and where each person's are; `twins` by the first of their rows.
  init(memory: EntryMemory, _ places: [Place], twins: [Int: ActivityTwins]) {
    (self.memory, self.places, twinsByFirstRow) = (memory, places, twins)
  }

  /// The rows of a person that are probably one activity with others; nil where there are none.
  @inline(__always)
  package func twins(of person: Int) -> ActivityTwins? {
    if twinsByFirstRow.isEmpty || count(of: person) == 0 { return nil }
    return twinsByFirstRow[places[person].first]
  }

  /// How many rows a person has; none for a person beyond the last.
  package func count(of person: Int) -> Int { person < places.count ? Int(places[person].count) : 0 }

  /// The rows of a person, in the order of input.
  package subscript(person: Int) -> [EntryRow] {
    let count = count(of: person)
    if count == 0 { return [] }
    return Array(unsafeUninitializedCapacity: count) { target, done in
      if let base = target.baseAddress { unpack(person, count, into: base) }
      done = count
    }
  }

  /// The place of the row that starts at a line among those of a person.
  func place(ofLine line: UInt32, file: UInt16, of person: Int) -> Int? {
    (0..<count(of: person)).first { place in
      let row = memory.row(places[person].first + place).pointee
      return row.line == line && row.file == file
    }
  }

  /// The row of a person that starts at a line, as it is kept.
  func row(ofLine line: UInt32, file: UInt16, of person: Int) -> PackedEntry? {
    place(ofLine: line, file: file, of: person).map { memory.row(places[person].first + $0).pointee }
  }

  /// How many people's rows are brought near at once: what lies far takes as long for several as for one.
  private static let peopleBroughtNear = 4

  /// Calls `body` with the rows of a person, unpacked into a scratch that is the caller's alone. Those of the next
  /// people are brought near at times, because people are mostly asked for in order and no cache holds all rows.
  @inline(__always)
  package func withEntries<R>(
    of person: Int, using scratch: EntryScratch, _ body: (UnsafeBufferPointer<EntryRow>) throws -> R
  ) rethrows -> R {
    let count = count(of: person)
    scratch.reserve(count)
    if count > 0 { unpack(person, count, into: scratch.entries) }
    bringNear(after: person, scratch)
    return try withExtendedLifetime(scratch) {
      try body(UnsafeBufferPointer(start: scratch.entries, count: count))
    }
  }

  /// Calls `body` with the rows of a person as they are kept: where they lie together, without a copy.
  @inline(__always)
  func withRows<R>(
    of person: Int, using scratch: EntryScratch, _ body: (UnsafeBufferPointer<PackedEntry>) throws -> R
  ) rethrows -> R {
    bringNear(after: person, scratch)
    let count = count(of: person)
    if count == 0 { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let first = places[person].first
    if EntryMemory.areTogether(first, count) {
      return try withExtendedLifetime(memory) {
        try body(UnsafeBufferPointer(start: memory.row(first), count: count))
      }
    }
    return try withUnsafeTemporaryAllocation(of: PackedEntry.self, capacity: count) { rows in
      for place in 0..<count { rows.initializeElement(at: place, to: memory.row(first + place).pointee) }
      return try body(UnsafeBufferPointer(rows))
    }
  }

  /// Looks at the rows of the next people, at times: at those of several at once.
  @inline(__always)
  private func bringNear(after person: Int, _ scratch: EntryScratch) {
    if person % EntryStore.peopleBroughtNear != 0 { return }
    for next in 1...EntryStore.peopleBroughtNear { scratch.touched &+= touch(person + next) }
  }

  /// Looks into each cache line of a person's rows; the number says nothing.
  @inline(__always)
  private func touch(_ person: Int) -> UInt32 {
    let count = count(of: person)
    if count == 0 { return 0 }
    var sum: UInt32 = 0
    let first = places[person].first
    for row in stride(from: first, to: first + min(count, 64), by: 2) { sum &+= memory.row(row).pointee.line }
    return sum
  }

  @inline(__always)
  private func unpack(_ person: Int, _ count: Int, into target: UnsafeMutablePointer<EntryRow>) {
    let number = UInt32(truncatingIfNeeded: person)
    var row = places[person].first
    for place in 0..<count {
      (target + place).initialize(to: memory.row(row).pointee.entry(of: number))
      row += 1
    }
  }
}

/// Room for the entries of one person at a time; it belongs to one thread.
package final class EntryScratch {
  fileprivate private(set) var entries: UnsafeMutablePointer<EntryRow>
  private var capacity = 64
  /// Keeps the looks at rows that are yet to be unpacked from being taken for useless.
  fileprivate var touched: UInt32 = 0

  /// Room that grows to that of the person with the most entries.
  package init() { entries = .allocate(capacity: capacity) }

  deinit { entries.deallocate() }

  @inline(__always)
  fileprivate func reserve(_ count: Int) {
    if count > capacity { grow(to: count) }
  }

  @inline(never)
  private func grow(to count: Int) {
    entries.deallocate()
    capacity = max(count, capacity * 2)
    entries = .allocate(capacity: capacity)
  }
}

/// The memory of packed rows: chunks of 8 KiB, cut from larger pieces that it gives back in the end.
final class EntryMemory: @unchecked Sendable {
  /// A power of two.
  static let rowsInChunk = 256
  static let chunkBytes = rowsInChunk * MemoryLayout<PackedEntry>.stride

  private let pieces: [UnsafeMutableRawPointer]
  private let chunks: [UnsafeMutablePointer<PackedEntry>]

  /// Takes over the pieces that the chunks lie in.
  init(pieces: [UnsafeMutableRawPointer], chunks: [UnsafeMutablePointer<PackedEntry>]) {
    self.pieces = pieces
    self.chunks = chunks
  }

  deinit {
    for piece in pieces { piece.deallocate() }
  }

  /// Memory for some chunks.
  static func allocate(chunks: Int) -> UnsafeMutableRawPointer {
    .allocate(byteCount: max(chunks, 1) * chunkBytes, alignment: 64)
  }

  /// Whether some rows lie in one chunk.
  @inline(__always)
  static func areTogether(_ first: Int, _ count: Int) -> Bool {
    first & (rowsInChunk - 1) + count <= rowsInChunk
  }

  @inline(__always)
  func row(_ row: Int) -> UnsafeMutablePointer<PackedEntry> {
    // Without a sign, the division by a power of two is a shift.
    let (chunk, place) = UInt(bitPattern: row).quotientAndRemainder(dividingBy: UInt(EntryMemory.rowsInChunk))
    return chunks[Int(bitPattern: chunk)] + Int(bitPattern: place)
  }
}
