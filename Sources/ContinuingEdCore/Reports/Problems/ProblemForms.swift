/// Problems in words, many of them: what is said of a slip is worded once for each column, and then only the cell and
/// the line of an earlier row are put in. For one thread.
struct ProblemForms {
  private let problems: ProblemList
  private let files: [SourceFile]
  private let language: Language
  private let ids: IDStyle
  private let frame: (Problem) -> Frame
  private var forms: [UInt64: ProblemForm] = [:]
  private var memo = SuggestionMemo()
  private var scratch = ByteBuffer(capacity: 1024)

  /// What a report writes around all problems of a form alike.
  struct Frame {
    /// Before the line.
    var head = ByteBuffer()
    /// Between the record and the cell.
    var middle = ByteBuffer()
  }

  /// Forms for a list; `frame` is asked once for each form, with its first problem.
  init(
    _ problems: ProblemList, files: [SourceFile], in language: Language, ids: IDStyle,
    frame: @escaping (Problem) -> Frame
  ) {
    self.problems = problems
    self.files = files
    self.language = language
    self.ids = ids
    self.frame = frame
  }

  /// The line on which a problem's record starts.
  func line(at place: Int) -> Int { Int(problems.items[place].line) }
  /// The number of its record.
  func record(at place: Int) -> Int { Int(problems.items[place].record) }

  /// The form of a problem.
  mutating func form(at place: Int) -> ProblemForm {
    let item = problems.items[place]
    let key = problems.withValue(of: item) { ProblemForm.key(item, $0) }
    if let known = forms[key] { return known }
    let form = ProblemForm(problems[place], files: files, in: language, frame: frame)
    forms[key] = form
    return form
  }

  /// Calls `body` with the cell, an ID shown as the style wants it; nil where no one cell is at fault.
  mutating func withValue(at place: Int, _ body: (UnsafeRawBufferPointer?) -> Void) {
    let item = problems.items[place]
    guard item.hasValue else { return body(nil) }
    problems.withValue(of: item) { value in
      guard ids == .masked, item.code.isAboutID else { return body(value) }
      scratch.removeAll()
      scratch.appendMasked(value)
      scratch.withBytes { body($0) }
    }
  }

  /// Calls `body` with the message.
  mutating func withMessage(at place: Int, _ form: ProblemForm, _ body: (UnsafeRawBufferPointer) -> Void) {
    let item = problems.items[place]
    scratch.removeAll()
    problems.withValue(of: item) { value in
      for piece in form.message {
        switch piece {
        case .text(let text): scratch.append(text)
        case .earlierLine: scratch.append(Int(item.earlierLine))
        case .cell: appendShown(value, isMasked: ids == .masked && form.isAboutID)
        }
      }
    }
    scratch.withBytes { body($0) }
  }

  /// The suggestion; nil if there is none.
  mutating func suggestion(at place: Int) -> [UInt8]? { memo.suggestion(problems.items[place], of: problems) }

  private mutating func appendShown(_ value: UnsafeRawBufferPointer, isMasked: Bool) {
    if ProblemWording.isPlain(value), !isMasked { return scratch.append(value) }
    var shown = ByteBuffer()
    if isMasked { shown.appendMasked(value) } else { shown.append(value) }
    shown.withBytes { bytes in
      if ProblemWording.isPlain(bytes) { return scratch.append(bytes) }
      scratch.append(ProblemWording.quotable(String(decoding: bytes, as: UTF8.self)))
    }
  }
}

/// What all problems of one code, column and kind of cell have in common.
final class ProblemForm {
  /// The message, with holes.
  let message: [Piece]
  /// Whether the cell is an ID.
  let isAboutID: Bool
  let frame: ProblemForms.Frame

  /// A part of a message.
  enum Piece {
    case text([UInt8])
    /// The cell, ready to be shown.
    case cell
    /// The line of the row that came first.
    case earlierLine
  }

  init(_ problem: Problem, files: [SourceFile], in language: Language, frame: (Problem) -> ProblemForms.Frame)
  {
    var facts = ProblemWording.Facts(problem, in: language, files: files, mask: IDMask.whole)
    // Control characters mark the holes: nothing else in a message has any.
    if !facts.value.isEmpty { facts.value = "\u{1}" }
    if facts.earlierLine != nil { facts.earlierLine = "\u{2}" }
    message = ProblemForm.pieces(ProblemWording.message(facts, in: language))
    isAboutID = facts.isAboutID
    self.frame = frame(problem)
  }

  private static func pieces(_ message: String) -> [Piece] {
    var pieces: [Piece] = []
    var text: [UInt8] = []
    for byte in message.utf8 {
      if byte > 2 {
        text.append(byte)
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = []
      pieces.append(byte == 1 ? .cell : .earlierLine)
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// A number that tells forms apart: all that a message depends on but for what its holes take.
  static func key(_ item: ProblemList.Packed, _ value: UnsafeRawBufferPointer) -> UInt64 {
    let damage = ProblemWording.Facts.damage(of: value, code: item.code)
    var key = UInt64(item.code.rawValue)
    key = key << 16 | UInt64(UInt16(bitPattern: item.column))
    key = key << 16 | UInt64(item.file)
    key = key << 16 | UInt64(item.earlierFile)
    key = key << 3 | UInt64(damage.map { $0.rawValue + 1 } ?? 0)
    key = key << 1 | (item.hasEarlier ? 1 : 0)
    key = key << 1 | (item.record == 0 ? 1 : 0)
    return key << 1 | (value.isEmpty ? 1 : 0)
  }
}
