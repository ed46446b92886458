import Foundation

/// Something that has words for people, in Chinese and English.
///
///     let verdict = Verdict.short
///     print(verdict.text(in: .english))   // short
public protocol Localized {
  /// The words in a language. They change with versions; programs look at codes.
  func text(in language: Language) -> String
}

/// What an error of this library says where nobody asked for a language: both, Chinese first.
extension LocalizedError where Self: Localized {
  /// The words in both languages.
  public var errorDescription: String? { text(in: .chinese) + " / " + text(in: .english) }
}

extension SystemReason {
  /// What the system calls an error, in a language.
  static func text(_ number: Int32, in language: Language) -> String {
    let words = words(number)
    return language.pick(words.chinese, words.english)
  }
}
