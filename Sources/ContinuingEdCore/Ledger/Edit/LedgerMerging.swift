/// Takes the changes of another copy of a ledger that this one lacks, in their order, with their authors and reasons.
///
/// Two copies have the changes in common that have the same seals from the first on. What the other one did after them
/// is done here as changes of their own: entries get the next numbers, rows that this one has taken as well are not
/// taken twice, and what both have changed otherwise is left as it is here, and told.
package struct LedgerMerging {
  /// What was merged.
  package struct Outcome: Sendable {
    /// What is to be committed.
    package internal(set) var work = LedgerWork()
    /// How many changes both have from the first on.
    package internal(set) var common = 0
    /// The other copy's changes that were taken, and their numbers here.
    package internal(set) var taken: [(other: Int, here: Int)] = []
    /// Entries that have another number here.
    package internal(set) var renumbered: [(other: LedgerEntryID, here: LedgerEntryID)] = []
    /// Entries that both have changed; what the other copy did was not taken.
    package internal(set) var conflicts: [(entry: LedgerEntryID, line: JournalLine)] = []
    /// People whom both have changed; the other copy's line was not taken.
    package internal(set) var people: [String] = []
  }

  private let here: LedgerReading
  private let other: LedgerReading
  private var outcome = Outcome()
  /// Numbers of the other copy's entries here, where they came after the common changes.
  private var numbers: [LedgerEntryID: LedgerEntryID] = [:]
  /// What this copy has of rows that came after the common changes, by their lines.
  private var ownRows: [[UInt8]: [LedgerEntryID]] = [:]
  private var counts: [LedgerFile: Int]
  private var fates: [LedgerEntryID: JournalAction] = [:]
  private var statuses: [LedgerEntryID: ReviewStatus] = [:]
  private var successors: [LedgerEntryID: LedgerEntryID] = [:]
  private var nextID: Int

  /// A merging of another copy's state into one of this ledger.
  package init(_ here: LedgerReading, _ other: LedgerReading) {
    (self.here, self.other) = (here, other)
    counts = here.journal.counts
    nextID = here.journal.nextID
  }

  /// What is to be committed, and what is to be told.
  package consuming func merge() throws(LedgerFailure) -> Outcome {
    let (mine, theirs) = (self.lines(here.journal.seals), self.lines(other.journal.seals))
    outcome.common = zip(mine, theirs).prefix { $0 == $1 }.count
    let common = outcome.common
    let (ownBase, base) = (self.base(here, common), self.base(other, common))
    for (id, line) in try self.rows(here, after: ownBase) { ownRows[line, default: []].append(id) }
    note(here)
    var rows: [LedgerEntryID: [UInt8]] = [:]
    for (id, line) in try self.rows(other, after: base) { rows[id] = line }
    let people = try PeopleLines(here, other, base[.people] ?? 0, ownBase[.people] ?? 0)
    var place = base
    var lines = other.journal.lines.filter { $0.id > common }[...]
    var peopleLines = people.lines[...]
    while let first = lines.first {
      let change = lines.prefix { $0.id == first.id }
      lines = lines.dropFirst(change.count)
      var added: [LedgerFile: Int] = [:]
      for line in change {
        for (file, count) in line.added { added[file, default: 0] += count }
      }
      let ofChange = peopleLines.prefix(added[.people] ?? 0)
      peopleLines = peopleLines.dropFirst(ofChange.count)
      try take(Array(change), added, &place, rows, Array(ofChange))
    }
    return outcome
  }

  private func lines(_ seals: LedgerSeals) -> [ArraySlice<UInt8>] { seals.bytes.split(separator: 0x0A) }

  /// How many records each file had after the common changes.
  private func base(_ reading: LedgerReading, _ common: Int) -> [LedgerFile: Int] {
    var counts: [LedgerFile: Int] = [:]
    for line in reading.journal.lines where line.id <= common {
      for (file, count) in line.added { counts[file, default: 0] += count }
    }
    return counts
  }

  /// The entries after some counts, with their lines from the person on.
  private func rows(
    _ reading: LedgerReading, after base: [LedgerFile: Int]
  ) throws(LedgerFailure) -> [(LedgerEntryID, [UInt8])] {
    var rows: [(LedgerEntryID, [UInt8])] = []
    for year in reading.snapshot.years {
      let file = LedgerFile.entries(year: year)
      guard let table = LedgerTable(file, in: reading.snapshot) else { continue }
      var number = 0
      _ = try table.read { row in
        number += 1
        guard number > base[file] ?? 0, let id = LedgerEntryID(year: year, number: number) else { return }
        let start = row.raw(0).count + row.raw(1).count + 2
        rows.append((id, Array(row.bytes.dropFirst(start)) + [0x0A]))
      }
    }
    return rows
  }

  /// Notes what this copy has done to entries.
  private mutating func note(_ reading: LedgerReading) {
    for index in reading.journal.lines.indices {
      let change = reading.journal.lines.change(at: index)
      guard let entry = change.entry else { continue }
      apply(change.action, entry, change.replacedBy, change.status)
    }
  }

  private mutating func apply(
    _ action: JournalAction, _ entry: LedgerEntryID, _ new: LedgerEntryID?, _ status: ReviewStatus?
  ) {
    switch action {
    case .void: fates[entry] = .void
    case .correct:
      fates[entry] = .correct
      successors[entry] = new
    case .revive: fates[entry] = nil
    case .approve: statuses[entry] = status
    default: break
    }
  }

  private func number(_ id: LedgerEntryID) -> LedgerEntryID { numbers[id] ?? id }

  /// Takes one change of the other copy.
  private mutating func take(
    _ change: [JournalLine], _ added: [LedgerFile: Int], _ place: inout [LedgerFile: Int],
    _ rows: [LedgerEntryID: [UInt8]], _ people: [PeopleLines.Line]
  ) throws(LedgerFailure) {
    var lines: [JournalLine] = []
    var newLines: [Int: LedgerLines] = [:]
    var newCounts: [LedgerFile: Int] = [:]
    var leftOut: Set<LedgerEntryID> = []
    // Corrections of what both have changed bring nothing.
    for line in change where line.action == .correct {
      guard let entry = line.entry, let new = line.replacedBy, fates[number(entry)] != nil else { continue }
      leftOut.insert(new)
      numbers[new] = end(number(entry))
      let isSame = rows[new].flatMap { ownRows[$0] }?.contains { $0 == end(number(entry)) } ?? false
      if !isSame { outcome.conflicts.append((number(entry), line)) }
    }
    for (file, count) in added.sorted(by: { $0.key < $1.key }) {
      guard case .entries(let year) = file else { continue }
      let start = place[file] ?? 0
      place[file] = start + count
      for number in stride(from: start + 1, through: start + count, by: 1) {
        guard let id = LedgerEntryID(year: year, number: number), !leftOut.contains(id), let row = rows[id]
        else {
          continue
        }
        if let own = ownRows[row]?.first {
          // This copy has taken the same row.
          ownRows[row]?.removeFirst()
          numbers[id] = own
        } else {
          let next = (counts[file] ?? 0) + 1
          guard let here = LedgerEntryID(year: year, number: next) else {
            throw .impossible(.yearIsFull(year))
          }
          counts[file] = next
          newCounts[file, default: 0] += 1
          numbers[id] = here
          row.withUnsafeBytes { newLines[year, default: LedgerLines()].append(here, change: nextID, $0) }
        }
        if let here = numbers[id], here != id { outcome.renumbered.append((id, here)) }
      }
    }
    for line in change {
      if let found = taken(line, leftOut, from: change[0].id) { lines.append(found) }
    }
    var listed = LedgerLines()
    for line in people {
      if line.isConflict { outcome.people.append(line.person) }
      if !line.isNews { continue }
      listed.append(line.text, change: nextID)
      newCounts[.people, default: 0] += 1
    }
    if newCounts.isEmpty {
      // Of what came nothing is new.
      lines.removeAll { $0.action == .add }
      if lines.allSatisfy({ [.import, .people, .merge].contains($0.action) }) { return }
    }
    if let carrier = lines.firstIndex(where: {
      $0.action != .void && $0.action != .approve && $0.action != .revive
    }) {
      lines[carrier].added = newCounts
    }
    outcome.taken.append((change[0].id, nextID))
    outcome.work.lines += lines
    outcome.work.additions += newLines.sorted { $0.key < $1.key }.flatMap { year, lines in
      lines.additions(to: .entries(year: year))
    }
    outcome.work.additions += listed.additions(to: .people)
    nextID += 1
  }

  private func end(_ entry: LedgerEntryID) -> LedgerEntryID {
    var end = entry
    while let next = successors[end], next != end { end = next }
    return end
  }

  /// A line of the other copy's change as it stands here; nil if there is nothing to do, or both have changed the entry.
  private mutating func taken(
    _ line: JournalLine, _ leftOut: Set<LedgerEntryID>, from change: Int
  ) -> JournalLine? {
    var taken = line
    (taken.id, taken.added, taken.stretches) = (nextID, [:], [:])
    if taken.reason == "import \(change)" { taken.reason = "import \(nextID)" }
    guard let entry = line.entry.map({ number($0) }) else {
      // What came is counted with the first such line; an import of which everything is there brings nothing.
      return line.action == .upgrade ? nil : taken
    }
    taken.entry = entry
    if let new = line.replacedBy {
      if leftOut.contains(new) { return nil }
      taken.replacedBy = number(new)
    }
    switch line.action {
    case .revive: if fates[entry] != .void { return nil }
    case .approve:
      if statuses[entry] == line.status { return nil }
      if fates[entry] != nil || leftOut.contains(line.entry ?? entry) {
        outcome.conflicts.append((entry, line))
        return nil
      }
    case .void where fates[entry] == .void: return nil
    default:
      if fates[entry] != nil {
        outcome.conflicts.append((entry, line))
        return nil
      }
    }
    apply(line.action, entry, taken.replacedBy, line.status)
    return taken
  }
}

