/// The cells of a sheet as comma-separated text that the readers of rows take: its n-th record is row n of the sheet.
///
/// Text, as files have it, can't say all: ``CellMark`` says the rest. Rows and cells behind the last that holds something
/// are not there.
final class SheetText: Sendable {
  /// The bytes, in memory or in a file without a name.
  let kept: KeptSheet
  /// The number of the last row that holds something; 0 for an empty sheet.
  let lastRow: Int
  /// How many columns there are up to the last that holds something.
  let width: Int

  init(_ kept: KeptBytes, lastRow: Int, width: Int) {
    self.kept = KeptSheet(kept)
    (self.lastRow, self.width) = (lastRow, width)
  }
}

/// Bytes that are complete: nothing is added any more, so that threads may share them.
final class KeptSheet: @unchecked Sendable {
  let bytes: KeptBytes
  init(_ bytes: KeptBytes) { self.bytes = bytes }
}

/// Writes ``SheetText``, a cell at a time.
final class SheetTextWriter {
  /// Where rows begin that are not behind those before: few sheets have more than one.
  struct Run {
    var firstRow: Int
    var offset: Int
  }

  private let makeKept: () -> KeptBytes
  private let kept: KeptBytes
  private let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  private var used = 0
  /// The row that is written, and how many commas it has.
  private var row = 1
  private var column = 0
  /// Whether the cell at this place has been written.
  private var isFilled = false
  /// The furthest row that a cell was put in; without a cell the width is 0, and there is none.
  private var furthestRow = 1
  private(set) var width = 0
  private var runs = [Run(firstRow: 1, offset: 0)]

  private static let capacity = 1 << 18
  /// What a spreadsheet has at most.
  static let mostRows = 1 << 20
  static let mostColumns = 1 << 14

  init(_ makeKept: @escaping () -> KeptBytes) {
    self.makeKept = makeKept
    kept = makeKept()
  }

  deinit { memory.deallocate() }

  /// Puts the text of a cell, already encoded, at a row counted from 1 and a column counted from 0. Empty text is
  /// nothing.
  @inline(__always)
  func put(_ cell: UnsafeRawBufferPointer, row: Int, column: Int) {
    guard cell.count > 0, let base = cell.baseAddress else { return }
    moveTo(row, column)
    if used &+ cell.count > SheetTextWriter.capacity { return putLong(cell) }
    UnsafeMutableRawPointer(memory + used).copyMemory(from: base, byteCount: cell.count)
    used &+= cell.count
  }

  /// The same with one of the marks before the text; without text the mark stands alone.
  func put(_ mark: UInt8, _ cell: UnsafeRawBufferPointer, row: Int, column: Int) {
    var marked: [UInt8] = []
    marked.reserveCapacity(cell.count + 1)
    // A quote is one only where a cell begins.
    if cell.first == UInt8(ascii: "\"") {
      marked.append(UInt8(ascii: "\""))
      marked.append(mark)
      marked.append(contentsOf: cell.dropFirst())
    } else {
      marked.append(mark)
      marked.append(contentsOf: cell)
    }
    marked.withUnsafeBytes { put($0, row: row, column: column) }
  }

  /// Ends the text. The result is in order of rows.
  func finish() throws(WorkbookFailure) -> SheetText {
    let lastRow = width > 0 ? furthestRow : 0
    if lastRow > 0 { putByte(UInt8(ascii: "\n")) }
    flush()
    let text = SheetText(kept, lastRow: lastRow, width: width)
    return runs.count == 1 ? text : try SheetOrder(text, runs, makeKept).sorted()
  }

  @inline(__always)
  private func moveTo(_ newRow: Int, _ newColumn: Int) {
    if newRow != row || newColumn < column || (newColumn == column && isFilled) {
      startRow(newRow, newColumn)
    }
    while column < newColumn {
      if used == SheetTextWriter.capacity { flush() }
      memory[used] = UInt8(ascii: ",")
      (used, column) = (used &+ 1, column &+ 1)
    }
    isFilled = true
    if column >= width { width = column &+ 1 }
  }

  @inline(never)
  private func startRow(_ newRow: Int, _ newColumn: Int) {
    if newRow > row {
      for _ in row..<newRow { putByte(UInt8(ascii: "\n")) }
    } else {
      putByte(UInt8(ascii: "\n"))
      runs.append(Run(firstRow: newRow, offset: kept.count + used))
    }
    (row, column, isFilled) = (newRow, 0, false)
    furthestRow = max(furthestRow, newRow)
  }

  @inline(__always)
  private func putByte(_ byte: UInt8) {
    if used == SheetTextWriter.capacity { flush() }
    memory[used] = byte
    used += 1
  }

  @inline(never)
  private func putLong(_ cell: UnsafeRawBufferPointer) {
    flush()
    kept.append(cell)
  }

  private func flush() {
    kept.append(UnsafeRawBufferPointer(start: memory, count: used))
    used = 0
  }
}

/// The text of a cell as it stands in ``SheetText``.
enum EncodedCell {
  /// Adds a text, quoted where it has to be; marks are dropped from it.
  static func append(_ text: UnsafeRawBufferPointer, to target: inout [UInt8]) {
    var needsQuotes = false
    var hasMarks = false
    for byte in text {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13 {
        needsQuotes = true
      }
      if CellMark.isMark(byte) { hasMarks = true }
    }
    if !needsQuotes, !hasMarks { return target.append(contentsOf: text) }
    if needsQuotes { target.append(UInt8(ascii: "\"")) }
    for byte in text where !CellMark.isMark(byte) {
      if byte == UInt8(ascii: "\"") { target.append(byte) }
      target.append(byte)
    }
    if needsQuotes { target.append(UInt8(ascii: "\"")) }
  }
}
