/// Suggestions that were asked for before: a file with the same mistake in a million rows looks for its cure once.
struct SuggestionMemo {
  private struct Known {
    var code: ProblemCode
    var field: Field
    var value: [UInt8]
    var suggestion: String?
  }

  /// One place for each hash; a newcomer puts out what was there, so that it never grows.
  private var places = [Known?](repeating: nil, count: 1024)

  init() {}

  /// As ``Suggestion/forCell(_:field:value:)``, for the bytes of a trimmed cell.
  mutating func forCell(_ code: ProblemCode, field: Field, value: UnsafeRawBufferPointer) -> String? {
    // Whatever is longer is near to nothing.
    guard value.count > 0, value.count <= 256 else { return nil }
    var hash = UInt64(value.count) &+ UInt64(code.rawValue) << 8 &+ UInt64(field.rawValue) << 16
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let place = Int(truncatingIfNeeded: (hash ^ hash >> 29) % 1024)
    if let known = places[place], known.code == code, known.field == field, known.value.elementsEqual(value) {
      return known.suggestion
    }
    let suggestion = Suggestion.forCell(code, field: field, value: String(decoding: value, as: UTF8.self))
    places[place] = Known(code: code, field: field, value: Array(value), suggestion: suggestion)
    return suggestion
  }
}
