/// The lines of a ledger's `people.csv`: of several of one person the last one counts.
struct LedgerRoster {
  /// A line that counts.
  struct Line {
    /// The cells of the roster's columns, each with a comma behind it, as the program writes them.
    var text: [UInt8]
    var isListed: Bool
    /// The number of the record in the file, from 0 on.
    var record: Int
  }

  /// For each person, by the ID, the line that counts.
  private(set) var people: [String: Line] = [:]
  /// How many lines there are.
  private(set) var lineCount = 0

  private let snapshot: LedgerSnapshot

  /// Reads the people of a state; their texts only if they are wanted.
  init(
    _ snapshot: LedgerSnapshot, _ journal: LedgerJournal, keepsTexts: Bool = false
  ) throws(LedgerError) {
    self.snapshot = snapshot
    guard let table = LedgerTable(.people, in: snapshot) else { return }
    let path = snapshot.path(of: .people)
    let listedColumn = LedgerFile.peopleFields.count
    var (people, count) = ([String: Line](), 0)
    var fault: LedgerFault?
    let outcome = try table.read { row in
      var text: [UInt8] = []
      for column in LedgerFile.peopleFields.indices where keepsTexts {
        LedgerRoster.append(row.string(column), to: &text)
      }
      let word = row.string(listedColumn)
      if word != "yes", word != "no", fault == nil {
        fault = LedgerFault(path, line: row.line, .badCell(column: "listed", value: word))
      }
      people[row.string(0)] = Line(text: text, isListed: word == "yes", record: count)
      count += 1
    }
    if let fault = outcome.faults.first ?? fault { throw .damaged(fault) }
    let expected = journal.counts[.people] ?? 0
    if count != expected {
      throw .damaged(LedgerFault(path, line: 1, .lineCount(found: count, expected: expected)))
    }
    self.people = people
    lineCount = count
  }

  /// Whether there are, or ever were, people.
  var hasLines: Bool { lineCount > 0 }

  /// `people.csv` with the lines that don't count blanked out, so that those that do keep their places.
  func standingLines() throws(LedgerError) -> InputFile {
    var bytes = try snapshot.bytes(of: .people)
    var stands = [Bool](repeating: false, count: lineCount)
    for line in people.values where line.isListed { stands[line.record] = true }
    bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      let start = LedgerFile.people.header.count
      let text = UnsafePointer((base + start).assumingMemoryBound(to: UInt8.self))
      var ends: [Int] = []
      LedgerRoster.forEachRecord(text, buffer.count - start) { ends.append($0) }
      var from = start
      for (record, end) in ends.enumerated() {
        if record < stands.count, !stands[record] {
          // White space and nothing else is a blank record; line breaks stay, so that lines keep their numbers.
          for i in from..<start + end where buffer[i] != 0x0A { buffer[i] = 0x20 }
        }
        from = start + end
      }
    }
    return .bytes(name: snapshot.path(of: .people), bytes)
  }

  /// Calls `body` with the place behind each record. Lines of a ledger end with LF, those within quotes aside.
  private static func forEachRecord(_ text: UnsafePointer<UInt8>, _ count: Int, _ body: (Int) -> Void) {
    var isQuoted = false
    for i in 0..<count {
      if text[i] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if text[i] == 0x0A, !isQuoted { body(i + 1) }
    }
  }

  /// Adds a cell and a comma.
  static func append(_ cell: String, to text: inout [UInt8]) {
    LedgerText.append(cell, to: &text)
    text.append(UInt8(ascii: ","))
  }
}
