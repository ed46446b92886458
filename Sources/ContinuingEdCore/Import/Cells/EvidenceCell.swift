/// The text of 证明材料, as far as it tells one activity from another (Judging: The same activity twice).
enum EvidenceCell {
  private static let leastCharacters = 4

  /// Whether a trimmed cell has at least 4 characters and a digit, so that two cells that are equal are one evidence.
  @inline(__always)
  static func tellsApart(_ cell: UnsafeRawBufferPointer) -> Bool {
    var characters = 0
    var hasDigit = false
    for place in 0..<cell.count {
      let byte = cell[place]
      if byte & 0xC0 != 0x80 { characters &+= 1 }
      if byte &- 0x30 < 10 || (byte == 0xEF && isFullWidthDigit(cell, place)) { hasDigit = true }
      if hasDigit && characters >= leastCharacters { return true }
    }
    return false
  }

  private static func isFullWidthDigit(_ cell: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    place + 2 < cell.count && cell[place + 1] == 0xBC && (0x90...0x99).contains(cell[place + 2])
  }
}
