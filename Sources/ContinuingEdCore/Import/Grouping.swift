import Dispatch
import Synchronization

/// Puts the rows of all parts in order of person, input order within one, and compares the rows of each.
final class Grouping: @unchecked Sendable {
  private let parts: [Assembly.Part]
  private let segments: [Assembly.Segment]
  private let table: PersonTable<Assembly.Facts>
  private let ranges: [PersonRange]
  private let rowCount: Int
  /// For each grouped row its number among the rows of all parts: rows are numbered by chunks, part after part.
  private let origins: UnsafeMutablePointer<UInt32>
  private let chunks: [UnsafeMutablePointer<RowKey>]
  /// For each part where its blocks with rows begin.
  private let blocks: [[(firstRow: Int, firstRecord: Int)]]
  /// For each part its first chunk.
  private let firstChunks: [Int]
  private var nameMismatches: [ProblemList] = []
  private let lock = Mutex(())

  /// People who follow each other, and where their rows begin.
  private struct PersonRange {
    var people: Range<Int>
    var firstRow: Int
  }

  init(_ assembly: Assembly, workers: Int) {
    parts = assembly.parts
    segments = assembly.segments
    table = assembly.table
    var total = 0
    for i in 0..<table.count { total += table.people[i].facts.rows }
    rowCount = total
    ranges = Grouping.ranges(table, total, workers: total < 1 << 15 ? 1 : min(workers, 8))
    origins = .allocate(capacity: max(total, 1))
    HugePages.advise(origins, count: total)
    var chunks: [UnsafeMutablePointer<RowKey>] = []
    firstChunks = parts.map { part in
      defer { chunks += part.readings.reader.rows.keys }
      return chunks.count
    }
    self.chunks = chunks
    var blocks = parts.map { _ in [(firstRow: Int, firstRecord: Int)]() }
    for segment in segments where !segment.rows.isEmpty {
      blocks[segment.part].append((segment.rows.lowerBound, Int(segment.firstRecord)))
    }
    self.blocks = blocks
  }

  deinit { origins.deallocate() }

  /// People cut into ranges with about as many rows each.
  private static func ranges(_ table: PersonTable<Assembly.Facts>, _ total: Int, workers: Int)
    -> [PersonRange]
  {
    var ranges: [PersonRange] = []
    var (start, firstRow, row) = (0, 0, 0)
    for i in 0..<table.count {
      row += table.people[i].facts.rows
      if i + 1 == table.count || (row - firstRow) * workers >= total {
        ranges.append(PersonRange(people: start..<i + 1, firstRow: firstRow))
        (start, firstRow) = (i + 1, row)
      }
    }
    return ranges
  }

  /// The rows in order of person.
  func group() -> [Entry] {
    let entries = [Entry](unsafeUninitializedCapacity: rowCount) { buffer, count in
      if let base = buffer.baseAddress {
        HugePages.advise(base, count: rowCount)
        let target = Target(entries: base)
        forEachRange { self.fill($0, target.entries) }
      }
      count = rowCount
    }
    for part in parts { part.readings.reader.dropRows() }
    return entries
  }

  private struct Target: @unchecked Sendable {
    let entries: UnsafeMutablePointer<Entry>
  }

  private func forEachRange(_ body: @Sendable (PersonRange) -> Void) {
    if ranges.count == 1 { return body(ranges[0]) }
    DispatchQueue.concurrentPerform(iterations: ranges.count) { body(ranges[$0]) }
  }

  /// Copies the rows of some people to where they belong and makes their numbers those of the run.
  private func fill(_ range: PersonRange, _ target: UnsafeMutablePointer<Entry>) {
    let first = range.people.lowerBound
    let next = UnsafeMutablePointer<Int>.allocate(capacity: max(range.people.count, 1))
    defer { next.deallocate() }
    var row = range.firstRow
    for person in range.people {
      next[person - first] = row
      row += table.people[person].facts.rows
    }
    var mismatches = ProblemList()
    for segment in segments { copy(segment, range.people, next, target, &mismatches) }
    lock.withLock { _ in nameMismatches.append(mismatches) }
  }

