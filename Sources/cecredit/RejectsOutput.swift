import ContinuingEdCore

extension Console {
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
