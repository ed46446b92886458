// Rows of a worksheet as bytes (ECMA-376, SpreadsheetML), with places left open where a cell's reference goes: rows are
// written on all cores, and which row of which sheet one becomes is known only when they are put together.

/// The bytes that stand for something else until a sheet is put together; no text has them, since control characters
/// are escaped.
enum SheetMark {
  /// A row begins.
  static let row: UInt8 = 1
  /// A cell begins: `<c r="B7"` goes here.
  static let cell: UInt8 = 2
  /// A blank cell.
  static let blank: UInt8 = 3
  /// The text before it was cut.
  static let cut: UInt8 = 4
}

/// How a cell looks, as an index into the styles of a written workbook (`styles.xml`).
package enum SheetStyle: Int, CaseIterable, Sendable {
  /// As the program likes: hours, without a mark of thousands.
  case plain = 0
  /// A heading.
  case heading
  /// Text, whatever is typed into it: IDs keep their digits.
  case text
  /// A day as 2023-07-01.
  case day
  /// A whole number without a mark of thousands: years, counts.
  case whole
  /// Text that is broken into lines.
  case wrapped
}

extension ByteBuffer {
  /// The most UTF-16 units that a cell holds.
  static let longestSheetText = 32_767

  /// Begins a row of a worksheet.
  package mutating func beginSheetRow() { append(SheetMark.row) }

  /// Leaves a cell blank.
  package mutating func appendSheetBlank() { append(SheetMark.blank) }

  /// Adds a cell of text; a blank one if it is empty.
  package mutating func appendSheet(_ text: String, _ style: SheetStyle = .text) {
    var text = text
    text.withUTF8 { appendSheet(UnsafeRawBufferPointer($0), style) }
  }

  /// Adds a cell of text; a blank one if it is empty. What is longer than a cell holds is cut.
  package mutating func appendSheet(_ text: UnsafeRawBufferPointer, _ style: SheetStyle = .text) {
    guard let first = text.first, let last = text.last else { return appendSheetBlank() }
    append(SheetMark.cell)
    openSheetCell(style)
    // Without the mark, white space at the ends is dropped.
    if first <= 0x20 || last <= 0x20 {
      fixed(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    } else {
      fixed(" t=\"inlineStr\"><is><t>")
    }
    let kept = SheetEscapes.fitting(text)
    appendSheetText(UnsafeRawBufferPointer(rebasing: text[..<kept]))
    fixed("</t></is></c>")
    if kept < text.count { append(SheetMark.cut) }
  }

  /// Adds a cell with a whole number: a year, a count.
  package mutating func appendSheet(whole number: Int) {
    append(SheetMark.cell)
    openSheetCell(.whole)
    fixed("><v>")
    append(number)
    fixed("</v></c>")
  }

  mutating func openSheetCell(_ style: SheetStyle) {
    if style == .plain { return }
    fixed(" s=\"")
    append(style.rawValue)
    append(UInt8(ascii: "\""))
  }

  /// Adds text of a cell with what XML and SpreadsheetML need escaped.
  package mutating func appendSheetText(_ text: UnsafeRawBufferPointer) {
    var start = 0
    var place = 0
    func piece(_ end: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: text[start..<end]) }
    while place < text.count {
      let length = SheetEscapes.length(text, place)
      if length > 0 {
        append(piece(place))
        appendSheetEscape(text, place)
        place += length
        start = place
      } else {
        place += 1
      }
    }
    append(piece(place))
  }

  private mutating func appendSheetEscape(_ text: UnsafeRawBufferPointer, _ place: Int) {
    switch text[place] {
    case UInt8(ascii: "&"): fixed("&amp;")
    case UInt8(ascii: "<"): fixed("&lt;")
    case UInt8(ascii: ">"): fixed("&gt;")
    // An underscore that begins what would be undone as an escape.
    case UInt8(ascii: "_"): fixed("_x005F_")
    case 0xC2:
      fixed("_x00")
      appendHex(text[place + 1])
    case 0xEF: text[place + 2] == 0xBE ? fixed("_xFFFE_") : fixed("_xFFFF_")
    default:
      fixed("_x00")
      appendHex(text[place])
    }
  }

  private mutating func appendHex(_ byte: UInt8) {
    for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 48 + digit : 55 + digit) }
    append(UInt8(ascii: "_"))
  }
}

/// What can't stand in a cell's text as it is.
enum SheetEscapes {
  /// How many bytes at a place are written otherwise; 0 where the byte stands for itself.
  @inline(__always)
  static func length(_ text: UnsafeRawBufferPointer, _ place: Int) -> Int {
    let byte = text[place]
    if byte >= 0x61, byte < 0x7F || (byte > 0x7F && byte != 0xC2 && byte != 0xEF) { return 0 }
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): return 1
    case 0x09, 0x0A: return 0
    case 0..<0x20, 0x7F: return 1
    case UInt8(ascii: "_"): return isEscape(text, place) ? 1 : 0
    // C1: C2 80 to C2 9F.
    case 0xC2: return place + 1 < text.count && text[place + 1] < 0xA0 ? 2 : 0
    // U+FFFE and U+FFFF are no characters of XML.
    case 0xEF:
      guard place + 2 < text.count, text[place + 1] == 0xBF else { return 0 }
      return text[place + 2] >= 0xBE ? 3 : 0
    default: return 0
    }
  }

  /// Whether an underscore begins `_xHHHH_`.
  private static func isEscape(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    guard place + 6 < text.count, text[place + 1] | 0x20 == UInt8(ascii: "x"),
      text[place + 6] == UInt8(ascii: "_")
    else { return false }
    return text[place + 2..<place + 6].allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }

  /// How many bytes of a text a cell holds: all, or as many whole characters as have no more than 32,767 UTF-16 units.
  static func fitting(_ text: UnsafeRawBufferPointer) -> Int {
    if text.count <= ByteBuffer.longestSheetText { return text.count }
    var units = 0
    for (place, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      units += byte >= 0xF0 ? 2 : 1
      if units > ByteBuffer.longestSheetText { return place }
    }
    return text.count
  }
}
