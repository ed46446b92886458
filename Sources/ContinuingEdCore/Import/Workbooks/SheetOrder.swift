/// Puts the rows of a sheet in order whose file has them in another.
struct SheetOrder {
  private let text: SheetText
  private let runs: [SheetTextWriter.Run]
  private let makeKept: () -> KeptBytes

  /// Where a row stands in the text.
  private struct Place {
    var row: Int
    var offset: Int
    var count: Int
  }

  init(_ text: SheetText, _ runs: [SheetTextWriter.Run], _ makeKept: @escaping () -> KeptBytes) {
    (self.text, self.runs, self.makeKept) = (text, runs, makeKept)
  }

  /// The same cells in order; of a cell that comes twice, the later one.
  func sorted() throws(WorkbookFailure) -> SheetText {
    var places = try findRows()
    places.sort { $0.row != $1.row ? $0.row < $1.row : $0.offset < $1.offset }
    let writer = SheetTextWriter(makeKept)
    let source = text.source(path: "")
    let buffer = BlockBuffer(capacity: 0)
    var first = 0
    while first < places.count {
      var last = first
      var columns: [Int: [UInt8]] = [:]
      while last < places.count, places[last].row == places[first].row {
        buffer.reserve(places[last].count)
        let place = places[last]
        do throws(ImportError) {
          buffer.setCount(try source.read(at: place.offset, into: buffer.base, count: place.count))
        } catch {
          throw .input(error)
        }
        SheetRecords.readCells(in: buffer) { columns[$0] = Array($1) }
        last += 1
      }
      for column in columns.keys.sorted() {
        columns[column]?.withUnsafeBytes { writer.put($0, row: places[first].row, column: column) }
      }
      first = last
    }
    return try writer.finish()
  }

  private func findRows() throws(WorkbookFailure) -> [Place] {
    var places: [Place] = []
    var run = 0
    var row = 0
    try SheetRecords(text).read { (record, _) throws(WorkbookFailure) in
      if run < runs.count, record.offset == runs[run].offset {
        row = runs[run].firstRow
        run += 1
      }
      if record.text.count > 0 {
        places.append(Place(row: row, offset: record.offset, count: record.text.count))
      }
      row += 1
    }
    return places
  }
}
