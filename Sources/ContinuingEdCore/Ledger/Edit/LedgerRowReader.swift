/// A usable row on its way into a ledger, or one of a ledger that it is compared with.
struct LedgerRowFacts {
  var keys: EntryKeys
  /// Where its line lies in the text.
  var textStart: UInt32
  var textCount: UInt32
  /// The physical line; counted within the block while the file is read.
  var line: UInt32
  /// Which of the file's texts its line lies in, once the file has been read.
  var page: UInt32 = 0
  /// First and last day as they count for what a row is about; .min if unknown.
  var start: Int32
  var end: Int32
  /// The credit year.
  var year: UInt16
  var category: UInt8

  init(_ keys: EntryKeys, _ entry: Entry, text: Range<Int>) {
    self.keys = keys
    textStart = UInt32(truncatingIfNeeded: text.lowerBound)
    textCount = UInt32(truncatingIfNeeded: text.count)
    line = entry.line
    start = entry.startRaw
    end = entry.endRaw == .min ? entry.startRaw : entry.endRaw
    year = UInt16(truncatingIfNeeded: entry.ledgerYear)
    category = entry.categoryRaw
  }

  /// Where its line lies in the text.
  var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textCount) }
}

extension Entry {
  /// The credit year by which a usable row is filed: the year column, else the year of the end, else of the start
  /// (READINGS §1).
  var ledgerYear: Int { year ?? end?.year ?? start?.year ?? 0 }
}

/// How many records of a file were what.
struct RecordCounts {
  var usable = 0
  /// Rows with problems, and records that are none.
  var faulty = 0
  /// Blank records and skipped totals.
  var blank = 0

  static func + (a: RecordCounts, b: RecordCounts) -> RecordCounts {
    RecordCounts(usable: a.usable + b.usable, faulty: a.faulty + b.faulty, blank: a.blank + b.blank)
  }

  /// Counts a record that the reader of rows was told of by a code.
  mutating func count(_ code: ProblemCode) {
    if code == .skippedRow { blank += 1 } else { faulty += 1 }
  }

  /// Counts a record that nobody read.
  mutating func count(_ kind: RecordKind) {
    switch kind {
    case .blank, .total: blank += 1
    case .row, .ragged: faulty += 1
    }
  }
}

/// Reads the rows of a file that is to be imported: a ``RowReader`` reads and judges them, and what can be used is
/// written as a line of a ledger.
struct LedgerRowReader: RowConsumer, ~Copyable {
  private var inner: RowReader
  private let setup: ReaderSetup
  private(set) var counts = RecordCounts()
  /// The rows of all blocks that this worker took.
  private(set) var rows: [LedgerRowFacts] = []
  /// The lines of each block, and which of the rows are the block's.
  private(set) var blocks: [Block] = []

  struct Block {
    let index: Int
    let text: LineText
    var rows: Range<Int>
  }

  init(_ setup: ReaderSetup, columns: [Int32]) {
    self.setup = setup
    inner = RowReader(setup, columns: columns)
  }

  /// Hands over the reader that has found all problems.
  mutating func takeReader() -> RowReader {
    var reader = RowReader(ReaderSetup(), columns: [])
    swap(&reader, &inner)
    return reader
  }

  var rowCount: Int { inner.rowCount }
  var problemCount: Int { inner.problemCount }

  func find(_ batch: RecordBatch) { inner.find(batch) }

  mutating func begin(block: Int) {
    inner.begin(block: block)
    blocks.append(Block(index: block, text: LineText(), rows: rows.count..<rows.count))
  }

  mutating func report(_ code: ProblemCode, line: Int, record: Int) {
    inner.report(code, line: line, record: record)
    counts.count(code)
  }

  mutating func passOver(_ kind: RecordKind) { counts.count(kind) }

  mutating func read(_ row: Row, line: Int, record: Int) -> Bool {
    var draft = RowDraft()
    let isFaulty = inner.read(row, line: line, record: record, into: &draft)
    guard !isFaulty, let person = draft.person else {
      counts.faulty += 1
      return true
    }
    let entry = draft.entry
    counts.usable += 1
    let text = blocks[blocks.count - 1].text
    let start = text.count
    inner.people.withKey(of: person) { EntryLineWriter.append(row, entry, id: $0.bytes, to: text) }
    rows.append(LedgerRowFacts(EntryKeys(inner, row, draft, of: person), entry, text: start..<text.count))
    blocks[blocks.count - 1].rows = blocks[blocks.count - 1].rows.lowerBound..<rows.count
    return false
  }
}
