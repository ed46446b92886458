import ContinuingEdCore

/// Breaks texts into lines by the columns that they take, Chinese and Latin alike.
enum TextWrap {
  /// The columns of a line of help.
  static let width = 80

  /// Paragraphs that blank lines part: their lines are broken anew, but for those that begin with a blank, as examples
  /// and lists do.
  static func paragraphs(_ text: String, width: Int = width) -> String {
    var wrapped = ""
    var open = ""
    func close() {
      if !open.isEmpty { wrapped += self.wrapped(open, width: width) }
      open = ""
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line.hasPrefix(" ") {
        close()
        wrapped += self.command(line, width: width)
      } else {
        open = joined(open, line)
      }
    }
    close()
    return wrapped
  }

  /// A text in lines; all but the first begin with so many blanks.
  static func wrapped(_ text: String, hanging: Int = 0, width: Int = width) -> String {
    let indent = text.prefix { $0 == " " }
    var line = String(indent)
    var isEmpty = true
    var lines = ""
    for piece in pieces(text.dropFirst(indent.count)) {
      if !isEmpty, DisplayWidth.of(line) + DisplayWidth.of(piece.trimmingEnd) > width {
        lines += line.trimmingEnd + "\n"
        line = String(repeating: " ", count: hanging)
      }
      line += piece
      isEmpty = false
    }
    return lines + line.trimmingEnd + "\n"
  }

  /// An indented line; a command that is too long goes on in the next line, as a shell takes it.
  private static func command(_ line: Substring, width: Int) -> String {
    if DisplayWidth.of(String(line)) <= width || !line.hasPrefix("  cecredit ") { return line + "\n" }
    var lines = ""
    var current = " "
    for word in line.split(separator: " ") {
      if DisplayWidth.of(current + " " + word) > width - 2 {
        lines += current + " \\\n"
        current = "     "
      }
      current += " " + word
    }
    return lines + current + "\n"
  }

  /// Two lines as one: Chinese needs no blank between.
  private static func joined(_ text: String, _ line: Substring) -> String {
    guard let last = text.last, let first = line.first else { return text + line }
    return text + (isWide(last) || isWide(first) ? "" : " ") + line
  }

  /// What no line end may stand in: a word with the blanks behind it, or a wide character with its signs.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var last: Character?
    for character in text {
      if let last, mayBreak(between: last, and: character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      last = character
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func mayBreak(between last: Character, and next: Character) -> Bool {
    if next == " " || "=,.;:)]|，。；：、！？）】》”’…".contains(next) || "（【《“‘".contains(last) { return false }
    return last == " " || isWide(last) || isWide(next)
  }

  private static func isWide(_ character: Character) -> Bool {
    DisplayWidth.of(String(character)) == 2 || "“”‘’…".contains(character)
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
