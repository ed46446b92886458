/// Gives all cells of merged ranges the value of their first one (Workbooks: Merged ranges).
struct MergedCells {
  private let text: SheetText
  private let budget: UnpackBudget
  private let part: String
  /// Those of more than one cell, by their first rows.
  private let ranges: [MergedRange]

  /// A range that goes through the row that is written.
  private struct Active {
    var range: MergedRange
    var value: [UInt8]
  }

  init(_ text: SheetText, _ ranges: [MergedRange], _ budget: UnpackBudget, part: String) {
    (self.text, self.budget, self.part) = (text, budget, part)
    self.ranges = ranges.filter {
      $0.top <= text.lastRow && $0.left < text.width && ($0.top < $0.bottom || $0.left < $0.right)
    }.sorted { $0.top < $1.top }
  }

  /// The sheet with its merged cells filled, as far as its last row and column.
  func filled(_ makeKept: @escaping () -> KeptBytes) throws(WorkbookFailure) -> SheetText {
    if ranges.isEmpty { return text }
    let writer = SheetTextWriter(makeKept)
    var active: [Active] = []
    var next = 0
    try SheetRecords(text).read { (record, cells) throws(WorkbookFailure) in
      active.removeAll { $0.range.bottom < record.row }
      while next < ranges.count, ranges[next].top == record.row {
        try begin(ranges[next], cells, &active)
        next += 1
      }
      try write(record.row, cells, active, to: writer)
    }
    return try writer.finish()
  }

  private func begin(
    _ range: MergedRange, _ cells: [SheetCell], _ active: inout [Active]
  ) throws(WorkbookFailure) {
    let place = active.firstIndex { $0.range.left > range.left } ?? active.count
    // Ranges that overlap have no one value.
    if place > 0, active[place - 1].range.right >= range.left { throw .damaged(part) }
    if place < active.count, active[place].range.left <= range.right { throw .damaged(part) }
    let value = cells.first { $0.column == range.left }.map { Array($0.bytes) } ?? []
    active.insert(Active(range: range, value: value), at: place)
  }

  private func write(
    _ row: Int, _ cells: [SheetCell], _ active: [Active], to writer: SheetTextWriter
  ) throws(WorkbookFailure) {
    var place = 0
    var isWritten = false
    for cell in cells {
      while place < active.count, active[place].range.left <= cell.column {
        if !isWritten { try write(active[place], row, to: writer) }
        isWritten = active[place].range.right >= cell.column
        if isWritten { break }
        place += 1
      }
      if isWritten { continue }
      writer.put(cell.bytes, row: row, column: cell.column)
    }
    if isWritten { place += 1 }
    for rest in active[place...] { try write(rest, row, to: writer) }
  }

  private func write(_ merged: Active, _ row: Int, to writer: SheetTextWriter) throws(WorkbookFailure) {
    if merged.value.isEmpty { return }
    let right = min(merged.range.right, text.width - 1)
    try budget.take((right - merged.range.left + 1) * (merged.value.count + 2))
    merged.value.withUnsafeBytes { value in
      for column in merged.range.left...right {
        if row == merged.range.top {
          writer.put(value, row: row, column: column)
        } else {
          writer.put(CellMark.merged, value, row: row, column: column)
        }
      }
    }
  }
}
