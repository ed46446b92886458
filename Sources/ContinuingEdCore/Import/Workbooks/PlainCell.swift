/// A cell of a sheet as nearly all are written, `<c r="B7" s="3" t="s"><v>12</v></c>` or with its text within: read in one
/// go, since sheets have millions of them.
struct PlainCell {
  /// What it says of its place; 0 where it says nothing.
  var row = 0
  var column = 0
  var style = 0
  /// The first letter of its type, and how long that is; 0 for a number.
  var type: UInt8 = 0
  var typeLength = 0
  /// Its value, or its text, in the scanner's buffer; empty where it has none.
  var content = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Whether the text has something that is not to be taken as it stands.
  var isOdd = false
}

extension XMLScanner {
  /// Reads a cell that comes next and lies in the buffer as a whole. False, and nothing has been read, if it is written
  /// otherwise.
  @inline(__always)
  func readPlainCell(_ cell: inout PlainCell) -> Bool {
    let start = UnsafePointer(bytes + place)
    guard start[0] == UInt8(ascii: "<"), start[1] == UInt8(ascii: "c"), !isEmptyElement else { return false }
    var at = 2
    cell = PlainCell()
    // Attributes of one letter, in double quotes.
    while start[at] == UInt8(ascii: " ") {
      let name = start[at &+ 1]
      if start[at &+ 2] != UInt8(ascii: "=") || start[at &+ 3] != UInt8(ascii: "\"") { return false }
      at &+= 4
      switch name {
      case UInt8(ascii: "r"):
        var letters = 0
        while start[at] &- 65 < 26, letters < 1 << 20 {
          letters = letters &* 26 &+ Int(start[at] &- 64)
          at &+= 1
        }
        var digits = 0
        while start[at] &- 48 < 10, digits < 1 << 30 {
          digits = digits &* 10 &+ Int(start[at] &- 48)
          at &+= 1
        }
        if letters == 0 || letters > SheetTextWriter.mostColumns || digits == 0
          || digits > SheetTextWriter.mostRows
        {
          return false
        }
        (cell.row, cell.column) = (digits, letters &- 1)
      case UInt8(ascii: "s"):
        while start[at] &- 48 < 10, cell.style < 1 << 30 {
          cell.style = cell.style &* 10 &+ Int(start[at] &- 48)
          at &+= 1
        }
      case UInt8(ascii: "t"):
        cell.type = start[at]
        let from = at
        while start[at] &- 65 < 58 { at &+= 1 }
        cell.typeLength = at &- from
      default: return false
      }
      if start[at] != UInt8(ascii: "\"") { return false }
      at &+= 1
    }
    if start[at] == UInt8(ascii: "/"), start[at &+ 1] == UInt8(ascii: ">") {
      place &+= at &+ 2
      return true
    }
    guard start[at] == UInt8(ascii: ">"), start[at &+ 1] == UInt8(ascii: "<") else { return false }
    at &+= 2
    // `v>` … `</v></c>`, or `is><t>` … `</t></is></c>`
    let isInline = start[at] == UInt8(ascii: "i")
    if isInline {
      guard XMLScanner.matches(start + at, "is><t>") else { return false }
      at &+= 6
    } else {
      guard start[at] == UInt8(ascii: "v"), start[at &+ 1] == UInt8(ascii: ">") else { return false }
      at &+= 2
    }
    let from = at
    var found: UInt8 = 0
    let kinds = kinds
    while start[at] != UInt8(ascii: "<") {
      found |= kinds[Int(start[at])]
      at &+= 1
      if found & ByteKinds.end != 0 { return false }
    }
    cell.content = UnsafeRawBufferPointer(start: start + from, count: at &- from)
    cell.isOdd = found != 0
    guard XMLScanner.matches(start + at, isInline ? "</t></is></c>" : "</v></c>") else { return false }
    place &+= at &+ (isInline ? 13 : 8)
    return true
  }

  @inline(__always)
  private static func matches(_ bytes: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
    for i in 0..<text.utf8CodeUnitCount where bytes[i] != text.utf8Start[i] { return false }
    return true
  }
}

/// Which bytes of a text are not to be taken as they stand.
final class ByteKinds: @unchecked Sendable {
  /// References, escapes, what has to be quoted, marks.
  static let odd: UInt8 = 1
  /// The end of the buffer.
  static let end: UInt8 = 2

  static let shared = ByteKinds()
  let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)

  private init() {
    table.initialize(repeating: 0, count: 256)
    for byte in [UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13] {
      table[Int(byte)] = ByteKinds.odd
    }
    for byte in UInt8.min...UInt8.max where CellMark.isMark(byte) { table[Int(byte)] = ByteKinds.odd }
    table[0] = ByteKinds.end
  }
}
