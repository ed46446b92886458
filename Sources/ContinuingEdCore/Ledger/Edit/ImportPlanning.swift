#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes the lines that an import adds to a ledger, a file after the other. Every file that brings something is a change
/// of its own, so that an entry's import id names its file.
struct ImportPlanning {
  private var result = LedgerImportResult()
  private var matching: ImportMatching
  private let actor: LedgerActor
  private let acceptsChanges: Bool
  private var nextChange: Int
  /// For each year the number of its last entry so far.
  private var lastNumbers: [Int]
  private var years: [LedgerLines]
  private var people = LedgerLines()
  private var journal: [JournalLine] = []

  private static let firstYear = LedgerFile.years.lowerBound

  init(
    _ journal: LedgerJournal, _ actor: LedgerActor, _ matching: ImportMatching, acceptsChanges: Bool
  ) {
    self.matching = matching
    self.actor = actor
    self.acceptsChanges = acceptsChanges
    nextChange = journal.nextID
    lastNumbers = LedgerFile.years.map { journal.counts[.entries(year: $0)] ?? 0 }
    years = LedgerFile.years.map { _ in LedgerLines() }
  }

  // MARK: Records files

  /// Adds what is new of a file.
  mutating func add(_ file: ImportedFile, isLast: Bool) throws(LedgerError) {
    let (outcomes, changes) = matching.match(file)
    var balance = ImportBalance()
    (balance.read, balance.problems, balance.blank) = (
      file.recordCount, file.counts.faulty, file.counts.blank
    )
    let first = lastNumbers
    let differences = changes.map { self.differences($0, file) }
    var newIDs: [LedgerEntryID?] = []
    var (page, change) = (0, 0)
    for row in file.rows.indices {
      switch outcomes[row] {
      case .present: balance.present += 1
      case .changed where !acceptsChanges:
        balance.changed += 1
        newIDs.append(nil)
      case .new, .changed:
        balance.taken += 1
        let id = try add(file.rows[row], file)
        if outcomes[row] == .changed {
          newIDs.append(id)
          matching.retire(changes[change].entry)
        }
        if !isLast { matching.take(row, of: file, as: id) }
      }
      if outcomes[row] == .changed { change += 1 }
      if isLast, Int(file.rows[row].page) > page {
        file.dropPages(before: Int(file.rows[row].page), from: page)
        page = Int(file.rows[row].page)
      }
    }
    record(file, balance, from: first)
    report(file, changes, differences, newIDs)
    if balance.taken > 0 { nextChange += 1 }
    carryOver(changes, newIDs, file)
  }

  /// Adds a line to the entries of its year and returns the new id.
  private mutating func add(_ row: LedgerRowFacts, _ file: ImportedFile) throws(LedgerError) -> LedgerEntryID
  {
    let year = Int(row.year)
    let place = year - ImportPlanning.firstYear
    guard let id = LedgerEntryID(year: year, number: lastNumbers[place] + 1) else {
      // A year has no more numbers.
      throw .system(.init(path: LedgerFile.entries(year: year).path, errno: EFBIG))
    }
    lastNumbers[place] += 1
    file.withText(of: row) { years[place].append(id, change: nextChange, $0) }
    return id
  }

  /// Tells the journal of a file, and the caller.
  private mutating func record(_ file: ImportedFile, _ balance: ImportBalance, from first: [Int]) {
    var line = actor.line(.import, change: balance.taken > 0 ? nextChange : 0)
    line.file = ImportPlanning.fileName(file.name)
    line.content = file.content
    line.balance = balance
    var ranges: [ClosedRange<LedgerEntryID>] = []
    for (place, number) in first.enumerated() where lastNumbers[place] > number {
      let year = place + ImportPlanning.firstYear
      line.added[.entries(year: year)] = lastNumbers[place] - number
      if let low = LedgerEntryID(year: year, number: number + 1),
        let high = LedgerEntryID(year: year, number: lastNumbers[place])
      {
        ranges.append(low...high)
      }
    }
    if balance.taken > 0 { journal.append(line) }
    result.files.append(.init(name: file.name, isRoster: false, line: line, entries: ranges))
  }

  /// Tells of the rows that are probably corrections, and the journal of those that were taken.
  private mutating func report(
    _ file: ImportedFile, _ changes: [ImportMatching.Change],
    _ differences: [[(field: Field, old: String, new: String)]], _ newIDs: [LedgerEntryID?]
  ) {
    for (index, change) in changes.enumerated() {
      let entry = matching.entries[change.entry].id
      result.changes.append(
        .init(
          file: file.name, line: Int(file.rows[change.row].line), entry: entry, replacedBy: newIDs[index],
          differences: differences[index]))
      if let newID = newIDs[index] {
        var line = actor.line(.correct, change: nextChange)
        (line.entry, line.replacedBy) = (entry, newID)
        line.reason = "import \(nextChange)"
        journal.append(line)
      }
    }
  }

