import ContinuingEdCore
import Glibc

/// A configuration file: an object of JSON whose keys are those of ``Setting/Key`` (CommandLine: At a desk).
enum ConfigurationFile {
  /// Its name in a folder.
  static let name = "cecredit.json"

  /// The nearest one, in the present folder or one above it.
  static func nearest() -> String? {
    guard let bytes = getcwd(nil, 0) else { return nil }
    defer { free(bytes) }
    var folder = PathName.text(bytes)
    while true {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      if isFile(path) { return path }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// The user's own, where there is one.
  static func user(_ environment: (String) -> String?) -> String? {
    UserFolder.configuration(environment).map { $0 + "/config.json" }.flatMap { isFile($0) ? $0 : nil }
  }

  /// What a file holds; nil where it is not there.
  static func settings(_ path: String) throws(CommandError) -> [Setting]? {
    let document = JSONReader.read(try FileBytes.read(path), file: path)
    if !document.faults.isEmpty {
      throw RuleFiles.faulty(document.faults, Words("设置文件有错", "the configuration file has faults"))
    }
    guard let top = document.value, let members = top.members else {
      throw .failure(
        Words("\(path):1：设置文件应是一个 JSON 对象", "\(path):1: a configuration file is an object of JSON"))
    }
    var settings: [Setting] = []
    for member in members {
      guard let key = Setting.Key(rawValue: member.name) else { throw unknown(member, path) }
      settings += try values(of: member, key, path)
    }
    return settings
  }

  private static func unknown(_ member: JSONValue.Member, _ path: String) -> CommandError {
    let known = Setting.Key.allCases.map(\.rawValue)
    let list = known.joined(separator: ", ")
    return .failure(
      Words(
        "\(path):\(member.line)：没有“\(member.name)”这个键，可用：\(list)",
        "\(path):\(member.line): there is no key \"\(member.name)\"; there are: \(list)")
        + .didYouMean(NearMatch.nearest(to: member.name, in: known)))
  }

  private static func values(
    of member: JSONValue.Member, _ key: Setting.Key, _ path: String
  ) throws(CommandError) -> [Setting] {
    func setting(_ value: String, _ line: Int) -> Setting {
      Setting(key: key, value: value, origin: .file(path, line: line))
    }
    if key.isList {
      guard let items = items(member.value, depth: key == .mapValue ? 2 : 1) else {
        throw setting("", member.line).wrong(
          "\(key.rawValue) 应是对象，如 \(example(key))，或写成选项那样的文字列表",
          "\(key.rawValue) is an object, as \(example(key)), or a list of texts as its option takes them")
      }
      return items.map { setting($0.text, $0.line) }
    }
    switch member.value.content {
    case .string(let text): return [setting(located(text, key, path), member.line)]
    case .number(let text) where key == .year: return [setting(text, member.line)]
    default:
      throw setting("", member.line).wrong(
        "\(key.rawValue) 应是引号中的文字", "\(key.rawValue) is a text in quotes")
    }
  }

  private static func example(_ key: Setting.Key) -> String {
    switch key {
    case .map: #"{"编号": "person_id"}"#
    case .mapValue: #"{"类别": {"网课": "online"}}"#
    default: #"{"year": "2023"}"#
    }
  }

  /// The items of a list as an option takes them: those of an array, or the members of an object joined by `=`.
  private static func items(_ value: JSONValue, depth: Int) -> [(text: String, line: Int)]? {
    var items: [(text: String, line: Int)] = []
    if let texts = value.items {
      for item in texts {
        guard let text = item.text else { return nil }
        items.append((text, item.line))
      }
      return items
    }
    guard let members = value.members else { return nil }
    for member in members {
      if depth > 1 {
        guard let inner = self.items(member.value, depth: depth - 1), member.value.members != nil else {
          return nil
        }
        items += inner.map { (member.name + "=" + $0.text, $0.line) }
      } else if let text = member.value.text {
        items.append((member.name + "=" + text, member.line))
      } else if case .number(let text) = member.value.content {
        items.append((member.name + "=" + text, member.line))
      } else {
        return nil
      }
    }
    return items
  }

  /// A path is taken from the file's folder, wherever the program runs.
  private static func located(_ text: String, _ key: Setting.Key, _ path: String) -> String {
    let isPath = key == .roster || key == .ledger || (key == .rules && RuleFiles.isPath(text))
    guard isPath, !text.isEmpty, !text.hasPrefix("/"), let slash = path.lastIndex(of: "/") else {
      return text
    }
    return String(path[...slash]) + text
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(PathName.bytes(path), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

/// The folders that a user's programs keep their things in (the XDG base directories).
enum UserFolder {
  /// Where the configuration is.
  static func configuration(_ environment: (String) -> String?) -> String? {
    folder("XDG_CONFIG_HOME", else: "/.config", environment)
  }

  /// Where the default ledger is, or would be.
  static func ledger(_ environment: (String) -> String?) -> String? {
    folder("XDG_DATA_HOME", else: "/.local/share", environment).map { $0 + "/ledger" }
  }

  private static func folder(
    _ variable: String, else usual: String, _ environment: (String) -> String?
  ) -> String? {
    if let base = environment(variable), base.hasPrefix("/") { return base + "/cecredit" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + usual + "/cecredit"
  }
}
