/// What is noticed of the columns of a file while its rows are read, each thing but once: text under empty headings, words
/// in columns that nobody reads, characters of private use; and the first row with fewer cells than headings.
struct ColumnNotes {
  /// Where something was seen first: block, line and record counted within it.
  struct Place {
    var block: Int
    var line: Int
    var record = 0

    func isBefore(_ other: Place) -> Bool { block != other.block ? block < other.block : line < other.line }
  }

  /// The columns with an empty heading under which a cell was not blank.
  private(set) var unnamedInUse: Set<Int> = []
  /// By unread column the first word that tells of hours that may not count.
  private(set) var suspects: [Int: (place: Place, word: String)] = [:]
  /// By column the first character of private use.
  private(set) var privates: [Int: Place] = [:]
  private(set) var shortRow: Place?
  /// Whether the text has a byte that only sequences of three and more begin with, and one that leads U+0180 and above.
  private(set) var hasWide = false
  private(set) var hasTwoByte = false

  /// The block that is being read.
  var block = 0
  /// Whether columns are looked at row by row.
  let isWatching: Bool
  private let unnamed: [Int]
  private let unread: [Int]

  init(_ header: Header) {
    unnamed = header.plan.unnamed
    unread = header.plan.unread
    isWatching = !unread.isEmpty
  }

  /// Looks at the columns of a row that nobody reads.
  mutating func look(at row: Row, line: Int) {
    for column in unread where column < row.cellCount {
      let range = row.cells[column]
      if range.count < 6 && !unnamed.contains(column) { continue }
      let cell = row.cell(at: column)
      if cell.isEmpty { continue }
      if unnamed.contains(column) { unnamedInUse.insert(column) }
      if suspects[column] == nil, cell.count <= 64,
        WordLists.suspect.find(cell) != WordTable.unknownCode
      {
        suspects[column] = (Place(block: block, line: line), String(decoding: cell, as: UTF8.self))
      }
    }
  }

  /// Looks for characters of private use in a row of a block that may have some.
  mutating func lookForPrivate(_ row: Row, line: Int) {
    guard FormatCharacters.hasPrivate(row.bytes) else { return }
    for column in 0..<row.cellCount where privates[column] == nil {
      if FormatCharacters.hasPrivate(row.cell(at: column)) {
        privates[column] = Place(block: block, line: line)
      }
    }
  }

  /// Notes a row with fewer cells than headings.
  mutating func noteShortRow(line: Int, record: Int) {
    if shortRow == nil { shortRow = Place(block: block, line: line, record: record) }
  }

  /// Looks for the bytes by which a file in GB18030 differs from one in UTF-8 that it could also be.
  mutating func lookAtWidth(of bytes: UnsafeRawBufferPointer) {
    if hasWide { return }
    for byte in bytes where byte >= 0xC6 {
      if byte >= 0xE0 {
        hasWide = true
        return
      }
      hasTwoByte = true
    }
  }

  /// What several readers of a file noticed together.
  func merged(with other: ColumnNotes) -> ColumnNotes {
    var all = self
    all.unnamedInUse.formUnion(other.unnamedInUse)
    all.suspects.merge(other.suspects) { $0.place.isBefore($1.place) ? $0 : $1 }
    all.privates.merge(other.privates) { $0.isBefore($1) ? $0 : $1 }
    if let place = other.shortRow, shortRow.map({ place.isBefore($0) }) ?? true { all.shortRow = place }
    all.hasWide = hasWide || other.hasWide
    all.hasTwoByte = hasTwoByte || other.hasTwoByte
    return all
  }
}
