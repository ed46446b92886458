import ContinuingEdCore

/// What the last word of an unfinished command line can become, from the tables that help is made from.
struct Completion {
  private let language: Language
  private let remembered: Remembered
  /// The words before the last.
  private let words: [String]
  private let last: String

  /// The words behind the program's name; the last is the one to complete, perhaps blank.
  init(_ words: [String], _ remembered: Remembered, _ language: Language) {
    self.words = GlobalWords.behindCommand(words.dropLast())
    last = words.last ?? ""
    self.remembered = remembered
    self.language = language
  }

  /// The words, each with what it is behind a tab.
  var lines: [String] {
    guard let found = Commands.find(words) else {
      // Options before the command, of which the last may want its value.
      if let open = words.last.flatMap(GlobalWords.option), open.value != nil,
        GlobalWords.withoutOptionsBefore(words).isEmpty, !GlobalWords.isWhole(words)
      {
        return fitting(values(of: open, []), last)
      }
      return commands()
    }
    let rest = Array(words.dropFirst(found.words))
    let command = found.command
    if rest.contains("--") { return operands(command, rest) }
    if last.hasPrefix("--"), let sign = last.firstIndex(of: "=") {
      guard let option = option(String(last[..<sign]), of: command) else { return [] }
      let name = String(last[...sign])
      return fitting(values(of: option, rest), String(last[last.index(after: sign)...])).map {
        $0.hasPrefix(":") ? $0 : name + $0
      }
    }
    if let open = rest.last.flatMap({ option($0, of: command) }), open.value != nil {
      return fitting(values(of: open, rest), last)
    }
    if last.hasPrefix("-") { return fitting(options(of: command), last) }
    return operands(command, rest)
  }

  /// A word and what it is.
  typealias Offer = (word: String, help: String)

  private func fitting(_ offers: [Offer], _ start: String) -> [String] {
    var seen: Set<String> = []
    return offers.compactMap { offer in
      if offer.word.hasPrefix(":") { return offer.word }
      // What a terminal must not be told is not offered.
      guard offer.word.hasPrefix(start), seen.insert(offer.word).inserted,
        !offer.word.unicodeScalars.contains(where: HiddenText.isHidden)
      else { return nil }
      return offer.help.isEmpty ? offer.word : offer.word + "\t" + HiddenText.escaped(offer.help)
    }
  }

  // MARK: Commands and options

  private func commands() -> [String] {
    if let group = GlobalWords.withoutOptionsBefore(words).first {
      let members = Commands.group(group)
      return fitting(
        members.map { (String($0.name.dropFirst(group.count + 1)), $0.summary.text(in: language)) }, last)
    }
    if last.hasPrefix("-") {
      return fitting(Option.beforeCommand.map { ($0.name, $0.help.text(in: language)) }, last)
    }
    return fitting(
      Commands.all.map { command in
        let head = String(command.name.prefix { $0 != " " })
        return (head, head == command.name ? command.summary.text(in: language) : "")
      }, last)
  }

  private func options(of command: any Command.Type) -> [Offer] {
    (HelpPage.shownOptions(of: command) + Option.everywhere).flatMap { option -> [Offer] in
      [option.name, option.short].compactMap { $0 }.map { ($0, option.help.text(in: language)) }
    }
  }

  private func option(_ name: String, of command: any Command.Type) -> Option? {
    command.allOptions.first { $0.name == name || $0.short == name }
  }

  // MARK: Values and operands

  private func values(of option: Option, _ rest: [String]) -> [Offer] {
    CompletionValues(arguments: rest, remembered, language).values(of: option)
  }

  private func operands(_ command: any Command.Type, _ rest: [String]) -> [String] {
    let values = CompletionValues(arguments: rest, remembered, language)
    switch command.name {
    case Help.name:
      return fitting(Commands.all.map { ($0.name, $0.summary.text(in: language)) }, last)
    case Completions.name: return fitting(CompletionScript.allCases.map { ($0.rawValue, "") }, last)
    case Problems.name: return fitting(ProblemCode.allCases.map { ($0.code, "") }, last)
    case RulesShow.name, RulesDiff.name, RulesCheck.name, RulesTest.name, RulesCoverage.name:
      return fitting(values.ruleSets + [(":files", "")], last)
    case FillForm.name where !rest.contains { !$0.hasPrefix("-") }:
      return fitting(FormLibrary.ids.map { ($0, "") }, last)
    case Config.name, Version.name, Man.name, RulesList.name, RulesSchema.name, RulesNew.name, Add.name:
      return []
    default:
      return command.name.hasPrefix("ledger ") || command.name == Demo.name ? [":folders"] : [":files"]
    }
  }
}
