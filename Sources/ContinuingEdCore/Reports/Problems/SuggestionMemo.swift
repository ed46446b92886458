/// Suggestions that were made already: who makes a slip makes it in many rows. For one thread.
///
/// A fixed number of places; where two slips share one, the later takes it.
final class SuggestionMemo {
  private struct Made {
    var code: ProblemCode
    var field: UInt8
    var value: UnsafeRawBufferPointer
    /// Without an address where there is none.
    var suggestion: UnsafeRawBufferPointer
  }

  private static let places: UInt64 = 1024
  private let made = UnsafeMutableBufferPointer<Made?>.allocate(capacity: Int(places))

  init() { made.initialize(repeating: nil) }

  deinit {
    for place in made.indices { forget(place) }
    made.deallocate()
  }

  /// Calls `body` with the suggestion for a problem of a list; nil if there is none.
  func withSuggestion(
    _ item: ProblemList.Packed, of problems: ProblemList, _ body: (UnsafeRawBufferPointer?) -> Void
  ) {
    if item.hasSuggestion { return problems.withSuggestion(of: item) { body($0) } }
    guard item.mayHaveSuggestion else { return body(nil) }
    let found = problems.withValue(of: item) { find(item, $0, problems) }
    body(found.baseAddress == nil ? nil : found)
  }

  @inline(__always)
  private func find(
    _ item: ProblemList.Packed, _ value: UnsafeRawBufferPointer, _ problems: ProblemList
  ) -> UnsafeRawBufferPointer {
    let hash = Mixing.hash(value) &+ UInt64(item.code.rawValue) &* 0x9E37_79B9
    let place = Int(hash % SuggestionMemo.places)
    if let known = made[place], known.code == item.code, known.field == item.field,
      known.value.count == value.count, known.value.elementsEqual(value)
    {
      return known.suggestion
    }
    return make(place, item, value, problems)
  }

  @inline(never)
  private func make(
    _ place: Int, _ item: ProblemList.Packed, _ value: UnsafeRawBufferPointer, _ problems: ProblemList
  ) -> UnsafeRawBufferPointer {
    forget(place)
    var suggestion = UnsafeRawBufferPointer(start: nil, count: 0)
    if var text = problems.suggestion(item) {
      suggestion = text.withUTF8 { RepeatedTexts.copy(UnsafeRawBufferPointer($0)) }
    }
    made[place] = Made(
      code: item.code, field: item.field, value: RepeatedTexts.copy(value), suggestion: suggestion)
    return suggestion
  }

  private func forget(_ place: Int) {
    made[place]?.value.deallocate()
    made[place]?.suggestion.deallocate()
    made[place] = nil
  }
}
