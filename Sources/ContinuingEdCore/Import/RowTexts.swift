/// The cells of a row that hold free text: what counts of them is whether two are equal, and what some of them name.
extension RowReader {
  /// Adds all of them to the fingerprint and keeps their hashes.
  @inline(__always)
  mutating func readTexts(_ row: Row, into entry: inout Entry) {
    for column in columns.texts {
      let hash = textHash(row, column)
      findings.hashes[Int(column.field)] = hash
      fingerprint.add(hash: hash, column.weight)
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
    let cell = row.cells[column.index]
    let base = row.text + cell.start
    // Blank cells are as frequent as others in some columns: they go the same way, and their hash is dropped.
    guard cell.isPlain(atMost: .max), CellText.isTrimmed(base, cell.count) || cell.count == 0 else {
      return otherTextHash(row, column)
    }
    if column.hasBlankWords, cell.count <= CellText.longestBlankWord, CellText.startsLikeBlankWord(base) {
      return otherTextHash(row, column)
    }
    let hash = Mixing.hash(padded: base, count: cell.count, masks)
    return cell.count == 0 ? 0 : hash
  }

  @inline(never)
  private func otherTextHash(_ row: Row, _ column: RowColumns.Column) -> UInt64 {
    let cell = row.cell(at: column.index)
    if cell.count == 0 || (column.hasBlankWords && CellText.isBlankWord(cell)) { return 0 }
    return Mixing.hash(cell)
  }
}
