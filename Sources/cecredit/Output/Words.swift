import ContinuingEdCore

/// A text in both languages.
struct Words: Sendable, Equatable {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The same in both, as a name or a placeholder.
  init(_ both: String) { self.init(both, both) }

  /// The one in this language.
  func text(in language: Language) -> String { language.pick(chinese, english) }

  /// `；是不是“X”？`, or nothing where there is no suggestion.
  static func didYouMean(_ suggestion: String?) -> Words {
    guard let suggestion else { return Words("") }
    return Words("；是不是“\(suggestion)”？", "; did you mean \"\(suggestion)\"?")
  }

  static func + (a: Words, b: Words) -> Words {
    Words(a.chinese + b.chinese, a.english + b.english)
  }
}
