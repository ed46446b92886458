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
  /// For each byte in the first, second and third place of a Chinese character, which of those that a word starts with
  /// have it there: a bit each.
  private let starts: UnsafeMutablePointer<UInt32>

  private init() {
    starts = .allocate(capacity: 3 * 256)
    starts.initialize(repeating: 0, count: 3 * 256)
    for (bit, word) in CellEdges.ideographs.enumerated() {
      for (place, byte) in word.enumerated() { starts[place << 8 | Int(byte)] |= 1 << UInt32(bit) }
    }
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

  /// The Chinese characters that a placeholder or a word for nothing starts with, as UTF-8.
  private static let ideographs = Set(
    (WordLists.placeholderWords + WordLists.blankWords).map { Array($0.utf8.prefix(3)) }
      .filter { $0.count == 3 && isIdeograph($0[0]) })

  /// Whether a byte leads the UTF-8 of Chinese characters alone, which stand for themselves however they are compared.
  @inline(__always)
  private static func isIdeograph(_ lead: UInt8) -> Bool { lead &- 0xE4 <= 5 }

  /// Whether a cell with a mark of its first byte may be such a word indeed, as far as its first character tells. Three
  /// bytes of it are readable.
  @inline(__always)
  func mayStartWord(_ cell: UnsafeRawPointer) -> Bool {
    let lead = cell.load(as: UInt8.self)
    if !CellEdges.isIdeograph(lead) { return true }
    let second = cell.load(fromByteOffset: 1, as: UInt8.self)
    let third = cell.load(fromByteOffset: 2, as: UInt8.self)
    return starts[Int(lead)] & starts[256 | Int(second)] & starts[512 | Int(third)] != 0
  }

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
