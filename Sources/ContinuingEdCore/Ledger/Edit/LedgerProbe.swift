/// What the rows of a ledger are compared with: rows that are to be imported.
final class LedgerProbe: RowProbe {
  /// The keys of whole rows, or, where those are wanted that are about the same, of what rows are about.
  let keys: KeyTable
  /// Those whose rows are wanted that are about the same as one of theirs; nil while equal rows are looked for.
  let people: KeyTable?

  /// Looks for rows that equal one.
  init(rows: KeyTable) {
    keys = rows
    people = nil
  }

  /// Looks for rows that are about the same as one.
  init(gists: KeyTable, of people: KeyTable) {
    keys = gists
    self.people = people
  }
}

/// A row of a ledger that has the key of one that is to be imported.
struct KnownRow {
  /// The number of the key in the probe's table.
  var key: UInt32
  var id: LedgerEntryID
}

/// A row of a ledger that is perhaps about the same as one that is to be imported.
struct CandidateRow {
  var id: LedgerEntryID
  /// Where its line lies, from the person on.
  var text: LineText
  var range: Range<Int>
  /// The numbers of its keys in the probe's table.
  var keys: [UInt32]
}

/// Looks at the rows of a ledger's file as they stand there, and finds those that have a key of the probe.
struct LedgerProbeReader: RowConsumer, ~Copyable {
  private let probe: LedgerProbe?
  private let year: Int
  private var text = LineText()
  private(set) var known: [KnownRow] = []
  private(set) var candidates: [CandidateRow] = []
  /// The first place, by block and line, whose entry id can't be read, though it is wanted.
  private(set) var badID: (block: Int, line: Int, cell: String)?
  /// The first row that is none, by block and line.
  private(set) var problems = ProblemList()
  private var block = 0

  /// Places in a text are kept in 32 bits.
  private static let longestText = 1 << 26

  init(_ setup: ReaderSetup, columns: [Int32]) {
    probe = setup.probe as? LedgerProbe
    year = setup.probedYear
  }

  var rowCount: Int { 0 }
  var problemCount: Int { problems.count }

  func find(_ batch: RecordBatch) {}

  mutating func begin(block: Int) { self.block = block }

  mutating func report(_ code: ProblemCode, as variant: ProblemVariant, line: Int, record: Int) {
    problems.append(FoundProblem(code, file: 0, line: line, record: record))
  }

  mutating func read(_ row: Row, line: Int, record: Int) -> RowOutcome {
    guard let probe else { return .used }
    let bytes = LedgerProbeReader.rest(of: row)
    if probe.people == nil {
      if let key = probe.keys.find(LedgerRowFacts.key(bytes)), let id = id(of: row, line: line) {
        known.append(KnownRow(key: key, id: id))
      }
    } else {
      readCandidate(row, bytes, probe, line: line)
    }
    return .used
  }

  @inline(never)
  private mutating func readCandidate(
    _ row: Row, _ bytes: UnsafeRawBufferPointer, _ probe: LedgerProbe, line: Int
  ) {
    let person = LedgerRowFacts.person(bytes)
    guard probe.people?.find(person) != nil else { return }
    let keys = RowAspects(LedgerLineCells(bytes), year: year).keys(person).compactMap(probe.keys.find)
    guard !keys.isEmpty, let id = id(of: row, line: line) else { return }
    if text.count > LedgerProbeReader.longestText { text = LineText() }
    let start = text.count
    text.reserve(bytes.count + 1)
    text.add(bytes)
    candidates.append(CandidateRow(id: id, text: text, range: start..<text.count, keys: keys))
  }

  private mutating func id(of row: Row, line: Int) -> LedgerEntryID? {
    let cell = row.cell(at: 0)
    let id = LedgerEntryID(bytes: cell)
    if id == nil, badID == nil { badID = (block, line, String(decoding: cell, as: UTF8.self)) }
    return id
  }

  /// The bytes of a line from the person on, without its line break: what stands before it holds no commas but its own.
  @inline(__always)
  private static func rest(of row: Row) -> UnsafeRawBufferPointer {
    let bytes = row.bytes
    let change = row.cells[1]
    let start = min(bytes.count, change.start + change.count + 1 - row.range.lowerBound)
    return UnsafeRawBufferPointer(rebasing: bytes[start...])
  }
}
