/// The top of a file: which record is the header, what stands above it, and where the rows begin.
struct Header {
  var plan: ColumnPlan
  /// The headings as typed, trimmed.
  var headings: [String]
  /// The delimiter that the file uses.
  var delimiter: UInt8
  /// The physical line of the header.
  var line = 1
  /// Where the first row starts in the source.
  var rowsStart: Int
  /// How many lines lie before the first row.
  var linesBefore = 0
  /// Whether there is a header with all columns that rows need, each but once.
  var isUsable = false
  /// What was found above the header and in it; lines are final, the file is not set.
  var problems = ProblemList()
  /// The records that the header is made of, which are passed over where they come again, as headings are compared.
  var records: [[String]] = []
  /// How many records above the first row have faulty bytes.
  var faultyRecords = 0
  /// Whether the text down to the header has sequences of three bytes and more, and those of U+0180 to U+07FF.
  var hasWideText = false
  var hasPairs = false
  var lineEnds = SourceFile.LineEnds()
}

/// Finds the header among the first records (RecordsFiles: Header).
struct HeaderFinder {
  let source: ByteSource
  /// Where the text begins, behind a byte order mark.
  let start: Int
  let isGB18030: Bool
  let isRoster: Bool
  let options: ImportOptions

  private static let searched = 20

  /// The header under the first delimiter that shows one, else under the one that makes the most of the first record.
  func find() throws(ImportError) -> Header {
    var header = try findHeader()
    try lookAtWidth(&header)
    return header
  }

  /// Looks at the bytes above the first row, as ``ColumnNotes`` does at those below.
  private func lookAtWidth(_ header: inout Header) throws(ImportError) {
    let length = min(header.rowsStart - start, 1 << 20)
    if length <= 0 { return }
    let buffer = BlockBuffer(capacity: length)
    buffer.setCount(try source.read(at: start, into: buffer.base, count: length))
    for byte in buffer.bytes where byte >= 0xC6 {
      if byte >= 0xE0 { header.hasWideText = true } else { header.hasPairs = true }
    }
  }

  private func findHeader() throws(ImportError) -> Header {
    let directive = source.sheet == nil ? try delimiterDirective() : nil
    let begin = directive?.end ?? start
    let firstLine = directive == nil ? 0 : 1
    if let byte = options.delimiter.byte ?? directive?.delimiter {
      return try find(delimiter: byte, from: begin, firstLine: firstLine).header
    }
    var best: (header: Header, known: Int, cells: Int)?
    for byte in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
      let found = try find(delimiter: byte, from: begin, firstLine: firstLine)
      if found.isRecognised { return found.header }
      let known = found.header.plan.knownCount
      let cells = found.header.headings.count
      if let best, (best.known, best.cells) >= (known, cells) { continue }
      best = (found.header, known, cells)
    }
    return best?.header
      ?? Header.empty(delimiter: UInt8(ascii: ","), start: begin, isRoster: isRoster, options: options)
  }

  /// A first line `sep=;`, and where the next one starts.
  private func delimiterDirective() throws(ImportError) -> (delimiter: UInt8, end: Int)? {
    let buffer = BlockBuffer(capacity: 16)
    buffer.setCount(try source.read(at: start, into: buffer.base, count: 8))
    let bytes = Array(buffer.bytes)
    guard bytes.count >= 5,
      bytes.prefix(4).elementsEqual("sep=".utf8) || bytes.prefix(4).elementsEqual("SEP=".utf8)
    else { return nil }
    let delimiter = bytes[4]
    guard delimiter == 9 || (delimiter > 32 && delimiter < 127 && delimiter != UInt8(ascii: "\"")) else {
      return nil
    }
    switch bytes.dropFirst(5).first {
    case nil: return (delimiter, start + 5)
    case UInt8(ascii: "\n"): return (delimiter, start + 6)
    case UInt8(ascii: "\r"):
      return (delimiter, start + (bytes.count > 6 && bytes[6] == UInt8(ascii: "\n") ? 7 : 6))
    default: return nil
    }
  }

  private func find(
    delimiter: UInt8, from begin: Int, firstLine: Int
  ) throws(ImportError) -> (header: Header, isRecognised: Bool) {
    var size = 1 << 16
    while true {
      let buffer = BlockBuffer(capacity: size + 1)
      let feed = BlockFeed(source, from: begin, delimiter: delimiter, blockSize: size, isExact: true)
      guard let block = feed.next(into: buffer) else {
        if let error = feed.error { throw error }
        return (.empty(delimiter: delimiter, start: begin, isRoster: isRoster, options: options), false)
      }
      var search = HeaderSearch(self, buffer, block, delimiter: delimiter, begin: begin, firstLine: firstLine)
      let isComplete = search.run(limit: HeaderFinder.searched)
      // Long lines: the twentieth record may lie further down.
      if isComplete || block.isLast || size >= 1 << 24 { return search.result() }
      size *= 16
    }
  }
}

