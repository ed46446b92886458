/// The cells of a row that hold free text: what counts of them is whether two are equal, and what some of them name.
extension RowReader {
  /// Adds all of them to the fingerprint and keeps their hashes.
  @inline(__always)
  mutating func readTexts(_ row: Row, into entry: inout Entry) {
    for column in columns.texts {
      let hash = textHash(row, column)
      findings.hashes[Int(column.field)] = hash
      fingerprint.add(column.field, hash: hash)
    }
    if findings.hash(.filing) != nil { entry.marks.insert(.filed) }
    if findings.hash(.evidence) != nil { entry.marks.insert(.evidence) }
    if let hash = findings.hash(.platform) { entry.platform = texts.intern(row.cell(.platform), hash: hash) }
    if keepsTitles, let hash = findings.hash(.title) {
      entry.title = texts.intern(row.cell(.title), hash: hash)
    }
  }

  /// The hash of a trimmed text; 0 if it is blank.
  @inline(__always)
  private func textHash(_ row: Row, _ column: RowColumns.Column) -> UInt64 {
    let cell = row.cell(at: column.index)
    guard let base = cell.baseAddress, cell.count > 0 else { return 0 }
    if column.field != Field.name.rawValue, column.field != Field.title.rawValue, CellText.isBlankWord(cell) {
      return 0
    }
    return Mixing.hash(padded: base, count: cell.count, masks)
  }
}
