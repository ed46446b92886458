/// A row of a table that is written both as CSV and into a workbook, cell by cell, so that the two can't differ.
struct TableRow {
  /// Where a row goes.
  enum Form: Sendable {
    /// A line of CSV, whose texts are safe for spreadsheets.
    case csv
    /// A row of a worksheet.
    case sheet
  }

  private let form: Form
  private var isFirst = true

  /// Begins a row.
  init(_ form: Form, in buffer: inout ByteBuffer) {
    self.form = form
    if form == .sheet { buffer.beginSheetRow() }
  }

  /// Adds a cell of text.
  mutating func text(_ text: String, to buffer: inout ByteBuffer) {
    separate(&buffer)
    form == .csv ? buffer.appendCSV(text) : buffer.appendSheet(text)
  }

  /// Adds a cell of text.
  mutating func text(_ text: UnsafeRawBufferPointer, to buffer: inout ByteBuffer) {
    separate(&buffer)
    form == .csv ? buffer.appendCSV(text) : buffer.appendSheet(text)
  }

  /// Adds an ID as the style wants it.
  mutating func id(_ id: TextID, _ style: IDStyle, _ texts: TextTable, to buffer: inout ByteBuffer) {
    separate(&buffer)
    let form = form
    buffer.appendID(id, style, texts) { form == .csv ? $0.appendCSV($1) : $0.appendSheet($1) }
  }

  /// Adds hours.
  mutating func hours(_ hours: Hours, to buffer: inout ByteBuffer) {
    separate(&buffer)
    form == .csv ? buffer.append(hours) : buffer.appendSheet(hours)
  }

  /// Adds a whole number; a blank cell for nil.
  mutating func whole(_ number: Int?, to buffer: inout ByteBuffer) {
    separate(&buffer)
    if let number {
      form == .csv ? buffer.append(number) : buffer.appendSheet(whole: number)
    } else if form == .sheet {
      buffer.appendSheetBlank()
    }
  }

  /// Adds a day; a blank cell for nil.
  mutating func day(_ day: Day?, to buffer: inout ByteBuffer) {
    separate(&buffer)
    if let day {
      form == .csv ? buffer.append(day) : buffer.appendSheet(day)
    } else if form == .sheet {
      buffer.appendSheetBlank()
    }
  }

  /// Adds the cell of a column of records or of a roster, in the form in which programs write it: numbers and days
  /// become such where they are ones.
  mutating func cell(_ text: String, of field: Field, to buffer: inout ByteBuffer) {
    if form == .csv { return self.text(text, to: &buffer) }
    separate(&buffer)
    buffer.appendSheet(text, of: field)
  }

  /// Ends the row.
  func end(_ buffer: inout ByteBuffer) {
    if form == .csv { buffer.append(UInt8(ascii: "\n")) }
  }

  private mutating func separate(_ buffer: inout ByteBuffer) {
    if form == .csv, !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}

extension Field {
  /// How the cells of its column look in a workbook.
  var sheetStyle: SheetStyle {
    switch self {
    case .hours: .plain
    case .year, .count, .titleFrom: .whole
    case .start, .end, .filedOn, .reviewDate, .from, .to: .day
    default: .text
    }
  }

  /// How wide its column is at least.
  var sheetWidth: Int {
    switch self {
    case .personID: 20
    case .title, .unit: 24
    case .start, .end, .filedOn, .reviewDate, .from, .to, .name: 12
    case .category, .platform, .evidence, .organizer, .note: 18
    case .period: 24
    default: 10
    }
  }
}

extension ByteBuffer {
  /// Adds the cell of a column: a number or a day where it is one in plain form, else text.
  mutating func appendSheet(_ text: String, of field: Field) {
    switch field.sheetStyle {
    case .day:
      if let day = Day(iso: text) { return appendSheet(day) }
    case .plain, .whole:
      if let hours = ByteBuffer.number(text) {
        if field.sheetStyle == .plain { return appendSheet(hours) }
        if hours.hundredths % 100 == 0 { return appendSheet(whole: hours.hundredths / 100) }
      }
    default: break
    }
    appendSheet(text)
  }

  /// A number of at most two decimals whose digits are those that it would be written with; nil for anything else.
  private static func number(_ text: String) -> Hours? {
    guard text.utf8.count <= 8 else { return nil }
    var hundredths = 0
    var decimals: Int?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if byte >= 48, byte <= 57 {
        hundredths = hundredths * 10 + Int(byte - 48)
        decimals = decimals.map { $0 + 1 }
      } else {
        return nil
      }
    }
    switch decimals ?? 0 {
    case 0: hundredths *= 100
    case 1: hundredths *= 10
    case 2: break
    default: return nil
    }
    let hours = Hours(inHundredths: hundredths)
    return hours.description == text ? hours : nil
  }
}
