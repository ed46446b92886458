import Dispatch
import Synchronization

/// One file as its workers read it, under the encoding that fits.
struct FileReadings<Reader: ~Copyable> {
  var file: SourceFile
  var header: Header
  /// What each worker read.
  var parts: [BlockReadings<Reader>]
  /// How many records have faulty bytes.
  var faultyRecords: Int
  /// Whether it was read to its end.
  var isComplete: Bool
  /// Whether all its characters that are not ASCII are of two bytes, and one of them is U+0180 or above.
  var hasOnlyPairs = false
  /// The sums of the stretches that were wanted.
  var sums: [UInt64] = []
}

/// Reads one file: finds encoding, delimiter and header, and sets workers to its blocks.
struct FileReader<Reader: ~Copyable> {
  let options: ImportOptions
  let setup: ReaderSetup
  let isRoster: Bool
  /// How many threads read a file of more than one block.
  let workers: Int

  /// So many faulty records show that a file is not in UTF-8 before all of it has been read.
  private let patience = 1000
}

extension FileReader where Reader: RowConsumer & ~Copyable {
  /// Reads a file.
  func read(_ input: InputFile) throws(ImportError) -> FileReadings<Reader> {
    if case .sheet(let sheet) = input, sheet.isSkipped { return skipped(sheet) }
    let text = try TextSource(input, options)
    if case .sheet(let sheet) = input {
      return naming(sheet.hiddenTables, in: try read(text, faultLimit: nil))
    }
    if !text.isGuess { return try read(text, faultLimit: nil) }
    let utf8 = try read(text, faultLimit: patience)
    if GB18030.shared == nil { return utf8.isComplete ? utf8 : try read(text, faultLimit: nil) }
    if utf8.faultyRecords > 0 { return try choose(utf8, text) }
    // Pairs of bytes that are rare letters in UTF-8 and common characters in GB18030: 袁学, Ԭѧ.
    guard utf8.hasOnlyPairs else { return utf8 }
    let gb18030 = try read(text.asGB18030, faultLimit: 0)
    return gb18030.isComplete && gb18030.faultyRecords == 0 ? gb18030 : utf8
  }

  /// Strict GB18030 if it fits, else the reading with fewer faulty records, UTF-8 on a tie.
  private func choose(_ utf8: FileReadings<Reader>, _ text: TextSource) throws(ImportError) -> FileReadings<
    Reader
  > {
    let gb18030 = try read(text.asGB18030, faultLimit: utf8.isComplete ? utf8.faultyRecords - 1 : nil)
    if utf8.isComplete { return gb18030.isComplete ? gb18030 : utf8 }
    if gb18030.faultyRecords <= patience { return gb18030 }
    let whole = try read(text, faultLimit: nil)
    return gb18030.faultyRecords < whole.faultyRecords ? gb18030 : whole
  }

  private func read(_ text: TextSource, faultLimit: Int?) throws(ImportError) -> FileReadings<Reader> {
    let isGB18030 = text.encoding == .gb18030
    var header = try HeaderFinder(
      source: text.source, start: text.start, isGB18030: isGB18030, isRoster: isRoster,
      options: text.source.sheet == nil ? options : options.forSheets
    ).find()
    let edits = RowEdits(options, &header, isRoster: isRoster)
    let plan = ReadingPlan(
      header: header, isGB18030: isGB18030, isSheet: text.source.sheet != nil,
      rejectedRowLimit: options.keepsRejectedRows ? options.rejectedRowLimit : 0,
      setup: setup, isRoster: isRoster, edits: edits,
      watchesWidth: text.isGuess && text.encoding == .utf8 && !header.hasWideText,
      faultLimit: faultLimit)
    var parts = try readBlocks(text, plan, isExact: false)
    // A cut went through a quoted cell.
    if parts.contains(where: \.foundMisfit) { parts = try readBlocks(text, plan, isExact: true) }
    let faulty = parts.reduce(header.faultyRecords) { $0 + $1.faultyRecords }
    var readings = FileReadings(
      file: describe(text, header, parts), header: header, parts: parts, faultyRecords: faulty,
      isComplete: !parts.contains(where: \.gaveUp) && faultLimit.map { faulty <= $0 } ?? true)
    if plan.watchesWidth {
      let isWide = parts.contains { $0.notes.hasWide }
      readings.hasOnlyPairs = !isWide && (header.hasPairs || parts.contains { $0.notes.hasTwoByte })
    }
    if let stretches = setup.stretches { readings.sums = try sums(text, header, parts, stretches) }
    return readings
  }

