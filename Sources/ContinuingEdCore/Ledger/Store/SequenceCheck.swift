/// Checks that the lines of a file are those that the journal tells of, in their order.
struct SequenceCheck {
  private let file: LedgerFile
  /// The columns of `people.csv` that say whether somebody is listed, and since which change.
  private let (listedColumn, changeColumn): (Int, Int)
  private let path: String
  private let journal: JournalReader
  private var faults: [LedgerFault] = []
  /// The number that the next row should have.
  private var nextNumber = 1
  /// The change that the last fault of its kind named: a run of lines with one fault is told once.
  private var lastMisfit: String?

  init(_ file: LedgerFile, path: String, journal: JournalReader, format: Int) {
    self.file = file
    changeColumn = file.columns(format: format).count - 1
    listedColumn = changeColumn - 1
    self.path = path
    self.journal = journal
  }

  /// Looks at a row.
  mutating func look(at row: LedgerRow) {
    switch file {
    case .entries(let year):
      let number = number(of: row, year: year)
      checkOrigin(row, of: number, column: 1)
      nextNumber = number + 1
    case .people:
      let listed = row.string(listedColumn)
      if listed != "yes", listed != "no" {
        report(row, .badCell(column: "listed", value: listed))
      }
      checkOrigin(row, of: nextNumber, column: changeColumn)
      nextNumber += 1
    case .journal, .seals: break
    }
  }

  /// What was found, once all rows have been looked at.
  consuming func finish(_ outcome: LedgerTable.Outcome) -> [LedgerFault] {
    let expected = journal.origins.counts[file] ?? 0
    if journal.isRead, outcome.records != expected {
      let kind = LedgerFault.Kind.lineCount(found: outcome.records, expected: expected)
      faults.append(LedgerFault(path, line: outcome.lastLine, kind))
    }
    return faults
  }

  /// The number that a row says it has, or should have if it can't be read.
  private mutating func number(of row: LedgerRow, year: Int) -> Int {
    let id = LedgerEntryID(bytes: row.raw(0))
    if let id, id.year == year, id.number == nextNumber { return nextNumber }
    if let expected = LedgerEntryID(year: year, number: nextNumber) {
      report(row, .entryOutOfSequence(found: row.string(0), expected: expected))
    }
    // A line that is missing, or came in, or was moved, puts out of step only itself.
    if let id, id.year == year { return id.number }
    return nextNumber
  }

  /// Checks that the row came with the change that the journal says.
  private mutating func checkOrigin(_ row: LedgerRow, of number: Int, column: Int) {
    let text = row.string(column)
    let expected = journal.isRead ? journal.origins.change(of: number, in: file) : nil
    let isDigits = !text.isEmpty && text.utf8.allSatisfy { 48...57 ~= $0 } && !text.hasPrefix("0")
    let found = isDigits ? Int(text) : nil
    if let found, found == expected || expected == nil && found <= journal.lastID {
      lastMisfit = nil
      return
    }
    if !journal.isRead && found != nil || text == lastMisfit { return }
    lastMisfit = text
    guard let found, let expected, found <= journal.lastID else {
      report(row, .unknownChange(id: text))
      return
    }
    report(row, .otherChange(found: found, expected: expected))
  }

  private mutating func report(_ row: LedgerRow, _ kind: LedgerFault.Kind) {
    faults.append(LedgerFault(path, line: row.line, kind))
  }
}
