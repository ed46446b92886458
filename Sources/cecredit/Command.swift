import ContinuingEdCore

/// A command of the program: what it accepts, what it is for, and what it does. One file each; all are listed in
/// ``Commands``.
///
/// A name may have two words (`rules list`); then the first word alone is a group.
protocol Command: Sendable {
  /// As typed, as in `check` or `rules list`.
  static var name: String { get }
  /// One line for the list of commands.
  static var summary: Words { get }
  /// What follows the name, as in `FILE... [OPTIONS]`.
  static var synopsis: Words { get }
  /// Paragraphs below the synopsis: what it does, examples, exit statuses.
  static var discussion: Words { get }
  /// Its options, in the order of help; `--lang` and `--help` are added.
  static var options: [Option] { get }

  /// Whether it goes by the configuration, which then must be right.
  static var isConfigured: Bool { get }

  /// Does the work. Throws ``CommandError`` for whatever ends it early.
  static func run(_ arguments: Arguments, _ console: Console) throws -> ExitStatus
}

extension Command {
  static var isConfigured: Bool { true }

  /// The options of the command and those that every command has.
  static var allOptions: [Option] { options + Option.everywhere }
  /// Whether one of its results is JSON, so that `--json` is understood.
  static var hasJSON: Bool { options.contains { $0.allowed?.contains("json") == true } }
}

/// All commands, in the order of help.
enum Commands {
  static let all: [any Command.Type] = [
    Check.self,
    Explain.self,
    Plan.self,
    Title.self,
    Deadlines.self,
    FillForm.self,
    RulesList.self,
    RulesShow.self,
    RulesNew.self,
    RulesCheck.self,
    RulesTest.self,
    RulesCoverage.self,
    RulesDiff.self,
    RulesSchema.self, RulesUpgrade.self,
    Inspect.self, Sheet.self,
    Validate.self,
    Template.self,
    Import.self,
    Add.self,
    LedgerInit.self,
    LedgerList.self,
    LedgerShow.self,
    LedgerStatus.self,
    LedgerVerify.self,
    LedgerHistoryView.self,
    LedgerVoid.self,
    LedgerCorrect.self,
    LedgerApprove.self,
    LedgerSamePerson.self,
    LedgerMerge.self,
    LedgerBackup.self,
    LedgerRepair.self,
    LedgerUpgrade.self,
    Problems.self,
    Config.self,
    Demo.self,
    Completions.self,
    Man.self,
    Help.self,
    Version.self,
  ]

  /// The command that these words begin with, the longest name first, and how many words its name has.
  static func find(_ words: [String]) -> (command: any Command.Type, words: Int)? {
    guard let first = words.first else { return nil }
    if words.count > 1 {
      let name = first + " " + words[1]
      if let command = all.first(where: { $0.name == name }) { return (command, 2) }
    }
    return (all + [Complete.self]).first { $0.name == first }.map { ($0, 1) }
  }

  /// The commands whose name has this first word and a second one.
  static func group(_ word: String) -> [any Command.Type] { all.filter { $0.name.hasPrefix(word + " ") } }

  /// The error for words that begin with no command.
  static func unknown(_ words: [String]) -> CommandError {
    let first = words.first ?? ""
    let members = group(first).map { $0.name }
    if !members.isEmpty {
      let list = members.joined(separator: ", ")
      guard words.count > 1 else {
        return .usage(Words("“\(first)”后面要有一个子命令：\(list)", "\"\(first)\" needs a subcommand: \(list)"))
      }
      let typed = first + " " + words[1]
      return .usage(
        Words("没有“\(typed)”这个命令", "there is no command \"\(typed)\"")
          + Words("；可用：\(list)", "; there are: \(list)")
          + .didYouMean(NearMatch.nearest(to: typed, in: members)))
    }
    let names = all.map { $0.name }
    var heads: [String] = []
    for name in names {
      let head = name.prefix { $0 != " " }
      if heads.last != String(head) { heads.append(String(head)) }
    }
    let list = heads.joined(separator: ", ")
    return .usage(
      Words("没有“\(first)”这个命令", "there is no command \"\(first)\"")
        + Words("；可用的命令：\(list)", "; the commands are: \(list)")
        + .didYouMean(NearMatch.nearest(to: first, in: heads)))
  }
}

/// The exit statuses (CommandLine: Exit status).
enum ExitStatus: Int32 {
  /// Everyone judged is compliant or not-applicable.
  case ok = 0
  /// All rows were usable, and someone is short or pending.
  case someoneShort = 1
  /// Usage, rule set, or a file that can't be read or written; nothing judged.
  case failed = 2
  /// Some rows had problems.
  case rowProblems = 3
  case interrupted = 130
}

/// Why a command ended early, in words for the user; the exit status is 2.
struct CommandError: Error {
  let words: Words
  /// Whether the command line itself was wrong, so that help is the next thing to read.
  let isUsage: Bool

  /// The command line was wrong.
  static func usage(_ words: Words) -> CommandError { CommandError(words: words, isUsage: true) }
  /// Something else stopped the command.
  static func failure(_ words: Words) -> CommandError { CommandError(words: words, isUsage: false) }
}
