/// The records of a ``SheetText``, one after the other.
struct SheetRecords {
  /// A record: its bytes without the line break, where they begin in the text, and the number of the row.
  struct Record {
    var text: UnsafeRawBufferPointer
    var offset: Int
    var row: Int
  }

  private let text: SheetText

  init(_ text: SheetText) { self.text = text }

  /// Calls `body` with every record and its cells, as ranges of the record's memory.
  func read(
    _ body: (Record, [SheetCell]) throws(WorkbookFailure) -> Void
  ) throws(WorkbookFailure) {
    let feed = BlockFeed(
      text.source(path: ""), from: 0, delimiter: UInt8(ascii: ","), blockSize: 1 << 18, isExact: false)
    let buffer = BlockBuffer(capacity: 0)
    let memory = ScannerMemory()
    defer { withExtendedLifetime(memory) {} }
    var (offset, row) = (0, 1)
    var cells: [SheetCell] = []
    while feed.next(into: buffer) != nil {
      let bytes = UnsafePointer(buffer.base.assumingMemoryBound(to: UInt8.self))
      var scanner = RecordScanner(bytes, count: buffer.count, delimiter: UInt8(ascii: ","), memory: memory)
      while scanner.readRecord() == .record {
        cells.removeAll(keepingCapacity: true)
        for i in 0..<scanner.cellCount {
          var cell = SheetCell(scanner.cells[i], in: bytes)
          cell.column = i
          if cell.bytes.count > 0 { cells.append(cell) }
        }
        let range = scanner.recordRange
        let record = Record(
          text: UnsafeRawBufferPointer(start: bytes + range.lowerBound, count: range.count),
          offset: offset + range.lowerBound, row: row)
        try body(record, cells)
        row += 1
      }
      offset += buffer.count
    }
    if let error = feed.error { throw .input(error) }
  }

  /// Calls `body` with the column and the encoded text of every filled cell of a single record.
  static func readCells(in record: BlockBuffer, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
    let bytes = UnsafePointer(record.base.assumingMemoryBound(to: UInt8.self))
    // The scanner has pointers into its memory and does not keep it.
    let memory = ScannerMemory()
    withExtendedLifetime(memory) {
      var scanner = RecordScanner(
        bytes, count: record.count, delimiter: UInt8(ascii: ","), memory: memory)
      guard scanner.readRecord() == .record else { return }
      for i in 0..<scanner.cellCount {
        let cell = SheetCell(scanner.cells[i], in: bytes)
        if cell.bytes.count > 0 { body(i, cell.bytes) }
      }
    }
  }
}

/// A cell of a record as it stands there, quotes and all.
struct SheetCell {
  /// Adds the text without quotes and marks to some bytes; returns the marks.
  func readContent(into target: inout [UInt8]) -> CellMarks {
    var content = bytes
    let isQuoted = content.first == UInt8(ascii: "\"")
    if isQuoted { content = UnsafeRawBufferPointer(rebasing: content.dropFirst().dropLast()) }
    let (marks, count) = CellMarks.of(content)
    content = UnsafeRawBufferPointer(rebasing: content[count...])
    if isQuoted {
      target.append(contentsOf: CellEscapes.removed(from: content))
    } else {
      target.append(contentsOf: content)
    }
    return marks
  }

  var column = 0
  var bytes: UnsafeRawBufferPointer

  init(_ range: CellRange, in text: UnsafePointer<UInt8>) {
    // A cell never begins with a quote within its content but for a doubled one, which is behind its own.
    let isQuoted = range.start > 0 && text[range.start - 1] == UInt8(ascii: "\"")
    bytes = UnsafeRawBufferPointer(
      start: text + range.start - (isQuoted ? 1 : 0), count: range.count + (isQuoted ? 2 : 0))
  }
}
