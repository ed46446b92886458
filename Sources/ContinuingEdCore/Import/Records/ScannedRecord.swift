/// A record that was scanned and is yet to be read: 32 bytes, as many are kept at a time.
struct ScannedRecord {
  private let cells: (first: UInt32, count: UInt32)
  private let bounds: (start: UInt32, end: UInt32)
  private let lines: (first: UInt32, fault: UInt32)
  /// The number of its person, if it was looked up and found; else −1.
  var person: Int32 = -1
  let outcome: RecordScanner.Outcome

  /// Places and lines are those of a block, which is shorter than 2³² bytes.
  @inline(__always)
  init(
    _ outcome: RecordScanner.Outcome, firstCell: Int, cellCount: Int, start: Int, end: Int, line: Int,
    faultLine: Int
  ) {
    self.outcome = outcome
    cells = (UInt32(truncatingIfNeeded: firstCell), UInt32(truncatingIfNeeded: cellCount))
    bounds = (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    lines = (UInt32(truncatingIfNeeded: line), UInt32(truncatingIfNeeded: faultLine))
  }

  /// Where its cells begin among those of the batch.
  @inline(__always) var firstCell: Int { Int(cells.first) }
  @inline(__always) var cellCount: Int { Int(cells.count) }
  /// All of it, without its last line break.
  @inline(__always) var range: Range<Int> {
    Range(uncheckedBounds: (lower: Int(bounds.start), upper: Int(bounds.end)))
  }
  /// The line on which it starts, counted from 0.
  @inline(__always) var line: Int { Int(lines.first) }
  /// The line on which a faulty quoted cell opened, counted from 0.
  @inline(__always) var faultLine: Int { Int(lines.fault) }
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
