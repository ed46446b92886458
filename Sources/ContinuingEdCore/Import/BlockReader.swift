/// What reads the rows of a kind of file.
///
/// Places are counted within the block; whoever puts the blocks together adds what lies before.
protocol RowConsumer: ~Copyable, SendableMetatype {
  /// - Parameter columns: for each field by raw value the index of its column, or −1.
  init(_ setup: ReaderSetup, columns: [Int32])
  /// Turns to a block.
  mutating func begin(block: Int)
  /// Reports a record that can't be split into cells, or that is no row.
  mutating func report(_ code: ProblemCode, as variant: ProblemVariant, line: Int, record: Int)
  /// Looks up the people of rows that are about to be read.
  func find(_ batch: RecordBatch)
  /// Reads a row. If it may be none after all and is not certain to be one, nothing of it is kept.
  mutating func read(_ row: Row, line: Int, record: Int) -> RowOutcome
  /// Is told of a blank record, which is neither read nor reported.
  mutating func passOverBlank()
  /// How many rows it has stored.
  var rowCount: Int { get }
  /// How many problems it has found.
  var problemCount: Int { get }
}

extension RowConsumer where Self: ~Copyable {
  mutating func passOverBlank() {}
}

/// What became of a row.
enum RowOutcome {
  case used
  /// It had a problem and is not used.
  case faulty
  /// Its category can't be read, so that it may be a total, a foot or the like.
  case doubtful
}

/// What a reader of rows must know of the run.
struct ReaderSetup: Sendable {
  var keepsTitles = false
  /// Whether what only forms show of a row is kept.
  var keepsFormTexts = false
  /// Whether rows are stored; if not, they are only looked at.
  var keepsRows = true
  /// For each rule set of the run the categories whose amount it fixes, a bit each.
  var fixedAmounts: [UInt32] = []
  /// The categories whose kinds and titles bear on a judgement, a bit each.
  var categoriesByWords: UInt32 = 0
  var roster: RosterIndex?
  /// The days of the year of the rule sets; nil without one.
  var year: DayRange?
  var ruleSetOfCity: @Sendable (String) -> Int? = { _ in 0 }
  /// Whether no row of the file can be used, so that its cells are only checked.
  var isUnusable = false
  /// Whether a row without an ID is that of the one person on the roster with its name.
  var identifiesByName = false
  /// What later changes have made of the rows of a ledger's file.
  var overlay: RowOverlay?
  /// What the rows of a ledger's file are compared with when others are to be imported.
  var probe: (any RowProbe)?
  /// The year of that file.
  var probedYear = 0
  /// The stretches of the file whose sums are wanted.
  var stretches: StretchSums?
}

/// What all workers on one file go by.
struct ReadingPlan: Sendable {
  var header: Header
  var isGB18030: Bool
  /// Whether the text is that of a sheet, whose lines are its rows.
  var isSheet = false
  /// How many of the first rows with problems are kept of each block.
  var rejectedRowLimit: Int
  var setup: ReaderSetup
  var isRoster: Bool
  /// What the caller has said of cells.
  var edits: RowEdits
  /// Whether it is still open if the file is in GB18030 although it is valid UTF-8 too.
  var watchesWidth = false
  /// With more faulty records than this the encoding is given up; nil is never.
  var faultLimit: Int?
}

/// What one worker made of the blocks that it took.
final class BlockReadings<Reader: ~Copyable> {
  var blocks: [BlockReport] = []
  var reader: Reader
  var rejected: [RejectedRecord] = []
  var rejectedTexts = TextTable()
  var lineEnds = SourceFile.LineEnds()
  /// What was noticed of columns, and the first row with fewer cells than headings.
  var notes: ColumnNotes
  /// The sums of what this worker has read of the stretches that are wanted.
  var sums: StretchSums?
  var faultyRecords = 0
  /// Whether a block turned out not to end with a record.
  var foundMisfit = false
  /// Whether there were more faulty records than the plan allows.
  var gaveUp = false

