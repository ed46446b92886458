/// Reads XML as workbooks have it, a tag or a text at a time: elements by their local names, whatever their prefix.
///
/// It checks that elements close as they opened, that there is one root, and that the bytes are UTF-8. What no workbook
/// needs is refused: a document type, so that entities mean nothing but the five of XML. What it says of a token lies in
/// its buffer, and holds until the next one is asked for.
final class XMLScanner {
  /// What was read.
  enum Token {
    /// An element begins: `name`, `attributes`.
    case start
    /// An element ends, also where it was empty: `name`.
    case end
    /// Text between tags, in `text`: perhaps with references (`hasReferences`).
    case text
    /// The document has ended.
    case done
  }

  /// A part of the buffer.
  struct Slice {
    var start = 0
    var count = 0
  }

  struct Attribute {
    var name: Slice
    var value: Slice
    var hasPrefix: Bool
  }

  private let pieces: any BytePieces
  /// The part's name, for what is said of it.
  let part: String
  private var memory: UnsafeMutableRawPointer
  private var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// What comes next, and the end of what is there; a zero follows.
  private var place = 0
  private var limit = 0
  private var hasEnded = false
  /// How many bytes at the end of the buffer have not been checked: a character that is not all there.
  private var unchecked = 0

  /// The local name of the tag.
  private(set) var name = Slice()
  /// Its first eight bytes, the first one lowest.
  private(set) var nameWord: UInt64 = 0
  private(set) var attributes: [Attribute] = []
  private(set) var text = Slice()
  /// Whether the text has `&`.
  private(set) var hasReferences = false
  /// How many elements are open, the one just begun among them.
  private(set) var depth = 0
  private var isEmptyElement = false
  private var hasRoot = false
  /// Of each open element its name, as words, lengths and places would be too long: a hash.
  private var open: [UInt64] = []

  private static let firstCapacity = 1 << 19
  /// A single tag or text of more bytes is no spreadsheet's.
  private static let longestToken = 64 << 20
  private static let deepest = 256

  /// Throws where the first piece can't be unpacked or shows an encoding that is not read.
  init(_ pieces: any BytePieces, part: String) throws(WorkbookFailure) {
    self.part = part
    self.pieces = try UTF16Pieces.orPlain(pieces, part: part)
    capacity = XMLScanner.firstCapacity
    memory = .allocate(byteCount: capacity + 2 * BlockBuffer.margin, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: capacity + 2 * BlockBuffer.margin)
    bytes = (memory + BlockBuffer.margin).assumingMemoryBound(to: UInt8.self)
    while limit < 4, try readMore() {}
    // A byte order mark.
    if limit >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
  }

  deinit { memory.deallocate() }

  /// The next token.
  @inline(__always)
  func next() throws(WorkbookFailure) -> Token {
    if isEmptyElement {
      isEmptyElement = false
      return try close()
    }
    if bytes[place] == UInt8(ascii: "<") {
      let following = bytes[place &+ 1]
      if following == UInt8(ascii: "/") { return try readEndTag() }
      if following != UInt8(ascii: "!"), following != UInt8(ascii: "?"), following != 0 {
        return try readStartTag()
      }
    }
    return try readOther()
  }

  /// Whether the local name of the tag is this one.
  func isNamed(_ wanted: StaticString) -> Bool { equals(name, wanted) }

  /// The value of an attribute as it stands, by its local name; nil where there is none.
  func attribute(_ wanted: StaticString, prefixed: Bool = false) -> Slice? {
    for attribute in attributes where attribute.hasPrefix == prefixed && equals(attribute.name, wanted) {
      return attribute.value
    }
    return nil
  }

