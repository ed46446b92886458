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
    fileprivate var next: [UInt32] = []
    fileprivate var namesAndKindsSeen: [Seen] = []
    fileprivate var comparison = RowComparison()
    fileprivate var nameMismatches = ProblemList()
    /// Keeps looks at rows from being taken for useless.
    fileprivate var seen = 0

    /// The kinds that are kept, by row.
    private(set) var kinds: [(row: ActivityTwins.Row, kind: TextID)] = []

    /// For a part how many other names of the bucket were looked at, and the kinds that are kept.
    fileprivate struct Seen {
      var names = 0
      var kinds: [(row: ActivityTwins.Row, kind: TextID)] = []
    }

    fileprivate mutating func keepKinds() {
      for seen in namesAndKindsSeen where !seen.kinds.isEmpty { kinds += seen.kinds }
    }

    /// By the place of a person's first row in all memory: the rows that are probably one activity.
    var twins: [Int: ActivityTwins] { comparison.twins }

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

  /// Where the rows of a bucket begin in the memory that ``takeMemory()`` hands over.
  func firstRow(ofBucket bucket: Int) -> Int { firstChunks[bucket] * EntryMemory.rowsInChunk }

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
    var (comparison, mismatches, partsSeen) = (RowComparison(), ProblemList(), [Scratch.Seen]())
    swap(&comparison, &scratch.comparison)
    swap(&mismatches, &scratch.nameMismatches)
    swap(&partsSeen, &scratch.namesAndKindsSeen)
    var seen = 0
    scratch.rows.withUnsafeMutableBufferPointer { rows in
      scratch.keys.withUnsafeMutableBufferPointer { keys in
        scratch.next.withUnsafeMutableBufferPointer { next in
          guard let rows = rows.baseAddress, let keys = keys.baseAddress, let next = next.baseAddress else {
            return
          }
          let target = Target(rows: rows, keys: keys, next: next)
          for segment in segments {
            forEachChunk(of: segment, bucket) { read in
              seen &+= bringNear(read, parts[segment.part])
              copy(read, segment, bucket, target, &partsSeen, &mismatches)
            }
          }
          var first = 0
          for person in merge.buckets[bucket] {
            comparison.compare(
              rows + first, keys + first, count: Int(person.rows), first: firstRow(ofBucket: bucket) + first)
            first += Int(person.rows)
          }
          putBack(UnsafePointer(rows), count, bucket)
        }
      }
    }
    swap(&comparison, &scratch.comparison)
    swap(&mismatches, &scratch.nameMismatches)
    swap(&partsSeen, &scratch.namesAndKindsSeen)
    scratch.keepKinds()
    scratch.seen = seen
  }

  /// Notes where the next row of each person of a bucket goes; returns how many rows there are.
  private func placePeople(_ bucket: Int, _ scratch: inout Scratch) -> Int {
    scratch.next.removeAll(keepingCapacity: true)
    for person in merge.buckets[bucket] { scratch.next.append(person.firstRow) }
    scratch.namesAndKindsSeen = parts.map { _ in Scratch.Seen() }
    return merge.buckets[bucket].last.map { Int($0.firstRow) + Int($0.rows) } ?? 0
  }

  private struct Target {
    let rows: UnsafeMutablePointer<PackedEntry>
    let keys: UnsafeMutablePointer<RowComparison.Key>
    /// For each person of the bucket where the next row goes.
    let next: UnsafeMutablePointer<UInt32>
  }

  /// Calls `body` with the rows of a block, as they lie together.
  @inline(__always)
  private func forEachChunk(
    of segment: Segment, _ bucket: Int, _ body: (UnsafeBufferPointer<ReadRow>) -> Void
  ) {
    let part = parts[segment.part]
    let chunks = part.readings.reader.rows.chunks(of: bucket)
    let range = part.readings.reader.rows.rows(in: bucket, ofBlock: segment.block)
    var row = range.lowerBound
    while row < range.upperBound {
      let place = row % RowStore.rowsInChunk
      let count = min(range.upperBound - row, RowStore.rowsInChunk - place)
      body(UnsafeBufferPointer(start: chunks[row / RowStore.rowsInChunk] + place, count: count))
      row += count
    }
  }

  /// Looks at the rows and their people in a short loop, so that they come at once and not one by one.
  @inline(__always)
  private func bringNear(_ rows: UnsafeBufferPointer<ReadRow>, _ part: Part) -> Int {
    let people = part.people
    var sum = 0
    for read in rows { sum &+= people[Int(read.person)].place }
    return sum
  }

  /// Copies rows of a block to where they belong and makes their numbers those of the run.
  @inline(__always)
  private func copy(
    _ rows: UnsafeBufferPointer<ReadRow>, _ segment: Segment, _ bucket: Int, _ target: Target,
    _ seen: inout [Scratch.Seen], _ mismatches: inout ProblemList
  ) {
    let part = parts[segment.part]
    let file = UInt16(clamping: part.file)
    let people = part.people
    part.texts.withUnsafeBufferPointer { texts in
      for read in rows {
        let person = people[Int(read.person)]
        let next = target.next + person.place
        let place = Int(next.pointee)
        next.pointee &+= 1
        var entry = read.packed
        entry.line = Grouping.sum(entry.line, segment.firstLine)
        entry.file = file
        entry.title = TextID(texts[Int(entry.title.index)])
        entry.platform = TextID(texts[Int(entry.platform.index)])
        let record = Grouping.sum(read.record, segment.firstRecord)
        if entry.marks.contains(.kindKept) {
          let kind = part.readings.reader.kinds[bucket][seen[segment.part].kinds.count]
          entry.marks.remove(.kindKept)
          seen[segment.part].kinds.append(
            (ActivityTwins.Row(file: entry.file, line: entry.line), TextID(texts[Int(kind.index)])))
        }
        (target.rows + place).initialize(to: entry)
        (target.keys + place).initialize(
          to: RowComparison.Key(
            all: read.all, record: record, topic: read.topic, evidence: read.evidence))
        if read.name != .blank, read.name != .same || person.hasOtherName {
          var otherName: (key: UInt64, name: TextID)?
          if read.name == .different {
            // Rows of a bucket come in the order in which they were read, and so do their names.
            otherName = part.readings.reader.otherNames[bucket][seen[segment.part].names]
            seen[segment.part].names += 1
          }
          compareName(part, Int(read.person), otherName, bucket, entry, record, &mismatches)
        }
      }
    }
  }

  /// The sum, or the most that there can be.
  @inline(__always)
  private static func sum(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let (sum, isTooMuch) = a.addingReportingOverflow(b)
    return isTooMuch ? .max : sum
  }

  /// Looks at a name that may be another than the first of its person.
  @inline(never)
  private func compareName(
    _ part: Part, _ person: Int, _ otherName: (key: UInt64, name: TextID)?, _ bucket: Int,
    _ entry: PackedEntry, _ record: UInt32, _ mismatches: inout ProblemList
  ) {
    guard let reference = merge.referenceName(merge.buckets[bucket][part.people[person].place]) else {
      return
    }
    let name: String
    if let otherName {
      if otherName.key == reference.key { return }
      name = part.readings.reader.texts.table.string(otherName.name)
    } else {
      name = part.readings.reader.details.withName(part.readings.reader.people.people[person].first) {
        String(decoding: $0, as: UTF8.self)
      }
    }
    var problem = FoundProblem(
      .nameMismatch, file: Int(entry.file), line: Int(entry.line), record: Int(record),
      column: part.readings.reader.nameColumn.map(ProblemColumn.heading) ?? .absent(.name), value: name,
      earlier: (reference.file, reference.line))
    problem.details = [reference.name]
    mismatches.append(problem)
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
