/// Puts references into rows that were written without (`SheetText`), for one worksheet.
struct SheetRows {
  /// The row of the sheet that was begun last; 0 is none.
  private(set) var row = 0
  private var column = 0
  /// How many columns the widest row has; a sheet has at most ``mostColumns``.
  private(set) var widest = 0
  static let mostColumns = 16_384
  /// Where texts were cut, as `B7`: how many, and the first of them.
  private(set) var cuts = 0
  private(set) var firstCut = ""

  /// Adds rows with their references from `start` of `rows` on. Stops before a row that `limit` forbids, and returns
  /// where: the count of bytes if all were taken.
  mutating func add(_ rows: ByteBuffer, from start: Int, limit: Int, to buffer: inout ByteBuffer) -> Int {
    var stopped = rows.count
    rows.withBytes { bytes in
      var begin = start
      var place = start
      func copy() {
        if begin < place { buffer.append(UnsafeRawBufferPointer(rebasing: bytes[begin..<place])) }
        begin = place + 1
      }
      while place < bytes.count {
        let byte = bytes[place]
        if byte <= SheetMark.cut {
          copy()
          if byte == SheetMark.row, row >= limit {
            stopped = place
            return
          }
          mark(byte, &buffer)
        }
        place += 1
      }
      copy()
    }
    return stopped
  }

  /// Ends the last row.
  func end(_ buffer: inout ByteBuffer) {
    if row > 0 { buffer.fixed("</row>") }
  }

  private mutating func mark(_ mark: UInt8, _ buffer: inout ByteBuffer) {
    switch mark {
    case SheetMark.row:
      end(&buffer)
      row += 1
      column = 0
      buffer.fixed("<row r=\"")
      buffer.append(row)
      buffer.fixed("\">")
    case SheetMark.cell:
      buffer.fixed("<c r=\"")
      appendLetters(&buffer)
      buffer.append(row)
      buffer.fixed("\"")
      column += 1
      widest = max(widest, column)
    case SheetMark.blank: column += 1
    case SheetMark.cut:
      cuts += 1
      if cuts == 1 {
        var place = ByteBuffer()
        column -= 1
        appendLetters(&place)
        column += 1
        place.append(row)
        firstCut = String(decoding: place.bytes, as: UTF8.self)
      }
    default: break
    }
  }

  /// The letters of the column: A to Z, AA to ZZ, AAA to XFD.
  private func appendLetters(_ buffer: inout ByteBuffer) {
    func letter(_ number: Int) -> UInt8 { UInt8(truncatingIfNeeded: 65 + number % 26) }
    if column >= 702 { buffer.append(letter((column - 702) / 676)) }
    if column >= 26 { buffer.append(letter(column / 26 - 1)) }
    buffer.append(letter(column))
  }

  /// The widest text of each column of some rows, in columns of a terminal: Chinese characters take two.
  static func widths(of rows: ByteBuffer) -> [Int] {
    var widths: [Int] = []
    var (column, width) = (-1, 0)
    var (isTag, isEntity) = (false, false)
    func close() {
      guard column >= 0 else { return }
      while widths.count <= column { widths.append(0) }
      widths[column] = max(widths[column], width)
      width = 0
    }
    rows.withBytes { bytes in
      for byte in bytes {
        switch byte {
        case SheetMark.row:
          close()
          column = -1
        case SheetMark.cell, SheetMark.blank:
          close()
          column += 1
          isTag = byte == SheetMark.cell
        case UInt8(ascii: "<"): isTag = true
        case UInt8(ascii: ">"): isTag = false
        case _ where isTag: break
        case UInt8(ascii: "&"):
          isEntity = true
          width += 1
        case UInt8(ascii: ";") where isEntity: isEntity = false
        case _ where isEntity || byte & 0xC0 == 0x80: break
        // Three and more bytes: nearly all are wide.
        default: width += byte >= 0xE2 ? 2 : 1
        }
      }
    }
    close()
    return widths
  }
}