  fileprivate init(_ reader: consuming Reader, _ notes: ColumnNotes) {
    self.reader = reader
    self.notes = notes
  }

  /// The same blocks with another reader that went along with this one.
  init<Other: ~Copyable>(_ other: BlockReadings<Other>, _ reader: consuming Reader) {
    self.reader = reader
    (blocks, lineEnds, notes) = (other.blocks, other.lineEnds, other.notes)
    (rejected, rejectedTexts) = (other.rejected, other.rejectedTexts)
    (faultyRecords, foundMisfit, gaveUp) = (other.faultyRecords, other.foundMisfit, other.gaveUp)
    sums = other.sums
  }
}

/// What became of one block; counts are those of the block, ranges those of the worker.
struct BlockReport {
  var index: Int
  var lines: Int
  var records: Int
  var rows: Range<Int>
  var problems: Range<Int>
  var rejected: Range<Int>
}

/// A row kept as it came, with line and record counted within its block.
struct RejectedRecord {
  var line: Int
  var record: Int
  var text: TextID
}

/// Takes blocks from a feed as long as there are any and reads their rows.
struct BlockReader<Reader: RowConsumer & ~Copyable>: ~Copyable {
  private let plan: ReadingPlan
  private let feed: BlockFeed
  private let sifter: RowSifter
  private let columnList: Scratch<Int32>
  private let personColumn: Int?
  private let memory = ScannerMemory()
  private let batch = RecordBatch()
  private let transcoded = BlockBuffer(capacity: 0)
  private let scratch = BlockBuffer(capacity: 0)
  /// The cells of a short row of a sheet, with blank ones behind them.
  private let padding: CellPadding?
  private let rewriter: RowRewriter
  /// Whether every record is written anew.
  private let rewritesAll: Bool

  private var reader: Reader
  private var blocks: [BlockReport] = []
  private var rejected: [RejectedRecord] = []
  /// Where those of the current block begin.
  private var firstRejected = 0
  private var rejectedTexts = TextTable()
  private var lineEnds = SourceFile.LineEnds()
  private var notes: ColumnNotes
  private var faultyRecords = 0
  private var foundMisfit = false
  /// Whether the block may have characters that are dropped or of private use.
  private var isOdd = false
  private var sums: StretchSums?

  init(_ plan: ReadingPlan, _ feed: BlockFeed) {
    self.plan = plan
    self.feed = feed
    let columnPlan = plan.header.plan
    padding = plan.isSheet ? CellPadding(width: columnPlan.fewestCells) : nil
    sifter = RowSifter(plan.header, isRoster: plan.isRoster)
    personColumn = plan.header.isUsable ? columnPlan.column(of: .personID) : nil
    notes = ColumnNotes(plan.header)
    columnList = Scratch(columnPlan.columns)
    rewriter = RowRewriter(
      plan.edits, columns: UnsafePointer(columnList.base), headingCount: columnPlan.headingCount,
      keepsMarks: plan.isSheet)
    rewritesAll = !plan.edits.isEmpty
    var setup = plan.setup
    setup.isUnusable = !plan.header.isUsable
    reader = Reader(setup, columns: columnPlan.columns)
    sums = plan.setup.stretches
  }

  /// Reads `first`, if it is given, and then what the feed has.
  consuming func readAll(first: (block: TextBlock, buffer: BlockBuffer)?) -> BlockReadings<Reader> {
    let buffer = first?.buffer ?? BlockBuffer(capacity: 0)
    var next = first?.block ?? feed.next(into: buffer)
    while let block = next {
      sums?.add(buffer.bytes, at: block.offset)
      read(block, buffer)
      if foundMisfit || gaveUp {
        feed.stop()
        break
      }
      next = feed.next(into: buffer)
    }
    return finish()
  }

  private var columns: UnsafeMutablePointer<Int32> { columnList.base }

  private var gaveUp: Bool { plan.faultLimit.map { faultyRecords > $0 } ?? false }