/// The lines of `people.csv` that the other copy of a ledger has added, and what they are to this one.
private struct PeopleLines {
  struct Line {
    var person: String
    /// The line without the number of its change.
    var text: [UInt8]
    /// Whether this copy has no such line.
    var isNews = true
    /// Whether this copy has another line of this person since.
    var isConflict = false
  }

  private(set) var lines: [Line] = []

  init(_ here: LedgerReading, _ other: LedgerReading, _ base: Int, _ ownBase: Int) throws(LedgerFailure) {
    var own: [String: [UInt8]] = [:]
    for line in try PeopleLines.read(here, after: ownBase) { own[PeopleLines.key(line)] = line.text }
    for var line in try PeopleLines.read(other, after: base) {
      if let found = own[PeopleLines.key(line)] {
        line.isNews = false
        line.isConflict = found != line.text
      }
      lines.append(line)
    }
  }

  /// A person on the roster of a year.
  private static func key(_ line: Line) -> String {
    let cells = line.text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return line.person + "\n" + String(decoding: cells.dropLast(2).last ?? [], as: UTF8.self)
  }

  private static func read(_ reading: LedgerReading, after base: Int) throws(LedgerFailure) -> [Line] {
    guard let table = LedgerTable(.people, in: reading.snapshot) else { return [] }
    var (lines, number): ([Line], Int) = ([], 0)
    _ = try table.read { row in
      number += 1
      if number <= base { return }
      let text = Array(row.bytes.dropLast(row.raw(row.count - 1).count))
      lines.append(Line(person: row.string(0), text: text))
    }
    return lines
  }
}

extension LedgerLines {
  /// Adds a line of people that another copy of the ledger has, but for the number of its change.
  mutating func append(_ line: [UInt8], change: Int) {
    line.withUnsafeBytes { appendRaw($0, change: change) }
  }
}