  /// The text of an attribute, references undone.
  func attributeText(_ wanted: StaticString, prefixed: Bool = false) throws(WorkbookFailure) -> String? {
    guard let slice = attribute(wanted, prefixed: prefixed) else { return nil }
    var decoded: [UInt8] = []
    try appendDecoded(slice, to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// The whole number of an attribute; nil where there is none or it is no such number below 2³¹.
  func attributeNumber(_ wanted: StaticString) -> Int? {
    guard let slice = attribute(wanted), slice.count > 0, slice.count <= 10 else { return nil }
    var value = 0
    for byte in raw(slice) {
      guard byte &- 48 <= 9 else { return nil }
      value = value * 10 + Int(byte &- 48)
    }
    return value < 1 << 31 ? value : nil
  }

  /// Whether an attribute says yes.
  func attributeIsTrue(_ wanted: StaticString) -> Bool {
    guard let slice = attribute(wanted) else { return false }
    return equals(slice, "1") || equals(slice, "true") || equals(slice, "on")
  }

  /// The bytes of a part of the buffer.
  @inline(__always)
  func raw(_ slice: Slice) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes + slice.start, count: slice.count)
  }

  @inline(__always)
  func equals(_ slice: Slice, _ wanted: StaticString) -> Bool {
    if slice.count != wanted.utf8CodeUnitCount { return false }
    for i in 0..<slice.count where bytes[slice.start + i] != wanted.utf8Start[i] { return false }
    return true
  }

  /// Goes to the end of the element that has just begun.
  func skipElement() throws(WorkbookFailure) {
    let outside = depth - 1
    while depth > outside {
      if try next() == .done { throw .damaged(part) }
    }
  }
}

// MARK: Tags

extension XMLScanner {
  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }

  /// What ends a name.
  @inline(__always)
  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"")
  }

  /// Reads on so that a token that starts at `place` may be read again from its start; throws where there is no more.
  @inline(never)
  private func wantMore(at stop: Int) throws(WorkbookFailure) {
    guard stop >= limit, try readMore() else { throw .damaged(part) }
  }

  @inline(__always)
  private func readStartTag() throws(WorkbookFailure) -> Token {
    while true {
      var at = place &+ 1
      let nameHash = scanName(&at)
      if at < limit, name.count > 0, nameHash != nil {
        attributes.removeAll(keepingCapacity: true)
        if bytes[at] == UInt8(ascii: ">") {
          place = at &+ 1
          try push(nameHash.unsafelyUnwrapped)
          return .start
        }
        if try scanAttributes(&at) {
          try push(nameHash.unsafelyUnwrapped)
          return .start
        }
      }
      try wantMore(at: at)
    }
  }

  /// Reads a name up to what ends it; sets `name` to what follows a colon. Returns a hash of all of it.
  @inline(__always)
  private func scanName(_ at: inout Int) -> UInt64? {
    var start = at
    var hash: UInt64 = 0
    while !XMLScanner.endsName(bytes[at]) {
      if bytes[at] == UInt8(ascii: ":") { start = at &+ 1 }
      hash = (hash &<< 8 | hash &>> 56) ^ UInt64(bytes[at])
      if at &- start >= 8 { hash = hash &* 0x9E37_79B9_7F4A_7C15 }
      at &+= 1
    }
    name = Slice(start: start, count: at &- start)
    return hash
  }

  /// Reads attributes and the end of the tag; false where the buffer ends within.
  @inline(__always)
  private func scanAttributes(_ at: inout Int) throws(WorkbookFailure) -> Bool {
    while true {
      while XMLScanner.isSpace(bytes[at]) { at &+= 1 }
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        place = at &+ 1
        return true
      }
      if byte == UInt8(ascii: "/") {
        if bytes[at &+ 1] == UInt8(ascii: ">") {
          place = at &+ 2
          isEmptyElement = true
          return true
        }
        at &+= 1
        return false
      }
      var start = at
      var hasPrefix = false
      while !XMLScanner.endsName(bytes[at]) {
        if bytes[at] == UInt8(ascii: ":") { (start, hasPrefix) = (at &+ 1, true) }
        at &+= 1
      }
      let name = Slice(start: start, count: at &- start)
      while XMLScanner.isSpace(bytes[at]) { at &+= 1 }
      if bytes[at] != UInt8(ascii: "=") || name.count == 0 { return false }
      at &+= 1
      while XMLScanner.isSpace(bytes[at]) { at &+= 1 }
      let quote = bytes[at]
      if quote != UInt8(ascii: "\""), quote != UInt8(ascii: "'") { return false }
      at &+= 1
      let valueStart = at
      while bytes[at] != quote, bytes[at] != 0, bytes[at] != UInt8(ascii: "<") { at &+= 1 }
      if bytes[at] != quote { return false }
      if attributes.count >= 1 << 16 { throw .damaged(part) }
      attributes.append(
        Attribute(name: name, value: Slice(start: valueStart, count: at &- valueStart), hasPrefix: hasPrefix))
      at &+= 1
    }
  }

  @inline(__always)
  private func readEndTag() throws(WorkbookFailure) -> Token {
    while true {
      var at = place &+ 2
      let hash = scanName(&at)
      while XMLScanner.isSpace(bytes[at]) { at &+= 1 }
      if bytes[at] == UInt8(ascii: ">"), at < limit {
        place = at &+ 1
        guard let last = open.last, last == hash else { throw .damaged(part) }
        setNameWord()
        return try close()
      }
      try wantMore(at: at)
    }
  }

  @inline(__always)
  private func push(_ hash: UInt64) throws(WorkbookFailure) {
    setNameWord()
    if depth == 0 {
      if hasRoot { throw .damaged(part) }
      hasRoot = true
    }
    if depth >= XMLScanner.deepest { throw .damaged(part) }
    open.append(hash)
    depth &+= 1
  }

  @inline(__always)
  private func close() throws(WorkbookFailure) -> Token {
    open.removeLast()
    depth &-= 1
    return .end
  }

  @inline(__always)
  private func setNameWord() {
    let word = UnsafeRawPointer(bytes + name.start).loadUnaligned(as: UInt64.self)
    let length = UInt64(truncatingIfNeeded: min(name.count, 8))
    nameWord = UInt64(littleEndian: word) & (length == 8 ? .max : (1 &<< (length &* 8)) &- 1)
  }
}

