/// Lines of a table for a terminal, aligned by display width, so that Chinese and Latin text stand under each other.
struct ColumnLayout {
  private var widths: [Int]
  private let flushRight: Set<Int>
  private static let gap = "  "

  /// Columns as wide as their headings and widest cells; a column that is empty throughout has width 0 and is left out.
  init(headings: [String], widest: [Int], flushRight: Set<Int>) {
    widths = zip(headings, widest).map { $1 == 0 ? 0 : max(DisplayWidth.of($0), $1) }
    self.flushRight = flushRight
  }

  /// Narrows columns, each not below its least width, in the order given, until a line fits.
  mutating func fit(_ width: Int, shrinking columns: [(column: Int, least: Int)]) {
    for (column, least) in columns {
      let excess = lineWidth - width
      if excess <= 0 { return }
      widths[column] = max(min(least, widths[column]), widths[column] - excess)
    }
  }

  /// Leaves a column out.
  mutating func drop(_ column: Int) { widths[column] = 0 }

  /// The columns that a line takes.
  var lineWidth: Int {
    let used = widths.filter { $0 > 0 }
    return used.reduce(0, +) + ColumnLayout.gap.count * max(0, used.count - 1)
  }

  /// A line without its end and without blanks at it; `paint` may colour a cell after it is set.
  func line(_ cells: [String], paint: (Int, String) -> String = { $1 }) -> String {
    var line = ""
    let filled = widths.indices.filter { widths[$0] > 0 && $0 < cells.count && !cells[$0].isEmpty }
    guard let last = filled.last else { return "" }
    for column in 0...last where widths[column] > 0 {
      let cell = DisplayWidth.cut(cells[column], to: widths[column])
      if flushRight.contains(column) {
        line += paint(column, DisplayWidth.aligned(cell, to: widths[column]))
      } else {
        line += paint(column, column == last ? cell : DisplayWidth.padded(cell, to: widths[column]))
      }
      if column != last { line += ColumnLayout.gap }
    }
    return line
  }
}
