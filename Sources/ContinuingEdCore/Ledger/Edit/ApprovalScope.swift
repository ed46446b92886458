/// What an approval covers: the hours that were looked at, by whom they were earned where and when. A change that raises
/// what an entry is worth, or touches these, is not covered.
enum ApprovalScope {
  private static let touching: [Field] = [
    .subject, .category, .year, .start, .end, .period, .platform, .filing, .filedOn, .evidence, .level,
  ]

  /// Whether an approval of an entry holds for what a change makes of it. `cell` gives a column before and after.
  static func holds(_ changed: some Sequence<Field>, _ cell: (Field) -> (old: String, new: String)) -> Bool {
    changed.allSatisfy { field in
      if touching.contains(field) { return false }
      let (old, new) = cell(field)
      switch field {
      case .hours: return hundredths(new) <= hundredths(old)
      case .count: return (Int(new) ?? 1) <= (Int(old) ?? 1)
      // What was not passed brings nothing.
      case .result: return old != ExamResult.failed.code
      default: return true
      }
    }
  }

  /// Blank hours may be any: the rule sets say how many.
  private static func hundredths(_ cell: String) -> Int {
    guard !cell.isEmpty else { return .max }
    var cell = cell
    let hours = cell.withUTF8 { CellParser.hours(CellText.trimmed(UnsafeRawBufferPointer($0))) }
    if case .value(let hours) = hours { return hours.hundredths }
    return .max
  }
}
