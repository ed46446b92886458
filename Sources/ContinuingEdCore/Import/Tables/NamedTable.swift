/// A table of which the caller knows the headings, read as texts: what a form is filled from that is no records file.
package struct NamedTable: Sendable {
  /// The path as given; with the sheet's name behind it where it is one.
  package var path: String
  /// The rows below the header that are not blank.
  package var rows: [Row] = []
  /// What is wrong with the table, in order of line.
  package var faults: [Fault] = []
  /// The headings that none of the names has, as typed.
  package var unknownHeadings: [String] = []

  /// A row.
  package struct Row: Sendable, Equatable {
    /// The physical line on which it starts.
    package var line: Int
    /// For each name the cell under it; empty where there is no such column.
    package var cells: [String]
  }

  /// Something that leaves a row, or all of them, unused.
  package struct Fault: Sendable, Equatable {
    /// The physical line.
    package var line: Int
    /// What is wrong there.
    package var kind: Kind

    /// What can be wrong.
    package enum Kind: Sendable, Equatable {
      /// No record has at least two of the headings.
      case noHeader
      /// A heading that must be there is not.
      case missingColumn(String)
      /// Two columns have this heading.
      case duplicateColumn(String)
      /// Bytes that fit no encoding.
      case badEncoding
      /// A quoted cell that never closes, or is followed by text.
      case badQuote
      /// Another number of cells than there are headings.
      case ragged(found: Int, headings: Int)
    }
  }

  /// Reads the table of a file: the first sheet of a workbook, or the one that is named.
  ///
  /// - Parameters:
  ///   - names: The headings, as they are compared with those of the file.
  ///   - needed: Those without which no row can be used.
  package init(
    _ file: InputFile, names: [String], needed: [String], _ options: ImportOptions
  ) throws(ImportError) {
    let (workbook, input, path) = try SheetSelection.open(file, options)
    self.path = path
    if let workbook {
      let name = options.sheets.first
      guard let index = name.map({ SheetSelection.find($0, in: workbook) }) ?? NamedTable.first(workbook)
      else { throw .noSuchSheet(name ?? "", sheets: workbook.sheets.map(\.name)) }
      let sheet = try SheetSelection.sheet(index, of: workbook, path)
      self.path = sheet.path
      take(try NamedTable.records(of: sheet), names, needed)
      return
    }
    if let name = options.sheets.first { throw .noSuchSheet(name, sheets: []) }
    let text = try NamedTable.text(of: try TextSource(input, options))
    let delimiters: [UInt8] = options.delimiter.byte.map { [$0] } ?? [0x2C, 0x09, 0x3B]
    for delimiter in delimiters {
      let records = NamedTable.records(of: text, delimiter)
      if delimiter == delimiters.last || NamedTable.header(in: records, names) != nil {
        take(records, names, needed)
        return
      }
    }
  }

  private static func first(_ workbook: any Workbook) -> Int? {
    workbook.sheets.firstIndex { $0.isVisible } ?? (workbook.sheets.isEmpty ? nil : 0)
  }

  // MARK: Records to rows

  /// A record as it stands in the file.
  private struct Record {
    var line: Int
    var cells: [String] = []
    var fault: Fault.Kind?
    var isBlank: Bool { fault == nil && cells.allSatisfy(\.isEmpty) }
  }

  /// The header is looked for among so many records.
  private static let searched = 20

  /// A heading as it is compared: without marks, and without a note in brackets, be it a unit.
  private static func folded(_ heading: String) -> String {
    let name = HeadingMatch.undecorated(HeadingMatch.normalised(heading))
    guard name.hasSuffix(")"), let open = name.firstIndex(of: "("), open > name.startIndex else {
      return name
    }
    return String(name[..<open])
  }

  /// Which record is the header, and for each name its column.
  private static func header(in records: [Record], _ names: [String]) -> (record: Int, columns: [Int?])? {
    for (place, record) in records.prefix(searched).enumerated() {
      let headings = record.cells.map { folded($0) }
      let columns = names.map {
        headings.firstIndex(of: folded($0))
      }
      if columns.count(where: { $0 != nil }) >= min(2, names.count) { return (place, columns) }
    }
    return nil
  }

  private mutating func take(_ records: [Record], _ names: [String], _ needed: [String]) {
    guard let (place, columns) = NamedTable.header(in: records, names) else {
      faults = [Fault(line: records.first?.line ?? 1, kind: .noHeader)]
      return
    }
    let header = records[place]
    judge(header, names, columns, needed)
    let isUsable = faults.isEmpty
    for record in records[(place + 1)...] where !record.isBlank {
      if let fault = record.fault {
        faults.append(Fault(line: record.line, kind: fault))
      } else if record.cells.count > header.cells.count,
        !record.cells[header.cells.count...].allSatisfy(\.isEmpty)
      {
        faults.append(
          Fault(
            line: record.line, kind: .ragged(found: record.cells.count, headings: header.cells.count)))
      } else if isUsable {
        rows.append(
          Row(
            line: record.line,
            cells: columns.map { column in
              column.flatMap { $0 < record.cells.count ? record.cells[$0] : nil } ?? ""
            }))
      }
    }
  }

  /// Finds what is wrong with the header.
  private mutating func judge(
    _ header: Record, _ names: [String], _ columns: [Int?], _ needed: [String]
  ) {
    let headings = header.cells.map(NamedTable.folded)
    for (name, column) in zip(names, columns) {
      if let column {
        let again = headings[(column + 1)...].contains(headings[column])
        if again { faults.append(Fault(line: header.line, kind: .duplicateColumn(name))) }
      } else if needed.contains(name) {
        faults.append(Fault(line: header.line, kind: .missingColumn(name)))
      }
    }
    let known = Set(columns.compactMap { $0 })
    unknownHeadings = header.cells.indices.filter { place in
      !header.cells[place].isEmpty && !known.contains(place)
        && !known.contains { headings[$0] == headings[place] }
    }.map { header.cells[$0] }
  }

  // MARK: Bytes to records

  private static func records(of sheet: SheetInput) throws(ImportError) -> [Record] {
    var records: [Record] = []
    do throws(WorkbookFailure) {
      try SheetRecords(sheet.text).read { (record, cells) throws(WorkbookFailure) in
        var row = Record(line: record.row)
        var content: [UInt8] = []
        for cell in cells {
          while row.cells.count < cell.column { row.cells.append("") }
          content.removeAll(keepingCapacity: true)
          _ = cell.readContent(into: &content)
          row.cells.append(content.withUnsafeBytes(text))
        }
        records.append(row)
      }
    } catch {
      throw error.error(path: sheet.path)
    }
    return records
  }

  /// All of a source in UTF-8, or as nearly as may be.
  private static func text(of source: TextSource) throws(ImportError) -> BlockBuffer {
    let size = max(0, try source.source.findSize() - source.start)
    let buffer = BlockBuffer(capacity: size)
    buffer.setCount(try source.source.read(at: source.start, into: buffer.base, count: size))
    let isValid = UTF8Check.isValid(buffer.bytes)
    guard source.encoding == .gb18030 || (source.isGuess && !isValid), let table = GB18030.shared else {
      return buffer
    }
    let transcoded = BlockBuffer(capacity: 0)
    table.transcode(buffer.bytes, into: transcoded)
    return source.encoding == .gb18030 || UTF8Check.isValid(transcoded.bytes) ? transcoded : buffer
  }

  private static func records(of text: BlockBuffer, _ delimiter: UInt8) -> [Record] {
    let bytes = UnsafePointer(text.base.assumingMemoryBound(to: UInt8.self))
    // The scanner has pointers into its memory and does not keep it.
    let memory = ScannerMemory()
    return withExtendedLifetime(memory) {
      var scanner = RecordScanner(bytes, count: text.count, delimiter: delimiter, memory: memory)
      var records: [Record] = []
      while true {
        let outcome = scanner.readRecord()
        if outcome == .end { return records }
        var record = Record(line: scanner.recordLine + 1)
        let range = scanner.recordRange
        if !UTF8Check.isValid(bytes, from: range.lowerBound, to: range.upperBound) {
          record.fault = .badEncoding
        } else if outcome != .record {
          record.fault = .badQuote
        } else {
          for place in 0..<scanner.cellCount {
            let cell = scanner.cells[place]
            let raw = UnsafeRawBufferPointer(start: bytes + cell.start, count: cell.count)
            record.cells.append(
              cell.isEscaped ? CellEscapes.removed(from: raw).withUnsafeBytes(Self.text) : Self.text(raw))
          }
        }
        records.append(record)
      }
    }
  }

  /// The text of a cell: trimmed, without what nobody sees, and without what keeps a spreadsheet from reading a number.
  private static func text(_ cell: UnsafeRawBufferPointer) -> String {
    FormatCharacters.dropped(from: String(decoding: CellText.trimmed(cell), as: UTF8.self))
  }
}
