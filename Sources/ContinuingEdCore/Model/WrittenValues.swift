// Hours and days as bytes: in decimal, in JSON, and as cells of a sheet.

extension ByteCursor {
  /// Writes hours without trailing zeros.
  @inline(__always)
  mutating func put(_ hours: Hours) {
    if hours.hundredths < 0 { put(UInt8(ascii: "-")) }
    let magnitude = UInt(hours.hundredths.magnitude)
    put(digits: magnitude / 100)
    let rest = magnitude % 100
    if rest == 0 { return }
    put(UInt8(ascii: "."))
    put(ByteCursor.digit(rest / 10))
    if rest % 10 != 0 { put(ByteCursor.digit(rest % 10)) }
  }

  /// Writes a day as `YYYY-MM-DD`.
  @inline(__always)
  mutating func put(_ day: Day) {
    let (year, month, day) = day.civil
    put(twoDigits: UInt(truncatingIfNeeded: year / 100))
    put(twoDigits: UInt(truncatingIfNeeded: year % 100))
    put(UInt8(ascii: "-"))
    put(twoDigits: UInt(truncatingIfNeeded: month))
    put(UInt8(ascii: "-"))
    put(twoDigits: UInt(truncatingIfNeeded: day))
  }

  /// Writes a day as a JSON string, or null.
  @inline(__always)
  mutating func putJSON(_ day: Day?) {
    guard let day else { return fixed("null") }
    put(UInt8(ascii: "\""))
    put(day)
    put(UInt8(ascii: "\""))
  }
}

extension ByteBuffer {
  /// Adds hours without trailing zeros, as `8`, `2.5`, `0.01`.
  package mutating func append(_ hours: Hours) { extend(atMost: ByteCursor.longestNumber) { $0.put(hours) } }

  /// Adds a day as `YYYY-MM-DD`.
  package mutating func append(_ day: Day) { extend(atMost: ByteCursor.longestNumber) { $0.put(day) } }

  /// Adds a day as a JSON string, or null.
  mutating func appendJSON(_ day: Day?) { extend(atMost: ByteCursor.longestNumber) { $0.putJSON(day) } }

  /// Adds a cell with hours as a number.
  package mutating func appendSheet(_ hours: Hours) {
    append(SheetMark.cell)
    openSheetCell(.plain)
    fixed("><v>")
    append(hours)
    fixed("</v></c>")
  }

  /// Adds a cell with a day; one before March 1900, which spreadsheet programs count differently, as text.
  package mutating func appendSheet(_ day: Day) {
    guard let first = Day(year: 1900, month: 3, day: 1), day >= first else {
      return appendSheet(day.description)
    }
    append(SheetMark.cell)
    openSheetCell(.day)
    fixed("><v>")
    // Day 61 of the 1900 system is 1 March 1900: it has a 29 February of that year.
    append(day.days(since: first) + 61)
    fixed("</v></c>")
  }
}

extension JSONValue {
  /// Hours, without trailing zeros.
  package static func hours(_ hours: Hours) -> JSONValue { JSONValue(.number("\(hours)")) }
}
