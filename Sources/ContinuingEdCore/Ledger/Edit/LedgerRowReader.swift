/// A usable row on its way into a ledger.
struct LedgerRowFacts {
  /// Stands for the person and all cells: equal for rows that say the same.
  var key: UInt64
  /// Where its line lies in the text.
  var textStart: UInt32
  var textCount: UInt32
  /// The physical line; counted within the block while the file is read.
  var line: UInt32
  /// Which of the file's texts its line lies in, once the file has been read.
  var page: UInt32 = 0
  /// The credit year.
  var year: UInt16

  init(_ entry: EntryRow, _ line: UnsafeRawBufferPointer, at start: Int) {
    key = LedgerRowFacts.key(UnsafeRawBufferPointer(rebasing: line.dropLast()))
    textStart = UInt32(truncatingIfNeeded: start)
    textCount = UInt32(truncatingIfNeeded: line.count)
    self.line = entry.line
    year = UInt16(truncatingIfNeeded: entry.ledgerYear)
  }

  /// Makes it stand for another line, which begins a page of its own.
  mutating func take(_ line: [UInt8], year: Int, page: Int) {
    key = line.withUnsafeBytes { LedgerRowFacts.key(UnsafeRawBufferPointer(rebasing: $0.dropLast())) }
    (textStart, textCount) = (0, UInt32(truncatingIfNeeded: line.count))
    self.page = UInt32(truncatingIfNeeded: page)
    self.year = UInt16(truncatingIfNeeded: year)
  }

  /// Where its line lies in the text.
  var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textCount) }

  /// The key of a line as the program writes it, from the person on and without its line break: what says the same is
  /// written the same.
  @inline(__always)
  static func key(_ line: UnsafeRawBufferPointer) -> UInt64 { Mixing.hash(line) }

  /// The hash of the person's cell, which is the first.
  static func person(_ line: UnsafeRawBufferPointer) -> UInt64 {
    var isQuoted = false
    for (place, byte) in line.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        return Mixing.hash(UnsafeRawBufferPointer(rebasing: line[..<place]))
      }
    }
    return Mixing.hash(line)
  }
}

extension EntryRow {
  /// The credit year by which a usable row is filed: the year column, else the year of the end, else of the start
  /// (Judging: Verdict).
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

  mutating func report(_ code: ProblemCode, as variant: ProblemVariant, line: Int, record: Int) {
    inner.report(code, as: variant, line: line, record: record)
    counts.count(code)
  }

  mutating func passOverBlank() { counts.blank += 1 }

  mutating func read(_ row: Row, line: Int, record: Int) -> RowOutcome {
    var draft = RowDraft()
    let outcome = inner.read(row, line: line, record: record, into: &draft)
    if outcome == .doubtful { return outcome }
    if outcome == .used, draft.isOfNoHours {
      // Nothing of it goes into the ledger, and nothing is wrong with it.
      counts.blank += 1
      return .used
    }
    guard outcome == .used, let person = draft.person else {
      counts.faulty += 1
      return .faulty
    }
    let entry = draft.entry
    counts.usable += 1
    let text = blocks[blocks.count - 1].text
    let start = text.count
    inner.people.withKey(of: person) { EntryLineWriter.append(row, entry, id: $0.bytes, to: text) }
    rows.append(LedgerRowFacts(entry, text.bytes(start..<text.count), at: start))
    blocks[blocks.count - 1].rows = blocks[blocks.count - 1].rows.lowerBound..<rows.count
    return .used
  }
}