// MARK: Texts and what else there is

extension XMLScanner {
  @inline(never)
  private func readOther() throws(WorkbookFailure) -> Token {
    while true {
      if place == limit {
        if try readMore() { continue }
        if depth > 0 || !hasRoot { throw .damaged(part) }
        return .done
      }
      guard bytes[place] == UInt8(ascii: "<") else { return try readText() }
      if limit - place < 9, try readMore() { continue }
      switch bytes[place + 1] {
      case UInt8(ascii: "?"): try skipInstruction()
      case UInt8(ascii: "!"):
        if startsWith("<!--") {
          place = try find("-->", from: place + 4) + 3
        } else if startsWith("<![CDATA[") {
          return try readCharacterData()
        } else if startsWith("<!DOCTYPE") || startsWith("<!ENTITY") {
          throw .fault(.declaresEntities(part: part))
        } else {
          throw .damaged(part)
        }
      case UInt8(ascii: "/"): return try readEndTag()
      case 0: throw .damaged(part)
      default: return try readStartTag()
      }
    }
  }

  private func readText() throws(WorkbookFailure) -> Token {
    var at = place
    hasReferences = false
    while true {
      while bytes[at] != UInt8(ascii: "<"), bytes[at] != 0 {
        if bytes[at] == UInt8(ascii: "&") { hasReferences = true }
        at &+= 1
      }
      if bytes[at] != 0 { break }
      if at < limit { throw .damaged(part) }
      let offset = at - place
      if try !readMore() { break }
      at = place + offset
    }
    text = Slice(start: place, count: at - place)
    place = at
    // Outside of the root there is nothing but white space.
    if depth == 0, !raw(text).allSatisfy(XMLScanner.isSpace) { throw .damaged(part) }
    return .text
  }