  private consuming func finish() -> BlockReadings<Reader> {
    let (blocks, rejected, texts, ends) = (blocks, rejected, rejectedTexts, lineEnds)
    let (faulty, misfit, gaveUp, notes) = (faultyRecords, foundMisfit, gaveUp, notes)
    let sums = sums
    let readings = BlockReadings<Reader>(reader, notes)
    readings.sums = sums
    readings.blocks = blocks
    readings.rejected = rejected
    readings.rejectedTexts = texts
    readings.lineEnds = ends
    readings.faultyRecords = faulty
    readings.foundMisfit = misfit
    readings.gaveUp = gaveUp
    return readings
  }

  private mutating func read(_ block: TextBlock, _ raw: BlockBuffer) {
    var buffer = raw
    if plan.isGB18030, let table = GB18030.shared {
      table.transcode(raw.bytes, into: transcoded)
      buffer = transcoded
    }
    let isClean = UTF8Check.isValid(buffer.bytes)
    isOdd = FormatCharacters.mayStand(in: buffer.bytes)
    if plan.watchesWidth { notes.lookAtWidth(of: raw.bytes) }
    let text = UnsafePointer(buffer.base.assumingMemoryBound(to: UInt8.self))
    var scanner = RecordScanner(
      text, count: buffer.count, delimiter: plan.header.delimiter, memory: memory, isSheet: plan.isSheet)
    let (firstRow, firstProblem) = (reader.rowCount, reader.problemCount)
    firstRejected = rejected.count
    reader.begin(block: block.index)
    notes.block = block.index
    var record = 0
    repeat {
      batch.fill(&scanner)
      let cells = scanner.allCells
      if let personColumn {
        batch.makeKeys(text, cells, column: personColumn)
        reader.find(batch)
      }
      for i in 0..<batch.count {
        let scanned = batch.records[i]
        if scanned.outcome == .openAtEnd, block.isGuess, !block.isLast, block.openCell == nil {
          foundMisfit = true
          return
        }
        if !isClean, hasFaultyBytes(text, scanned.range) {
          faultyRecords += 1
          record += 1
          report(.badEncoding, text, scanned, line: scanned.line, record)
        } else if scanned.outcome == .record {
          readRecord(text, scanned, cells, &record)
        } else {
          record += 1
          let isBad = scanned.outcome == .badQuote || block.openCell == .closesBeforeText
          report(isBad ? .badQuote : .unclosedQuote, text, scanned, line: scanned.faultLine, record)
        }
      }
    } while batch.count == RecordBatch.size
    lineEnds.lf += scanner.lineEnds.lf
    lineEnds.crlf += scanner.lineEnds.crlf
    lineEnds.cr += scanner.lineEnds.cr
    blocks.append(
      BlockReport(
        index: block.index, lines: scanner.line, records: record, rows: firstRow..<reader.rowCount,
        problems: firstProblem..<reader.problemCount, rejected: firstRejected..<rejected.count))
  }

  @inline(__always)
  private mutating func readRecord(
    _ text: UnsafePointer<UInt8>, _ scanned: ScannedRecord, _ cells: UnsafePointer<CellRange>,
    _ record: inout Int
  ) {
    scratch.reserve(scanned.range.count)
    var (rowCells, cellCount) = (cells + scanned.firstCell, scanned.cellCount)
    if let padding, cellCount < padding.width {
      (rowCells, cellCount) = (padding.padded(rowCells, cellCount), padding.width)
    }
    let row = Row(
      text: UnsafeRawPointer(text), cells: rowCells, cellCount: cellCount,
      range: scanned.range, columns: UnsafePointer(columns), scratch: scratch.base,
      knownPerson: Int(scanned.person), headingCount: sifter.headingCount)
    if isOdd || rewritesAll { return readOddRecord(text, scanned, row, &record) }
    // The row is never changed on this way: a copy of it would wait for the stores by which it was made.
    if sifter.seemsARow(row) {
      readRow(text, scanned, row, &record)
    } else {
      sift(text, scanned, row, &record)
    }
  }

