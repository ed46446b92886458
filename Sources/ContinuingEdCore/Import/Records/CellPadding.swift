/// Room for the cells of a record that has fewer than the header, with blank ones behind them: all rows of a sheet are as
/// wide as its widest.
final class CellPadding: @unchecked Sendable {
  private let cells: UnsafeMutablePointer<CellRange>
  /// How many cells there are then.
  let width: Int

  init(width: Int) {
    self.width = width
    cells = .allocate(capacity: max(width, 1))
  }

  deinit { cells.deallocate() }

  /// The cells of a record that has `count`, and blank ones.
  func padded(_ record: UnsafePointer<CellRange>, _ count: Int) -> UnsafePointer<CellRange> {
    for i in 0..<width {
      (cells + i).initialize(to: i < count ? record[i] : CellRange(start: 0, end: 0, isEscaped: false))
    }
    return UnsafePointer(cells)
  }
}
