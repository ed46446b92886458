/// Problems and warnings for machines: JSON objects (CONTRACT §6) and CSV rows, with messages in Chinese.
public struct ProblemReport: Sendable {
  private let problems: ProblemList
  private let files: [SourceFile]
  private let ids: IDStyle

  /// A report on the problems of `records`.
  public init(_ records: Records, ids: IDStyle) {
    problems = records.problems
    files = records.files
    self.ids = ids
  }

  /// Writes the elements of a JSON array, one a line, indented by `indent`; at most `limit` of them.
  public func writeJSON<Failure: Error>(
    indent: StaticString, limit: Int = .max, to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) {
    let count = min(limit, problems.count)
    try write(count, to: take) { problem, place, buffer in
      buffer.fixed(indent)
      appendJSON(problem, to: &buffer)
      buffer.fixed(place + 1 < count ? ",\n" : "\n")
    }
  }

  /// Writes a CSV table with a header.
  public func writeCSV<Failure: Error>(to take: (ByteBuffer) throws(Failure) -> Bool) throws(Failure) {
    var header = ByteBuffer()
    header.fixed("severity,code,file,line,record,column,excel_column,value,message,suggestion\n")
    if try !take(header) { return }
    try write(problems.count, to: take) { problem, _, buffer in appendCSV(problem, to: &buffer) }
  }

  private func write<Failure: Error>(
    _ count: Int, to take: (ByteBuffer) throws(Failure) -> Bool,
    each: @Sendable (Problem, Int, inout ByteBuffer) -> Void
  ) throws(Failure) {
    try OrderedWork.run(
      count: count, makeWorker: { () },
      work: { (_: inout Void, places) -> ByteBuffer in
        var buffer = ByteBuffer(capacity: places.count * 512)
        for place in places { each(problems[place], place, &buffer) }
        return buffer
      },
      take: take)
  }

  private func appendJSON(_ problem: Problem, to buffer: inout ByteBuffer) {
    buffer.fixed("{\"severity\": ")
    buffer.appendJSON(problem.code.severity.rawValue)
    buffer.fixed(", \"code\": ")
    buffer.appendJSON(problem.code.code)
    buffer.fixed(", \"file\": ")
    buffer.appendJSON(path(problem))
    buffer.fixed(", \"line\": ")
    buffer.append(problem.line)
    buffer.fixed(", \"record\": ")
    buffer.append(problem.record)
    buffer.fixed(", \"column\": ")
    buffer.appendJSON(orNull: ProblemWording.columnName(problem, in: .chinese, files: files))
    buffer.fixed(", \"excelColumn\": ")
    buffer.appendJSON(orNull: problem.excelColumn)
    buffer.fixed(", \"value\": ")
    buffer.appendJSON(orNull: value(problem))
    buffer.fixed(", \"message\": ")
    buffer.appendJSON(message(problem))
    buffer.fixed(", \"suggestion\": ")
    buffer.appendJSON(orNull: problem.suggestion)
    buffer.fixed("}")
  }

  private func appendCSV(_ problem: Problem, to buffer: inout ByteBuffer) {
    buffer.append(problem.code.severity.rawValue)
    comma(&buffer)
    buffer.append(problem.code.code)
    comma(&buffer)
    // Standard input is no formula.
    if path(problem) == "-" { buffer.append(path(problem)) } else { buffer.appendCSV(path(problem)) }
    comma(&buffer)
    buffer.append(problem.line)
    comma(&buffer)
    buffer.append(problem.record)
    for text in [
      ProblemWording.columnName(problem, in: .chinese, files: files), problem.excelColumn, value(problem),
      message(problem), problem.suggestion,
    ] {
      comma(&buffer)
      buffer.appendCSV(text ?? "")
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private func comma(_ buffer: inout ByteBuffer) { buffer.append(UInt8(ascii: ",")) }

  private func path(_ problem: Problem) -> String {
    files.indices.contains(problem.file) ? files[problem.file].path : ""
  }

  private func message(_ problem: Problem) -> String {
    ProblemWording.message(problem, in: .chinese, files: files, mask: ids.show)
  }

  /// The cell, with an ID shown as the style wants it.
  private func value(_ problem: Problem) -> String? {
    guard let value = problem.value else { return nil }
    return ids == .masked && problem.isAboutID ? IDMask.masked(value) : value
  }
}

extension Problem {
  /// Whether its cell is a person's ID.
  var isAboutID: Bool {
    switch code {
    case .missingPerson, .mangledID, .idChecksum, .duplicatePerson, .notInRoster: true
    default: false
    }
  }

  /// The letters of the column in a spreadsheet; nil where no one cell is at fault or the file has no such column.
  var excelColumn: String? {
    if case .heading(let index) = column { ExcelColumn.letters(index) } else { nil }
  }
}
