import ContinuingEdCore

/// A thing that need not be typed each time (CommandLine: At a desk).
struct Setting {
  /// What can be remembered; the raw value is the key in a configuration file.
  enum Key: String, CaseIterable {
    case city, year, rules, lang, roster, ledger, by, map, mapValue, set

    /// The variable of the environment; nil where only files can hold it.
    var variable: String? {
      switch self {
      case .city, .year, .rules, .lang, .roster, .ledger: "CECREDIT_" + rawValue.uppercased()
      case .by, .map, .mapValue, .set: nil
      }
    }

    /// Whether there can be several.
    var isList: Bool { self == .map || self == .mapValue || self == .set }
  }

  /// Where it stands.
  enum Origin: Equatable {
    case option(String)
    case variable(String)
    case file(String, line: Int)
    /// The user's own folder of data.
    case dataFolder
    case locale

    /// Which of them goes before which.
    var description: Words {
      switch self {
      case .option(let name), .variable(let name): Words(name)
      case .file(let path, let line): Words("\(path):\(line)")
      case .dataFolder: Words("默认台账", "default ledger")
      case .locale: Words("语言环境", "locale")
      }
    }
  }

  let key: Key
  /// As the option of the same name takes it.
  let value: String
  let origin: Origin

  /// The same error, with where the value stands before it.
  func blame(_ error: CommandError) -> CommandError {
    CommandError(
      words: Words(
        origin.description.chinese + "：" + error.words.chinese,
        origin.description.english + ": " + error.words.english), isUsage: error.isUsage)
  }

  /// An error about the value.
  func wrong(_ chinese: String, _ english: String) -> CommandError {
    blame(.failure(Words(chinese, english)))
  }
}

extension Setting {
  /// Refuses a value that can't be right, whatever it is used for.
  func check() throws(CommandError) {
    do throws(CommandError) {
      switch key {
      case .year: _ = try RuleChoice.year(value)
      case .lang:
        if Language(rawValue: value) == nil {
          let words = Language.allCases.map(\.rawValue)
          let list = words.joined(separator: ", ")
          throw .failure(
            Words("lang 不能是“\(value)”，应为：\(list)", "lang can't be \"\(value)\"; it is one of \(list)")
              + .didYouMean(NearMatch.nearest(to: value, in: words)))
        }
      case .by: _ = try Arguments.line(value, of: .by)
      case .map, .mapValue, .set:
        var options = ImportOptions()
        try options.take(value, of: key)
      case .city, .rules, .roster, .ledger:
        if value.allSatisfy(\.isWhitespace) {
          throw .failure(Words("\(key.rawValue) 不能为空", "\(key.rawValue) must not be blank"))
        }
      }
    } catch {
      // It is no option that was wrong.
      func named(_ text: String) -> String { text.replacing("--" + key.rawValue, with: key.rawValue) }
      throw blame(.failure(Words(named(error.words.chinese), named(error.words.english))))
    }
  }
}
