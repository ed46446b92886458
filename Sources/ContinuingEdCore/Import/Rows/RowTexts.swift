/// The cells of a row that hold free text: what counts of them is whether two are equal, and what some of them name.
extension RowReader {
  /// Adds all of them to the fingerprint and keeps their hashes.
  @inline(__always)
  mutating func readTexts(_ row: Row, into draft: inout RowDraft) {
    for column in columns.texts {
      let hash = textHash(row, column)
      findings.hashes[Int(column.field)] = hash
      fingerprint.add(hash: hash, column.weight)
    }
    if findings.hash(.filing) != nil { draft.marks.insert(.filed) }
    if findings.hash(.evidence) != nil { draft.marks.insert(.evidence) }
    if let hash = findings.hash(.mode), saysOnline(row, hash) { draft.marks.insert(.online) }
    if let hash = findings.hash(.platform) { draft.platform = texts.intern(row.cell(.platform), hash: hash) }
    if keepsTitles, let hash = findings.hash(.title) {
      draft.title = texts.intern(row.cell(.title), hash: hash)
    }
  }

  /// Whether a mode says 线上 or online; the few that a file has are looked at once each.
  @inline(never)
  private mutating func saysOnline(_ row: Row, _ hash: UInt64) -> Bool {
    if let known = onlineModes[hash] { return known }
    let mode = PlainText.normalized(row.cell(.mode))
    let says = ["线上", "online"].contains { PlainText.contains(mode, Array($0.utf8)) }
    let saysBoth = ["线下", "offline"].contains { PlainText.contains(mode, Array($0.utf8)) }
    // A column of this name may hold anything.
    if onlineModes.count == 1024 { onlineModes.removeAll() }
    onlineModes[hash] = says && !saysBoth
    return says && !saysBoth
  }

  /// The hash of a trimmed text; 0 if it is blank.
  @inline(__always)
  private mutating func textHash(_ row: Row, _ column: RowColumns.Column) -> UInt64 {
    let cell = row.cells[column.index]
    guard let count = cell.plainCount(atMost: .max >> 1) else { return otherTextHash(row, column) }
    let base = row.text + cell.start
    let marks = edges.marks(of: base, count: count)
    // Blank cells are as frequent as others in some columns: they go the same way, and their hash is dropped.
    if (marks | (count == 0 ? CellEdges.inner : 0)) & CellEdges.inner == 0 {
      return otherTextHash(row, column)
    }
    if marks & column.oddMarks != 0, edges.mayStartWord(base),
      count <= RowReader.longestOddText || marks & CellEdges.errorValue != 0
    {
      return otherTextHash(row, column)
    }
    let hash = Mixing.hash(padded: base, count: count, masks)
    return count == 0 ? 0 : hash
  }

  /// No placeholder is longer, in bytes, nor a word for nothing.
  private static let longestOddText = 24

  @inline(never)
  private mutating func otherTextHash(_ row: Row, _ column: RowColumns.Column) -> UInt64 {
    let cell = row.cell(at: column.index)
    let marks = row.marks(at: column.index)
    if marks.contains(.noValue) {
      if let field = Field(rawValue: column.field) {
        problems.report(.errorCell, field, in: row, as: .noValue)
      }
      return 0
    }
    if cell.count == 0 { return 0 }
    if column.oddMarks & CellEdges.blankWord != 0, CellText.isBlankWord(cell) { return 0 }
    let isPlaceholder = column.oddMarks & CellEdges.placeholder != 0 && CellText.isPlaceholder(cell)
    if isPlaceholder || CellText.isErrorValue(cell) || marks.contains(.error) {
      if let field = Field(rawValue: column.field) { problems.report(.placeholder, field, in: row) }
      return 0
    }
    return Mixing.hash(cell)
  }
}
