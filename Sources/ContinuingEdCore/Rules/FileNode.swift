/// The faults found so far in one file. Decoding goes on past each, with a stand-in that is never used.
final class FaultList {
  let file: String
  var faults: [RuleFault]

  init(file: String, faults: [RuleFault] = []) {
    self.file = file
    self.faults = faults
  }
}

/// A place in a JSON file while it is decoded: the value, nil where a needed key is missing (which has been
/// reported once, so that reading it says nothing more), and the way to it.
struct FileNode {
  let value: JSONValue?
  let path: JSONPath
  let list: FaultList

  init(_ value: JSONValue?, path: JSONPath = .top, list: FaultList) {
    self.value = value
    self.path = path
    self.list = list
  }

  /// Reports a fault of this value.
  func fail(_ kind: RuleFault.Kind, line: Int? = nil, path: JSONPath? = nil) {
    guard let value else { return }
    list.faults.append(
      RuleFault(file: list.file, line: line ?? value.line, path: path ?? self.path, kind: kind))
  }

  private func wrongType(_ wanted: RuleFault.Shape) {
    if let value { fail(.wrongType(found: value.kind, wanted: wanted)) }
  }

  /// The object here; each key must be one of `keys`, and each of those must be there unless it is `optional`.
  func fields(_ keys: [String], optional: [String] = []) -> FileFields {
    guard let value else { return FileFields(node: self, members: []) }
    guard case .object(let members) = value.content else {
      wrongType(.object)
      return FileFields(node: self, members: [])
    }
    for member in members where !keys.contains(member.name) && !optional.contains(member.name) {
      let near = NearMatch.nearest(to: member.name, in: keys + optional)
      fail(.unknownKey(member.name, suggestion: near), line: member.line, path: path.appending(member.name))
    }
    for key in keys where !members.contains(where: { $0.name == key }) { fail(.missingKey(key)) }
    return FileFields(node: self, members: members)
  }

  /// The items of the list here.
  func items() -> [FileNode] {
    guard let value else { return [] }
    guard case .array(let items) = value.content else {
      wrongType(.list)
      return []
    }
    return items.enumerated().map { FileNode($1, path: path.appending($0), list: list) }
  }

  /// The items of a list that has to have some.
  func someItems() -> [FileNode] {
    let items = items()
    if items.isEmpty, value?.kind == .array { fail(.emptyList) }
    return items
  }

  /// A text that isn't empty.
  func text() -> String {
    guard let text = value?.text else {
      wrongType(.text)
      return ""
    }
    if !text.utf8.contains(where: { $0 > 0x20 }) { fail(.emptyText) }
    return text
  }

  /// A list of different texts.
  func texts() -> [String] {
    var texts: [String] = []
    for item in items() {
      let text = item.text()
      if texts.contains(text) { item.fail(.repeated(text)) }
      texts.append(text)
    }
    return texts
  }

  /// A whole number of a range.
  func wholeNumber(in range: ClosedRange<Int>) -> Int {
    guard case .number(let digits)? = value?.content else {
      wrongType(.wholeNumber)
      return range.lowerBound
    }
    guard let number = Int(digits), range.contains(number) else {
      fail(.badWholeNumber(digits, range))
      return range.lowerBound
    }
    return number
  }

  /// Hours, 0 or more, exact to 0.01.
  func hours(wanted: RuleFault.Shape = .hours) -> Hours {
    guard case .number(let digits)? = value?.content else {
      wrongType(wanted)
      return .zero
    }
    guard let hours = Hours(exactly: digits) else {
      fail(.badHours(digits))
      return .zero
    }
    return hours
  }

  /// Hours, or nil for the word "none".
  func hoursOrNone() -> Hours? { isNone ? nil : hours(wanted: .hoursOrNone) }

