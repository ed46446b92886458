/// Where a cell's content lies in the text: without its quotes, not yet trimmed.
struct CellRange {
  private var startAndFlag: UInt32
  private var length: UInt32

  @inline(__always)
  init(start: Int, end: Int, isEscaped: Bool) {
    startAndFlag = UInt32(truncatingIfNeeded: start) | (isEscaped ? 0x8000_0000 : 0)
    length = UInt32(truncatingIfNeeded: end &- start)
  }

  /// The first byte.
  @inline(__always) var start: Int { Int(startAndFlag & 0x7FFF_FFFF) }
  /// How many bytes it has.
  @inline(__always) var count: Int { Int(length) }
  /// Whether it holds doubled quotes or line breaks other than LF.
  @inline(__always) var isEscaped: Bool { startAndFlag & 0x8000_0000 != 0 }
  /// Whether its bytes are its content and no more than so many.
  @inline(__always)
  func isPlain(atMost longest: UInt32) -> Bool { length <= longest && startAndFlag < 0x8000_0000 }
}