extension Header {
  /// That of a file without a record.
  static func empty(delimiter: UInt8, start: Int, isRoster: Bool, options: ImportOptions) -> Header {
    var header = Header(
      plan: ColumnPlan(headings: [], roster: isRoster, options: options), headings: [], delimiter: delimiter,
      rowsStart: start)
    header.judge(roster: isRoster)
    return header
  }

  /// Reports columns that are missing, repeated, unused or unknown, and settles whether rows can be used.
  mutating func judge(roster: Bool) {
    let missing = plan.missing(roster: roster)
    for field in missing {
      var problem = FoundProblem(
        .missingColumn, file: 0, line: 1, record: 0, column: .absent(field), value: "")
      if field == .category, hasHoursOfSubjects { problem.variant = .oneRowAPerson }
      problems.append(problem)
    }
    for pair in plan.repeated {
      problems.append(problem(.duplicateColumn, at: pair.later, read: pair.first))
    }
    for column in plan.unused {
      var unused = problem(.columnUnused, at: column.index, read: plan.column(of: column.field) ?? 0)
      unused.details.append(column.field.english)
      problems.append(unused)
    }
    let known = Set(plan.unused.map(\.index) + plan.ignored + plan.repeated.map(\.later))
    for index in plan.unread where !headings[index].isEmpty && !known.contains(index) {
      reportUnknown(index, roster: roster)
    }
    isUsable = missing.isEmpty && plan.repeated.isEmpty
  }

  /// A problem with a heading whose field is read from another column.
  private func problem(_ code: ProblemCode, at index: Int, read: Int) -> FoundProblem {
    var problem = FoundProblem(
      code, file: 0, line: line, record: 0, column: .heading(index), value: headings[index])
    problem.details = [headings[safe: read] ?? ""]
    return problem
  }

  /// Mentions a column that is kept and ignored.
  mutating func reportUnknown(_ index: Int, roster: Bool) {
    var problem = FoundProblem(
      .unknownColumn, file: 0, line: line, record: 0, column: .heading(index), value: headings[index])
    if HeadingMatch.isOtherUnit(headings[index]) {
      problem.variant = .otherUnit
    } else if let near = HeadingMatch.suggestion(for: headings[index], roster: roster) {
      problem.suggestion = near.name
      problem.details = [near.field.english]
    }
    problems.append(problem)
  }

  /// Whether the columns are those of a table with one row a person: hours of the subjects side by side.
  private var hasHoursOfSubjects: Bool {
    let names = headings.map(HeadingMatch.normalised)
    func has(_ words: [String]) -> Bool {
      names.contains { name in
        words.contains { name.contains($0) }
          && (name.contains("学时") || name.contains("课时") || words.contains(name))
      }
    }
    return has(["公需", "公需科目", "公需课"]) && has(["专业", "专业科目", "专业课"])
  }
}
