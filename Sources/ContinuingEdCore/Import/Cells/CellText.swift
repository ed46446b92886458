/// What every cell is freed of before it is read (RecordsFiles: Cells).
enum CellText {
  /// The cell without white space of any kind around it and without one leading `'`, behind which white space goes too;
  /// of `="text"` the text.
  @inline(__always)
  static func trimmed(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let base = cell.baseAddress, cell.count > 0 else { return cell }
    return isTrimmed(base, cell.count) ? cell : trimmedSlowly(cell)
  }

  /// Whether a cell that is not empty certainly has nothing around it that goes. Looks at the byte before an empty one.
  @inline(__always)
  static func isTrimmed(_ cell: UnsafeRawPointer, _ count: Int) -> Bool {
    // Most cells start with a letter, a digit or a Chinese character, whose first bytes are E4 to E9.
    let last = cell.load(fromByteOffset: count - 1, as: UInt8.self)
    guard isInner(cell.load(as: UInt8.self)) else { return false }
    if isInner(last) { return true }
    // The last character is a common Chinese one: three bytes, the first of them E4 to E9.
    return last >= 0x80 && count >= 3 && isCommonLead(cell.load(fromByteOffset: count - 3, as: UInt8.self))
  }

  /// Whether a trimmed cell is empty or says that it is: 无, 暂无, /, -, --, —, ——, N/A, none. Not for person_id, name,
  /// title.
  @inline(__always)
  static func isBlankWord(_ trimmed: UnsafeRawBufferPointer) -> Bool {
    guard let base = trimmed.baseAddress, trimmed.count > 0 else { return true }
    if trimmed.count > longestBlankWord || !startsLikeBlankWord(base) { return false }
    return isBlankWordSlowly(trimmed)
  }

  /// The words take 1 to 6 bytes, 16 in their widest forms.
  static let longestBlankWord = 16

  /// Whether a text starts as one of the words does.
  @inline(__always)
  static func startsLikeBlankWord(_ text: UnsafeRawPointer) -> Bool {
    switch text.load(as: UInt8.self) {
    case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "N"), UInt8(ascii: "n"), 0xE6, 0xE2, 0xEF, 0xF0:
      true
    default: false
    }
  }

  /// A byte above the space and neither an apostrophe nor an equals sign, or the first byte of a common Chinese
  /// character.
  @inline(__always)
  static func isInner(_ byte: UInt8) -> Bool {
    (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "="))
      || isCommonLead(byte)
  }

  /// The first byte of a common Chinese character, of three bytes.
  @inline(__always)
  static func isCommonLead(_ byte: UInt8) -> Bool { byte &- 0xE4 <= 5 }

  @inline(never)
  private static func trimmedSlowly(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var start = cell.startIndex
    var end = cell.endIndex
    skipSpace(cell, from: &start, to: end)
    if start < end, cell[start] == UInt8(ascii: "'") {
      start += 1
      skipSpace(cell, from: &start, to: end)
    }
    while start < end {
      let width = spaceBefore(end, in: cell, from: start)
      if width == 0 { break }
      end -= width
    }
    // `="text"` keeps a spreadsheet from making a number of it.
    let isFormula =
      end - start >= 3 && cell[start] == UInt8(ascii: "=") && cell[start + 1] == UInt8(ascii: "\"")
      && cell[end - 1] == UInt8(ascii: "\"")
    if isFormula { return trimmedSlowly(UnsafeRawBufferPointer(rebasing: cell[(start + 2)..<(end - 1)])) }
    return UnsafeRawBufferPointer(rebasing: cell[start..<end])
  }

  private static func skipSpace(_ cell: UnsafeRawBufferPointer, from start: inout Int, to end: Int) {
    while start < end {
      let width = spaceWidth(at: start, in: cell, to: end)
      if width == 0 { return }
      start += width
    }
  }

  /// How many bytes the white space at `start` takes; 0 if there is none.
  static func spaceWidth(at start: Int, in cell: UnsafeRawBufferPointer, to end: Int) -> Int {
    let byte = cell[start]
    if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
    if byte == 0xC2, start + 1 < end { return cell[start + 1] == 0xA0 || cell[start + 1] == 0x85 ? 2 : 0 }
    guard start + 2 < end else { return 0 }
    return isWideSpace(byte, cell[start + 1], cell[start + 2]) ? 3 : 0
  }

  private static func spaceBefore(_ end: Int, in cell: UnsafeRawBufferPointer, from start: Int) -> Int {
    let byte = cell[end - 1]
    if byte < 0x80 { return isASCIISpace(byte) ? 1 : 0 }
    if end - start >= 2, cell[end - 2] == 0xC2 { return byte == 0xA0 || byte == 0x85 ? 2 : 0 }
    guard end - start >= 3 else { return 0 }
    return isWideSpace(cell[end - 3], cell[end - 2], byte) ? 3 : 0
  }

  @inline(__always)
  private static func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || CellMark.isMark(byte)
  }

  /// U+1680, U+2000…200B, U+2028, U+2029, U+202F, U+205F, U+3000, U+FEFF: the zero-width ones come with text copied
  /// from web pages.
  private static func isWideSpace(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE3, 0x80): c == 0x80
    case (0xE2, 0x80): c <= 0x8B || c == 0xA8 || c == 0xA9 || c == 0xAF
    case (0xE2, 0x81): c == 0x9F
    case (0xE1, 0x9A): c == 0x80
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }

  /// Whether a trimmed cell is an error value of a spreadsheet, or three and more `#` alone.
  static func isErrorValue(_ trimmed: UnsafeRawBufferPointer) -> Bool {
    guard let first = trimmed.first, first == UInt8(ascii: "#") || first == 0xEF else {
      return false
    }
    if WordLists.errors.find(trimmed) != WordTable.unknownCode { return true }
    let sign = UInt8(ascii: "#")
    if trimmed.count >= 3, trimmed.allSatisfy({ $0 == sign }) { return true }
    return CellFolding.withFolded(trimmed, lowercase: false, squeeze: true) { folded in
      folded.count >= 3 && folded.allSatisfy { $0 == sign }
    } ?? false
  }

  /// Whether a trimmed cell of filing or evidence says that there is none: 未备案, 待补, （无）.
  static func isPlaceholder(_ trimmed: UnsafeRawBufferPointer) -> Bool {
    if trimmed.count > 40 { return false }
    return WordLists.placeholder.find(trimmed) != WordTable.unknownCode
      || WordLists.bracketed.find(trimmed) != WordTable.unknownCode
  }

  @inline(never)
  private static func isBlankWordSlowly(_ trimmed: UnsafeRawBufferPointer) -> Bool {
    WordLists.blank.find(trimmed) == WordTable.blankCode
  }
}
