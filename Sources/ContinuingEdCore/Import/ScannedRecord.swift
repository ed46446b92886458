/// A record that was scanned and is yet to be read.
struct ScannedRecord {
  var outcome: RecordScanner.Outcome
  /// Where its cells begin among those of the batch.
  var firstCell: Int
  var cellCount: Int
  var range: Range<Int>
  var line: Int
  var faultLine: Int
}

extension RecordScanner {
  /// What `readRecord` found.
  enum Outcome {
    /// A record, in `cells`.
    case record
    /// There is no more.
    case end
    /// A quoted cell is followed by text; what was passed over is in `recordRange`, the line in `faultLine`.
    case badQuote
    /// A quoted cell is still open where the text ends; likewise.
    case openAtEnd
  }
}
