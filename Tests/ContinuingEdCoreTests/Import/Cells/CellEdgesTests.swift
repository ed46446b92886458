import Testing

@testable import ContinuingEdCore

@Suite struct CellEdgesTests {
  /// Ends of cells of which every pair is tried: letters, digits, marks, spaces of all widths, parts of characters.
  private static let ends: [[UInt8]] =
    [[], [0x20], [0x09], [0x27], [0x7F], [0xC2, 0xA0], [0xC2, 0x85], [0xC3, 0xA9], [0xE2, 0x80, 0x83]]
    + [
      [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xE5, 0xAD, 0xA6], [0xE9, 0xBF, 0xBF], [0xEA, 0xB0, 0x80],
    ]
    + [[0xF0, 0x9F, 0x98, 0x80], [0x2F], [0x2D], [0x4E], [0x6E], [0xE6, 0x97, 0xA0], [0x41], [0x30]]

  @Test("say of a cell what the looks at its bytes say")
  func likeTheLooks() {
    let edges = CellEdges.shared
    for start in Self.ends {
      for end in Self.ends where !(start + end).isEmpty {
        for middle in [[], [0x61], [0xE5, 0xAD, 0xA6]] as [[UInt8]] {
          let cell = start + middle + end
          // What stands before and behind the cell must not count.
          let bytes = [0x61, 0x61, 0xE5, 0xAD] + cell + [0xA6, 0x20, 0x61]
          bytes.withUnsafeBytes { text in
            guard let base = text.baseAddress.map({ $0 + 4 }) else { return }
            let marks = edges.marks(of: base, count: cell.count)
            let isTrimmed = marks & CellEdges.inner != 0
            #expect(isTrimmed == CellText.isTrimmed(base, cell.count), "\(cell)")
            #expect((marks & CellEdges.blankWord != 0) == CellText.startsLikeBlankWord(base), "\(cell)")
            // Only what certainly loses nothing may be called trimmed.
            let cellBytes = UnsafeRawBufferPointer(start: base, count: cell.count)
            if isTrimmed { #expect(CellText.trimmed(cellBytes).count == cell.count, "\(cell)") }
          }
        }
      }
    }
  }
}