  /// Reads a record of which nobody knows yet whether its cells can be taken as they stand.
  @inline(never)
  private mutating func readOddRecord(
    _ text: UnsafePointer<UInt8>, _ scanned: ScannedRecord, _ row: Row, _ record: inout Int
  ) {
    var row = row
    if rewritesAll || FormatCharacters.hasDropped(row.bytes) { row = rewriter.clean(row) }
    let kind = rewritesAll ? sifter.kindSlowly(of: row) : sifter.kind(of: &row)
    if kind == .row || kind == .short { notes.lookForPrivate(row, line: scanned.line) }
    guard rewritesAll, kind == .row else {
      if kind == .row { return readRow(text, scanned, row, &record) }
      return pass(text, scanned, row, kind, &record)
    }
    row.isCertain = true
    readRow(text, scanned, rewriter.fill(row), &record)
  }

  @inline(__always)
  private mutating func readRow(
    _ text: UnsafePointer<UInt8>, _ scanned: ScannedRecord, _ row: Row, _ record: inout Int
  ) {
    record += 1
    let outcome = reader.read(row, line: scanned.line, record: record)
    if outcome == .used, !notes.isWatching { return }
    if outcome == .doubtful {
      record -= 1
      return sift(text, scanned, row, &record)
    }
    if notes.isWatching { notes.look(at: row, line: scanned.line) }
    if outcome == .faulty { keepRejected(text, scanned, line: scanned.line, record) }
  }

  /// Looks closely at what may be no row.
  @inline(never)
  private mutating func sift(
    _ text: UnsafePointer<UInt8>, _ scanned: ScannedRecord, _ row: Row, _ record: inout Int
  ) {
    var row = row
    row.isCertain = true
    let kind = sifter.kindSlowly(of: row)
    if kind == .row { readRow(text, scanned, row, &record) } else { pass(text, scanned, row, kind, &record) }
  }

  /// Deals with a record that is not read as it stands.
  @inline(never)
  private mutating func pass(
    _ text: UnsafePointer<UInt8>, _ scanned: ScannedRecord, _ row: Row, _ kind: RecordKind,
    _ record: inout Int
  ) {
    switch kind {
    case .blank: reader.passOverBlank()
    case .skipped(let variant):
      record += 1
      reader.report(.skippedRow, as: variant, line: scanned.line, record: record)
    case .short:
      var filled = rewriter.fill(rewriter.clean(row))
      filled.isCertain = true
      guard sifter.canStand(filled) else { return pass(text, scanned, row, .ragged, &record) }
      notes.noteShortRow(line: scanned.line, record: record + 1)
      readRow(text, scanned, filled, &record)
    case .row, .ragged:
      record += 1
      report(.raggedRow, text, scanned, line: scanned.line, record)
    }
  }

  /// Whether a record has bytes that fit no reading.
  @inline(never)
  private func hasFaultyBytes(_ text: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    !UTF8Check.isValid(text, from: range.lowerBound, to: range.upperBound)
  }

  /// A record of which no cells can be told.
  private mutating func report(
    _ code: ProblemCode, _ text: UnsafePointer<UInt8>, _ scanned: ScannedRecord, line: Int, _ record: Int
  ) {
    rewriter.forget()
    reader.report(code, as: .plain, line: line, record: record)
    keepRejected(text, scanned, line: line, record)
  }

  private mutating func keepRejected(
    _ text: UnsafePointer<UInt8>, _ scanned: ScannedRecord, line: Int, _ record: Int
  ) {
    if rejected.count - firstRejected >= plan.rejectedRowLimit { return }
    let bytes = UnsafeRawBufferPointer(start: text + scanned.range.lowerBound, count: scanned.range.count)
    rejected.append(RejectedRecord(line: line, record: record, text: rejectedTexts.append(bytes)))
  }
}

/// What rows are compared with while they are read; what it is, knows the reader that looks for it.
protocol RowProbe: Sendable {}
