// The unusable rows as a workbook, to be mended there and checked again: a sheet for each kind of header.

extension RejectsFile {
  /// Writes the workbook; `take` gets the bytes piece by piece.
  package func writeWorkbook<Failure: Error>(
    to take: (ByteBuffer) throws(Failure) -> Void
  ) throws(Failure) -> WorkbookWriter.Outcome {
    var workbook = WorkbookWriter()
    for group in groups {
      workbook.begin(frame(group))
      let forms = forms
      var reasons = ByteBuffer()
      var buffer = ByteBuffer()
      var next = 0
      for place in group.rows {
        let row = records.rejectedRows[place]
        reasons.removeAll()
        appendReasons(row, from: &next, forms, to: &reasons)
        buffer.beginSheetRow()
        reasons.withBytes { buffer.appendSheet($0) }
        for cell in RowExcerpt.split(records.texts.string(row.text), delimiter: group.delimiter) {
          // As typed: what is wrong with a cell is seen only if nothing makes a number or a day of it.
          buffer.appendSheet(cell)
        }
        if buffer.count >= 1 << 16 {
          workbook.append(buffer)
          buffer.removeAll()
          try take(workbook.takeReady())
        }
      }
      workbook.append(buffer)
      workbook.end()
    }
    let outcome = workbook.finish()
    try take(workbook.takeReady())
    return outcome
  }

  private func frame(_ group: Group) -> SheetFrame {
    let name =
      group.isRoster ? language.pick("花名册", "roster") : language.pick("有问题的行", "rows to mend")
    let columns = group.headings.map { SheetFrame.Column($0, .text, width: 10) }
    return SheetFrame(name, [SheetFrame.Column(reasonHeading, .text, width: 30)] + columns)
  }
}
