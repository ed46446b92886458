import ContinuingEdCore
import Glibc

/// The program: finds the command, runs it, and turns whatever happens into an exit status.
enum Program {
  /// Runs the program with its command line, the program's own name first.
  static func run(_ commandLine: [String]) -> Int32 {
    StandardStreams.prepare()
    Interruption.prepare()
    var words = commandLine
    if !words.isEmpty { words.removeFirst() }
    let console = Console(language: language(words, environment: Terminal.variable))
    do {
      return try run(words, console).rawValue
    } catch let error as CommandError {
      console.say(error.words)
      if error.isUsage { console.say(helpHint(words)) }
    } catch {
      console.say(Words("\(error)"))
    }
    return ExitStatus.failed.rawValue
  }

  private static func run(_ words: [String], _ console: Console) throws -> ExitStatus {
    guard let first = words.first else {
      console.warn(HelpPage.overview.text(in: console.language))
      return .failed
    }
    if first == "--version" { return try Version.run(Arguments([], options: []), console) }
    if first == Option.help.name || first == Option.help.short {
      return try console.print(HelpPage.overview.text(in: console.language))
    }
    // Options of the whole program, as in `cecredit --lang en help`, are those of its commands: they follow the name.
    guard let found = Commands.find(words) else {
      if words.count > 1, Commands.group(first).count > 0,
        words[1] == Option.help.name || words[1] == Option.help.short
      {
        return try console.print(HelpPage.group(first).text(in: console.language))
      }
      if first.hasPrefix("-") {
        throw CommandError.usage(
          Words("第一个词应是命令，而不是选项 \(first)", "the first word is a command, not the option \(first)"))
      }
      throw Commands.unknown(words)
    }
    var rest = words
    rest.removeFirst(found.words)
    let asksForHelp = rest.prefix { $0 != "--" }.contains {
      $0 == Option.help.name || $0 == Option.help.short
    }
    if asksForHelp { return try console.print(HelpPage.page(of: found.command).text(in: console.language)) }
    let arguments = try Arguments(rest, options: found.command.options + [.lang, .help])
    return try found.command.run(arguments, console)
  }

  /// `--lang` if it is there and right, else the locale's: errors in the command line are worded before it is parsed.
  static func language(_ words: [String], environment: (String) -> String?) -> Language {
    for (index, word) in words.enumerated() {
      if word == "--" { break }
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) {
        return language
      }
      if word == "--lang", index + 1 < words.count, let language = Language(rawValue: words[index + 1]) {
        return language
      }
    }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment(name), !value.isEmpty {
        return value.lowercased().hasPrefix("zh") ? .chinese : .english
      }
    }
    return .english
  }

  private static func helpHint(_ words: [String]) -> Words {
    let name = Commands.find(words).map { " " + $0.command.name } ?? ""
    return Words("用法见 cecredit help\(name)", "see cecredit help\(name)")
  }
}
