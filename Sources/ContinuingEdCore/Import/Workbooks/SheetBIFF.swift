/// Reads the records of a sheet: its cells into ``SheetText``, its merged ranges into a list.
struct SheetBIFF {
  private let records: BIFFRecords
  private let strings: SharedStrings
  private let styles: WorkbookStyles
  private var numbers: StoredNumber
  private let writer: SheetTextWriter
  private(set) var merged: [MergedRange] = []
  /// The cell of a formula whose text stands in a record to come.
  private var waiting: CellReference?
  private var text: [UInt8] = []
  private var encoded: [UInt8] = []

  init(
    _ records: BIFFRecords, strings: SharedStrings, styles: WorkbookStyles, is1904: Bool,
    writer: SheetTextWriter
  ) {
    (self.records, self.strings, self.styles, self.writer) = (records, strings, styles, writer)
    numbers = StoredNumber(is1904: is1904)
  }

  /// Reads all of it.
  mutating func read() throws(WorkbookFailure) {
    try records.next()
    guard records.id == BIFFRecords.begin else { throw BIFFRecords.damaged }
    // Charts within a sheet begin and end as it does.
    var depth = 1
    while depth > 0 {
      try records.next()
      switch records.id {
      case BIFFRecords.begin: depth += 1
      case BIFFRecords.end: depth -= 1
      case 0x2F: throw .fault(.encrypted)
      default: if depth == 1 { try readRecord() }
      }
    }
  }

  private mutating func readRecord() throws(WorkbookFailure) {
    switch records.id {
    case 0x203: try putNumber(records.double(6), least: 14)
    case 0x27E: try putNumber(SheetBIFF.number(ofRK: records.u32(6)), least: 10)
    case 0xBD: try putNumbers()
    case 0xFD: try putShared()
    case 0x204, 0xD6: try putLabel(at: 6)
    case 0x205: try putBooleanOrError()
    case 0x06: try putFormula()
    case 0x207: try putFormulaText()
    case 0xE5: try addMerged()
    default: return
    }
  }

  /// The cell that the record is about.
  private func place(least: Int) throws(WorkbookFailure) -> CellReference {
    guard records.content.count >= least else { throw BIFFRecords.damaged }
    return CellReference(row: records.u16(0) + 1, column: try column(records.u16(2)))
  }

  private func column(_ number: Int) throws(WorkbookFailure) -> Int {
    guard number < SheetTextWriter.mostColumns else { throw BIFFRecords.damaged }
    return number
  }

  private mutating func putNumber(_ value: Double, least: Int) throws(WorkbookFailure) {
    try put(value, style: records.u16(4), at: place(least: least))
  }

  private mutating func put(
    _ value: Double, style: Int, at place: CellReference
  ) throws(WorkbookFailure) {
    guard numbers.put(value, styles[style], row: place.row, column: place.column, to: writer) else {
      throw BIFFRecords.damaged
    }
  }

  /// A number in 30 bits: the upper ones of a double, or a whole number; perhaps in hundredths.
  static func number(ofRK word: Int) -> Double {
    let bits = UInt32(truncatingIfNeeded: word)
    let value =
      bits & 2 != 0
      ? Double(Int32(bitPattern: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }

  private mutating func putNumbers() throws(WorkbookFailure) {
    let first = try place(least: 6)
    let count = (records.content.count - 6) / 6
    for i in 0..<count {
      let cell = CellReference(row: first.row, column: try column(first.column + i))
      try put(SheetBIFF.number(ofRK: records.u32(6 + 6 * i)), style: records.u16(4 + 6 * i), at: cell)
    }
  }

  private func putShared() throws(WorkbookFailure) {
    let cell = try place(least: 10)
    guard let string = strings[records.u32(6)] else { throw BIFFRecords.damaged }
    writer.put(string, row: cell.row, column: cell.column)
  }

  private mutating func putLabel(at start: Int) throws(WorkbookFailure) {
    try putText(at: place(least: start + 3), from: start)
  }

  private mutating func putText(at cell: CellReference, from start: Int) throws(WorkbookFailure) {
    text.removeAll(keepingCapacity: true)
    var reader = BIFFStringReader(records, at: start)
    try reader.append(to: &text)
    encoded.removeAll(keepingCapacity: true)
    text.withUnsafeBytes { EncodedCell.append($0, to: &encoded) }
    encoded.withUnsafeBytes { writer.put($0, row: cell.row, column: cell.column) }
  }

  private func putBooleanOrError() throws(WorkbookFailure) {
    let cell = try place(least: 8)
    put(records.u8(6), isError: records.u8(7) != 0, at: cell)
  }

  private func put(_ value: Int, isError: Bool, at cell: CellReference) {
    let text = isError ? SheetBIFF.errorText(value) : value != 0 ? "TRUE" : "FALSE"
    Array(text.utf8).withUnsafeBytes {
      if isError {
        writer.put(CellMark.error, $0, row: cell.row, column: cell.column)
      } else {
        writer.put($0, row: cell.row, column: cell.column)
      }
    }
  }

  private static func errorText(_ code: Int) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2A: "#N/A"
    default: "#ERROR!"
    }
  }

  private mutating func putFormula() throws(WorkbookFailure) {
    let cell = try place(least: 14)
    waiting = nil
    guard records.u16(12) == 0xFFFF else {
      return try put(records.double(6), style: records.u16(4), at: cell)
    }
    switch records.u8(6) {
    case 0: waiting = cell
    case 1: put(records.u8(8), isError: false, at: cell)
    case 2: put(records.u8(8), isError: true, at: cell)
    // 3 is a text of no characters.
    default: return
    }
  }

  private mutating func putFormulaText() throws(WorkbookFailure) {
    guard let cell = waiting else { return }
    waiting = nil
    guard records.content.count >= 3 else { return }
    try putText(at: cell, from: 0)
  }

  private mutating func addMerged() throws(WorkbookFailure) {
    let count = records.u16(0)
    guard records.content.count >= 2 + 8 * count else { throw BIFFRecords.damaged }
    for i in 0..<count {
      let at = 2 + 8 * i
      let range = MergedRange(
        top: records.u16(at) + 1, bottom: records.u16(at + 2) + 1, left: records.u16(at + 4),
        right: records.u16(at + 6))
      guard range.top <= range.bottom, range.left <= range.right else { throw BIFFRecords.damaged }
      if merged.count >= MergedRange.most { throw .fault(.tooLarge) }
      merged.append(range)
    }
  }
}
