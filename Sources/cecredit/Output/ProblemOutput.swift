import ContinuingEdCore

extension RecordsInput {
  /// Has the rows that are not used kept: all of them for `--rejects`, else as many as are listed, to be shown there.
  mutating func keepRejectedRows(_ arguments: Arguments, listed: Int) {
    options.keepsRejectedRows = arguments.has(.rejects) || listed > 0
    options.rejectedRowLimit = arguments.has(.rejects) ? .max : listed
  }
}

extension Console {
  /// Writes all problems (`--problems`), as JSON if the path ends so, else as CSV.
  func writeProblems(_ records: Records, ids: IDStyle, to path: String) throws(CommandError) {
    let output = try Output(path: path)
    try writeProblems(records, ids: ids, to: output, named: path)
  }

  /// Writes all problems to a file that is open.
  func writeProblems(_ records: Records, ids: IDStyle, to output: Output, named path: String)
    throws(CommandError)
  {
    let report = ProblemReport(records, ids: ids)
    let take = { (buffer: ByteBuffer) throws(CommandError) -> Bool in
      try output.write(buffer)
      return !output.readerHasGone
    }
    if path.lowercased().hasSuffix(".json") {
      try output.write("[\n")
      try report.writeJSON(indent: "  ", to: take)
      try output.write("]\n")
    } else {
      try output.writeByteOrderMark(ifNamed: path)
      try report.writeCSV(to: take)
    }
    try output.finish()
  }

  /// Writes the rows that were not used (`--rejects`). Rows of files with other columns go to further files.
  func writeRejects(_ records: Records, to path: String) throws(CommandError) {
    let rejects = RejectsFile(records, in: language)
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
