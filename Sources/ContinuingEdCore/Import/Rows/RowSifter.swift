/// What a record turns out to be before its cells are read (CONTRACT §8, Rows).
enum RecordKind {
  /// Read its cells.
  case row
  /// Blank: it is not even counted.
  case blank
  /// A line of totals.
  case total
  /// The number of its cells fits no reading.
  case ragged
}

/// Tells rows from what else stands among them.
struct RowSifter {
  let fewestCells: Int
  let headingCount: Int

  /// What kind of record this is.
  @inline(__always)
  func kind(of row: Row) -> RecordKind {
    let count = row.cellCount
    if count >= fewestCells, count <= headingCount, startsLikeAnID(row) { return .row }
    return kindSlowly(of: row)
  }

  /// Whether the person cell starts with a letter or digit, so that the record is neither blank nor a total.
  @inline(__always)
  private func startsLikeAnID(_ row: Row) -> Bool {
    guard let column = row.heading(of: .personID) else { return false }
    let cell = row.cells[column]
    if cell.count == 0 { return false }
    let first = row.text.load(fromByteOffset: cell.start, as: UInt8.self)
    return first > 0x2F && first < 0x7F
  }

  @inline(never)
  private func kindSlowly(of row: Row) -> RecordKind {
    guard let first = row.firstFilledCell() else { return .blank }
    if TotalRow.isTotalWord(first) {
      let column = row.heading(of: .personID) ?? Int.max
      let person =
        column < row.cellCount ? row.cell(at: column) : UnsafeRawBufferPointer(start: nil, count: 0)
      if person.count == 0 || TotalRow.isTotalWord(person) { return .total }
    }
    if row.cellCount < fewestCells { return .ragged }
    if row.cellCount > headingCount, !row.isBlank(from: headingCount) { return .ragged }
    return .row
  }
}
