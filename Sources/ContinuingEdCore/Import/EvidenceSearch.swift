/// Finds the evidence that rows of several people name, list by list.
final class EvidenceSearch: @unchecked Sendable {
  private let parts: [Part]
  private let merge: PeopleMerge
  private let lists: [[[EvidenceStore.Row]]]
  /// What was found in each list.
  private let found: UnsafeMutableBufferPointer<[Group]>

  /// Rows that name one evidence.
  struct Group {
    var rows: [Row]
  }

  /// A row, and its person as the merged people know it.
  struct Row {
    var bucket: UInt8
    var place: UInt32
    var file: UInt16
    var line: UInt32
    var title: UInt32
  }

  /// What is known of an evidence: the first person and the first title that is not blank.
  private struct Seen {
    var evidence: UInt64
    var person: UInt64
    var title: UInt32
    var hasOtherPerson = false
    var hasOtherTitle = false
    var isShared: Bool { hasOtherPerson && hasOtherTitle }
  }

  init(_ parts: [Part], _ merge: PeopleMerge) {
    (self.parts, self.merge) = (parts, merge)
    lists = parts.map { $0.readings.reader.evidence.rows }
    found = .allocate(capacity: EvidenceStore.lists)
    found.initialize(repeating: [])
  }

  deinit {
    found.deinitialize()
    found.deallocate()
  }

  /// Whether no row names any.
  var isEmpty: Bool { lists.allSatisfy(\.isEmpty) }

  /// Everything that was found, in the order of the rows that come last.
  var groups: [Group] { found.flatMap { $0 } }

  /// Looks through one list of each worker.
  func search(_ list: Int) {
    let rows = lists.map { $0[safe: list] ?? [] }
    let count = rows.reduce(0) { $0 + $1.count }
    if count < 2 { return }
    var size = 16
    while size < count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    var seen: [Seen] = []
    for (part, rows) in rows.enumerated() {
      for row in rows { note(row, person(row, part), &seen, &slots) }
    }
    if !seen.contains(where: \.isShared) { return }
    var groups = [Int](repeating: -1, count: seen.count)
    for (part, rows) in rows.enumerated() {
      for row in rows {
        let index = Int(slots[slot(of: row.evidence, seen, slots)]) - 1
        if !seen[index].isShared { continue }
        if groups[index] < 0 {
          groups[index] = found[list].count
          found[list].append(Group(rows: []))
        }
        found[list][groups[index]].rows.append(merged(row, part))
      }
    }
    for group in found[list].indices {
      found[list][group].rows.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    }
  }

  private func note(
    _ row: EvidenceStore.Row, _ person: UInt64, _ seen: inout [Seen], _ slots: inout [UInt32]
  ) {
    let slot = slot(of: row.evidence, seen, slots)
    if slots[slot] == 0 {
      seen.append(Seen(evidence: row.evidence, person: person, title: row.title))
      slots[slot] = UInt32(truncatingIfNeeded: seen.count)
      return
    }
    let index = Int(slots[slot]) - 1
    if seen[index].person != person { seen[index].hasOtherPerson = true }
    if row.title == 0 || row.title == seen[index].title { return }
    if seen[index].title == 0 { seen[index].title = row.title } else { seen[index].hasOtherTitle = true }
  }

  private func slot(of evidence: UInt64, _ seen: [Seen], _ slots: [UInt32]) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: evidence) & mask
    while slots[slot] != 0, seen[Int(slots[slot]) - 1].evidence != evidence { slot = (slot + 1) & mask }
    return slot
  }

  /// A number that tells people apart.
  private func person(_ row: EvidenceStore.Row, _ part: Int) -> UInt64 {
    let bucket = merge.facts(PersonRef(part + 1, Int(row.person))).bucket
    return UInt64(bucket) << 32 | UInt64(parts[part].people[Int(row.person)].place)
  }

  private func merged(_ row: EvidenceStore.Row, _ part: Int) -> Row {
    let place = ReadPerson.Place(block: row.block, line: row.line, record: 0)
    return Row(
      bucket: merge.facts(PersonRef(part + 1, Int(row.person))).bucket,
      place: UInt32(truncatingIfNeeded: parts[part].people[Int(row.person)].place),
      file: UInt16(clamping: parts[part].file),
      line: UInt32(clamping: parts[part].places.line(place)), title: row.title)
  }
}
