/// Where a cell's content lies in the text: without its quotes, not yet trimmed.
struct CellRange {
  private var first: UInt32
  /// The flag is the highest bit, so that a cell with escapes is longer than any limit.
  private var lengthAndFlag: UInt32

  private static let flag: UInt32 = 0x8000_0000

  @inline(__always)
  init(start: Int, end: Int, isEscaped: Bool) {
    first = UInt32(truncatingIfNeeded: start)
    lengthAndFlag = UInt32(truncatingIfNeeded: end &- start) | (isEscaped ? CellRange.flag : 0)
  }

  /// The first byte.
  @inline(__always) var start: Int { Int(first) }
  /// How many bytes it has.
  @inline(__always) var count: Int { Int(lengthAndFlag & ~CellRange.flag) }
  /// Whether it holds doubled quotes or line breaks other than LF.
  @inline(__always) var isEscaped: Bool { lengthAndFlag & CellRange.flag != 0 }

  /// How many bytes it has if these are its content and no more than so many, which must be less than 2³¹; else nil.
  @inline(__always)
  func plainCount(atMost longest: UInt32) -> Int? { lengthAndFlag <= longest ? Int(lengthAndFlag) : nil }
}
