/// The cells of the record that is being read.
final class CellStore: @unchecked Sendable {
  private(set) var base: UnsafeMutablePointer<CellRange>
  private(set) var capacity = 1024

  init() { base = .allocate(capacity: capacity) }
  deinit { base.deallocate() }

  /// Makes room for so many cells and keeps those that are there.
  @inline(__always)
  func reserve(_ wanted: Int) {
    if wanted > capacity { grow(to: wanted) }
  }

  /// Makes room for twice as many.
  func grow() { grow(to: capacity * 2) }

  @inline(never)
  private func grow(to wanted: Int) {
    let larger = UnsafeMutablePointer<CellRange>.allocate(capacity: wanted)
    larger.update(from: base, count: capacity)
    base.deallocate()
    base = larger
    capacity = wanted
  }

  /// Makes room behind the cells of a record, which begin at `first`, and returns where the next one goes.
  @inline(never)
  func makeRoom(
    behind cell: UnsafeMutablePointer<CellRange>, from first: Int, of text: UnsafePointer<UInt8>
  ) -> UnsafeMutablePointer<CellRange> {
    let used = cell - base
    if used - first < CellStore.mostCells {
      grow()
      return base + used
    }
    // No heading can be so far right. The last place is used again and again, the one before it keeps a filled cell, so
    // that the record is seen to be ragged.
    if CellStore.isFilled(cell[-1], of: text) { cell[-2] = cell[-1] }
    return cell - 1
  }

  /// More cells of a record than this are not kept.
  private static let mostCells = 1 << 22

  private static func isFilled(_ cell: CellRange, of text: UnsafePointer<UInt8>) -> Bool {
    CellText.trimmed(UnsafeRawBufferPointer(start: text + cell.start, count: cell.count)).count > 0
  }
}
