import ContinuingEdCore

/// Options of the whole program, which are looked for before the command line is taken apart.
enum GlobalWords {
  /// The command line with the options that stand before the command put behind its name, where those of commands are.
  static func behindCommand(_ words: [String]) -> [String] {
    let rest = withoutOptionsBefore(words)
    if rest.count == words.count { return words }
    let options = words.prefix(words.count - rest.count)
    let count = Commands.find(Array(rest))?.words ?? min(rest.count, 1)
    return Array(rest.prefix(count) + options + rest.dropFirst(count))
  }

  /// What follows the options that stand before the command.
  static func withoutOptionsBefore(_ words: [String]) -> ArraySlice<String> {
    var rest = words[...]
    while let word = rest.first, word != "-", word != "--", let option = option(word) {
      rest.removeFirst()
      if option.value != nil, !word.contains("="), word.hasPrefix("--") { _ = rest.popFirst() }
    }
    return rest
  }

  /// Whether the last of the options that stand before a command has its value.
  static func isWhole(_ words: [String]) -> Bool {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard let option = option(word), option.value != nil, !word.contains("="), word.hasPrefix("--") else {
        continue
      }
      if rest.popFirst() == nil { return false }
    }
    return true
  }

  /// The option that may stand before a command and that a word is.
  static func option(_ word: String) -> Option? {
    let name = word.prefix { $0 != "=" }
    return Option.beforeCommand.first { $0.name == name || ($0.short != nil && $0.short == word) }
  }

  /// Whether a switch is there, before whatever `--` ends.
  static func has(_ option: Option, _ words: [String]) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == option.name || $0 == option.short }
  }

  /// The language of `--lang`; nil where it is not there, or wrong.
  static func language(_ words: [String]) -> Language? {
    value(of: .lang, words) { Language(rawValue: $0) }
  }

  /// What `--color` says; wrong is told later.
  static func colour(_ words: [String]) -> ColourChoice {
    value(of: .color, words) { ColourChoice(rawValue: $0) } ?? .auto
  }

  private static func value<Value>(
    of option: Option, _ words: [String], _ read: (String) -> Value?
  ) -> Value? {
    let words = Array(words.prefix { $0 != "--" })
    for (index, word) in words.enumerated() {
      if word.hasPrefix(option.name + "="), let value = read(String(word.dropFirst(option.name.count + 1))) {
        return value
      }
      if word == option.name, index + 1 < words.count, let value = read(words[index + 1]) { return value }
    }
    return nil
  }
}
