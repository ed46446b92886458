/// Puts the numbers of a workbook into a sheet's text, as their formats have them (Workbooks: Numbers, Dates).
struct StoredNumber {
  /// Whether days are counted from 1904 on.
  let is1904: Bool
  private var scratch: [UInt8] = []

  init(is1904: Bool) {
    self.is1904 = is1904
    scratch.reserveCapacity(64)
  }

  /// Puts a number as XML has it; false if the text is no number.
  @inline(__always)
  mutating func put(
    _ text: UnsafeRawBufferPointer, _ format: CellFormat, row: Int, column: Int, to writer: SheetTextWriter
  ) -> Bool {
    // Most numbers are whole, of few digits, and stand as they will be shown.
    if text.count < 15, text.count > 0 {
      var value = 0
      var isPlain = true
      for byte in text {
        isPlain = isPlain && byte &- 48 <= 9
        value = value &* 10 &+ Int(byte &- 48)
      }
      if isPlain, value > 0, text[0] != UInt8(ascii: "0") {
        switch format {
        case .number:
          writer.put(text, row: row, column: column)
          return true
        case .date:
          if putDay(value, row, column, writer) { return true }
          writer.put(text, row: row, column: column)
          return true
        case .duration, .zeros: break
        }
      }
    }
    guard let number = DecimalText(text) else { return false }
    put(number, format, row: row, column: column, to: writer)
    return true
  }

  /// Puts a number that is stored as a double; false if it is none.
  mutating func put(
    _ value: Double, _ format: CellFormat, row: Int, column: Int, to writer: SheetTextWriter
  ) -> Bool {
    guard let number = DecimalText(value) else { return false }
    put(number, format, row: row, column: column, to: writer)
    return true
  }

  private mutating func put(
    _ number: DecimalText, _ format: CellFormat, row: Int, column: Int, to writer: SheetTextWriter
  ) {
    if format == .date, let day = Serial.day(number.double, is1904: is1904) {
      if putDay(day, row, column, writer) { return }
    }
    scratch.removeAll(keepingCapacity: true)
    var leastDigits = 0
    if case .zeros(let count) = format, number.isWhole { leastDigits = count }
    number.write(to: &scratch, leastDigits: leastDigits)
    let mark = mark(of: number, format)
    scratch.withUnsafeBytes {
      if mark == 0 {
        writer.put($0, row: row, column: column)
      } else {
        writer.put(mark, $0, row: row, column: column)
      }
    }
  }

  /// What the digits alone don't say; 0 is nothing.
  private func mark(of number: DecimalText, _ format: CellFormat) -> UInt8 {
    if number.digits.isEmpty { return CellMark.zero }
    if number.isWhole, number.wholeDigits > 15 { return CellMark.longNumber }
    if format == .duration { return CellMark.duration }
    // 2023.1
    if number.exponent == 4, number.digits.count == 5, number.digits[4] == UInt8(ascii: "1"),
      !number.isNegative
    {
      return CellMark.yearAndOne
    }
    return 0
  }

  /// Puts the day of a serial number; false if there is none.
  @inline(__always)
  private mutating func putDay(_ serial: Int, _ row: Int, _ column: Int, _ writer: SheetTextWriter) -> Bool {
    guard let day = Serial.day(serial, is1904: is1904) else { return false }
    let (year, month, dayOfMonth) = day.civil
    var text = (
      Serial.digit(year / 1000), Serial.digit(year / 100 % 10), Serial.digit(year / 10 % 10),
      Serial.digit(year % 10), UInt8(ascii: "-"), Serial.digit(month / 10), Serial.digit(month % 10),
      UInt8(ascii: "-"), Serial.digit(dayOfMonth / 10), Serial.digit(dayOfMonth % 10)
    )
    withUnsafeBytes(of: &text) { writer.put($0, row: row, column: column) }
    return true
  }
}

/// Days as spreadsheets count them.
enum Serial {
  /// The last one of the year 9999, in the system of 1900.
  private static let last = 2_958_465
  /// How many days the system of 1904 begins later.
  private static let shift = 1462

  /// The day of a whole serial number; nil below 1, after the year 9999, and for 29 February 1900, which never was.
  static func day(_ serial: Int, is1904: Bool) -> Day? {
    let counted = is1904 ? serial + shift : serial
    guard serial >= 1, counted <= last, counted != 60 || is1904 else { return nil }
    // 1899-12-31 is day 0 of 1900, and from March on one more is counted than there were.
    return Day(number: Int32(counted) - (counted > 60 ? 25_569 : 25_568))
  }

  /// The serial number of the day of a moment, which is rounded to the second first; nil where there is none.
  static func day(_ moment: Double, is1904: Bool) -> Int? {
    guard moment >= 1, moment < Double(last + 1) else { return nil }
    let seconds = Int((moment * 86_400).rounded(.toNearestOrAwayFromZero))
    return seconds / 86_400
  }

  @inline(__always)
  fileprivate static func digit(_ value: Int) -> UInt8 { UInt8(truncatingIfNeeded: 48 &+ value) }
}
