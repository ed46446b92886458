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
  static let version = Option("--version", short: "-V", Words("显示版本", "show the version"))
  static let color = Option.choice(
    "--color", ColourChoice.allCases.map(\.rawValue),
    Words(
      "颜色：auto 只在终端上用；先于环境变量 NO_COLOR 和 FORCE_COLOR",
      "colour; auto is on a terminal only; goes before NO_COLOR and FORCE_COLOR"))
  static let quiet = Option(
    "--quiet", short: "-q", Words("不显示进度、提示和合计；错误照常显示", "no progress, hints and sums; errors stay"))
  static let noPager = Option(
    "--no-pager", Words("结果再长也不分页显示", "never show a long result through a pager"))
  static let noConfig = Option(
    "--no-config",
    Words("不读设置文件，也不用默认台账", "read no configuration file, and use no default ledger"))
  /// What every command accepts behind its own options.
  static let everywhere: [Option] = [.lang, .color, .quiet, .noPager, .noConfig, .help, .version]
  /// What may stand before the command.
  static let beforeCommand: [Option] = everywhere + [.ledger, .rules]

  static let output = Option(
    "--output", short: "-o", value: Words("文件", "FILE"),
    Words("结果写入文件，写完才出现；不写时输出到标准输出", "write results to FILE, which appears when complete"))
  static let force = Option(
    "--force", Words("输出文件已经存在时覆盖它", "overwrite FILE if there is one"))
  static let progress = Option.choice(
    "--progress", ["auto", "always", "never"],
    Words("进度条：auto 只在终端上显示", "the progress bar; auto shows it on a terminal only"))
}
