/// A cell's place as workbooks write it: `C7`.
struct CellReference: Equatable {
  /// Counted from 1.
  var row: Int
  /// Counted from 0.
  var column: Int

  init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  /// Reads letters and digits; nil for anything else, and for what lies beyond the last row or column of a sheet.
  @inline(__always)
  init?(_ text: UnsafeRawBufferPointer) {
    var at = 0
    var letters = 0
    while at < text.count, at < 4, (text[at] | 0x20) &- 97 < 26 {
      letters = letters &* 26 &+ Int((text[at] | 0x20) &- 96)
      at &+= 1
    }
    var digits = 0
    let start = at
    while at < text.count, at &- start < 8, text[at] &- 48 <= 9 {
      digits = digits &* 10 &+ Int(text[at] &- 48)
      at &+= 1
    }
    guard at == text.count, letters > 0, letters <= SheetTextWriter.mostColumns, digits > 0,
      digits <= SheetTextWriter.mostRows
    else { return nil }
    (row, column) = (digits, letters &- 1)
  }
}

/// A merged range, both ends included.
struct MergedRange {
  var top: Int
  var bottom: Int
  var left: Int
  var right: Int

  init(top: Int, bottom: Int, left: Int, right: Int) {
    (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
  }

  /// Reads `A1:C3`; nil for anything else.
  init?(_ text: UnsafeRawBufferPointer) {
    let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? text.count
    guard let first = CellReference(UnsafeRawBufferPointer(rebasing: text[..<colon])) else { return nil }
    var last = first
    if colon < text.count {
      guard let second = CellReference(UnsafeRawBufferPointer(rebasing: text[(colon + 1)...])) else {
        return nil
      }
      last = second
    }
    guard first.row <= last.row, first.column <= last.column else { return nil }
    self.init(top: first.row, bottom: last.row, left: first.column, right: last.column)
  }

  /// More merged ranges than this are no sheet's.
  static let most = 1 << 20
}
