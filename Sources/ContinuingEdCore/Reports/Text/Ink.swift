/// Colour for terminals that allow it; otherwise text as it is.
package struct Ink: Sendable {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }
  func blue(_ text: String) -> String { wrap(text, "36") }

  /// The text in the colour of a verdict.
  func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .compliant: green(text)
    case .pending: yellow(text)
    case .short: red(text)
    case .undetermined: blue(text)
    case .notApplicable: dim(text)
    }
  }

  /// Everything that an ink writes beside the text.
  package static let sequences = ["0", "1", "2", "31", "32", "33", "36"].map { Array("\u{1B}[\($0)m".utf8) }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
