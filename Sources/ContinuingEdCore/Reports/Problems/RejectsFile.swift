/// The unusable rows as they came (`--rejects FILE`), to be mended there and fed back; those of a roster in a file of
/// their own. The first column says what is wrong: behind a row whose quotes are wrong, it would be swallowed.
package struct RejectsFile {
  let records: Records
  let language: Language
  let groups: [Group]

  /// Rows of files of one kind with the same headings and delimiter, as indexes into ``Records/rejectedRows``.
  struct Group {
    var isRoster = false
    var headings: [String]
    var delimiter: UInt8
    var rows: [Int]
  }

  /// Sorts the rejected rows of `records`, which must have kept them.
  package init(_ records: Records, in language: Language) {
    self.records = records
    self.language = language
    var groups: [Group] = []
    for (index, row) in records.rejectedRows.enumerated() {
      guard let file = records.files[safe: row.file] else { continue }
      if let place = groups.firstIndex(where: {
        $0.isRoster == file.isRoster && $0.headings == file.headings && $0.delimiter == file.delimiter
      }) {
        groups[place].rows.append(index)
      } else {
        groups.append(
          Group(
            isRoster: file.isRoster, headings: file.headings, delimiter: file.delimiter, rows: [index]))
      }
    }
    if groups.isEmpty {
      let file = records.files.first
      groups = [
        Group(headings: file?.headings ?? [], delimiter: file?.delimiter ?? UInt8(ascii: ","), rows: [])
      ]
    }
    self.groups = groups
  }

  /// How many files there are to write: one for each kind of header, at least one.
  package var count: Int { groups.count }

  /// Writes one of the files; `take` gets the bytes piece by piece.
  package func write<Failure: Error>(
    _ index: Int, to take: (borrowing ByteBuffer) throws(Failure) -> Void
  ) throws(Failure) {
    let group = groups[index]
    var buffer = ByteBuffer(capacity: 1 << 17)
    buffer.append(reasonHeading)
    for heading in group.headings {
      buffer.append(group.delimiter)
      buffer.append(heading, delimiter: group.delimiter)
    }
    buffer.append(UInt8(ascii: "\n"))
    let forms = forms
    var reasons = ByteBuffer(capacity: 4096)
    var next = 0
    for place in group.rows {
      let row = records.rejectedRows[place]
      reasons.removeAll()
      appendReasons(row, from: &next, forms, to: &reasons)
      reasons.withBytes { buffer.append($0, delimiter: group.delimiter) }
      buffer.append(group.delimiter)
      records.texts.withBytes(of: row.text) { buffer.append($0) }
      buffer.append(UInt8(ascii: "\n"))
      if buffer.count >= 1 << 16 {
        try take(buffer)
        buffer.removeAll()
      }
    }
    try take(buffer)
  }

  /// The heading of the first column.
  var reasonHeading: String { language.pick("问题", "problem") }

  /// The problems in words, for one thread.
  var forms: ProblemForms {
    ProblemForms(records.problems, files: records.files, in: language, ids: .masked, frame: RejectsFile.frame)
  }

  /// The path of the file at an index: the one given, then `-2`, `-3` … before the extension.
  package static func path(_ path: String, at index: Int) -> String {
    if index == 0 { return path }
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path.lastIndex(of: "."), dot > name else { return "\(path)-\(index + 1)" }
    return "\(path[..<dot])-\(index + 1)\(path[dot...])"
  }

  /// What stands before each message: `[bad-hours] `.
  private static func frame(_ problem: FoundProblem) -> ProblemForms.Frame {
    var frame = ProblemForms.Frame()
    frame.head.append("[\(problem.code.code)] ")
    return frame
  }

  /// What is wrong with a row; rows and problems are in the same order, so that `next` only goes forward.
  func appendReasons(
    _ row: RejectedRow, from next: inout Int, _ forms: ProblemForms, to reasons: inout ByteBuffer
  ) {
    let problems = records.problems
    while next < problems.count {
      let item = problems.items[next]
      let (file, record) = (Int(item.file), Int(item.record))
      if (file, record) > (row.file, row.record) { break }
      if (file, record) == (row.file, row.record), item.code.severity == .error {
        if reasons.count > 0 { reasons.fixed(" ") }
        append(next, forms, to: &reasons)
      }
      next += 1
    }
  }

  private func append(_ place: Int, _ forms: ProblemForms, to reasons: inout ByteBuffer) {
    let (item, form) = forms.lookUp(place)
    reasons.append(form.head)
    forms.appendMessage(of: item, form, to: &reasons)
    if language == .chinese { reasons.fixed("。") }
    forms.withSuggestion(for: item) { suggestion in
      guard let suggestion else { return }
      if language == .english { reasons.fixed(" ") }
      reasons.append(ProblemWording.question(String(decoding: suggestion, as: UTF8.self), in: language))
    }
  }
}

extension ByteBuffer {
  /// Adds a cell of text.
  fileprivate mutating func append(_ cell: String, delimiter: UInt8) {
    var cell = cell
    cell.withUTF8 { append(UnsafeRawBufferPointer($0), delimiter: delimiter) }
  }

  /// Adds a cell, in quotes where it needs them under this delimiter.
  fileprivate mutating func append(_ cell: UnsafeRawBufferPointer, delimiter: UInt8) {
    guard cell.contains(where: { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      return append(cell)
    }
    append(UInt8(ascii: "\""))
    for byte in cell {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
