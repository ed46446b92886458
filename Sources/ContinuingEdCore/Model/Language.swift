/// The language of wording for people; codes and keys are the same in both.
public enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"

  /// The wording of this language out of both.
  public func pick<T>(_ chinese: @autoclosure () -> T, _ english: @autoclosure () -> T) -> T {
    self == .chinese ? chinese() : english()
  }
}
