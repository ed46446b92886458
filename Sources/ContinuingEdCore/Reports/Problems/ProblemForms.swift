/// Problems in words, many of them: what is said of a slip is worded once for each column, and then only the cell and
/// the line of an earlier row are put in. For one thread.
final class ProblemForms {
  private let problems: ProblemList
  private let files: [SourceFile]
  private let language: Language
  private let ids: IDStyle
  private let frame: (FoundProblem) -> Frame
  private var forms: [ProblemForm.Key: ProblemForm] = [:]
  private let memo = SuggestionMemo()

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
    frame: @escaping (FoundProblem) -> Frame
  ) {
    self.problems = problems
    self.files = files
    self.language = language
    self.ids = ids
    self.frame = frame
  }

  deinit { for form in forms.values { form.deallocate() } }

  /// A problem and its form, which lives as long as this does.
  func lookUp(_ place: Int) -> (item: ProblemList.Packed, form: ProblemForm) {
    let item = problems.items[place]
    let key = problems.withValue(of: item) { ProblemForm.key(item, $0) }
    return (item, forms[key] ?? make(key, place))
  }

  @inline(never)
  private func make(_ key: ProblemForm.Key, _ place: Int) -> ProblemForm {
    let form = ProblemForm(problems[place], files: files, in: language, frame: frame)
    forms[key] = form
    return form
  }

  /// Calls `body` with the cell, an ID shown as the style wants it; nil where no one cell is at fault.
  func withValue(of item: ProblemList.Packed, _ body: (UnsafeRawBufferPointer?) -> Void) {
    guard item.hasValue else { return body(nil) }
    problems.withValue(of: item) { value in
      guard ids == .masked, item.code.isAboutID else { return body(value) }
      var masked = ByteBuffer()
      masked.appendMasked(value)
      masked.withBytes { body($0) }
    }
  }

  /// Adds the message.
  func appendMessage(of item: ProblemList.Packed, _ form: ProblemForm, to buffer: inout ByteBuffer) {
    problems.withValue(of: item) { value in
      for piece in form.message {
        buffer.append(piece.text)
        switch piece.hole {
        case .none: break
        case .earlierLine: buffer.append(Int(item.earlierLine))
        case .cell: ProblemForms.appendShown(value, isMasked: ids == .masked && form.isAboutID, to: &buffer)
        case .detail(let place): appendDetail(place, of: item, to: &buffer)
        }
      }
    }
  }

  @inline(never)
  private func appendDetail(_ place: Int, of item: ProblemList.Packed, to buffer: inout ByteBuffer) {
    let detail = problems.details(of: item)[safe: place] ?? ""
    buffer.append(ProblemWording.Facts.shown(detail, of: item.code, mask: ids.show))
  }

  /// Calls `body` with the suggestion; nil if there is none.
  func withSuggestion(for item: ProblemList.Packed, _ body: (UnsafeRawBufferPointer?) -> Void) {
    memo.withSuggestion(item, of: problems, body)
  }

  private static func appendShown(
    _ value: UnsafeRawBufferPointer, isMasked: Bool, to buffer: inout ByteBuffer
  ) {
    if !isMasked, ProblemWording.isPlain(value) { return buffer.append(value) }
    var shown = String(decoding: value, as: UTF8.self)
    if isMasked { shown = IDMask.masked(shown) }
    buffer.append(ProblemWording.quotable(shown))
  }
}

/// What all problems of one code, column and kind of cell have in common. Whoever makes one gives its memory back.
struct ProblemForm {
  /// The message, with holes.
  let message: UnsafeBufferPointer<Piece>
  /// Whether the cell is an ID.
  let isAboutID: Bool
  /// What stands before the line.
  let head: UnsafeRawBufferPointer
  /// What stands between the record and the cell.
  let middle: UnsafeRawBufferPointer

  /// A part of a message: text, then perhaps a hole.
  struct Piece {
    var text: UnsafeRawBufferPointer
    var hole: Hole
  }

  /// What is put into a message.
  enum Hole {
    case none
    /// The cell, ready to be shown.
    case cell
    /// The line of the row that came first.
    case earlierLine
    /// One of the details.
    case detail(Int)
  }

  init(
    _ problem: FoundProblem, files: [SourceFile], in language: Language,
    frame: (FoundProblem) -> ProblemForms.Frame
  ) {
    var facts = ProblemWording.Facts(problem, in: language, files: files, mask: IDMask.whole)
    // Control characters mark the holes: nothing else in a message has any.
    if !facts.value.isEmpty { facts.value = "\u{1}" }
    if facts.earlierLine != nil { facts.earlierLine = "\u{2}" }
    facts.details = facts.details.indices.map { ["\u{3}", "\u{4}", "\u{5}"][safe: $0] ?? "" }
    message = ProblemForm.pieces(ProblemWording.message(facts, in: language))
    isAboutID = facts.isAboutID
    let frame = frame(problem)
    head = RepeatedTexts.copy(frame.head)
    middle = RepeatedTexts.copy(frame.middle)
  }

  func deallocate() {
    for piece in message { piece.text.deallocate() }
    message.deallocate()
    head.deallocate()
    middle.deallocate()
  }

  private static func pieces(_ message: String) -> UnsafeBufferPointer<Piece> {
    var pieces: [Piece] = []
    var text = ByteBuffer()
    func end(_ hole: Hole) {
      pieces.append(Piece(text: RepeatedTexts.copy(text), hole: hole))
      text.removeAll()
    }
    for byte in message.utf8 {
      switch byte {
      case 1: end(.cell)
      case 2: end(.earlierLine)
      case 3, 4, 5: end(.detail(Int(byte) - 3))
      default: text.append(byte)
      }
    }
    end(.none)
    let kept = UnsafeMutableBufferPointer<Piece>.allocate(capacity: pieces.count)
    _ = kept.initialize(from: pieces)
    return UnsafeBufferPointer(kept)
  }

  /// What tells forms apart: all that a message depends on but for what its holes take.
  struct Key: Hashable {
    var place: UInt64
    var kind: UInt32
  }

  static func key(_ item: ProblemList.Packed, _ value: UnsafeRawBufferPointer) -> Key {
    let damage = ProblemWording.Facts.damage(of: value, code: item.code)
    var place = UInt64(UInt16(bitPattern: item.column))
    place = place << 16 | UInt64(item.file)
    place = place << 16 | UInt64(item.earlierFile)
    place = place << 16 | UInt64(item.field)
    var kind = UInt32(item.code.rawValue)
    kind = kind << 8 | UInt32(item.variant.rawValue)
    kind = kind << 8 | UInt32(damage.map { $0.rawValue + 1 } ?? 0)
    kind = kind << 1 | (item.hasEarlier ? 1 : 0)
    kind = kind << 1 | (item.record == 0 ? 1 : 0)
    kind = kind << 1 | (item.details == .empty ? 0 : 1)
    return Key(place: place, kind: kind << 1 | (value.isEmpty ? 1 : 0))
  }
}
