import ContinuingEdCore

/// A command line taken apart by the options that a command accepts. Strict: what is not understood is an error that
/// says what would be.
struct Arguments {
  /// What is not an option, in order.
  private(set) var operands: [String] = []
  /// The options that were given and their values. A list: a dictionary costs more to set up than it saves.
  private var given: [Given] = []

  /// What the command accepts.
  private let options: [Option]
  /// What the environment and the configuration say where the command line does not.
  let remembered: Remembered

  private struct Given {
    var name: String
    var values: [String]
  }

  /// Takes apart what follows the name of a command.
  init(
    _ words: [String], options: [Option], remembered: Remembered = Remembered()
  ) throws(CommandError) {
    self.options = options
    self.remembered = remembered
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      if word.hasPrefix("--") {
        try takeLong(word, &rest, options)
      } else if word.hasPrefix("-"), word != "-" {
        try takeShort(word, &rest, options)
      } else {
        operands.append(word)
      }
    }
  }

  /// Whether the command has an option, given or not.
  func accepts(_ option: Option) -> Bool { options.contains { $0.name == option.name && $0.value != nil } }
  /// Whether an option was given.
  func has(_ option: Option) -> Bool { place(of: option) != nil }
  /// The value of an option; nil if it was not given.
  subscript(option: Option) -> String? { all(option).last }
  /// The values of an option that may be given several times, in order.
  func all(_ option: Option) -> [String] { place(of: option).map { given[$0].values } ?? [] }

  /// Takes away the first operand; nil if there is none.
  mutating func takeOperand() -> String? { operands.isEmpty ? nil : operands.removeFirst() }

  private func place(of option: Option) -> Int? { given.firstIndex { $0.name == option.name } }

  private mutating func takeLong(
    _ word: String, _ rest: inout ArraySlice<String>, _ options: [Option]
  ) throws(CommandError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if word == Arguments.json, let format = options.first(where: { $0.allowed?.contains("json") == true }) {
      return try take(format, as: name, "json")
    }
    guard let option = options.first(where: { $0.name == name }) else {
      throw Arguments.unknown(name, options)
    }
    if parts.count == 2 {
      guard option.value != nil else {
        throw .usage(Words("选项 \(name) 不带值", "option \(name) takes no value"))
      }
      return try take(option, as: name, String(parts[1]))
    }
    try take(option, as: name, try Arguments.value(of: option, as: name, &rest))
  }

  private mutating func takeShort(
    _ word: String, _ rest: inout ArraySlice<String>, _ options: [Option]
  ) throws(CommandError) {
    let name = String(word.prefix(2))
    guard let option = options.first(where: { $0.short == name }) else {
      throw Arguments.unknown(word, options)
    }
    if word.count > 2 {
      guard option.value != nil else { throw Arguments.unknown(word, options) }
      let value = word.dropFirst(2)
      return try take(option, as: name, String(value.first == "=" ? value.dropFirst() : value))
    }
    try take(option, as: name, try Arguments.value(of: option, as: name, &rest))
  }

  /// The word after an option that takes a value, "" for a switch.
  private static func value(
    of option: Option, as name: String, _ rest: inout ArraySlice<String>
  ) throws(CommandError) -> String {
    guard option.value != nil else { return "" }
    guard let next = rest.first, !next.hasPrefix("--") else { throw missingValue(option, as: name) }
    rest.removeFirst()
    return next
  }

  private mutating func take(_ option: Option, as name: String, _ value: String) throws(CommandError) {
    if option.value != nil, value.isEmpty { throw Arguments.missingValue(option, as: name) }
    if let allowed = option.allowed, !allowed.contains(value) {
      let list = allowed.joined(separator: ", ")
      throw .usage(
        Words("\(name) 不能是“\(value)”，应为：\(list)", "\(name) can't be \"\(value)\"; it is one of \(list)")
          + .didYouMean(NearMatch.nearest(to: value, in: allowed)))
    }
    guard let place = place(of: option) else {
      given.append(Given(name: option.name, values: [value]))
      return
    }
    if !option.isRepeatable {
      throw .usage(Words("选项 \(name) 只能写一次", "option \(name) was given twice"))
    }
    given[place].values.append(value)
  }

  /// `--format json` in short.
  static let json = "--json"

  private static func missingValue(_ option: Option, as name: String) -> CommandError {
    let (zh, en) = (option.value?.chinese ?? "", option.value?.english ?? "")
    return .usage(Words("选项 \(name) 后面要有值：\(name) \(zh)", "option \(name) needs a value: \(name) \(en)"))
  }

  private static func unknown(_ name: String, _ options: [Option]) -> CommandError {
    let names =
      options.map(\.name) + (options.contains { $0.allowed?.contains("json") == true } ? [json] : [])
    // A prefix is what somebody who abbreviates means, however long the rest is.
    let begins = names.filter { name.count > 3 && $0.hasPrefix(name) }
    let near = begins.count == 1 ? begins[0] : NearMatch.nearest(to: name, in: names)
    return .usage(Words("没有选项 \(name)", "there is no option \(name)") + .didYouMean(near))
  }
}
