import ContinuingEdCore

extension RecordsInput {
  /// Has the rows that are not used kept: all of them for `--rejects`, else as many as are listed, to be shown there.
  mutating func keepRejectedRows(_ arguments: Arguments, listed: Int) {
    options.keepsRejectedRows = arguments.has(.rejects) || listed > 0
    options.rejectedRowLimit = arguments.has(.rejects) ? .max : listed
  }
}

extension Console {
  /// The endings of files of problems and of rejected rows.
  static let problemEndings = ["csv", "json", "xlsx"]
  static let rejectEndings = ["csv", "xlsx"]

  /// Writes all problems (`--problems`), as JSON or a workbook if the path ends so, else as CSV.
  func writeProblems(_ records: Records, ids: IDStyle, to path: String) throws(CommandError) {
    let output = try Output(path: path)
    try writeProblems(records, ids: ids, to: output, named: path)
  }

  /// Writes all problems to a file that is open.
  func writeProblems(_ records: Records, ids: IDStyle, to output: Output, named path: String)
    throws(CommandError)
  {
    let report = ProblemReport(records, ids: ids, in: language)
    let take = { (buffer: ByteBuffer) throws(CommandError) -> Bool in
      try output.write(buffer)
      return !output.readerHasGone
    }
    if OutputName.ending(of: path) == "xlsx" {
      try tell(report.writeWorkbook(in: language, to: take), of: path)
    } else if path.lowercased().hasSuffix(".json") {
      try output.write("[\n")
      try report.writeJSON(indent: "  ", to: take)
      try output.write("]\n")
    } else {
      try output.writeByteOrderMark(ifNamed: path)
      try report.writeCSV(to: take)
    }
    try output.finish()
  }

  /// Writes the rows that were not used (`--rejects`). Rows of files with other columns go to further files, which may no
  /// more than the first be an input or another output.
  func writeRejects(
    _ records: Records, to path: String, beside places: OutputPlaces
  ) throws(CommandError) {
    let rejects = RejectsFile(records, in: language)
    if OutputName.ending(of: path) == "xlsx" {
      let output = try Output(path: path)
      let outcome = try rejects.writeWorkbook { (buffer: ByteBuffer) throws(CommandError) in
        try output.write(buffer)
      }
      try tell(outcome, of: path)
      return try output.finish()
    }
    var places = places
    for index in stride(from: 1, to: rejects.count, by: 1) {
      try places.take(RejectsFile.path(path, at: index))
    }
    for index in 0..<rejects.count {
      let name = RejectsFile.path(path, at: index)
      if index > 0 {
        say(Words("列不同的文件，有问题的行另写入 \(name)", "the rows of a file with other columns are in \(name)"))
      }
      let output = try Output(path: name)
      try output.writeByteOrderMark(ifNamed: name)
      try rejects.write(index) { (buffer: borrowing ByteBuffer) throws(CommandError) in
        try buffer.withBytes { (bytes) throws(CommandError) in try output.write(bytes) }
      }
      try output.finish()
    }
  }
}
