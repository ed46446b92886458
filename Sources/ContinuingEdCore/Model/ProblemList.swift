/// Problems in compact form: 36 bytes each and their texts, so that a file with a problem in every row still fits.
package struct ProblemList: Sendable {
  struct Packed: Sendable {
    var line: UInt32
    var record: UInt32
    var value: TextID
    var suggestion: TextID
    var earlierLine: UInt32
    /// The details, with U+001F between them.
    var details: TextID = .empty
    var column: Int16
    var file: UInt16
    var earlierFile: UInt16
    var code: ProblemCode
    /// Bit 0: there is a value; bit 1: a suggestion; bit 2: an earlier row; bit 3: the field is known.
    var parts: UInt8
    /// The raw value of the field that the cell belongs to.
    var field: UInt8 = 0
    var variant = ProblemVariant.plain

    var hasValue: Bool { parts & 1 != 0 }
    var hasSuggestion: Bool { parts & 2 != 0 }
    var hasEarlier: Bool { parts & 4 != 0 }
    /// Whether one may be found when it is looked at.
    var mayHaveSuggestion: Bool { parts & 11 == 9 }
  }

  private(set) var items: [Packed] = []
  private var texts = TextTable()
  /// Some of the cells that were added last, by a hash of their bytes: who makes a slip makes it in many rows.
  private var recent: [TextID] = []
  /// How many leave their row unused.
  package private(set) var errorCount = 0
  /// How many leave their row in use.
  package var warningCount: Int { items.count - errorCount }

  /// Finds the suggestion for a cell when a problem is looked at: most are never shown.
  var suggest: (@Sendable (ProblemCode, Field, String) -> String?)?

  /// An empty list.
  package init() {}

  /// Adds a problem at the end.
  package mutating func append(_ problem: FoundProblem) {
    var packed = Packed(
      line: UInt32(clamping: problem.line), record: UInt32(clamping: problem.record), value: .empty,
      suggestion: .empty, earlierLine: 0, column: ProblemList.pack(problem.column),
      file: UInt16(clamping: problem.file), earlierFile: 0, code: problem.code, parts: 0)
    if let value = problem.value {
      packed.value = texts.append(value)
      packed.parts |= 1
    }
    if let suggestion = problem.suggestion {
      packed.suggestion = texts.append(suggestion)
      packed.parts |= 2
    }
    if let earlier = problem.earlier {
      packed.earlierFile = UInt16(clamping: earlier.file)
      packed.earlierLine = UInt32(clamping: earlier.line)
      packed.parts |= 4
    }
    packed.variant = problem.variant
    if !problem.details.isEmpty { packed.details = texts.append(problem.details.joined(separator: "\u{1F}")) }
    if problem.code.severity == .error { errorCount += 1 }
    items.append(packed)
  }

  /// Adds a problem with a cell, whose suggestion is found when it is looked at.
  mutating func append(
    _ code: ProblemCode, line: UInt32, record: UInt32, field: Field, heading: Int?,
    value: UnsafeRawBufferPointer, variant: ProblemVariant = .plain
  ) {
    items.append(
      Packed(
        line: line, record: record, value: text(value), suggestion: .empty, earlierLine: 0,
        column: ProblemList.pack(heading.map(ProblemColumn.heading) ?? .absent(field)), file: 0,
        earlierFile: 0,
        code: code, parts: 9, field: field.rawValue, variant: variant))
    if code.severity == .error { errorCount += 1 }
  }

  /// The number of a cell's text, the same as before where it was added a while ago.
  private mutating func text(_ value: UnsafeRawBufferPointer) -> TextID {
    if value.isEmpty { return .empty }
    if recent.isEmpty { recent = Array(repeating: .empty, count: 256) }
    let place = Int(value.reduce(UInt32(0)) { ($0 ^ UInt32($1)) &* 0x0100_0193 } >> 24)
    if !texts.withBytes(of: recent[place], { $0.count == value.count && $0.elementsEqual(value) }) {
      recent[place] = texts.append(value)
    }
    return recent[place]
  }

  /// Adds all texts of another list, for `append(_:of:)`; returns what must be added to their numbers.
  mutating func appendTexts(of other: ProblemList) -> UInt32 { texts.append(contentsOf: other.texts) }

  /// Adds some problems of another list whose texts are there already: their lines and records were counted from a
  /// later place, and if `file` is given, no file was named.
  mutating func append(
    _ range: Range<Int>, of other: ProblemList, textShift: UInt32, file: Int? = nil, firstLine: Int,
    firstRecord: Int
  ) {
    for var item in other.items[range] {
      if let file { item.file = UInt16(clamping: file) }
      item.line = UInt32(clamping: Int(item.line) + firstLine)
      item.record = UInt32(clamping: Int(item.record) + firstRecord)
      if item.value != .empty { item.value = TextID(item.value.index + textShift) }
      if item.suggestion != .empty { item.suggestion = TextID(item.suggestion.index + textShift) }
      if item.details != .empty { item.details = TextID(item.details.index + textShift) }
      if item.code.severity == .error { errorCount += 1 }
      items.append(item)
    }
  }

  /// Forgets the problems from a place on; their texts stay.
  mutating func truncate(to count: Int) {
    while items.count > count {
      if items.removeLast().code.severity == .error { errorCount -= 1 }
    }
  }

  /// Keeps of the problems with a code those for which `isKept` says so, asked in their order.
  mutating func filter(_ code: ProblemCode, _ isKept: (FoundProblem) -> Bool) {
    guard items.contains(where: { $0.code == code }) else { return }
    var kept: [Packed] = []
    kept.reserveCapacity(items.count)
    for place in items.indices {
      if items[place].code != code || isKept(self[place]) {
        kept.append(items[place])
      } else if code.severity == .error {
        errorCount -= 1
      }
    }
    items = kept
  }

  /// Changes the kind of a problem.
  mutating func setVariant(_ variant: ProblemVariant, at place: Int) { items[place].variant = variant }

  /// Adds all problems of another list, whose places are final.
  mutating func append(contentsOf other: ProblemList) {
    if other.isEmpty { return }
    let shift = appendTexts(of: other)
    append(0..<other.count, of: other, textShift: shift, firstLine: 0, firstRecord: 0)
  }

  /// Puts the problems from `start` on in order of column, then code: those of one row.
  mutating func sortRow(from start: Int) {
    if items.count - start < 2 { return }
    items[start...].sort { a, b in
      a.column != b.column ? a.column < b.column : a.code.rawValue < b.code.rawValue
    }
  }

  /// Puts the list in order of file, line, column, then code; what has no column comes first.
  package mutating func sort() {
    items.sort { a, b in
      if a.file != b.file { return a.file < b.file }
      if a.line != b.line { return a.line < b.line }
      if a.column != b.column { return a.column < b.column }
      return a.code.rawValue < b.code.rawValue
    }
  }

  /// −1 is no column, 0… a heading, −2 − raw value an absent field.
  private static func pack(_ column: ProblemColumn) -> Int16 {
    switch column {
    case .none: -1
    case .heading(let index): Int16(clamping: index)
    case .absent(let field): -2 - Int16(field.rawValue)
    }
  }

  private static func unpack(_ column: Int16) -> ProblemColumn {
    if column >= 0 { return .heading(Int(column)) }
    if column < -1, let field = Field(rawValue: UInt8(clamping: -2 - Int(column))) { return .absent(field) }
    return .none
  }
}

