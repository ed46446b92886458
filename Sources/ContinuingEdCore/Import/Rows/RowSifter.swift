/// What a record turns out to be before its cells are read (RecordsFiles: Rows).
enum RecordKind: Equatable {
  /// Read its cells.
  case row
  /// Fewer cells than headings: a row only if person and category can be told.
  case short
  /// Blank: it is not even counted.
  case blank
  /// A line of totals, a foot, the header once more or a sample.
  case skipped(ProblemVariant)
  /// The number of its cells fits no reading.
  case ragged
}

/// Tells rows from what else stands among them.
struct RowSifter {
  let fewestCells: Int
  let headingCount: Int
  private let person: Int?
  private let category: Int?
  /// Columns in which a word such as 无 is a text like any other.
  private let literal: [Int]
  /// The records that the header is made of.
  private let header: [[String]]
  /// Whether every record is looked at closely: in a roster nothing else would notice a foot.
  private let isRoster: Bool

  init(_ header: Header, isRoster: Bool) {
    let plan = header.plan
    (fewestCells, headingCount) = (plan.fewestCells, plan.headingCount)
    (person, category) = (plan.column(of: .personID), plan.column(of: .category))
    literal = [.name, .title].compactMap { plan.column(of: $0) }
    self.header = header.records
    self.isRoster = isRoster
  }

  /// What kind of record this is. One that seems to be a row may still turn out to be a total or the like if its category
  /// can't be read, unless it is marked as certain.
  @inline(__always)
  func kind(of row: inout Row) -> RecordKind {
    if seemsARow(row) { return .row }
    row.isCertain = true
    return kindSlowly(of: row)
  }

  /// Whether a record has as many cells as a row, and the first look at them speaks for one.
  @inline(__always)
  func seemsARow(_ row: Row) -> Bool {
    row.cellCount >= fewestCells && row.cellCount <= headingCount && startsLikeAnID(row)
  }

  /// Whether the person cell starts with a letter or digit, so that the record is neither blank nor a sample.
  @inline(__always)
  private func startsLikeAnID(_ row: Row) -> Bool {
    guard let column = row.heading(of: .personID), !isRoster else { return false }
    let cell = row.cells[column]
    if cell.count == 0 { return false }
    let first = row.text.load(fromByteOffset: cell.start, as: UInt8.self)
    let letter = first | 0x20
    return first &- 0x30 <= 9 || (letter &- 0x61 <= 25 && letter != 0x73)
  }

  /// The same, with a look at all that may be no row.
  @inline(never)
  func kindSlowly(of row: Row) -> RecordKind {
    var first: Int?
    var isBlank = true
    for index in 0..<row.cellCount where !self.isBlank(row, index) {
      if first == nil { first = index }
      if isLeftOver(row.cell(at: index)) { continue }
      isBlank = false
      break
    }
    guard let first, !isBlank else { return .blank }
    if let variant = skipped(row, first: first) { return .skipped(variant) }
    if row.cellCount < fewestCells { return .short }
    for index in stride(from: headingCount, to: row.cellCount, by: 1) where row.cell(at: index).count > 0 {
      return .ragged
    }
    return .row
  }

  /// Whether a record with fewer cells than headings, its missing cells filled, is a row: person and category are there.
  func canStand(_ row: Row) -> Bool {
    guard let person else { return false }
    let cell = row.cell(at: person)
    if cell.isEmpty || WordLists.nobody.find(cell) != WordTable.unknownCode { return false }
    if isRoster { return true }
    if case .value = CellParser.category(row.cell(.category)) { return true }
    return false
  }

  /// Whether a cell is blank, or says so where that is no text of its own.
  private func isBlank(_ row: Row, _ index: Int) -> Bool {
    let cell = row.cell(at: index)
    return cell.count == 0 || (!literal.contains(index) && CellText.isBlankWord(cell))
  }

  /// What an empty formula leaves: 0, 0.00, 1900/1/0, 1900-01-00.
  private func isLeftOver(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard cell.count <= 10, cell[0] == UInt8(ascii: "0") || cell[0] == UInt8(ascii: "1") else { return false }
    return WordLists.leftOvers.findExactly(cell) != WordTable.unknownCode
  }

  // MARK: Totals, feet, headers and samples

  private func skipped(_ row: Row, first: Int) -> ProblemVariant? {
    if let person, person < row.cellCount,
      WordLists.sample.find(row.cell(at: person)) != WordTable.unknownCode
    {
      return .sample
    }
    if isHeader(row) { return .headerAgain }
    let cell = row.cell(at: first)
    // No word that begins or ends a line of those stands in so long a text.
    guard cell.count <= 1024 else { return nil }
    let text = HeadingMatch.normalised(String(decoding: cell, as: UTF8.self))
    let categoryIsOpen = isOpen(row, category, first, text)
    if isOpen(row, person, first, text) {
      let word = text.hasSuffix(":") ? String(text.dropLast()) : text
      if WordLists.totalWords.contains(word) { return .total }
      if FootLine.isOne(text), categoryIsOpen || isFootWord(row, category) { return .foot }
    }
    if categoryIsOpen, WordLists.groupTotalEnds.contains(where: text.hasSuffix) { return .total }
    return nil
  }

  /// Whether a cell is missing, blank, or says the same as the first filled one.
  private func isOpen(_ row: Row, _ column: Int?, _ first: Int, _ text: String) -> Bool {
    guard let column, column < row.cellCount, column != first else { return true }
    if isBlank(row, column) { return true }
    return HeadingMatch.normalised(String(decoding: row.cell(at: column), as: UTF8.self)) == text
  }

  private func isFootWord(_ row: Row, _ column: Int?) -> Bool {
    guard let column, column < row.cellCount else { return true }
    return FootLine.isOne(HeadingMatch.normalised(String(decoding: row.cell(at: column), as: UTF8.self)))
  }

  /// Whether the record is one of those that the header is made of.
  private func isHeader(_ row: Row) -> Bool {
    guard let first = header.first, row.cellCount <= max(first.count, headingCount) + 8 else { return false }
    return header.contains { isEqual(row, to: $0) }
  }

  private func isEqual(_ row: Row, to headings: [String]) -> Bool {
    var isSomething = false
    for index in 0..<max(row.cellCount, headings.count) {
      let heading = headings[safe: index] ?? ""
      guard index < row.cellCount else {
        if heading.isEmpty { continue }
        return false
      }
      let cell = row.cell(at: index)
      // Bytes first: most records differ in their first cell.
      if cell.count > 1024 || cell.isEmpty != heading.isEmpty { return false }
      if heading.isEmpty { continue }
      if HeadingMatch.normalised(String(decoding: cell, as: UTF8.self)) != heading { return false }
      isSomething = true
    }
    return isSomething
  }
}

/// A line at the foot of a form: 备注 or 填表人, perhaps with digits or a note in brackets, alone or before a colon, a point
/// or 、.
enum FootLine {
  /// Whether a normalised text begins such a line.
  static func isOne(_ text: String) -> Bool {
    WordLists.footWords.contains { word in
      guard text.hasPrefix(word) else { return false }
      var rest = text.unicodeScalars.dropFirst(word.unicodeScalars.count)
      while let next = rest.first, next.value &- 48 <= 9 { rest.removeFirst() }
      if let next = rest.first, ["(", "[", "【", "〔"].contains(next),
        let closing = rest.firstIndex(where: { [")", "]", "】", "〕"].contains($0) })
      {
        rest = rest[rest.index(after: closing)...]
      }
      guard let next = rest.first else { return true }
      return [":", ".", "。", "、"].contains(next)
    }
  }
}
