/// A records file that has been read to be imported.
final class ImportedFile {
  let name: String
  let content: UInt64
  let counts: RecordCounts
  /// The usable rows in the order of the file.
  private(set) var rows: [LedgerRowFacts] = []
  /// Their lines, by ``LedgerRowFacts/page``; nil for those that are wanted no more.
  private(set) var pages: [LineText?] = []
  /// The numbers of the rows' keys in the table of all files.
  var rowKeys: [UInt32] = []

  /// Takes what the workers have read.
  init(_ name: String, content: UInt64, _ readings: FileReadings<LedgerRowReader>) {
    self.name = name
    self.content = content
    let parts = readings.parts
    counts = parts.reduce(RecordCounts()) { $0 + $1.reader.counts }
    let places = BlockPlaces(readings)
    rows.reserveCapacity(counts.usable)
    for (part, block) in places.order {
      let read = parts[part].reader.blocks[block]
      let firstLine = places.lines[read.index]
      for row in read.rows {
        var facts = parts[part].reader.rows[row]
        facts.line = UInt32(clamping: Int(facts.line) + firstLine)
        facts.page = UInt32(truncatingIfNeeded: pages.count)
        rows.append(facts)
      }
      pages.append(read.text)
    }
  }

  /// Whether the lines lie on the pages in the order of the rows.
  private(set) var pagesAreInOrder = true

  /// How many records there are below the header.
  var recordCount: Int { counts.usable + counts.faulty + counts.blank }

  /// Calls `body` with the line of a row.
  @inline(__always)
  func withText<R>(of row: LedgerRowFacts, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    withExtendedLifetime(pages[Int(row.page)]) { page in
      body(page?.bytes(row.text) ?? UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }

  /// Puts another row in the place of one.
  func replace(_ place: Int, by row: StoredRow) {
    let text = LineText()
    text.reserve(row.cellsLine.count)
    row.cellsLine.withUnsafeBytes { text.add($0) }
    pagesAreInOrder = false
    rows[place].take(row.cellsLine, year: row.year, page: pages.count)
    pages.append(text)
  }

  /// Gives back the lines on pages before one.
  func dropPages(before end: Int, from start: Int) {
    for page in start..<end { pages[page] = nil }
  }
}

extension FileReadings where Reader == LedgerRowReader {
  /// The same readings, as the ordinary reader has made them.
  func ordinary() -> FileReadings<RowReader> {
    let parts = parts.map { part in BlockReadings<RowReader>(part, part.reader.takeReader()) }
    return FileReadings<RowReader>(
      file: file, header: header, parts: parts, faultyRecords: faultyRecords, isComplete: isComplete)
  }
}

extension FileReadings where Reader == LedgerRosterReader {
  /// The same readings, as the ordinary reader has made them.
  func ordinary() -> FileReadings<RosterReader> {
    let parts = parts.map { part in BlockReadings<RosterReader>(part, part.reader.takeReader()) }
    return FileReadings<RosterReader>(
      file: file, header: header, parts: parts, faultyRecords: faultyRecords, isComplete: isComplete)
  }
}
