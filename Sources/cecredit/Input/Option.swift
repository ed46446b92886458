import ContinuingEdCore

/// An option that a command accepts.
struct Option: Sendable {
  /// The long name with its hyphens.
  let name: String
  /// One letter with its hyphen, as in `-o`.
  let short: String?
  /// What to write for the value in help, as in `FILE`; nil for a switch.
  let value: Words?
  /// The words that the value can be; nil for any text.
  let allowed: [String]?
  /// Whether it may be given several times.
  let isRepeatable: Bool
  let help: Words

  /// A switch.
  init(_ name: String, short: String? = nil, _ help: Words) {
    self.init(name, short: short, value: nil, allowed: nil, isRepeatable: false, help)
  }

  /// An option with a value.
  init(
    _ name: String, short: String? = nil, value: Words?, allowed: [String]? = nil,
    isRepeatable: Bool = false, _ help: Words
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.allowed = allowed
    self.isRepeatable = isRepeatable
    self.help = help
  }

  /// One of a list of words, which also stands for the value in help.
  static func choice(_ name: String, _ allowed: [String], _ help: Words) -> Option {
    // By hand: the first `joined` of a process takes as long as reading a short file.
    let words = allowed.reduce(into: "") { $0 += $0.isEmpty ? $1 : "|" + $1 }
    return Option(name, value: Words(words), allowed: allowed, help)
  }
}

// Options that several commands share.
extension Option {
  static let help = Option("--help", short: "-h", Words("显示本命令的帮助", "show this help"))
  static let lang = Option.choice(
    "--lang", Language.allCases.map(\.rawValue),
    Words("文字的语言；不写时按系统语言环境", "the language of texts; by default that of the locale"))
  static let output = Option(
    "--output", short: "-o", value: Words("文件", "FILE"),
    Words("结果写入文件，写完才出现；不写时输出到标准输出", "write results to FILE, which appears when complete"))
  static let force = Option(
    "--force", Words("输出文件已经存在时覆盖它", "overwrite FILE if there is one"))
  static let progress = Option.choice(
    "--progress", ["auto", "always", "never"],
    Words("进度条：auto 只在终端上显示", "the progress bar; auto shows it on a terminal only"))
}