  private func readCharacterData() throws(WorkbookFailure) -> Token {
    if depth == 0 { throw .damaged(part) }
    let end = try find("]]>", from: place + 9)
    text = Slice(start: place + 9, count: end - place - 9)
    hasReferences = false
    place = end + 3
    return .text
  }

  private func skipInstruction() throws(WorkbookFailure) {
    let end = try find("?>", from: place + 2)
    let content = String(decoding: raw(Slice(start: place, count: min(end - place, 200))), as: UTF8.self)
    place = end + 2
    guard content.hasPrefix("<?xml "), let name = XMLScanner.encodingName(in: content) else { return }
    let isRead = ["utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"].contains(name)
    if !isRead { throw .fault(.unknownForm(part: part, form: name)) }
  }

  /// The encoding that a declaration names, in lower case.
  private static func encodingName(in declaration: String) -> String? {
    guard let range = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[range.upperBound...]
    guard let quote = rest.first(where: { $0 == "\"" || $0 == "'" }), let open = rest.firstIndex(of: quote)
    else { return nil }
    let value = rest[rest.index(after: open)...]
    return value.firstIndex(of: quote).map { value[..<$0].lowercased() }
  }

  private func startsWith(_ wanted: StaticString) -> Bool {
    limit - place >= wanted.utf8CodeUnitCount
      && equals(Slice(start: place, count: wanted.utf8CodeUnitCount), wanted)
  }

  /// Where some bytes come next, from a place on; `place` may move, and the result with it.
  private func find(_ wanted: StaticString, from start: Int) throws(WorkbookFailure) -> Int {
    let length = wanted.utf8CodeUnitCount
    var offset = start - place
    while true {
      var at = place + offset
      while at + length <= limit {
        if equals(Slice(start: at, count: length), wanted) { return at }
        at += 1
      }
      offset = at - place
      if try !readMore() { throw .damaged(part) }
    }
  }

  /// Drops what lies before `place` and adds a piece; false at the end.
  @inline(never)
  private func readMore() throws(WorkbookFailure) -> Bool {
    if hasEnded { return false }
    guard let piece = try pieces.next(), let source = piece.baseAddress else {
      hasEnded = true
      if unchecked > 0 { throw .damaged(part) }
      return false
    }
    let kept = limit - place
    if kept + piece.count > capacity {
      if kept > XMLScanner.longestToken { throw .damaged(part) }
      grow(to: max(capacity * 2, kept + piece.count), kept: kept)
    } else if place > 0 {
      UnsafeMutableRawPointer(bytes).copyMemory(from: bytes + place, byteCount: kept)
    }
    place = 0
    UnsafeMutableRawPointer(bytes + kept).copyMemory(from: source, byteCount: piece.count)
    limit = kept + piece.count
    UnsafeMutableRawPointer(bytes + limit).initializeMemory(
      as: UInt8.self, repeating: 0, count: BlockBuffer.margin)
    try checkCharacters(from: kept - unchecked)
    return true
  }

  private func grow(to wanted: Int, kept: Int) {
    let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted + 2 * BlockBuffer.margin, alignment: 64)
    larger.initializeMemory(as: UInt8.self, repeating: 0, count: wanted + 2 * BlockBuffer.margin)
    (larger + BlockBuffer.margin).copyMemory(from: bytes + place, byteCount: kept)
    memory.deallocate()
    memory = larger
    bytes = (memory + BlockBuffer.margin).assumingMemoryBound(to: UInt8.self)
    capacity = wanted
  }

  /// Checks that the bytes from a place on are UTF-8 without NUL; a character that is not all there waits.
  private func checkCharacters(from start: Int) throws(WorkbookFailure) {
    var end = limit
    for length in 1...3 where limit - length >= start {
      let byte = bytes[limit - length]
      if byte & 0xC0 == 0x80 { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if needed > length { end = limit - length }
      break
    }
    unchecked = limit - end
    if !UTF8Check.isValid(UnsafePointer(bytes), from: start, to: end) { throw .damaged(part) }
  }
}
