/// Some records that are scanned one after the other, then looked up together, then read.
///
/// Looking up a person takes two steps into memory that no cache holds. Done for one row after the other they take more
/// time than all the rest; done for many in a short loop, the processor waits for all of them at once.
final class RecordBatch: @unchecked Sendable {
  static let size = 64

  let records = UnsafeMutablePointer<ScannedRecord>.allocate(capacity: RecordBatch.size)
  /// The keys of those records that have a person cell, how many there are, and the record of each.
  let keys = UnsafeMutablePointer<PersonKey>.allocate(capacity: RecordBatch.size)
  let owners = UnsafeMutablePointer<Int>.allocate(capacity: RecordBatch.size)
  var keyCount = 0
  /// For each record the number of its person, if it was found; else −1.
  let people = UnsafeMutablePointer<Int>.allocate(capacity: RecordBatch.size)
  /// How many records there are.
  private(set) var count = 0

  init() {}

  deinit {
    records.deallocate()
    keys.deallocate()
    owners.deallocate()
    people.deallocate()
  }

  /// Scans the next records; fewer than fit only at the end of the text or where a cell is open there.
  func fill(_ scanner: inout RecordScanner) {
    count = 0
    scanner.beginBatch()
    people.update(repeating: -1, count: RecordBatch.size)
    while count < RecordBatch.size {
      count += scanner.readPlainRecords(into: records + count, atMost: RecordBatch.size - count)
      if count == RecordBatch.size { return }
      let outcome = scanner.readRecord()
      if outcome == .end { return }
      (records + count).initialize(
        to: ScannedRecord(
          outcome: outcome, firstCell: scanner.firstCell, cellCount: scanner.cellCount,
          range: scanner.recordRange, line: scanner.recordLine, faultLine: scanner.faultLine))
      count += 1
      scanner.keepCells()
    }
  }

  /// Makes the keys of the person cells in a column.
  func makeKeys(_ text: UnsafePointer<UInt8>, _ cells: UnsafePointer<CellRange>, column: Int) {
    keyCount = 0
    let masks = ByteMasks.shared
    for i in 0..<count where records[i].outcome == .record && records[i].cellCount > column {
      let cell = cells[records[i].firstCell + column]
      if cell.isEscaped || cell.count == 0 { continue }
      let content = CellText.trimmed(UnsafeRawBufferPointer(start: text + cell.start, count: cell.count))
      (keys + keyCount).initialize(to: PersonKey(content, masks))
      owners[keyCount] = i
      keyCount += 1
    }
  }
}