  /// A day in the form 2022-06-13.
  func date() -> Day {
    guard let text = value?.text else {
      wrongType(.date)
      return Day(number: 0)
    }
    guard let day = Day(iso: text), day >= .first(of: 1900), day <= .last(of: 2100) else {
      fail(.badDate(text))
      return Day(number: 0)
    }
    return day
  }

  /// "yes" or "no".
  func yesNo() -> Bool { word(among: ["yes", "no"], wanted: .yesNo) == "yes" }

  /// One of a list of words; nil, with a fault, for anything else.
  func word(among words: [String], wanted: RuleFault.Shape? = nil) -> String? {
    guard let text = value?.text else {
      wrongType(wanted ?? .choice(words: words, keys: []))
      return nil
    }
    if words.contains(text) { return text }
    fail(.unknownWord(text, known: words, suggestion: NearMatch.nearest(to: text, in: words)))
    return nil
  }

  /// Whether this is the word "none".
  var isNone: Bool { value?.text == "none" }

  /// Whether this is a word that may stand where a list is expected; any other text is a fault.
  func isWordInPlaceOfList(_ word: String) -> Bool {
    guard value?.kind == .string else { return false }
    _ = self.word(among: [word])
    return true
  }

  /// A word of the contract's closed lists; `or` names further words that the caller has dealt with.
  func coded<Word: CodedWord>(_: Word.Type, or: [String] = []) -> Word? {
    if let text = value?.text, let word = Word(code: text) { return word }
    _ = word(among: or + Word.allCases.map(\.code))
    return nil
  }

  /// The object here, where one of `words` could stand too.
  func object(_ keys: [String], words: [String]) -> FileFields {
    if value?.kind == .object { return fields(keys) }
    if value?.kind == .string { _ = word(among: words) } else { wrongType(.choice(words: words, keys: keys)) }
    return FileFields(node: self, members: [])
  }

  /// One of `words`, or an object that has exactly one of `keys` and all of `with`.
  func choice(words: [String], keys: [String], with: [String] = []) -> FileChoice? {
    guard let value else { return nil }
    switch value.content {
    case .string:
      return word(among: words).map(FileChoice.word)
    case .object(let members):
      let chosen = members.map(\.name).filter(keys.contains)
      let fields = fields(chosen + with)
      if chosen.isEmpty { fail(.noChoice(keys)) }
      if chosen.count > 1 { fail(.twoChoices(chosen[0], chosen[1])) }
      return chosen.first.map { .key($0, fields) }
    default:
      wrongType(.choice(words: words, keys: keys))
      return nil
    }
  }
}

/// What was chosen where a word or one of several keys may stand.
enum FileChoice {
  case word(String)
  case key(String, FileFields)
}

/// The members of an object while it is decoded.
struct FileFields {
  let node: FileNode
  let members: [JSONValue.Member]

  /// The value of a key; one without a value where the key is missing.
  subscript(name: String) -> FileNode {
    let place = members.firstIndex { $0.name == name }
    return FileNode(place.map { members[$0].value }, path: node.path.appending(name), list: node.list)
  }

  /// Whether the object has this key.
  func has(_ name: String) -> Bool { members.contains { $0.name == name } }
}

extension Hours {
  /// A JSON number as hours: 0 to 9999.99, at most 2 decimals, no sign and no exponent; nil for any other.
  init?(exactly number: String) {
    var hundredths = 0
    var decimals: Int?
    for byte in number.utf8 {
      switch byte {
      case UInt8(ascii: "."):
        if decimals != nil { return nil }
        decimals = 0
      case 48...57:
        if let count = decimals {
          if count == 2 { return nil }
          decimals = count + 1
        }
        hundredths = hundredths * 10 + Int(byte - 48)
        if hundredths > 999_999 { return nil }
      default: return nil
      }
    }
    for _ in (decimals ?? 0)..<2 { hundredths *= 10 }
    if number.isEmpty || hundredths > 999_999 { return nil }
    self.init(inHundredths: hundredths)
  }
}
