import ContinuingEdCore
import Glibc

/// The program: finds the command, runs it, and turns whatever happens into an exit status.
enum Program {
  /// Runs the program with its command line, the program's own name first.
  static func run(_ commandLine: [String]) -> Int32 {
    StandardStreams.prepare()
    Interruption.prepare()
    let words = GlobalWords.behindCommand(Array(commandLine.dropFirst()))
    var console = Program.console(words, language(words, environment: Terminal.variable))
    do {
      let remembered = try remember(words, console)
      if GlobalWords.language(words) == nil, let language = remembered.language {
        console = Program.console(words, language)
      }
      return try run(words, remembered, console).rawValue
    } catch let error as CommandError {
      console.say(error.words)
      if error.isUsage { console.note(helpHint(words)) }
    } catch {
      console.say(Words("\(error)"))
    }
    return ExitStatus.failed.rawValue
  }

  private static func console(_ words: [String], _ language: Language) -> Console {
    Console(
      language: language, colour: GlobalWords.colour(words), isQuiet: GlobalWords.has(.quiet, words),
      pages: !GlobalWords.has(.noPager, words))
  }

  /// Runs the command that the words name.
  private static func run(
    _ words: [String], _ remembered: Remembered, _ console: Console
  ) throws -> ExitStatus {
    guard let found = Commands.find(words) else { return try withoutCommand(words, console) }
    var rest = words
    rest.removeFirst(found.words)
    if GlobalWords.has(.help, rest) {
      return try console.print(HelpPage.page(of: found.command).text(in: console.language))
    }
    if GlobalWords.has(.version, rest) { return try Version.show(console) }
    let arguments = try Arguments(rest, options: found.command.allOptions, remembered: remembered)
    return try found.command.run(arguments, console)
  }

  /// Help and version, or an error that says which commands there are.
  private static func withoutCommand(_ words: [String], _ console: Console) throws -> ExitStatus {
    let hasNoName = GlobalWords.withoutOptionsBefore(words).isEmpty
    let isGroup = words.first.map { !Commands.group($0).isEmpty } ?? false
    if hasNoName || isGroup {
      if GlobalWords.has(.version, words) { return try Version.show(console) }
      if GlobalWords.has(.help, words) {
        let page = isGroup ? HelpPage.group(words[0]) : HelpPage.overview
        return try console.print(page.text(in: console.language))
      }
    }
    guard let first = words.first else {
      console.warn(HelpPage.overview.text(in: console.language))
      return .failed
    }
    if first.hasPrefix("-") {
      let known = Option.beforeCommand.map(\.name)
      if hasNoName {
        throw CommandError.usage(Words("还缺少命令，如 cecredit check", "a command is missing, as cecredit check"))
      }
      throw CommandError.usage(
        Words("第一个词应是命令，而不是选项 \(first)", "the first word is a command, not the option \(first)")
          + .didYouMean(NearMatch.nearest(to: first, in: known)))
    }
    throw Commands.unknown(words)
  }

  /// What the environment and the configuration say, where the command goes by them.
  private static func remember(_ words: [String], _ console: Console) throws(CommandError) -> Remembered {
    guard let found = Commands.find(words), found.command.isConfigured else { return Remembered() }
    let rest = words.dropFirst(found.words)
    if GlobalWords.has(.help, Array(rest)) || GlobalWords.has(.version, Array(rest)) { return Remembered() }
    return try Remembered(
      environment: Terminal.variable, readsFiles: !GlobalWords.has(.noConfig, words),
      note: { console.note($0) })
  }

  /// `--lang` if it is there and right, else `CECREDIT_LANG`, else the locale's: errors in the command line are worded
  /// before it is parsed.
  static func language(_ words: [String], environment: (String) -> String?) -> Language {
    if let language = GlobalWords.language(words) { return language }
    if let language = environment("CECREDIT_LANG").flatMap(Language.init(rawValue:)) { return language }
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
