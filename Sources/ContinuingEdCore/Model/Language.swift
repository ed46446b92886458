/// The language of what people read. Machine output has one form whatever the language (Outputs: Languages).
public enum Language: String, CaseIterable, Hashable, Codable, Sendable {
  /// Simplified Chinese (`zh`).
  case chinese = "zh"
  /// English (`en`).
  case english = "en"

  /// The one of two wordings that is in this language.
  package func pick<T>(_ chinese: @autoclosure () -> T, _ english: @autoclosure () -> T) -> T {
    self == .chinese ? chinese() : english()
  }
}
