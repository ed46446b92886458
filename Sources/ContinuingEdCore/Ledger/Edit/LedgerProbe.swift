/// What the rows of a ledger are compared with: the keys of the rows that are to be imported.
final class LedgerProbe: Sendable {
  /// The keys of whole rows.
  let rows: KeyTable
  /// The keys of what rows are about.
  let gists: KeyTable
  /// Whether entries are wanted too that a row equals, because another file may not have that row.
  let wantsEqual: Bool

  init(rows: KeyTable, gists: KeyTable, wantsEqual: Bool) {
    self.rows = rows
    self.gists = gists
    self.wantsEqual = wantsEqual
  }
}

/// An entry of a ledger about the same as a row that is to be imported.
struct CandidateEntry {
  /// The place of the gist in the probe's table.
  var gist: UInt32
  var id: LedgerEntryID
  var facts: LedgerRowFacts
  /// Its line as the program writes it today, whatever was done to the file by hand.
  var text: LineText
}

/// Reads the rows of a ledger's file, finds which of those to be imported are there, and notes the entries that one of
/// them may be a correction of.
struct LedgerProbeReader: RowConsumer, ~Copyable {
  private var inner: RowReader
  private let probe: LedgerProbe?
  private var text = LineText()
  /// For each of the probe's keys how many rows of the ledger have it.
  private(set) var counts: [UInt32]
  private(set) var candidates: [CandidateEntry] = []
  /// How many records there are.
  private(set) var records = 0
  /// The first place, by block and line, whose entry id can't be read, though it is wanted.
  private(set) var badID: (block: Int, line: Int, record: Int, cell: String)?
  private var block = 0

  /// Places in a text are kept in 32 bits.
  private static let longestText = 1 << 26

  init(_ setup: ReaderSetup, columns: [Int32]) {
    inner = RowReader(setup, columns: columns)
    probe = setup.probe
    counts = [UInt32](repeating: 0, count: probe?.rows.count ?? 0)
  }

  /// The problems of the rows.
  var problems: ProblemList { inner.problems.list }

  var rowCount: Int { 0 }
  var problemCount: Int { inner.problemCount }

  func find(_ batch: RecordBatch) { inner.find(batch) }

  mutating func begin(block: Int) {
    inner.begin(block: block)
    self.block = block
  }

  mutating func report(_ code: ProblemCode, line: Int, record: Int) {
    inner.report(code, line: line, record: record)
  }

  mutating func read(_ row: Row, line: Int, record: Int) -> Bool {
    var draft = RowDraft()
    if inner.read(row, line: line, record: record, into: &draft) { return true }
    records += 1
    guard let probe, let person = draft.person else { return false }
    let keys = EntryKeys(inner, row, draft, of: person)
    let equal = probe.rows.find(keys.row)
    if let equal { counts[Int(equal)] += 1 }
    if equal == nil || probe.wantsEqual, let gist = probe.gists.find(keys.gist) {
      note(row, draft.entry, keys, gist: gist, line: line, record: record)
    }
    return false
  }

  @inline(never)
  private mutating func note(
    _ row: Row, _ entry: Entry, _ keys: EntryKeys, gist: UInt32, line: Int, record: Int
  ) {
    let cell = row.cell(at: 0)
    guard let id = LedgerEntryID(bytes: cell) else {
      if badID == nil { badID = (block, line, record, String(decoding: cell, as: UTF8.self)) }
      return
    }
    if text.count > LedgerProbeReader.longestText { text = LineText() }
    let start = text.count
    inner.people.withKey(of: Int(entry.person)) { EntryLineWriter.append(row, entry, id: $0.bytes, to: text) }
    let facts = LedgerRowFacts(keys, entry, text: start..<text.count)
    candidates.append(CandidateEntry(gist: gist, id: id, facts: facts, text: text))
  }
}
