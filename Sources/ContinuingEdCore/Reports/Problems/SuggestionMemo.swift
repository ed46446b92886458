/// Suggestions that were made already: who makes a slip makes it in many rows.
///
/// A fixed number of places; where two slips share one, the later takes it.
struct SuggestionMemo {
  private struct Made {
    var code: ProblemCode
    var field: UInt8
    var value: [UInt8]
    var suggestion: [UInt8]?
  }

  private static let places = 1024
  private var made: [Made?] = Array(repeating: nil, count: places)

  /// The suggestion for a problem of a list; nil if there is none.
  mutating func suggestion(_ item: ProblemList.Packed, of problems: ProblemList) -> [UInt8]? {
    if item.hasSuggestion { return problems.suggestion(item).map { Array($0.utf8) } }
    guard item.mayHaveSuggestion else { return nil }
    return problems.withValue(of: item) { value in
      let hash = Mixing.hash(value) &+ UInt64(item.code.rawValue) &* 0x9E37_79B9
      let place = Int(hash % UInt64(SuggestionMemo.places))
      if let known = made[place], known.code == item.code, known.field == item.field,
        known.value.elementsEqual(value)
      {
        return known.suggestion
      }
      let suggestion = problems.suggestion(item).map { Array($0.utf8) }
      made[place] = Made(code: item.code, field: item.field, value: Array(value), suggestion: suggestion)
      return suggestion
    }
  }
}
