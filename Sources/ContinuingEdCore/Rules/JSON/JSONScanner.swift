/// The grammar of RFC 8259, byte by byte, over bytes that are known to be UTF-8.
struct JSONScanner {
  private let bytes: [UInt8]
  private let file: String
  private var at = 0
  private var line = 1
  private var depth = 0
  /// The way from the top to where we are; only faults need it as a path.
  private var steps: [JSONPath.Step] = []
  /// Keys that occur twice in their object.
  private(set) var duplicates: [RuleFault] = []

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The one value of the file.
  mutating func document() throws(RuleFault) -> JSONValue {
    skipSpace()
    if at == bytes.count { throw fault(.emptyFile) }
    let value = try self.value()
    skipSpace()
    if at < bytes.count { throw unexpected(.endOfFile) }
    return value
  }

  private mutating func value() throws(RuleFault) -> JSONValue {
    skipSpace()
    let start = line
    switch peek {
    case UInt8(ascii: "{"): return JSONValue(.object(try object()), line: start)
    case UInt8(ascii: "["): return JSONValue(.array(try array()), line: start)
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), line: start)
    case UInt8(ascii: "-")?, .some(48...57): return JSONValue(.number(try number()), line: start)
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw unexpected(.value)
    }
  }

  private mutating func object() throws(RuleFault) -> [JSONValue.Member] {
    try enter()
    defer { depth -= 1 }
    var members: [JSONValue.Member] = []
    members.reserveCapacity(8)
    var seen: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return members }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw unexpected(.key) }
      let keyLine = line
      let name = try string()
      steps.append(.key(name))
      let isNew = isNew(name, among: members, &seen)
      if !isNew { duplicates.append(fault(.duplicateKey(name), line: keyLine)) }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
      let value = try value()
      steps.removeLast()
      if isNew { members.append(JSONValue.Member(name: name, line: keyLine, value: value)) }
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw unexpected(.commaOrBrace) }
      return members
    }
  }

  /// A few keys are compared one by one; a set is kept only for an object with many.
  private func isNew(_ name: String, among members: [JSONValue.Member], _ seen: inout Set<String>) -> Bool {
    if members.count < 24 { return !members.contains { $0.name == name } }
    if seen.isEmpty { seen.formUnion(members.lazy.map(\.name)) }
    return seen.insert(name).inserted
  }

  private mutating func array() throws(RuleFault) -> [JSONValue] {
    try enter()
    defer { depth -= 1 }
    var items: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return items }
    while true {
      steps.append(.index(items.count))
      items.append(try value())
      steps.removeLast()
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw unexpected(.commaOrBracket) }
      return items
    }
  }

  private mutating func enter() throws(RuleFault) {
    if depth == JSONReader.depthLimit {
      steps = []
      throw fault(.tooDeep(limit: JSONReader.depthLimit))
    }
    depth += 1
    at += 1
  }

  private mutating func string() throws(RuleFault) -> String {
    at += 1
    let start = at
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
    if peek == UInt8(ascii: "\"") {
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      at += 1
      return text
    }
    var text = Array(bytes[start..<at])
    while true {
      guard let byte = peek, byte >= 0x20 else { throw unexpected(.endOfText) }
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(RuleFault) {
    guard let byte = peek else { throw unexpected(.endOfText) }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: try unicodeEscape().utf8)
    default:
      at -= 1
      throw unexpected(.escape)
    }
  }

  /// The character of `\uXXXX`, or of two of them that make a surrogate pair.
  private mutating func unicodeEscape() throws(RuleFault) -> String {
    var units = [try hexUnit()]
    if (0xD800...0xDBFF).contains(units[0]), peek == UInt8(ascii: "\\"), at + 1 < bytes.count,
      bytes[at + 1] == UInt8(ascii: "u")
    {
      at += 2
      units.append(try hexUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw fault(.badSurrogate) }
    return text
  }

  private mutating func hexUnit() throws(RuleFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw unexpected(.escape)
      }
      unit = unit << 4 | UInt16(digit)
      at += 1
    }
    return unit
  }

  private mutating func number() throws(RuleFault) -> String {
    let start = at
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func digits() throws(RuleFault) {
    let start = at
    while let byte = peek, byte >= 48, byte <= 57 { at += 1 }
    if at == start { throw unexpected(.digit) }
  }

  private mutating func literal(_ word: StaticString, _ content: JSONValue.Content) throws(RuleFault)
    -> JSONValue
  {
    let count = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { bytes[at...].starts(with: $0) }
    if !matches { throw unexpected(.value) }
    at += count
    return JSONValue(content, line: line)
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    if peek != byte { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      // A CR alone ends a line too; the LF after one is counted instead of it.
      if byte == 0x0A || (byte == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A)) { line += 1 }
      at += 1
    }
  }

  private func fault(_ kind: RuleFault.Kind, line: Int? = nil) -> RuleFault {
    RuleFault(file: file, line: line ?? self.line, path: JSONPath(steps), kind: kind)
  }

  /// What stands here instead of what the grammar wants: one character, or nothing at the end of the file.
  private func unexpected(_ wanted: RuleFault.Syntax) -> RuleFault {
    var character: String?
    if at < bytes.count {
      var end = at + 1
      while end < bytes.count, end < at + 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
      character = String(decoding: bytes[at..<end], as: UTF8.self)
    }
    return fault(.syntax(found: character, wanted: wanted))
  }
}
