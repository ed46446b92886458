/// Forms as tables: the blocks of a document one below the other in CSV, a sheet each in a workbook.
package struct FormSheets {
  private let form: Form

  /// The tables of a form.
  package init(_ form: Form) { self.form = form }

  // MARK: CSV

  /// Adds a document to a CSV file: its title, then every block under its name, with a blank line between.
  package func appendCSV(_ document: FormDocument, to buffer: inout ByteBuffer) {
    row([document.title], &buffer)
    for part in document.parts {
      switch part {
      case .text(let text): row([text], &buffer)
      case .sum(let label, let hours, _): row([label, "\(hours)"], &buffer)
      case .grid(_, let rows):
        for cell in rows.flatMap({ $0 }) { row([cell.label, cell.value], &buffer) }
      case .table(let table):
        buffer.append("\n")
        row(table.within + [table.name], &buffer)
        row(table.columns.map(\.heading), &buffer)
        for cells in table.rows { row(cells.map(\.text), &buffer) }
      }
    }
    buffer.append("\n")
  }

  private func row(_ cells: [String], _ buffer: inout ByteBuffer) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { buffer.append(",") }
      buffer.appendCSV(cell)
    }
    buffer.append("\n")
  }

  // MARK: Workbook

  /// Writes a workbook of some documents: a first sheet with what stands outside of tables, a row a document, then a
  /// sheet a block. With several documents each row of a block begins with whose it is.
  package func workbook(_ documents: [FormDocument], title: String) -> (ByteBuffer, WorkbookWriter.Outcome) {
    var workbook = WorkbookWriter()
    let heads = documents.map(head)
    let labels = heads.first?.map(\.label) ?? emptyLabels
    workbook.begin(SheetFrame(title, labels.map { SheetFrame.Column($0, width: 12) }))
    var buffer = ByteBuffer()
    for head in heads {
      buffer.beginSheetRow()
      for cell in head { append(cell.value, to: &buffer) }
    }
    workbook.append(buffer)
    workbook.end()
    for case .table(let table) in form.parts { add(table, documents, to: &workbook) }
    let outcome = workbook.finish()
    return (workbook.takeReady(), outcome)
  }

  private func add(_ wanted: Form.Table, _ documents: [FormDocument], to workbook: inout WorkbookWriter) {
    let owners = documents.count > 1
    let tables = documents.map { document in
      document.parts.lazy.compactMap { part -> FormDocument.Table? in
        if case .table(let table) = part, table.name == wanted.name { return table }
        return nil
      }.first
    }
    if wanted.isLeftOutWhenEmpty, tables.allSatisfy({ $0 == nil }) { return }
    var columns = owners ? ["姓名", "单位"].map { SheetFrame.Column($0, width: 12) } : []
    columns += wanted.columns.map { column in
      SheetFrame.Column(column.heading, column.value.sheetStyle, width: column.width * 4 / 10)
    }
    workbook.begin(SheetFrame(wanted.name, columns))
    var buffer = ByteBuffer()
    for (document, table) in zip(documents, tables) {
      for cells in table?.rows ?? [] {
        buffer.beginSheetRow()
        if owners { for text in document.owner { buffer.appendSheet(text) } }
        for cell in cells { append(cell, to: &buffer) }
      }
    }
    workbook.append(buffer)
    workbook.end()
  }

  /// What a document says outside of its tables: labels and sums.
  private func head(_ document: FormDocument) -> [(label: String, value: FormDocument.Value)] {
    document.parts.flatMap { part -> [(label: String, value: FormDocument.Value)] in
      switch part {
      case .grid(_, let rows):
        rows.flatMap { $0 }.map { ($0.label, $0.value.isEmpty ? .blank : .text($0.value)) }
      case .sum(let label, let hours, _): [(label, .hours(hours))]
      case .text, .table: []
      }
    }
  }

  private var emptyLabels: [String] {
    form.parts.flatMap { part -> [String] in
      switch part {
      case .grid(let grid): grid.rows.flatMap { $0 }.map(\.label)
      case .sum(let label, _): [label]
      case .text, .table: []
      }
    }
  }

  private func append(_ value: FormDocument.Value, to buffer: inout ByteBuffer) {
    switch value {
    case .text(let text): buffer.appendSheet(text)
    case .hours(let hours): buffer.appendSheet(hours)
    case .whole(let number): buffer.appendSheet(whole: number)
    case .day(let day): buffer.appendSheet(day)
    case .blank: buffer.appendSheetBlank()
    }
  }
}

extension Form.ColumnWord {
  /// How the cells of its column look in a workbook.
  var sheetStyle: SheetStyle {
    switch self {
    case .number: .whole
    case .hours, .worth, .lostHours, .required, .confirmed, .waiting, .missing, .missingIfApproved: .plain
    case .registeredOn, .end, .by: .day
    default: .text
    }
  }
}