  private func copy(
    _ segment: Assembly.Segment, _ people: Range<Int>, _ next: UnsafeMutablePointer<Int>,
    _ target: UnsafeMutablePointer<Entry>, _ mismatches: inout ProblemList
  ) {
    let part = parts[segment.part]
    let readings = part.readings
    let file = UInt16(clamping: part.file)
    let firstOrigin = firstChunks[segment.part] * RowStore.chunk
    part.people.withUnsafeBufferPointer { numbers in
      part.texts.withUnsafeBufferPointer { texts in
        for row in segment.rows {
          let read = readings.reader.rows.entry(row)
          let local = Int(read.pointee.person)
          let person = Int(numbers[local])
          guard people.contains(person) else { continue }
          let place = next[person - people.lowerBound]
          next[person - people.lowerBound] = place + 1
          var entry = read.pointee
          entry.person = UInt32(truncatingIfNeeded: person)
          entry.line &+= segment.firstLine
          entry.file = file
          entry.title = TextID(texts[Int(entry.title.index)])
          entry.platform = TextID(texts[Int(entry.platform.index)])
          (target + place).initialize(to: entry)
          origins[place] = UInt32(truncatingIfNeeded: firstOrigin + row)
          let key = readings.reader.rows.key(row).pointee
          if key.name != .blank, key.name != .same || part.hasOtherName[local] {
            let record = Int(segment.firstRecord) + Int(key.record)
            compareName(part, row, local, person, entry, isFirst: key.name == .same, record, &mismatches)
          }
        }
      }
    }
  }

  @inline(never)
  private func compareName(
    _ part: Assembly.Part, _ row: Int, _ local: Int, _ person: Int, _ entry: Entry, isFirst: Bool,
    _ record: Int,
    _ mismatches: inout ProblemList
  ) {
    let first = table.people[person].facts
    let readings = part.readings
    let name: String
    if isFirst {
      name = readings.reader.names.string(readings.reader.details[local].name)
    } else {
      guard let other = readings.reader.otherName(ofRow: row), other.key != first.nameKey else { return }
      name = readings.reader.texts.table.string(other.name)
    }
    let column = readings.reader.nameColumn
    mismatches.append(
      Problem(
        .nameMismatch, file: Int(entry.file), line: Int(entry.line), record: record,
        column: column.map(ProblemColumn.heading) ?? .absent(.name), value: name,
        earlier: (first.nameFile, first.nameLine)))
  }

  // MARK: Comparing

  /// Marks duplicates and returns the warnings of all people.
  func compare(_ entries: inout [Entry]) -> [ProblemList] {
    let lists = Mutex(nameMismatches)
    entries.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let target = Target(entries: base)
      forEachRange { range in
        let found = self.compare(range, target.entries)
        if !found.isEmpty { lists.withLock { $0.append(found) } }
      }
    }
    return lists.withLock { $0 }
  }

  private func compare(_ range: PersonRange, _ entries: UnsafeMutablePointer<Entry>) -> ProblemList {
    var comparison = RowComparison()
    var row = range.firstRow
    for person in range.people {
      let count = table.people[person].facts.rows
      let first = row
      comparison.compare(entries + row, count: count) {
        key(ofRow: first + $0)
      } recordAt: {
        record(ofRow: first + $0)
      }
      row += count
    }
    return comparison.warnings
  }

  @inline(__always)
  private func key(ofRow row: Int) -> RowKey {
    let origin = Int(origins[row])
    return chunks[origin >> 13][origin & (RowStore.chunk - 1)]
  }

  /// The record number of a grouped row in its file; wanted for warnings only.
  private func record(ofRow row: Int) -> Int {
    let origin = Int(origins[row])
    let chunk = origin >> 13
    let part = (firstChunks.lastIndex { $0 <= chunk }) ?? 0
    let local = origin - firstChunks[part] * RowStore.chunk
    let found = blocks[part]
    var (low, high) = (0, found.count)
    while low < high {
      let middle = (low + high) / 2
      if found[middle].firstRow <= local { low = middle + 1 } else { high = middle }
    }
    return (low == 0 ? 0 : found[low - 1].firstRecord) + Int(key(ofRow: row).record)
  }
}
