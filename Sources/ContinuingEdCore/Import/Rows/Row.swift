/// A record as the readers of rows see it: cells by field, trimmed.
struct Row {
  let text: UnsafeRawPointer
  let cells: UnsafePointer<CellRange>
  /// How many cells it has.
  let cellCount: Int
  /// All of it, without its last line break.
  let range: Range<Int>
  let columns: UnsafePointer<Int32>
  /// Room for the contents of cells with escapes, as long as the record.
  let scratch: UnsafeMutableRawPointer
  /// The number of the person, if it was looked up and found; else −1.
  let knownPerson: Int
  /// How many headings the file has: cells behind them were put there for fields without a column.
  let headingCount: Int
  /// Whether it is certain to be a row, and no total, foot or the like.
  var isCertain = false

  /// The heading's index of a field; nil where the file has no such column.
  @inline(__always)
  func heading(of field: Field) -> Int? {
    let column = columns[Int(field.rawValue)]
    return column < 0 ? nil : Int(column)
  }

  /// The heading's index of a field as problems name it; nil where the file has no such column.
  func reportedHeading(of field: Field) -> Int? {
    heading(of: field).flatMap { $0 < headingCount ? $0 : nil }
  }

  /// The trimmed content of a field's cell; empty where there is none.
  @inline(__always)
  func cell(_ field: Field) -> UnsafeRawBufferPointer {
    let column = Int(columns[Int(field.rawValue)])
    // A row may lack the cells under empty headings, never those of a field.
    if column < 0 { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return cell(at: column)
  }

  /// The trimmed content of a cell.
  @inline(__always)
  func cell(at index: Int) -> UnsafeRawBufferPointer {
    let range = cells[index]
    if range.count == 0 { return UnsafeRawBufferPointer(start: nil, count: 0) }
    if range.isEscaped { return unescaped(range) }
    return CellText.trimmed(UnsafeRawBufferPointer(start: text + range.start, count: range.count))
  }

  /// A cell's content before it is trimmed, quoting undone.
  func content(at index: Int) -> UnsafeRawBufferPointer {
    let range = cells[index]
    let raw = UnsafeRawBufferPointer(start: text + range.start, count: range.count)
    if !range.isEscaped { return raw }
    let target = scratch + (range.start - self.range.lowerBound)
    return UnsafeRawBufferPointer(start: target, count: CellEscapes.remove(from: raw, to: target))
  }

  /// How many bytes a cell's content has before it is trimmed.
  func contentLength(at index: Int) -> Int {
    let range = cells[index]
    if !range.isEscaped { return range.count }
    return CellEscapes.removed(from: UnsafeRawBufferPointer(start: text + range.start, count: range.count))
      .count
  }

  /// All of the record's bytes.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: text + range.lowerBound, count: range.count)
  }

  /// Whether the cells from `first` on are blank.
  func isBlank(from first: Int) -> Bool {
    for i in stride(from: first, to: cellCount, by: 1) where cell(at: i).count > 0 {
      return false
    }
    return true
  }

  /// The first cell that is not blank.
  func firstFilledCell() -> UnsafeRawBufferPointer? {
    for i in 0..<cellCount {
      let content = cell(at: i)
      if content.count > 0 { return content }
    }
    return nil
  }

  /// A cell has its room in the scratch memory where it has its place in the record.
  @inline(never)
  private func unescaped(_ cell: CellRange) -> UnsafeRawBufferPointer {
    let target = scratch + (cell.start - range.lowerBound)
    let count = CellEscapes.remove(
      from: UnsafeRawBufferPointer(start: text + cell.start, count: cell.count), to: target)
    return CellText.trimmed(UnsafeRawBufferPointer(start: target, count: count))
  }
}
