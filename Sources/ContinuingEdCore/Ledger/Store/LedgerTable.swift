/// Reads the lines of one of a ledger's files exactly as they are: cells are not trimmed, and every line that is not a
/// whole row of plain UTF-8 is a fault.
struct LedgerTable {
  let input: InputFile
  private let columns: [String]

  /// The file in a state; nil if it is not there.
  init?(_ file: LedgerFile, in snapshot: LedgerSnapshot) {
    guard let input = snapshot.input(file) else { return nil }
    self.input = input
    columns = file.columns(format: snapshot.format)
  }

  /// What came of reading.
  struct Outcome {
    /// How many records stand below the header, faulty ones too.
    var records = 0
    /// The last physical line.
    var lastLine = 1
    /// Whether the header was right; if not, nothing was read.
    var isRead = true
    var faults: [LedgerFault] = []
  }

  /// Calls `body` with each row that has as many cells as the header.
  func read(_ body: (LedgerRow) -> Void) throws(LedgerFailure) -> Outcome {
    do throws(ImportError) {
      return try readRows(body)
    } catch {
      throw .unreadable(error)
    }
  }

  /// What is wrong with the beginning of a file, of which at least four bytes more than its header are given if there
  /// are so many.
  static func headerFault(_ top: [UInt8], _ header: [UInt8], _ path: String) -> LedgerFault? {
    if top.starts(with: header) { return nil }
    if top.starts(with: LineEndRepair.byteOrderMark) { return LedgerFault(path, line: 1, .byteOrderMark) }
    if LineEndRepair.repaired(top).starts(with: header.dropLast()), top.contains(0x0D) {
      return LedgerFault(path, line: 1, .carriageReturn)
    }
    let expected = String(decoding: header.dropLast(), as: UTF8.self)
    return LedgerFault(path, line: 1, .wrongHeader(expected: expected))
  }

  private func readRows(_ body: (LedgerRow) -> Void) throws(ImportError) -> Outcome {
    let source = try ByteSource(input, ImportOptions())
    var outcome = Outcome()
    let header = Array((columns.joined(separator: ",") + "\n").utf8)
    let top = BlockBuffer(capacity: header.count + 4)
    top.setCount(try source.read(at: 0, into: top.base, count: header.count + 4))
    if let fault = LedgerTable.headerFault(Array(top.bytes), header, input.name) {
      outcome.faults.append(fault)
      outcome.isRead = false
      return outcome
    }
    let feed = BlockFeed(
      source, from: header.count, delimiter: UInt8(ascii: ","), blockSize: 1 << 20, isExact: true)
    let buffer = BlockBuffer(capacity: 0)
    let memory = ScannerMemory()
    var endsWithLineBreak = true
    while let block = feed.next(into: buffer) {
      read(block, buffer, memory, &outcome, body)
      endsWithLineBreak = buffer.bytes.last == UInt8(ascii: "\n")
    }
    if let error = feed.error { throw error }
    if !endsWithLineBreak {
      outcome.lastLine += 1
      outcome.faults.append(LedgerFault(input.name, line: outcome.lastLine, .noLineEnd))
    }
    return outcome
  }

  private func read(
    _ block: TextBlock, _ buffer: BlockBuffer, _ memory: ScannerMemory, _ outcome: inout Outcome,
    _ body: (LedgerRow) -> Void
  ) {
    let isClean = UTF8Check.isValid(buffer.bytes) && !ByteSearch.hasZero(buffer.bytes)
    let text = UnsafePointer(buffer.base.assumingMemoryBound(to: UInt8.self))
    let linesBefore = outcome.lastLine
    let expected = columns.count
    var scanner = RecordScanner(text, count: buffer.count, delimiter: UInt8(ascii: ","), memory: memory)
    while true {
      let found = scanner.readRecord()
      if found == .end { break }
      outcome.records += 1
      let line = linesBefore + scanner.recordLine + 1
      func report(_ kind: LedgerFault.Kind, line: Int) {
        outcome.faults.append(LedgerFault(input.name, line: line, kind))
      }
      let range = scanner.recordRange
      if !isClean, !LedgerTable.isText(text, range) {
        report(.badText, line: line)
      } else if found != .record {
        report(.badQuote, line: linesBefore + scanner.faultLine + 1)
      } else if range.isEmpty {
        report(.blankLine, line: line)
      } else if text[range.upperBound] == UInt8(ascii: "\r") {
        report(.carriageReturn, line: line)
      } else if scanner.cellCount != expected {
        report(.raggedRow(cells: scanner.cellCount, expected: expected), line: line)
      } else {
        body(
          LedgerRow(
            text: UnsafeRawPointer(text), cells: scanner.cells, count: expected, range: range, line: line))
      }
    }
    outcome.lastLine = linesBefore + scanner.line
  }

  /// Whether a record is UTF-8 without a NUL, which no text has: a power cut may leave them in the place of what was not
  /// written yet.
  private static func isText(_ text: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    UTF8Check.isValid(text, from: range.lowerBound, to: range.upperBound)
      && !UnsafeBufferPointer(start: text + range.lowerBound, count: range.count).contains(0)
  }
}

/// A line of one of a ledger's files; it holds while the next one is not yet read.
struct LedgerRow {
  fileprivate let text: UnsafeRawPointer
  fileprivate let cells: UnsafePointer<CellRange>
  /// How many cells it has.
  let count: Int
  fileprivate let range: Range<Int>
  /// The physical line on which it starts.
  let line: Int

  /// A cell as it stands between its quotes; one with doubled quotes has them still.
  func raw(_ index: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text + cells[index].start, count: cells[index].count)
  }

  /// All of it, without its line break.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text + range.lowerBound, count: range.count)
  }

  /// A cell's text.
  func string(_ index: Int) -> String {
    let bytes = raw(index)
    if !cells[index].isEscaped { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: CellEscapes.removed(from: bytes), as: UTF8.self)
  }
}