  /// The status that an approval gave an entry goes over to the row that takes its place, unless the row changes it.
  private mutating func carryOver(
    _ changes: [ImportMatching.Change], _ newIDs: [LedgerEntryID?], _ file: ImportedFile
  ) {
    let change = nextChange
    for (index, found) in changes.enumerated() {
      guard let newID = newIDs[index], let status = matching.entries[found.entry].approved,
        !found.differs.fields.contains(.status)
      else { continue }
      var line = actor.line(.approve, change: change)
      (line.entry, line.status) = (newID, status)
      line.reason = "import \(change - 1)"
      journal.append(line)
      nextChange = change + 1
    }
  }

  private func differences(
    _ change: ImportMatching.Change, _ file: ImportedFile
  ) -> [(field: Field, old: String, new: String)] {
    let entry = matching.entries[change.entry]
    return file.withText(of: file.rows[change.row]) { line in
      let (new, old) = (LedgerLineCells(line), LedgerLineCells(entry.text.bytes(entry.facts.text)))
      return change.differs.fields.map { field in
        let oldText = field == .status ? entry.approved?.code ?? old.text(field) : old.text(field)
        return (field, oldText, new.text(field))
      }
    }
  }

  /// The last part of a path: a ledger says nothing of the machine.
  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  // MARK: Roster

  /// Adds the people of a roster who are new, or of whom it says something else than the ledger. With `isWhole`, those
  /// whom it does not have leave, unless one of its rows could not be read and may have been theirs.
  mutating func add(_ roster: ImportedRoster, _ known: LedgerRoster, isWhole: Bool) {
    var balance = ImportBalance()
    balance.read = roster.counts.usable + roster.counts.faulty + roster.counts.blank
    (balance.problems, balance.blank) = (roster.counts.faulty, roster.counts.blank)
    for row in roster.rows {
      if let line = known.people[row.id], line.isListed, line.text == row.text {
        balance.present += 1
      } else {
        balance.taken += 1
        people.append(row.text, isListed: true, change: nextChange)
      }
    }
    var left = 0
    if isWhole, balance.problems == 0 {
      let there = Set(roster.rows.map(\.id))
      for (id, line) in known.people.sorted(by: { $0.value.record < $1.value.record })
      where line.isListed && !there.contains(id) {
        left += 1
        people.append(line.text, isListed: false, change: nextChange)
      }
    }
    var line = actor.line(.people, change: balance.taken + left > 0 ? nextChange : 0)
    line.file = ImportPlanning.fileName(roster.name)
    line.content = roster.content
    line.balance = balance
    if balance.taken + left > 0 {
      line.added[.people] = balance.taken + left
      journal.append(line)
      nextChange += 1
    }
    result.files.append(.init(name: roster.name, isRoster: true, line: line, entries: []))
  }

  // MARK: Finishing

  /// Everything together.
  mutating func finish(_ records: Records) -> LedgerImportResult {
    result.records = records
    for (place, lines) in years.enumerated() where !lines.chunks.isEmpty {
      result.additions.append(
        LedgerAddition(.entries(year: place + ImportPlanning.firstYear), lines.chunks))
    }
    if !people.chunks.isEmpty { result.additions.append(LedgerAddition(.people, people.chunks)) }
    if !journal.isEmpty { result.additions.append(.journal(journal)) }
    return result
  }
}

/// Lines for one of a ledger's files.
struct LedgerLines {
  private(set) var chunks: [[UInt8]] = []
  private static let chunkSize = 1 << 20

  /// Adds a line of entries: its id, the change that brings it, and the row.
  mutating func append(_ id: LedgerEntryID, change: Int, _ row: UnsafeRawBufferPointer) {
    beginLine(row.count + 40)
    let last = chunks.count - 1
    LedgerLines.append(id.year, to: &chunks[last])
    chunks[last].append(UInt8(ascii: "-"))
    LedgerLines.append(id.number, to: &chunks[last])
    chunks[last].append(UInt8(ascii: ","))
    LedgerLines.append(change, to: &chunks[last])
    chunks[last].append(UInt8(ascii: ","))
    chunks[last].append(contentsOf: row)
  }

  /// Adds a line of people: the row with its last comma, whether the person is listed, and the change.
  mutating func append(_ row: [UInt8], isListed: Bool, change: Int) {
    beginLine(row.count + 20)
    chunks[chunks.count - 1] += row + Array("\(isListed ? "yes" : "no"),\(change)\n".utf8)
  }

  private mutating func beginLine(_ count: Int) {
    if let last = chunks.last, last.count + count <= LedgerLines.chunkSize { return }
    var chunk: [UInt8] = []
    chunk.reserveCapacity(max(chunks.isEmpty ? 4096 : LedgerLines.chunkSize, count))
    chunks.append(chunk)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (number, 20)
      repeat {
        start -= 1
        digits[start] = UInt8(truncatingIfNeeded: 48 + rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: digits[start...])
    }
  }
}
