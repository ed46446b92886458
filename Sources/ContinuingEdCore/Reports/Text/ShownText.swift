/// Texts of files as people are shown them: nothing that moves a cursor, rings a bell or turns the writing round.
enum ShownText {
  /// The text with every control and format character replaced, so that it stays on its line.
  static func safe(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(safe(scalar)) }
    return String(shown)
  }

  private static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value >= 0x4E00, scalar.value <= 0x9FFF { return scalar }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: " "
    case .format, .surrogate, .unassigned: "\u{FFFD}"
    default: scalar
    }
  }

  /// A text that stands in a cell of a Markdown table.
  static func markdown(_ text: String) -> String {
    var shown = ""
    for character in safe(text) {
      if "\\|*_`[]<>#&~".contains(character) { shown.append("\\") }
      shown.append(character)
    }
    return shown
  }

  /// A text in HTML.
  static func html(_ text: String) -> String {
    var shown = ""
    for character in safe(text) {
      switch character {
      case "&": shown += "&amp;"
      case "<": shown += "&lt;"
      case ">": shown += "&gt;"
      case "\"": shown += "&quot;"
      case "'": shown += "&#39;"
      default: shown.append(character)
      }
    }
    return shown
  }
}
