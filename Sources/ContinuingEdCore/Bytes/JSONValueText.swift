extension JSONValue {
  /// A text.
  package static func text(_ text: String) -> JSONValue { JSONValue(.string(text)) }
  /// A text, or null.
  package static func text(orNull text: String?) -> JSONValue { text.map(JSONValue.text) ?? JSONValue(.null) }
  /// A whole number.
  package static func number(_ number: Int) -> JSONValue { JSONValue(.number(String(number))) }
  /// A list.
  package static func list(_ items: [JSONValue]) -> JSONValue { JSONValue(.array(items)) }
  /// A list of texts.
  package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }
  /// An object with its keys in this order.
  package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    JSONValue(.object(members.map { Member(name: $0.key, line: 0, value: $0.value) }))
  }

  /// JSON text, indented by two spaces a level; what fits in `width` columns stays on one line.
  package func formatted(width: Int = 100) -> String {
    var text = ""
    write(to: &text, indent: "", room: width)
    return text + "\n"
  }

  /// JSON text on one line.
  package var compact: String {
    switch content {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits): return digits
    case .string(let text): return JSONValue.quoted(text)
    case .array(let items): return "[" + items.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      return "{" + members.map { JSONValue.quoted($0.name) + ": " + $0.value.compact }.joined(separator: ", ")
        + "}"
    }
  }

  private func write(to text: inout String, indent: String, room: Int) {
    let line = compact
    let inner = indent + "  "
    if line.unicodeScalars.count + indent.count <= room {
      text += line
      return
    }
    switch content {
    case .array(let items):
      text += "[\n"
      for (index, item) in items.enumerated() {
        text += inner
        item.write(to: &text, indent: inner, room: room)
        text += index + 1 < items.count ? ",\n" : "\n"
      }
      text += indent + "]"
    case .object(let members):
      text += "{\n"
      for (index, member) in members.enumerated() {
        text += inner + JSONValue.quoted(member.name) + ": "
        member.value.write(to: &text, indent: inner, room: room)
        text += index + 1 < members.count ? ",\n" : "\n"
      }
      text += indent + "}"
    default: text += line
    }
  }

  /// A JSON string: only what has to be escaped is.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
