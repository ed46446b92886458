/// What the first and the last byte of a cell tell of it, for each byte: what ``CellText`` asks one by one.
struct CellEdges: @unchecked Sendable {
  /// A cell that starts with it has nothing before it that goes, one that ends with it nothing behind it.
  static let inner: UInt8 = 1
  /// It leads a common Chinese character, of three bytes.
  private static let lead: UInt8 = 2
  /// It may be the last byte of one.
  private static let tail: UInt8 = 4
  /// A word that makes a cell blank may start with it.
  static let blankWord: UInt8 = 8
  /// A placeholder may start with it, as 未备案.
  static let placeholder: UInt8 = 16
  /// An error value of a spreadsheet may start with it.
  static let errorValue: UInt8 = 32

  static let shared = CellEdges()

  private let marks: UnsafeMutablePointer<UInt8>

  private init() {
    marks = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max {
      withUnsafeBytes(of: byte) { bytes in
        var mark: UInt8 = CellText.isInner(byte) ? CellEdges.inner : 0
        if CellText.isCommonLead(byte) { mark |= CellEdges.lead }
        if byte >= 0x80 { mark |= CellEdges.tail }
        if let base = bytes.baseAddress, CellText.startsLikeBlankWord(base) { mark |= CellEdges.blankWord }
        if CellEdges.placeholderStarts.contains(byte) { mark |= CellEdges.placeholder }
        if byte == UInt8(ascii: "#") || byte == 0xEF { mark |= CellEdges.errorValue }
        marks[Int(byte)] = mark
      }
    }
  }

  /// The first bytes of the words, in any width, and of brackets.
  private static let placeholderStarts = Set(
    (WordLists.placeholderWords + ["无", "(", "[", "【", "〔", "N", "\u{FF1F}"]).compactMap { $0.utf8.first })

  @inline(__always)
  subscript(byte: UInt8) -> UInt8 { marks[Int(byte)] }

  /// The marks of the first byte of a cell of valid UTF-8, ``inner`` among them only if certainly nothing around the cell
  /// goes. A cell of no bytes is taken for one of the byte before and the one behind it. Before the cell are four
  /// readable bytes.
  @inline(__always)
  func marks(of cell: UnsafeRawPointer, count: Int) -> UInt8 {
    let end = UInt32(littleEndian: cell.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    let first = self[cell.load(as: UInt8.self)]
    let last = self[UInt8(truncatingIfNeeded: end &>> 24)]
    // The first byte of the last character, if that has three.
    let third = self[UInt8(truncatingIfNeeded: end &>> 8)]
    let endsWell = last | (third &>> 1) & (last &>> 2)
    return first & (endsWell | ~CellEdges.inner)
  }
}
