/// Goes through the first records of a file, under one delimiter, until one is the header.
struct HeaderSearch {
  private let finder: HeaderFinder
  private let buffer: BlockBuffer
  private let block: TextBlock
  private let begin: Int
  private let firstLine: Int
  private let memory = ScannerMemory()
  private var scanner: RecordScanner
  private var header: Header
  private var isRecognised = false
  /// The first record that is not blank: the header if no other is.
  private var fallback: Header?
  /// What was found above the header.
  private var above: [FoundProblem] = []
  private var faulty = 0

  init(
    _ finder: HeaderFinder, _ buffer: BlockBuffer, _ block: TextBlock, delimiter: UInt8, begin: Int,
    firstLine: Int
  ) {
    self.finder = finder
    self.buffer = buffer
    self.block = block
    self.begin = begin
    self.firstLine = firstLine
    let text = UnsafePointer(buffer.base.assumingMemoryBound(to: UInt8.self))
    scanner = RecordScanner(
      text, count: buffer.count, delimiter: delimiter, memory: memory, isSheet: finder.source.sheet != nil)
    header = .empty(delimiter: delimiter, start: begin, isRoster: finder.isRoster, options: finder.options)
  }

  /// The record just above, if it may be the upper one of a header of two.
  private var upper: Upper?

  private struct Upper {
    var cells: [String]
    var line: Int
    /// How many problems had been found above it.
    var above: Int
  }

  /// Reads up to `limit` records; true if the header was found or they were all there.
  mutating func run(limit: Int) -> Bool {
    for _ in 0..<limit {
      let outcome = scanner.readRecord()
      if outcome == .end { return false }
      let isFaulty = hasFaultyBytes()
      if isFaulty { faulty += 1 }
      let line = firstLine + scanner.recordLine + 1
      let above = above.count
      switch outcome {
      case .end: return false
      case .badQuote, .openAtEnd:
        let isBad = outcome == .badQuote || block.openCell == .closesBeforeText
        report(isFaulty ? .badEncoding : isBad ? .badQuote : .unclosedQuote, isFaulty ? line : faultLine)
        upper = nil
      case .record:
        let cells = recordCells()
        if cells.allSatisfy(\.isEmpty) && !isFaulty {
          upper = nil
          continue
        }
        if isFaulty {
          // What it says can't be relied on.
          if fallback == nil { fallback = makeHeader(cells, line: line, isFaulty: true) }
          report(.badEncoding, line)
          upper = nil
          continue
        }
        // One cell can't be the header, and looking for its name takes long.
        if cells.count > 1 || fallback == nil {
          let candidate = makeHeader(cells, line: line, isFaulty: false)
          if candidate.plan.isHeader(roster: finder.isRoster) {
            header = candidate
            isRecognised = true
            takeSecondRecord(below: Upper(cells: cells, line: line, above: above))
            return true
          }
          if let upper, let pair = makeHeader(upper, lower: cells) {
            header = pair
            isRecognised = true
            return true
          }
          if fallback == nil { fallback = candidate }
        }
        report(.skippedRow, line)
        upper = Upper(cells: cells, line: line, above: above)
      }
    }
    return true
  }

  /// Looks whether the record below the header goes on with it.
  private mutating func takeSecondRecord(below upper: Upper) {
    guard scanner.readRecord() == .record, !hasFaultyBytes() else { return }
    if let pair = makeHeader(upper, lower: recordCells()) { header = pair }
  }

  /// The header that two records make together; nil if they don't.
  private func makeHeader(_ upper: Upper, lower: [String]) -> Header? {
    let options = finder.options
    let own = HeadingMatch.OwnNames(fields: options.columnNames, ignored: options.ignoredColumns)
    guard let pair = HeaderPair(upper: upper.cells, lower: lower, roster: finder.isRoster, own: own) else {
      return nil
    }
    var made = makeHeader(
      pair.headings, found: pair.found, line: upper.line, isFaulty: false, above: upper.above)
    made.records = [upper.cells, lower].map { $0.map(HeadingMatch.normalised) }
    return made.plan.isHeader(roster: finder.isRoster) ? made : nil
  }

  /// The header and what was found on the way.
  func result() -> (header: Header, isRecognised: Bool) {
    if !isRecognised, var fallback {
      fallback.judge(roster: finder.isRoster)
      return (fallback, false)
    }
    var found = header
    if isRecognised {
      found.judge(roster: finder.isRoster)
    } else {
      for problem in above { found.problems.append(problem) }
      found.faultyRecords = faulty
    }
    return (found, isRecognised)
  }

  private var faultLine: Int { firstLine + scanner.faultLine + 1 }

  private mutating func report(_ code: ProblemCode, _ line: Int) {
    above.append(FoundProblem(code, file: 0, line: line, record: 0))
  }

  private func makeHeader(
    _ cells: [String], found: [Int: HeadingMatch.Name] = [:], line: Int, isFaulty: Bool,
    above count: Int? = nil
  ) -> Header {
    let plan = ColumnPlan(headings: cells, roster: finder.isRoster, options: finder.options, found: found)
    var made = Header(
      plan: plan, headings: cells, delimiter: header.delimiter, line: line, rowsStart: begin + scanner.offset,
      linesBefore: firstLine + scanner.line)
    made.records = [cells.map(HeadingMatch.normalised)]
    for problem in above.prefix(count ?? above.count) { made.problems.append(problem) }
    if isFaulty { made.problems.append(FoundProblem(.badEncoding, file: 0, line: line, record: 0)) }
    made.faultyRecords = faulty
    (made.lineEnds.lf, made.lineEnds.crlf, made.lineEnds.cr) = scanner.lineEnds
    return made
  }

  private func recordBytes() -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer.bytes[scanner.recordRange])
  }

  private func hasFaultyBytes() -> Bool { !decoded(recordBytes()) { UTF8Check.isValid($0) } }

  private static let longestHeading = 1024

  /// The record's cells as texts, trimmed, long ones cut.
  private func recordCells() -> [String] {
    // All rows of a sheet are as wide as its widest.
    let width = max(scanner.cellCount, finder.source.sheet?.width ?? 0)
    return (0..<width).map { index in
      if index >= scanner.cellCount { return "" }
      let range = scanner.cells[index]
      // No name of a column is longer; a file that is one long line must not become one long heading.
      let length = min(range.count, HeaderSearch.longestHeading)
      let raw = UnsafeRawBufferPointer(rebasing: buffer.bytes[range.start..<range.start + length])
      let content = range.isEscaped ? CellEscapes.removed(from: raw) : Array(raw)
      return content.withUnsafeBytes { bytes in
        decoded(bytes) { text in
          FormatCharacters.dropped(from: text).withUnsafeBytes {
            String(decoding: CellText.trimmed($0), as: UTF8.self)
          }
        }
      }
    }
  }

  /// Calls `body` with the UTF-8 of some bytes of the file.
  private func decoded<R>(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    guard finder.isGB18030, let table = GB18030.shared else { return body(bytes) }
    let target = BlockBuffer(capacity: bytes.count * 2)
    table.transcode(bytes, into: target)
    return body(target.bytes)
  }
}
