/// Problems and warnings for machines: JSON objects (Outputs: entries) and CSV rows.
package struct ProblemReport: Sendable {
  let problems: ProblemList
  let files: [SourceFile]
  let ids: IDStyle
  private let language: Language

  /// A report on the problems of `records`; messages are in Chinese unless people asked for a file in their language.
  package init(_ records: Records, ids: IDStyle, in language: Language = .chinese) {
    self.language = language
    problems = records.problems
    files = records.files
    self.ids = ids
  }

  /// Writes the elements of a JSON array, one a line, indented by `indent`; at most `limit` of them.
  package func writeJSON<Failure: Error>(
    indent: StaticString, limit: Int = .max, to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    let count = min(limit, problems.count)
    try write(count, frame: jsonFrame, to: take) { forms, place, buffer, scratch in
      buffer.fixed(indent)
      ProblemReport.appendJSON(place, forms, &buffer, &scratch)
      buffer.fixed(place + 1 < count ? ",\n" : "\n")
    }
  }

  /// Writes a CSV table with a header.
  package func writeCSV<Failure: Error>(to take: (ByteBuffer) throws(Failure) -> Bool) throws(Failure) {
    var header = ByteBuffer()
    header.fixed("severity,code,file,line,record,column,excel_column,value,message,suggestion\n")
    if try !take(header) { return }
    try write(problems.count, frame: csvFrame, to: take) { forms, place, buffer, scratch in
      ProblemReport.appendCSV(place, forms, &buffer, &scratch)
    }
  }

  private func write<Failure: Error>(
    _ count: Int, frame: @escaping (FoundProblem) -> ProblemForms.Frame,
    to take: (ByteBuffer) throws(Failure) -> Bool,
    each: @Sendable (ProblemForms, Int, inout ByteBuffer, _ scratch: inout ByteBuffer) -> Void
  ) throws(Failure) {
    try OrderedWork.run(
      count: count,
      makeWorker: { ProblemForms(problems, files: files, in: language, ids: ids, frame: frame) },
      work: { forms, places -> ByteBuffer in
        var buffer = ByteBuffer(capacity: places.count * 448)
        var scratch = ByteBuffer(capacity: 1024)
        for place in places { each(forms, place, &buffer, &scratch) }
        return buffer
      },
      take: take)
  }

  private static func appendJSON(
    _ place: Int, _ forms: ProblemForms, _ buffer: inout ByteBuffer, _ scratch: inout ByteBuffer
  ) {
    let (item, form) = forms.lookUp(place)
    buffer.append(form.head)
    buffer.append(Int(item.line))
    buffer.fixed(", \"record\": ")
    buffer.append(Int(item.record))
    buffer.append(form.middle)
    forms.withValue(of: item) { value in
      if let value { buffer.appendJSON(value) } else { buffer.fixed("null") }
    }
    buffer.fixed(", \"message\": ")
    scratch.removeAll()
    forms.appendMessage(of: item, form, to: &scratch)
    scratch.withBytes { buffer.appendJSON($0) }
    buffer.fixed(", \"suggestion\": ")
    forms.withSuggestion(for: item) { suggestion in
      if let suggestion { buffer.appendJSON(suggestion) } else { buffer.fixed("null") }
    }
    buffer.fixed("}")
  }

  private func jsonFrame(_ problem: FoundProblem) -> ProblemForms.Frame {
    var frame = ProblemForms.Frame()
    frame.head.fixed("{\"severity\": ")
    frame.head.appendJSON(problem.code.severity.rawValue)
    frame.head.fixed(", \"code\": ")
    frame.head.appendJSON(problem.code.code)
    frame.head.fixed(", \"file\": ")
    frame.head.appendJSON(path(problem))
    frame.head.fixed(", \"line\": ")
    frame.middle.fixed(", \"column\": ")
    frame.middle.appendJSON(orNull: ProblemWording.columnName(problem, in: language, files: files))
    frame.middle.fixed(", \"excelColumn\": ")
    frame.middle.appendJSON(orNull: problem.excelColumn)
    frame.middle.fixed(", \"value\": ")
    return frame
  }

  private static func appendCSV(
    _ place: Int, _ forms: ProblemForms, _ buffer: inout ByteBuffer, _ scratch: inout ByteBuffer
  ) {
    let (item, form) = forms.lookUp(place)
    buffer.append(form.head)
    buffer.append(Int(item.line))
    buffer.append(UInt8(ascii: ","))
    buffer.append(Int(item.record))
    buffer.append(form.middle)
    forms.withValue(of: item) { value in
      if let value { buffer.appendCSV(value) }
    }
    buffer.append(UInt8(ascii: ","))
    scratch.removeAll()
    forms.appendMessage(of: item, form, to: &scratch)
    scratch.withBytes { buffer.appendCSV($0) }
    buffer.append(UInt8(ascii: ","))
    forms.withSuggestion(for: item) { suggestion in
      if let suggestion { buffer.appendCSV(suggestion) }
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private func csvFrame(_ problem: FoundProblem) -> ProblemForms.Frame {
    var frame = ProblemForms.Frame()
    frame.head.append("\(problem.code.severity.rawValue),\(problem.code.code),")
    // Standard input is no formula.
    if path(problem) == "-" { frame.head.fixed("-") } else { frame.head.appendCSV(path(problem)) }
    frame.head.fixed(",")
    frame.middle.fixed(",")
    frame.middle.appendCSV(ProblemWording.columnName(problem, in: language, files: files) ?? "")
    frame.middle.fixed(",")
    frame.middle.appendCSV(problem.excelColumn ?? "")
    frame.middle.fixed(",")
    return frame
  }

  func path(_ problem: FoundProblem) -> String {
    files.indices.contains(problem.file) ? files[problem.file].path : ""
  }
}

extension ProblemCode {
  /// Whether its cell is a person's ID.
  var isAboutID: Bool {
    switch self {
    case .missingPerson, .mangledID, .idChecksum, .nearID, .idBirth, .duplicatePerson, .notInRoster: true
    default: false
    }
  }
}

extension FoundProblem {
  /// The letters of the column in a spreadsheet; nil where no one cell is at fault or the file has no such column.
  var excelColumn: String? {
    if case .heading(let index) = column { ExcelColumn.letters(index) } else { nil }
  }
}
