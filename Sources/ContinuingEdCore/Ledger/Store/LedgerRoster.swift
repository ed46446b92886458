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

  /// Who is on the roster of a year; nil is that of all years without their own.
  struct Place: Hashable {
    var year: Int?
    var person: String
  }

  /// For each roster and person, by the ID, the line that counts.
  private(set) var people: [Place: Line] = [:]
  /// The years that have, or had, a roster of their own, in order; nil first if there is one for all others.
  private(set) var years: [Int?] = []
  /// How many lines there are.
  private(set) var lineCount = 0

  private let snapshot: LedgerSnapshot

  /// Reads the people of a state; their texts only if they are wanted.
  init(
    _ snapshot: LedgerSnapshot, _ journal: LedgerJournal, keepsTexts: Bool = false
  ) throws(LedgerFailure) {
    self.snapshot = snapshot
    guard let table = LedgerTable(.people, in: snapshot) else { return }
    let path = snapshot.path(of: .people)
    let fields = LedgerFile.people(snapshot.format)
    let listedColumn = LedgerFile.people.columns(format: snapshot.format).count - 2
    var (people, count) = ([Place: Line](), 0)
    var fault: LedgerFault?
    let outcome = try table.read { row in
      var text: [UInt8] = []
      for column in fields.indices where keepsTexts { LedgerRoster.append(row.string(column), to: &text) }
      let word = row.string(listedColumn)
      let year = snapshot.format == 1 ? "" : row.string(listedColumn - 1)
      if word != "yes", word != "no", fault == nil {
        fault = LedgerFault(path, line: row.line, .badCell(column: "listed", value: word))
      }
      if !year.isEmpty, Int(year) == nil, fault == nil {
        fault = LedgerFault(path, line: row.line, .badCell(column: "roster_year", value: year))
      }
      people[Place(year: Int(year), person: row.string(0))] = Line(
        text: text, isListed: word == "yes", record: count)
      count += 1
    }
    if let fault = outcome.faults.first ?? fault { throw .damaged(fault) }
    let expected = journal.counts[.people] ?? 0
    if count != expected {
      throw .damaged(LedgerFault(path, line: 1, .lineCount(found: count, expected: expected)))
    }
    self.people = people
    lineCount = count
    years = Set(people.keys.map(\.year)).sorted { $0 ?? .min < $1 ?? .min }
  }

  /// Whether there are, or ever were, people.
  var hasLines: Bool { lineCount > 0 }

  /// The roster by which a year is judged: its own, else the one for all years without their own, else the last before
  /// it, else the first after. Without a year the one for all, else the last.
  func roster(for year: Int?) -> Int? {
    if let year, years.contains(year) { return year }
    if years.contains(nil) { return nil }
    let known = years.compactMap { $0 }
    guard let year else { return known.last }
    return known.last { $0 < year } ?? known.first
  }

  /// `people.csv` with the lines that don't count for a year blanked out, so that those that do keep their places.
  func standingLines(for year: Int?) throws(LedgerFailure) -> InputFile {
    var bytes = try snapshot.bytes(of: .people)
    let roster = roster(for: year)
    var stands = [Bool](repeating: false, count: lineCount)
    for (place, line) in people where line.isListed && place.year == roster { stands[line.record] = true }
    let start = LedgerFile.people.header(format: snapshot.format).count
    bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
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
