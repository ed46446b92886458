/// Texts of files as people are shown them: nothing that moves a cursor, rings a bell or turns the writing round.
enum ShownText {
  /// The text with every hidden character escaped, so that it stays on its line.
  static func safe(_ text: String) -> String { HiddenText.onOneLine(text) }

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
