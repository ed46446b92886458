/// A workbook as its user sees it: what sheets it has, and one of them as text (CommandLine: sheet).
package struct OpenedWorkbook {
  private let workbook: any Workbook
  private let path: String
  private let options: ImportOptions

  /// Opens a file; nil where it is no workbook.
  package init?(_ file: InputFile, _ options: ImportOptions) throws(ImportError) {
    let (workbook, _, path) = try SheetSelection.open(file, options)
    guard let workbook else { return nil }
    (self.workbook, self.path, self.options) = (workbook, path, options)
  }

  /// The names of all sheets, in order.
  package var sheetNames: [String] { workbook.sheets.map(\.name) }

  /// A sheet by its name; without one the only visible sheet, else the first with a records header, else the first. Nil
  /// where none has the name.
  package func sheet(named name: String?) throws(ImportError) -> (name: String, content: SheetInput)? {
    if let name {
      guard let index = SheetSelection.find(name, in: workbook) else { return nil }
      return try sheet(index)
    }
    let visible = workbook.sheets.indices.filter { workbook.sheets[$0].isVisible }
    if visible.count == 1 { return try sheet(visible[0]) }
    for index in visible {
      let found = try sheet(index)
      if try found.content.hasHeader(roster: false, options) { return found }
    }
    return try sheet(visible.first ?? 0)
  }

  private func sheet(_ index: Int) throws(ImportError) -> (name: String, content: SheetInput) {
    (workbook.sheets[index].name, try SheetSelection.sheet(index, of: workbook, path))
  }
}

extension SheetInput {
  /// How many rows a piece of text has.
  private static let rowsOfPiece = 1024

  /// Hands over the sheet as CSV with LF, some rows at a time: all as wide as the widest, texts that a spreadsheet
  /// would take for formulas with a `'` before them (Outputs: CSV of check).
  package func writeCSV(_ body: (ByteBuffer) throws -> Void) throws {
    var buffer = ByteBuffer()
    var content: [UInt8] = []
    var failure: (any Error)?
    do throws(WorkbookFailure) {
      try SheetRecords(text).read { (record, cells) throws(WorkbookFailure) in
        if failure != nil { return }
        var column = 0
        for cell in cells {
          while column < cell.column {
            buffer.append(UInt8(ascii: ","))
            column += 1
          }
          SheetInput.append(cell, to: &buffer, &content)
        }
        while column + 1 < text.width {
          buffer.append(UInt8(ascii: ","))
          column += 1
        }
        buffer.append(UInt8(ascii: "\n"))
        guard record.row % SheetInput.rowsOfPiece == 0 else { return }
        do { try body(buffer) } catch { failure = error }
        buffer = ByteBuffer()
      }
    } catch {
      throw error.error(path: path)
    }
    if let failure { throw failure }
    try body(buffer)
  }

  private static func append(_ cell: SheetCell, to buffer: inout ByteBuffer, _ content: inout [UInt8]) {
    content.removeAll(keepingCapacity: true)
    let marks = cell.readContent(into: &content)
    // The sign of a number begins no formula.
    if marks.contains(.negative) {
      content.withUnsafeBytes { buffer.append($0) }
    } else {
      content.withUnsafeBytes { buffer.appendCSV($0) }
    }
  }
}
