/// Reads the rows of a roster that is to be imported: a ``RosterReader`` reads and judges them, and what can be used is
/// written as the beginning of a line of `people.csv`.
struct LedgerRosterReader: RowConsumer, ~Copyable {
  private var inner: RosterReader
  private let setup: ReaderSetup
  private(set) var counts = RecordCounts()
  /// The usable rows in order: the ID as `people.csv` has it, and all cells with their commas.
  private(set) var rows: [(id: String, text: [UInt8])] = []

  init(_ setup: ReaderSetup, columns: [Int32]) {
    self.setup = setup
    inner = RosterReader(setup, columns: columns)
  }

  /// Hands over the reader that has found all problems.
  mutating func takeReader() -> RosterReader {
    var reader = RosterReader(ReaderSetup(), columns: [])
    swap(&reader, &inner)
    return reader
  }

  var rowCount: Int { 0 }
  var problemCount: Int { inner.problemCount }

  func find(_ batch: RecordBatch) {}
  mutating func begin(block: Int) { inner.begin(block: block) }

  mutating func report(_ code: ProblemCode, as variant: ProblemVariant, line: Int, record: Int) {
    inner.report(code, as: variant, line: line, record: record)
    counts.count(code)
  }

  mutating func passOverBlank() { counts.blank += 1 }

  mutating func read(_ row: Row, line: Int, record: Int) -> RowOutcome {
    let outcome = inner.read(row, line: line, record: record)
    if outcome == .doubtful { return outcome }
    if outcome == .faulty {
      counts.faulty += 1
      return .faulty
    }
    counts.usable += 1
    var text: [UInt8] = []
    for field in LedgerFile.people(LedgerFolder.format) { LedgerRoster.append(cell(field, row), to: &text) }
    rows.append((cell(.personID, row), text))
    return .used
  }

  /// A cell as `people.csv` has it.
  private func cell(_ field: Field, _ row: Row) -> String {
    let cell = row.cell(field)
    switch field {
    case .personID: return LedgerRosterReader.guarded(PersonIDCell.normalised(cell))
    case .name: return LedgerRosterReader.guarded(String(decoding: cell, as: UTF8.self))
    case .employer:
      guard case .value(let employer) = CellParser.employer(cell) else { return "" }
      return employer.code
    case .reviewDate:
      guard case .value(let day) = CellParser.day(cell) else { return "" }
      return day.description
    default:
      if CellText.isBlankWord(cell) { return "" }
      return LedgerRosterReader.guarded(String(decoding: cell, as: UTF8.self))
    }
  }

  /// A reader drops one apostrophe.
  private static func guarded(_ text: String) -> String { text.utf8.first == 0x27 ? "'" + text : text }
}

extension PersonIDCell {
  /// The ID in a trimmed cell, as people are told apart by it; as it was typed if reading it again would make another
  /// one of it.
  static func normalised(_ trimmed: UnsafeRawBufferPointer) -> String {
    var scratch: [UInt8] = []
    guard case .id(_, let inScratch, _) = read(trimmed, into: &scratch), inScratch else {
      return String(decoding: trimmed, as: UTF8.self)
    }
    return scratch.withUnsafeBytes(staysSame)
      ? String(decoding: scratch, as: UTF8.self) : String(decoding: trimmed, as: UTF8.self)
  }

  /// Whether a normalised ID is read as what it is. Normalising can make white space of a character, which a reader
  /// takes away.
  static func staysSame(_ id: UnsafeRawBufferPointer) -> Bool {
    let written = id.first == UInt8(ascii: "'") ? [UInt8(ascii: "'")] + Array(id) : Array(id)
    return written.withUnsafeBytes { CellText.trimmed($0).elementsEqual(id) }
  }
}
