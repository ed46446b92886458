import ContinuingEdCore
import Glibc

/// What the environment and configuration files say where the command line does not (CommandLine: At a desk). Each
/// command takes of it what it has an option for.
struct Remembered {
  /// What holds, in the order of the keys; of a list all of it.
  private(set) var settings: [Setting] = []
  /// The configuration files that were read.
  private(set) var files: [String] = []
  /// Whether the default ledger may be used.
  private(set) var usesDefaultLedger = false
  /// Says what a user should know.
  private(set) var note: (Words) -> Void = { _ in }

  /// Nothing.
  init() {}

  /// What there is; wrong values are errors.
  init(
    environment: (String) -> String?, readsFiles: Bool, note: @escaping (Words) -> Void
  ) throws(CommandError) {
    self.note = note
    usesDefaultLedger = readsFiles
    var levels = [Remembered.variables(environment)]
    if readsFiles {
      for path in [ConfigurationFile.nearest(), ConfigurationFile.user(environment)] {
        guard let path, let found = try ConfigurationFile.settings(path) else { continue }
        files.append(path)
        levels.append(found)
      }
    }
    for level in levels {
      for setting in level { try setting.check() }
      try take(level)
    }
    settings.sort { Remembered.place($0.key) < Remembered.place($1.key) }
  }

  /// What holds of a key that there is once.
  subscript(key: Setting.Key) -> Setting? { settings.first { $0.key == key } }
  /// All that a list holds.
  func all(_ key: Setting.Key) -> [Setting] { settings.filter { $0.key == key } }

  /// The language.
  var language: Language? { self[.lang].flatMap { Language(rawValue: $0.value) } }

  /// Takes what a level says of what no level above has said. A rule set and a city or a year exclude each other.
  private mutating func take(_ level: [Setting]) throws(CommandError) {
    let names = level.first { $0.key == .rules }
    if let names, let other = level.first(where: { $0.key == .city || $0.key == .year }) {
      let origin = names.origin.description
      throw other.wrong(
        "\(origin.chinese) 已经选定规则集，不要再写 \(other.key.rawValue)",
        "\(origin.english) names the rule set; leave out \(other.key.rawValue)")
    }
    let hasRules = self[.rules] != nil
    let hasPlace = self[.city] != nil || self[.year] != nil
    let before = settings
    for setting in level {
      switch setting.key {
      case .rules where hasPlace, .city where hasRules, .year where hasRules: continue
      case .map, .mapValue, .set: if before.contains(where: { $0.isAbout(the: setting) }) { continue }
      default: if before.contains(where: { $0.key == setting.key }) { continue }
      }
      settings.append(setting)
    }
  }

  private static func variables(_ environment: (String) -> String?) -> [Setting] {
    Setting.Key.allCases.compactMap { key in
      guard let name = key.variable, let value = environment(name), !value.isEmpty else { return nil }
      return Setting(key: key, value: value, origin: .variable(name))
    }
  }

  private static func place(_ key: Setting.Key) -> Int { Setting.Key.allCases.firstIndex(of: key) ?? 0 }
}

extension Setting {
  /// Whether an item of a list speaks of the same heading, value or field as another one.
  func isAbout(the other: Setting) -> Bool { isAbout(the: other.value, of: other.key) }

  /// The same of an item as it is typed.
  func isAbout(the item: String, of other: Key) -> Bool {
    key == other && subject(value) == subject(item)
  }

  /// What stands before the last sign of equality; before the first of a field.
  private func subject(_ item: String) -> Substring {
    let sign = key == .set ? item.firstIndex(of: "=") : item.lastIndex(of: "=")
    return item[..<(sign ?? item.endIndex)]
  }
}
