/// Puts the rows of all parts in order of person, input order within one, and compares the rows of each: bucket by
/// bucket, through a scratch that a cache holds, and back into the memory that the bucket was read into.
final class Grouping: @unchecked Sendable {
  private let parts: [Part]
  private let segments: [Segment]
  private let merge: PeopleMerge
  /// For each bucket the chunks of all parts one after the other, and the first of them among those of all buckets.
  private let chunks: [[UnsafeMutablePointer<ReadRow>]]
  private let firstChunks: [Int]

  /// What a thread needs for one bucket at a time, and what it finds.
  struct Scratch {
    fileprivate var rows: [PackedEntry] = []
    fileprivate var keys: [RowComparison.Key] = []
    fileprivate var next: [Int] = []
    fileprivate var comparison = RowComparison()
    fileprivate var nameMismatches = ProblemList()

    /// What was found in all buckets that this was used for.
    var problems: [ProblemList] { [nameMismatches, comparison.warnings] }
  }

  init(_ parts: [Part], _ segments: [Segment], _ merge: PeopleMerge) {
    self.parts = parts
    self.segments = segments
    self.merge = merge
    var first = 0
    var firstChunks: [Int] = []
    chunks = (0..<RowStore.buckets).map { bucket in
      let chunks = parts.flatMap { $0.readings.reader.rows.chunks(of: bucket) }
      firstChunks.append(first)
      first += chunks.count
      return chunks
    }
    self.firstChunks = firstChunks
  }

  /// Where the rows of a person begin in the memory that ``takeMemory()`` hands over.
  func firstRow(_ bucket: Int, _ person: MergedPerson) -> Int {
    firstChunks[bucket] * EntryMemory.rowsInChunk + Int(person.firstRow)
  }

  /// The memory of all rows, once all buckets are grouped.
  func takeMemory() -> EntryMemory {
    EntryMemory(
      pieces: parts.flatMap { $0.readings.reader.takeRows() },
      chunks: chunks.flatMap { $0 }.map {
        UnsafeMutableRawPointer($0).bindMemory(to: PackedEntry.self, capacity: EntryMemory.rowsInChunk)
      })
  }

  /// Groups and compares the rows of one bucket.
  func group(_ bucket: Int, _ scratch: inout Scratch) {
    let count = placePeople(bucket, &scratch)
    if count == 0 { return }
    if scratch.rows.count < count {
      scratch.rows = [PackedEntry](unsafeUninitializedCapacity: count) { $1 = count }
      scratch.keys = [RowComparison.Key](unsafeUninitializedCapacity: count) { $1 = count }
    }
    var (comparison, mismatches) = (RowComparison(), ProblemList())
    swap(&comparison, &scratch.comparison)
    swap(&mismatches, &scratch.nameMismatches)
    scratch.rows.withUnsafeMutableBufferPointer { rows in
      scratch.keys.withUnsafeMutableBufferPointer { keys in
        scratch.next.withUnsafeMutableBufferPointer { next in
          guard let rows = rows.baseAddress, let keys = keys.baseAddress, let next = next.baseAddress else {
            return
          }
          for segment in segments {
            copy(segment, bucket, Target(rows: rows, keys: keys, next: next), &mismatches)
          }
          for person in merge.buckets[bucket] {
            let first = Int(person.firstRow)
            comparison.compare(rows + first, keys + first, count: Int(person.rows))
          }
          putBack(UnsafePointer(rows), count, bucket)
        }
      }
    }
    swap(&comparison, &scratch.comparison)
    swap(&mismatches, &scratch.nameMismatches)
  }

  /// Gives each person of a bucket the place of the first row; returns how many rows there are.
  private func placePeople(_ bucket: Int, _ scratch: inout Scratch) -> Int {
    var row = 0
    scratch.next.removeAll(keepingCapacity: true)
    for place in merge.buckets[bucket].indices {
      merge.buckets[bucket][place].firstRow = UInt32(truncatingIfNeeded: row)
      scratch.next.append(row)
      row += Int(merge.buckets[bucket][place].rows)
    }
    return row
  }

  private struct Target {
    let rows: UnsafeMutablePointer<PackedEntry>
    let keys: UnsafeMutablePointer<RowComparison.Key>
    /// For each person of the bucket where the next row goes.
    let next: UnsafeMutablePointer<Int>
  }

  /// Copies the rows of a block to where they belong and makes their numbers those of the run.
  @inline(__always)
  private func copy(_ segment: Segment, _ bucket: Int, _ target: Target, _ mismatches: inout ProblemList) {
    let part = parts[segment.part]
    let file = UInt16(clamping: part.file)
    let chunks = part.readings.reader.rows.chunks(of: bucket)
    let range = part.readings.reader.rows.rows(in: bucket, ofBlock: segment.block)
    let people = part.people
    part.texts.withUnsafeBufferPointer { texts in
      for row in range {
        let read = chunks[row / RowStore.rowsInChunk][row % RowStore.rowsInChunk]
        let person = people[Int(read.person)]
        let place = target.next[person.place]
        target.next[person.place] = place + 1
        var entry = read.packed
        entry.line = UInt32(clamping: Int(entry.line) + Int(segment.firstLine))
        entry.file = file
        entry.title = TextID(texts[Int(entry.title.index)])
        entry.platform = TextID(texts[Int(entry.platform.index)])
        let record = UInt32(clamping: Int(segment.firstRecord) + Int(read.record))
        (target.rows + place).initialize(to: entry)
        (target.keys + place).initialize(
          to: RowComparison.Key(all: read.all, gist: read.gist, record: record))
        if read.name != .blank, read.name != .same || person.hasOtherName {
          compareName(read, part, bucket, entry, record, &mismatches)
        }
      }
    }
  }

  /// Looks at a name that may be another than the first of its person.
  @inline(never)
  private func compareName(
    _ row: ReadRow, _ part: Part, _ bucket: Int, _ entry: PackedEntry, _ record: UInt32,
    _ mismatches: inout ProblemList
  ) {
    let first = merge.buckets[bucket][part.people[Int(row.person)].place].name
    let name: String
    if row.name == .same {
      name = part.readings.reader.details.withName(Int(row.person)) { String(decoding: $0, as: UTF8.self) }
    } else {
      // Rows of a bucket come in the order in which they were read, and so do their names.
      let other = part.readings.reader.otherNames[bucket][part.otherNamesSeen[bucket]]
      part.otherNamesSeen[bucket] += 1
      if other.key == merge.nameKey(first) { return }
      name = part.readings.reader.texts.table.string(other.name)
    }
    let firstPart = merge.part(of: first)
    let firstPlace = firstPart.readings.reader.details.namePlace(Int(first.index))
    mismatches.append(
      Problem(
        .nameMismatch, file: Int(entry.file), line: Int(entry.line), record: Int(record),
        column: part.readings.reader.nameColumn.map(ProblemColumn.heading) ?? .absent(.name), value: name,
        earlier: (firstPart.file, firstPart.places.line(firstPlace))))
  }

  /// Puts the grouped rows of a bucket into its chunks.
  private func putBack(_ rows: UnsafePointer<PackedEntry>, _ count: Int, _ bucket: Int) {
    var row = 0
    for chunk in chunks[bucket] where row < count {
      let rowsInChunk = min(count - row, EntryMemory.rowsInChunk)
      UnsafeMutableRawPointer(chunk).copyMemory(
        from: rows + row, byteCount: rowsInChunk * MemoryLayout<PackedEntry>.stride)
      row += rowsInChunk
    }
  }
}
