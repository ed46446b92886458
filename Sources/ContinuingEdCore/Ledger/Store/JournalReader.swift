/// Reads a journal and finds every line that is not as the program writes it, or that does not fit those before it.
struct JournalReader {
  /// The lines without faults.
  private(set) var lines = JournalLines()
  private(set) var faults: [LedgerFault] = []
  /// Whether the lines could be looked at; not if the header is wrong.
  private(set) var isRead = true

  /// Which records of the files came with which change, so far as lines with faults say it too.
  private(set) var origins = LedgerOrigins()
  /// The bytes that each change brought, so far as lines with faults say it too.
  private(set) var stretches: [LedgerFile: [FileStretch]] = [:]
  /// How far it goes, and what `seals.csv` must say of it.
  private(set) var seals = LedgerSeals()

  private let path: String
  private let format: Int
  private(set) var lastID = 0
  private var sums: JournalSums
  /// What the files held before the change whose lines are being read.
  private var countsBefore: [LedgerFile: Int] = [:]
  /// The entries that are void or replaced, and by which change.
  private var gone: [LedgerEntryID: Int] = [:]
  /// Those of them that are void.
  private var voids: Set<LedgerEntryID> = []
  /// The entries that stand in the place of others.
  private var replacements: Set<LedgerEntryID> = []
  /// Those of the change whose lines are being read, and the lines.
  private var newReplacements: [(entry: LedgerEntryID, line: Int)] = []

  private init(path: String, format: Int) {
    self.path = path
    self.format = format
    sums = JournalSums(path: path)
  }

  /// Reads the journal of a state, and holds it to `seals.csv`.
  static func read(_ snapshot: LedgerSnapshot) throws(LedgerFailure) -> JournalReader {
    let path = snapshot.path(of: .journal)
    var reader = JournalReader(path: path, format: snapshot.format)
    guard let table = LedgerTable(.journal, in: snapshot) else { throw .missingFile(path: path) }
    let outcome = try table.read { reader.read($0) }
    reader.endChange()
    reader.isRead = outcome.isRead
    reader.faults = (reader.faults + outcome.faults).sorted { $0.line < $1.line }
    if snapshot.format > 1, outcome.isRead, reader.faults.isEmpty {
      reader.faults += try reader.seals.faults(in: snapshot, lastLine: outcome.lastLine)
    }
    return reader
  }

  private mutating func read(_ row: LedgerRow) {
    var cells = JournalCells(row: row, path: path, format: format)
    let line = cells.journalLine()
    faults += cells.faults
    if format > 1 { check(row, cells) }
    // A line with a fault still has its place in the sequence, and what it says is told need not be missed.
    if let id = cells.id {
      follow(id, line: row.line)
      origins.add(cells.added, by: id)
      for (file, stretch) in cells.stretches {
        stretches[file, default: []].append(FileStretch(change: id, lines: cells.added[file] ?? 0, stretch))
      }
    }
    guard let line else { return }
    judge(line)
    lines.append(line)
  }

  /// Checks the sum of a line.
  private mutating func check(_ row: LedgerRow, _ cells: JournalCells) {
    if let fault = sums.fault(row, change: cells.id) { faults.append(fault) }
    seals.add(change: cells.id ?? lastID, sum: sums.last)
  }

  /// Checks that an id is that of the line before or the next one.
  private mutating func follow(_ id: Int, line: Int) {
    if id == lastID { return }
    endChange()
    if id != lastID + 1 {
      faults.append(LedgerFault(path, line: line, .changeOutOfSequence(found: id, expected: lastID + 1)))
    }
    lastID = id
    countsBefore = origins.counts
  }

  /// Checks what a line refers to.
  private mutating func judge(_ line: JournalLine) {
    guard let entry = line.entry else { return }
    // An approval may go over to the row that takes an entry's place, in one change.
    let counts = line.action == .approve ? origins.counts : countsBefore
    if entry.number > counts[.entries(year: entry.year)] ?? 0 {
      faults.append(LedgerFault(path, line: line.line, .noSuchEntry(entry)))
    } else if line.action == .revive {
      if !voids.contains(entry) { faults.append(LedgerFault(path, line: line.line, .notVoid(entry))) }
    } else if let change = gone[entry] {
      faults.append(LedgerFault(path, line: line.line, .goneEntry(entry, change: change)))
    }
    switch line.action {
    case .void:
      if gone[entry] == nil { voids.insert(entry) }
      gone[entry] = gone[entry] ?? line.id
    case .correct: gone[entry] = gone[entry] ?? line.id
    case .revive where voids.remove(entry) != nil: gone[entry] = nil
    default: break
    }
    if let replacement = line.replacedBy { newReplacements.append((replacement, line.line)) }
  }

  /// Checks that what stands in the place of other entries came with the change that put it there.
  private mutating func endChange() {
    for (entry, line) in newReplacements {
      let file = LedgerFile.entries(year: entry.year)
      let isNew = entry.number > countsBefore[file] ?? 0 && entry.number <= origins.counts[file] ?? 0
      if !isNew || !replacements.insert(entry).inserted {
        faults.append(LedgerFault(path, line: line, .badReplacement(entry)))
      }
    }
    newReplacements.removeAll()
  }
}

/// The bytes that a change added to a file.
struct FileStretch: Sendable {
  /// The number of the change.
  var change: Int
  /// How many records it added.
  var lines: Int
  /// How many bytes, and their sum.
  var stretch: LedgerStretch

  init(change: Int, lines: Int, _ stretch: LedgerStretch) {
    (self.change, self.lines, self.stretch) = (change, lines, stretch)
  }
}

/// Follows the sums of a journal's lines.
struct JournalSums {
  private let path: String
  /// What the last line says that it is.
  private(set) var last: UInt64 = 0
  /// What the last line should have said, where it said something else.
  private var lastRight: UInt64?

  init(path: String) { self.path = path }

  /// What is wrong with the sum of a line; of a wrong sum, and of what was changed, only that line is at fault.
  mutating func fault(_ row: LedgerRow, change: Int?) -> LedgerFault? {
    let bytes = row.bytes
    guard bytes.count > 16, let found = ByteSum.parse(UnsafeRawBufferPointer(rebasing: bytes.suffix(16)))
    else {
      lastRight = nil
      return LedgerFault(path, line: row.line, .badSum(change: change))
    }
    let line = UnsafeRawBufferPointer(rebasing: bytes.dropLast(16))
    let right = JournalLine.sum(of: line, after: last)
    defer { last = found }
    if found == right || lastRight.map({ JournalLine.sum(of: line, after: $0) }) == found {
      lastRight = nil
      return nil
    }
    lastRight = right
    return LedgerFault(path, line: row.line, .badSum(change: change))
  }
}
