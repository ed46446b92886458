/// The cells of a line of an entries file, looked at in place; they hold while the next line is not yet read.
struct EntryCells {
  let row: LedgerRow
  /// For each field by raw value its place in a line; −1 where the format has no such column.
  let places: [Int]

  /// The places of the columns of a format.
  static func places(_ format: Int) -> [Int] {
    let columns = LedgerFile.records(format)
    return Field.allCases.map { field in columns.firstIndex(of: field).map { $0 + firstColumn } ?? -1 }
  }

  /// The change that brought the entry.
  var change: Int { Int(row.string(1)) ?? 0 }

  /// The review status that the row says; nil is blank.
  var status: ReviewStatus? {
    withBytes(.status) { bytes in
      if case .value(let status) = CellParser.status(bytes) { status } else { nil }
    }
  }

  /// A cell's value, as the reader takes it.
  func text(_ field: Field) -> String {
    withBytes(field) { $0.count == 0 ? "" : String(decoding: $0, as: UTF8.self) }
  }

  /// All cells that are not blank.
  var all: [Field: String] {
    var cells: [Field: String] = [:]
    for field in Field.kept {
      let text = text(field)
      if !text.isEmpty { cells[field] = text }
    }
    return cells
  }

  /// Calls `body` with the bytes of a cell's value.
  @inline(__always)
  func withBytes<R>(_ field: Field, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    let column = places[Int(field.rawValue)]
    if column < 0 { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    let raw = row.raw(column)
    // Only a cell with a quote in it can have doubled ones.
    if !raw.contains(UInt8(ascii: "\"")) { return body(CellText.trimmed(raw)) }
    var text = row.string(column)
    return text.withUTF8 { body(CellText.trimmed(UnsafeRawBufferPointer($0))) }
  }

  /// Before the contract's columns stand the entry and the change.
  private static let firstColumn = 2
}

/// Numbers texts 0, 1, 2 … in the order in which they are first seen, without a string for each look.
struct TextPlaces {
  private var texts = TextTable()
  /// The first text of each hash.
  private var places: [UInt64: Int] = [:]
  /// Texts whose hash another one has.
  private var others: [String: Int] = [:]
  private(set) var count = 0

  /// The number of a text; that of the next one if it is new.
  mutating func place(of text: UnsafeRawBufferPointer) -> Int {
    // A table of texts keeps no empty one.
    if text.count == 0 { return place(of: "\0") }
    let hash = Mixing.hash(text)
    if let place = places[hash] {
      let isSame = texts.withBytes(of: TextID(UInt32(truncatingIfNeeded: place + 1))) {
        $0.elementsEqual(text)
      }
      if isSame { return place }
      let key = String(decoding: text, as: UTF8.self)
      if let other = others[key] { return other }
      others[key] = count
    } else {
      places[hash] = count
    }
    _ = texts.append(text)
    count += 1
    return count - 1
  }

  /// The number of a text; that of the next one if it is new.
  mutating func place(of text: String) -> Int {
    var text = text
    return text.withUTF8 { place(of: UnsafeRawBufferPointer($0)) }
  }
}
