/// What a row is about, by which it is told whether two rows are probably one activity (Judging: The same activity
/// twice).
struct RowAspects {
  /// The cell of the category as the program writes it.
  private let category: [UInt8]
  private let title: [UInt8]
  private let evidence: [UInt8]
  /// The first and the last day, a blank end being the start; nil if unknown.
  private let start: Day?
  private let end: Day?
  private let isPublic: Bool
  private let year: Int
  /// Whether the looser comparison is for rows of this kind: assignments, leaves and audited years are told apart by
  /// their days.
  private let isLoose: Bool

  /// The aspects of a line that the program has written; `year` is that of its file.
  init(_ cells: LedgerLineCells, year: Int) {
    let word = cells.raw(.category)
    category = Array(word)
    title = cells.bytes(.title).withUnsafeBytes { TitleFolding.folded($0) }
    let evidence = cells.bytes(.evidence)
    self.evidence = RowAspects.identifies(evidence) ? evidence : []
    (start, end) = RowAspects.days(cells)
    isPublic = cells.raw(.subject).elementsEqual("public".utf8)
    self.year = year
    switch Category(code: String(decoding: word, as: UTF8.self)) {
    case .assignment, .leave, .annual, .none: isLoose = false
    default: isLoose = true
    }
  }

  /// Hashes of which two rows of one person that are about the same have one in common.
  func keys(_ person: UInt64) -> [UInt64] {
    let kind = Mixing.fold(person ^ Mixing.first, RowAspects.hash(category) ^ Mixing.second)
    let about = Mixing.fold(kind ^ Mixing.first, RowAspects.hash(title) ^ Mixing.second)
    func key(_ day: Day?, _ mark: UInt64) -> UInt64 {
      Mixing.fold(about ^ mark, UInt64(bitPattern: Int64(day?.number ?? .min)) ^ Mixing.second)
    }
    var keys = [key(start, 1)]
    if end != nil { keys.append(key(end, 2)) }
    if isLoose, !evidence.isEmpty {
      keys.append(Mixing.fold(kind ^ 3, RowAspects.hash(evidence) ^ Mixing.second))
    }
    return keys
  }

  /// Whether two rows of one person are about the same: by title and both days, or, within a subject and a credit year,
  /// as the readings say.
  func isAboutTheSame(as other: RowAspects) -> Bool {
    guard category == other.category else { return false }
    if title == other.title, start == other.start, end == other.end { return true }
    guard isLoose, isPublic == other.isPublic, year == other.year else { return false }
    if !title.isEmpty, title == other.title {
      if let start, start == other.start { return true }
      if let end, end == other.end { return true }
      if start == nil, end == nil, other.start == nil, other.end == nil { return true }
    }
    return !evidence.isEmpty && evidence == other.evidence && daysMeet(other)
  }

  private func daysMeet(_ other: RowAspects) -> Bool {
    guard let first = start ?? end, let last = end ?? start, let otherFirst = other.start ?? other.end,
      let otherLast = other.end ?? other.start
    else { return true }
    return first <= otherLast && otherFirst <= last
  }

  /// A text that tells one certificate from others has four characters and a digit.
  private static func identifies(_ evidence: [UInt8]) -> Bool {
    let characters = evidence.count { $0 & 0xC0 != 0x80 }
    return characters >= 4 && evidence.contains { 48...57 ~= $0 }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { Mixing.hash($0) } }

  /// The days that count: start and end, and the period where no start is given.
  private static func days(_ cells: LedgerLineCells) -> (Day?, Day?) {
    func day(_ field: Field) -> Day? {
      if case .value(let day) = CellParser.day(cells.raw(field)) { return day }
      return nil
    }
    var (start, end) = (day(.start), day(.end))
    if start == nil, cells.raw(.start).isEmpty {
      let period = cells.bytes(.period).withUnsafeBytes { CellParser.period(CellText.trimmed($0)) }
      if case .value(let (first, last)) = period {
        start = first
        end = end ?? last
      }
    }
    return (start, end ?? start)
  }
}
