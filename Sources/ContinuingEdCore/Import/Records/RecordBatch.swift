/// Some records that are scanned one after the other, then looked up together, then read.
///
/// Looking up a person takes two steps into memory that no cache holds. Done for one row after the other they take more
/// time than all the rest; done for many in a short loop, the processor waits for all of them at once.
final class RecordBatch: @unchecked Sendable {
  static let size = 64

  let records = UnsafeMutablePointer<ScannedRecord>.allocate(capacity: RecordBatch.size)
  /// For each record the key of its person cell; that of no cell where it has none to be looked up as it stands.
  let keys = UnsafeMutablePointer<PersonKey>.allocate(capacity: RecordBatch.size)
  /// How many records there are.
  private(set) var count = 0
  private let masks = ByteMasks.shared
  private let edges = CellEdges.shared

  init() {}

  deinit {
    records.deallocate()
    keys.deallocate()
  }

  /// Scans the next records; fewer than fit only at the end of the text or where a cell is open there.
  func fill(_ scanner: inout RecordScanner) {
    count = 0
    scanner.beginBatch()
    while count < RecordBatch.size {
      count += scanner.readPlainRecords(into: records + count, atMost: RecordBatch.size - count)
      if count == RecordBatch.size { return }
      let outcome = scanner.readRecord()
      if outcome == .end { return }
      (records + count).initialize(
        to: ScannedRecord(
          outcome, firstCell: scanner.firstCell, cellCount: scanner.cellCount,
          start: scanner.recordRange.lowerBound, end: scanner.recordRange.upperBound,
          line: scanner.recordLine,
          faultLine: scanner.faultLine))
      count += 1
      scanner.keepCells()
    }
  }

  /// Makes the keys of the person cells in a column.
  func makeKeys(_ text: UnsafePointer<UInt8>, _ cells: UnsafePointer<CellRange>, column: Int) {
    for i in 0..<count { (keys + i).initialize(to: key(records[i], text, cells, column)) }
  }

  @inline(__always)
  private func key(
    _ record: ScannedRecord, _ text: UnsafePointer<UInt8>, _ cells: UnsafePointer<CellRange>, _ column: Int
  ) -> PersonKey {
    let none = UnsafeRawBufferPointer(start: nil, count: 0)
    guard record.outcome == .record, record.cellCount > column else { return PersonKey(none, masks) }
    let cell = cells[record.firstCell &+ column]
    guard let length = cell.plainCount(atMost: .max >> 1), length > 0 else { return PersonKey(none, masks) }
    let content = UnsafeRawBufferPointer(start: text + cell.start, count: length)
    let isTrimmed = edges.marks(of: text + cell.start, count: length) & CellEdges.inner != 0
    if isTrimmed { return PersonKey(content, masks) }
    // A number that a spreadsheet has cut is nobody's, though somebody may have such an ID.
    if text[cell.start] == CellMark.longNumber { return PersonKey(none, masks) }
    return PersonKey(CellText.trimmed(content), masks)
  }
}