extension ProblemList: RandomAccessCollection {
  /// 0, also where there is no problem.
  package var startIndex: Int { 0 }
  /// How many problems and warnings there are.
  package var endIndex: Int { items.count }

  /// The near match, stored or found now.
  func suggestion(_ item: Packed) -> String? {
    if item.hasSuggestion { return texts.string(item.suggestion) }
    guard item.mayHaveSuggestion, let suggest, let field = Field(rawValue: item.field) else { return nil }
    return suggest(item.code, field, texts.string(item.value))
  }

  /// Calls `body` with a stored suggestion.
  func withSuggestion(of item: Packed, _ body: (UnsafeRawBufferPointer) -> Void) {
    texts.withBytes(of: item.suggestion, body)
  }

  /// Calls `body` with the cell of a problem, of no bytes where there is none.
  @inline(__always)
  func withValue<R>(of item: Packed, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    texts.withBytes(of: item.value, body)
  }

  /// A problem with its texts, put together when it is asked for; its suggestion may be found only now.
  package subscript(index: Int) -> FoundProblem {
    let item = items[index]
    var problem = FoundProblem(
      item.code, file: Int(item.file), line: Int(item.line), record: Int(item.record),
      column: ProblemList.unpack(item.column),
      value: item.hasValue ? texts.string(item.value) : nil,
      suggestion: suggestion(item),
      earlier: item.hasEarlier ? (Int(item.earlierFile), Int(item.earlierLine)) : nil)
    problem.variant = item.variant
    problem.details = details(of: item)
    return problem
  }

  /// The texts that a message is made with.
  func details(of item: Packed) -> [String] {
    if item.details == .empty { return [] }
    return texts.string(item.details).split(separator: "\u{1F}", omittingEmptySubsequences: false).map(
      String.init)
  }
}
