/// Writes a workbook (Workbooks: Written workbooks) sheet by sheet, forwards: memory does not grow with its rows.
///
/// `take` gets bytes in order and says whether it wants more. Rows come as `ByteBuffer.beginSheetRow` and its
/// neighbours write them, on any thread.
package struct WorkbookWriter {
  private var zip = ZipWriter()
  private var names: [String] = []
  private var frame: SheetFrame?
  private var rows = SheetRows()
  /// The first rows of a sheet, held back until its columns' widths are known.
  private var pending: ByteBuffer?
  /// Which part of a table that goes on over several sheets this is.
  private var part = 1
  private let rowLimit: Int
  private let byteLimit: Int
  private var outcome = Outcome()

  package typealias Outcome = WorkbookOutcome
  package typealias Fault = WorkbookOutcome.Fault

  /// How many bytes of rows are looked at for the widths of columns.
  private static let measured = 1 << 18

  /// An empty workbook. The limits are those of the format: rows of a sheet, and bytes of it.
  package init(rowLimit: Int = 1_048_576, byteLimit: Int = 3 << 30) {
    self.rowLimit = rowLimit
    self.byteLimit = byteLimit
    add("_rels/.rels", WorkbookParts.relationships)
    add("docProps/app.xml", WorkbookParts.properties)
    add("xl/styles.xml", WorkbookParts.styles)
  }

  /// A workbook with one sheet begun.
  package init(_ frame: SheetFrame) {
    self.init()
    begin(frame)
  }

  /// Begins a sheet with its row of headings.
  package mutating func begin(_ frame: SheetFrame) {
    part = 1
    open(frame)
  }

  /// Adds rows to the sheet, and goes on on a further one where it is full.
  package mutating func append(_ buffer: ByteBuffer) {
    if pending != nil {
      pending?.append(buffer)
      if pending?.count ?? 0 >= WorkbookWriter.measured { writePending() }
    } else {
      write(buffer)
    }
  }

  /// Ends the sheet.
  package mutating func end() {
    // What was held back may fill this sheet and begin another.
    while pending != nil { writePending() }
    guard let frame else { return }
    var buffer = ByteBuffer()
    rows.end(&buffer)
    buffer.append(frame.foot)
    zip.append(buffer)
    zip.end()
    if rows.cuts > 0 {
      if outcome.cuts == 0, let name = names.last { outcome.firstCut = "\(name)!\(rows.firstCut)" }
      outcome.cuts += rows.cuts
    }
    if rows.widest > SheetRows.mostColumns { outcome.fault = .tooWide(rows.widest) }
    self.frame = nil
  }

  /// Ends the workbook, which has one sheet at least, and says what became of it.
  package mutating func finish() -> Outcome {
    add("xl/workbook.xml", WorkbookParts.workbook(names))
    add("xl/_rels/workbook.xml.rels", WorkbookParts.workbookRelationships(sheets: names.count))
    add("[Content_Types].xml", WorkbookParts.contentTypes(sheets: names.count))
    zip.finish()
    if zip.isTooLarge, outcome.fault == nil { outcome.fault = .tooLarge }
    return outcome
  }

  /// Adds rows to the sheet and gives what is ready.
  package mutating func taking(_ buffer: ByteBuffer) -> ByteBuffer {
    append(buffer)
    return takeReady()
  }

  /// Ends the sheet and the workbook.
  package mutating func close() -> Outcome {
    end()
    return finish()
  }

  /// Gives what is ready and forgets it.
  package mutating func takeReady() -> ByteBuffer { zip.takeReady() }

  private mutating func open(_ frame: SheetFrame) {
    self.frame = frame
    names.append(name(frame.name))
    rows = SheetRows()
    pending = ByteBuffer()
    if !zip.begin("xl/worksheets/sheet\(names.count).xml") { outcome.fault = .noMemory }
  }

  private mutating func writePending() {
    guard let frame, let first = pending else { return }
    pending = nil
    var buffer = ByteBuffer()
    buffer.append(frame.head(isFirst: names.count == 1, widths: SheetRows.widths(of: first)))
    _ = rows.add(frame.headingRow, from: 0, limit: rowLimit, to: &buffer)
    zip.append(buffer)
    write(first)
  }

  private mutating func write(_ bytes: ByteBuffer) {
    var buffer = ByteBuffer(capacity: bytes.count + bytes.count / 4)
    let limit = zip.memberSize > byteLimit ? rows.row : rowLimit
    let place = rows.add(bytes, from: 0, limit: limit, to: &buffer)
    zip.append(buffer)
    guard place < bytes.count, let frame else { return }
    end()
    part += 1
    open(frame)
    append(bytes.dropping(place))
  }

  private mutating func add(_ name: String, _ text: String) {
    var buffer = ByteBuffer()
    buffer.append(text)
    if !zip.add(name, buffer) { outcome.fault = .noMemory }
  }

  /// A name that a sheet can have and none has yet: at most 31 UTF-16 units, none of them `[]:*?/\`.
  private func name(_ wanted: String) -> String {
    var name = String(wanted.map { "[]:*?/\\'".contains($0) ? "_" : $0 })
    while name.utf16.count > 24 { name.removeLast() }
    if name.isEmpty { name = "Sheet" }
    var number = part
    var found = number == 1 ? name : "\(name) \(number)"
    while names.contains(where: { $0.lowercased() == found.lowercased() }) {
      number += 1
      found = "\(name) \(number)"
    }
    return found
  }
}
