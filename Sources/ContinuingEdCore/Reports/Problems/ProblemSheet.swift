// Problems as a workbook (Workbooks: Written workbooks), with the columns of their CSV.

extension ProblemReport {
  /// Writes a workbook with a row a problem, with messages in a language. `take` gets bytes in order.
  package func writeWorkbook<Failure: Error>(
    in language: Language, to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> WorkbookWriter.Outcome {
    let frame = SheetFrame(
      language.pick("问题", "problems"),
      [
        SheetFrame.Column("severity", width: 10), SheetFrame.Column("code", width: 16),
        SheetFrame.Column("file", width: 24), SheetFrame.Column("line", .whole),
        SheetFrame.Column("record", .whole), SheetFrame.Column("column", width: 12),
        SheetFrame.Column("excel_column", width: 6), SheetFrame.Column("value", width: 20),
        SheetFrame.Column("message", width: 60), SheetFrame.Column("suggestion", width: 20),
      ])
    var workbook = WorkbookWriter(frame)
    try OrderedWork.run(
      count: problems.count,
      makeWorker: {
        ProblemForms(problems, files: files, in: language, ids: ids) { _ in ProblemForms.Frame() }
      },
      work: { forms, places -> ByteBuffer in
        var buffer = ByteBuffer(capacity: places.count * 1024)
        for place in places { appendRow(place, forms, language, to: &buffer) }
        return buffer
      },
      take: { (rows: ByteBuffer) throws(Failure) -> Bool in try take(workbook.taking(rows)) })
    let outcome = workbook.close()
    _ = try take(workbook.takeReady())
    return outcome
  }

  private func appendRow(
    _ place: Int, _ forms: ProblemForms, _ language: Language, to buffer: inout ByteBuffer
  ) {
    let problem = problems[place]
    let (item, form) = forms.lookUp(place)
    buffer.beginSheetRow()
    buffer.appendSheet(problem.code.severity.rawValue)
    buffer.appendSheet(problem.code.code)
    buffer.appendSheet(path(problem))
    buffer.appendSheet(whole: problem.line)
    buffer.appendSheet(whole: problem.record)
    buffer.appendSheet(ProblemWording.columnName(problem, in: language, files: files) ?? "")
    buffer.appendSheet(problem.excelColumn ?? "")
    forms.withValue(of: item) { value in
      if let value { buffer.appendSheet(value) } else { buffer.appendSheetBlank() }
    }
    var message = ByteBuffer()
    forms.appendMessage(of: item, form, to: &message)
    message.withBytes { buffer.appendSheet($0) }
    forms.withSuggestion(for: item) { suggestion in
      if let suggestion { buffer.appendSheet(suggestion) } else { buffer.appendSheetBlank() }
    }
  }
}
