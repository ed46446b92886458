/// What later changes have made of the rows of one of a ledger's files, looked up by the entry id in the first cell.
struct RowOverlay: Sendable {
  /// For each entry by its number: `gone`, or the raw value of a status in the place of the row's own; 0 is neither.
  private let marks: [UInt8]

  /// The mark of a row that is to be taken as not there.
  static let gone: UInt8 = 0x80

  init(marks: [UInt8]) { self.marks = marks }

  /// Whether a row is to be taken as not there.
  @inline(__always)
  func isGone(_ row: Row) -> Bool { mark(row) & RowOverlay.gone != 0 }

  /// The status that counts in the place of the row's own; nil if that counts. It is not among what makes two rows
  /// equal: of two equal rows one stays a duplicate when the other is approved.
  @inline(__always)
  func status(_ row: Row) -> ReviewStatus? { ReviewStatus(rawValue: mark(row) & ~RowOverlay.gone) }

  private func mark(_ row: Row) -> UInt8 {
    guard row.cellCount > 0, let number = RowOverlay.number(row.cell(at: 0)), number < marks.count else {
      return 0
    }
    return marks[number]
  }

  /// The number behind the year and the hyphen of an entry id.
  static func number(_ cell: UnsafeRawBufferPointer) -> Int? {
    guard cell.count > 5, cell.count <= 15 else { return nil }
    var value = 0
    for byte in cell[5...] {
      guard byte &- 48 <= 9 else { return nil }
      value = value * 10 + Int(byte &- 48)
    }
    return value
  }
}