  /// The same with the names of hidden sheets that have the columns which this one lacks.
  private func naming(_ hidden: [String], in readings: FileReadings<Reader>) -> FileReadings<Reader> {
    if hidden.isEmpty { return readings }
    var readings = readings
    var problems = ProblemList()
    for var problem in readings.header.problems {
      if problem.code == .missingColumn { problem.details = hidden }
      problems.append(problem)
    }
    readings.header.problems = problems
    return readings
  }

  /// The sums of what lies before the rows, and of what each worker has read.
  private func sums(
    _ text: TextSource, _ header: Header, _ parts: [BlockReadings<Reader>], _ stretches: StretchSums
  ) throws(ImportError) -> [UInt64] {
    var sums = stretches
    let top = BlockBuffer(capacity: header.rowsStart)
    top.setCount(try text.source.read(at: 0, into: top.base, count: header.rowsStart))
    sums.add(top.bytes, at: 0)
    for part in parts {
      if let found = part.sums { sums.add(found) }
    }
    return sums.sums
  }

  /// A sheet that is no table: it is only mentioned.
  private func skipped(_ sheet: SheetInput) -> FileReadings<Reader> {
    var header = Header.empty(delimiter: UInt8(ascii: ","), start: 0, isRoster: isRoster, options: options)
    header.problems = ProblemList()
    header.problems.append(FoundProblem(.skippedSheet, file: 0, line: 1, record: 0))
    return FileReadings(
      file: SourceFile(path: sheet.path), header: header, parts: [], faultyRecords: 0, isComplete: true)
  }

  /// Workers take blocks in turn; a file of one block is read where we are.
  private func readBlocks(
    _ text: TextSource, _ plan: ReadingPlan, isExact: Bool
  ) throws(ImportError) -> [BlockReadings<Reader>] {
    let feed = BlockFeed(
      text.source, from: plan.header.rowsStart, delimiter: plan.header.delimiter,
      blockSize: options.blockSize,
      isExact: isExact, progress: options.progress)
    let buffer = BlockBuffer(capacity: 0)
    var parts: [BlockReadings<Reader>] = []
    if let block = feed.next(into: buffer) {
      if block.isLast || workers == 1 {
        parts = [BlockReader<Reader>(plan, feed).readAll(first: (block, buffer))]
      } else {
        parts = readTogether(plan, feed, first: (block, buffer))
      }
    }
    if let error = feed.error { throw error }
    return parts
  }

  private func readTogether(
    _ plan: ReadingPlan, _ feed: BlockFeed, first: (block: TextBlock, buffer: BlockBuffer)
  ) -> [BlockReadings<Reader>] {
    let parts = PartList<Reader>()
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      parts.append(BlockReader<Reader>(plan, feed).readAll(first: worker == 0 ? first : nil))
    }
    return parts.all
  }

  private func describe(_ text: TextSource, _ header: Header, _ parts: [BlockReadings<Reader>]) -> SourceFile
  {
    var file = SourceFile(path: text.source.path)
    file.isRoster = isRoster
    file.headings = header.headings
    file.columns = header.plan.fields
    file.headerLine = header.line
    file.encoding = text.encoding
    file.hasByteOrderMark = text.hasByteOrderMark
    file.delimiter = header.delimiter
    file.lineEnds = header.lineEnds
    for part in parts {
      file.lineEnds.lf += part.lineEnds.lf
      file.lineEnds.crlf += part.lineEnds.crlf
      file.lineEnds.cr += part.lineEnds.cr
      file.records += part.blocks.reduce(0) { $0 + $1.records }
    }
    return file
  }
}

/// Readings gathered from several threads.
private final class PartList<Reader: ~Copyable>: @unchecked Sendable {
  private let lock = Mutex(())
  private(set) var all: [BlockReadings<Reader>] = []

  func append(_ part: BlockReadings<Reader>) { lock.withLock { _ in all.append(part) } }
}
