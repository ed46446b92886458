/// What a clerk is told of a problem: what was found and what would be right (Problems: One pass). Identity is in
/// ``ProblemCode``; the words of one language are in one file each.
package enum ProblemWording {
  /// One sentence or two, without the place and without the suggestion.
  ///
  /// `mask` is applied to every ID; ``IDMask/masked(_:)`` for people, ``IDMask/whole(_:)`` for machines.
  package static func message(
    _ problem: FoundProblem, in language: Language, records: Records, mask: (String) -> String
  ) -> String {
    message(problem, in: language, files: records.files, mask: mask)
  }

  /// The same, for a caller that has only the files.
  package static func message(
    _ problem: FoundProblem, in language: Language, files: [SourceFile], mask: (String) -> String
  ) -> String {
    message(Facts(problem, in: language, files: files, mask: mask), in: language)
  }

  /// The same, for a caller that has the row too: how many cells it has.
  static func message(
    _ problem: FoundProblem, cells: Int?, in language: Language, files: [SourceFile], mask: (String) -> String
  ) -> String {
    var facts = Facts(problem, in: language, files: files, mask: mask)
    facts.cells = cells
    return message(facts, in: language)
  }

  /// What the facts say.
  static func message(_ facts: Facts, in language: Language) -> String {
    language.pick(ProblemWordsChinese.message(facts), ProblemWordsEnglish.message(facts))
  }

  /// `是不是“公需科目”？`: the suggestion as a question; nil where there is none.
  package static func question(_ problem: FoundProblem, in language: Language) -> String? {
    problem.suggestion.map { question($0, in: language) }
  }

  /// A suggestion as a question.
  static func question(_ suggestion: String, in language: Language) -> String {
    let shown = quotable(suggestion)
    return language.pick("是不是“\(shown)”？", "Did you mean “\(shown)”?")
  }

  /// The heading that a problem lies under, as typed; the contract's name where the file has no such column; nil where
  /// no one cell is at fault.
  package static func columnName(_ problem: FoundProblem, in language: Language, files: [SourceFile])
    -> String?
  {
    switch problem.column {
    case .none: nil
    case .absent(let field): language.pick(field.chinese, field.english)
    case .heading(let index): heading(index, of: problem.file, files: files)
    }
  }

  /// A cell as it can stand in a line of text: at most 40 characters, nothing that moves a cursor.
  package static func quotable(_ text: String) -> String {
    if isPlain(text) { return text }
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else { return printable(text) }
    return printable(String(scalars[..<end])) + "…"
  }

  /// Whether a text is at most 40 characters of printable ASCII and common Chinese.
  static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.count > 120 { return false }
    var count = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte >= 0x20, byte < 0x7F {
        i += 1
      } else if byte >= 0xE4, byte <= 0xE9 {
        i += 3
      } else {
        return false
      }
      count += 1
    }
    return count <= 40
  }

  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isPlain(UnsafeRawBufferPointer($0)) }
  }

  /// A text with nothing that moves a cursor: ends of lines and tabs are seen, other hidden characters are escaped.
  static func printable(_ text: String) -> String {
    if isPlain(text) { return text }
    let lines = text.replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").replacing("\r", with: "⏎")
    return HiddenText.escaped(lines.replacing("\t", with: "⇥"))
  }

  fileprivate static func heading(_ index: Int, of file: Int, files: [SourceFile]) -> String? {
    files[safe: file]?.headings[safe: index]
  }
}

extension ProblemWording {
  /// What the sentences of both languages are made of.
  struct Facts {
    let code: ProblemCode
    /// The heading, ready to be shown; empty where no one cell is at fault.
    let column: String
    /// The field that the column holds, as far as its heading tells.
    let field: Field?
    /// Whether the cell is an ID.
    let isAboutID: Bool
    /// The cell, ready to be shown; IDs are masked.
    var value: String
    /// What a spreadsheet did to the cell.
    let damage: Damage?
    /// The row that came first: its line, and its file where that is another one.
    var earlierLine: String?
    let earlierFile: String?
    /// Whether the row stands above the header.
    let isAboveHeader: Bool
    /// Which of the kinds that the code stands for.
    let variant: ProblemVariant
    /// The details, ready to be shown.
    var details: [String]
    /// How many columns the header has.
    let columns: Int
    /// How many cells the row has; nil where the row is not at hand.
    var cells: Int?

    /// Marks that a spreadsheet leaves in a cell.
    enum Damage: UInt32 {
      /// `#REF!`, `#N/A` and the like.
      case formulaError
      /// `#####`, shown where a column is too narrow.
      case tooNarrow
      /// A whole number from 20000 to 80000 where a date should be.
      case serialNumber
      /// An ID in scientific notation.
      case scientific
      /// An ID with hidden characters.
      case masked
      /// The IDs of two people.
      case severalIDs
      /// Two years where one should be: 2022-2023学年.
      case schoolYear
    }

    init(_ problem: FoundProblem, in language: Language, files: [SourceFile], mask: (String) -> String) {
      code = problem.code
      column = ProblemWording.quotable(ProblemWording.columnName(problem, in: language, files: files) ?? "")
      field = Facts.field(of: problem, files: files)
      let cell = problem.value ?? ""
      isAboutID = field == .personID || code == .notInRoster
      value = ProblemWording.quotable(isAboutID ? mask(cell) : cell)
      damage = Facts.damage(of: cell, code: code)
      earlierLine = problem.earlier.map { String($0.line) }
      earlierFile = problem.earlier.flatMap { earlier in
        earlier.file == problem.file
          ? nil : files[safe: earlier.file].map { ProblemWording.quotable($0.path) }
      }
      isAboveHeader = problem.record == 0
      variant = problem.variant
      details = problem.details.map { Facts.shown($0, of: problem.code, mask: mask) }
      columns = files[safe: problem.file]?.headings.count ?? 0
    }

    /// A detail at its place; empty where there is none.
    func detail(_ place: Int) -> String { details[safe: place] ?? "" }

    /// A detail as it can stand in a message; that of an ID is one.
    static func shown(_ detail: String, of code: ProblemCode, mask: (String) -> String) -> String {
      ProblemWording.quotable(code == .nearID ? mask(detail) : detail)
    }

    /// The field of a code that concerns only one, else of the heading.
    static func field(of problem: FoundProblem, files: [SourceFile]) -> Field? {
      switch problem.code {
      case .missingPerson, .mangledID, .idChecksum, .nearID, .idBirth, .duplicatePerson, .notInRoster:
        return .personID
      default: break
      }
      switch problem.column {
      case .none: return nil
      case .absent(let field): return field
      case .heading(let index): return columns(of: problem.file, files)[safe: index] ?? nil
      }
    }

    private static func columns(of file: Int, _ files: [SourceFile]) -> [Field?] {
      files[safe: file]?.columns ?? []
    }

    /// What a spreadsheet did to a cell; most cells show at a glance that it did nothing.
    static func damage(of cell: UnsafeRawBufferPointer, code: ProblemCode) -> Damage? {
      guard let first = cell.first else { return nil }
      // A digit, narrow or full-width, and nothing that no number has.
      let mayBeNumber = (first &- 48 <= 9 || first == 0xEF) && !cell.contains { $0 == 0x2D || $0 == 0x2F }
      let isOdd = code == .mangledID || code == .badYear || code == .errorCell || code == .placeholder
      guard first == UInt8(ascii: "#") || isOdd || (code == .badDate && mayBeNumber) else { return nil }
      return damage(of: String(decoding: cell, as: UTF8.self), code: code)
    }

    private static func damage(of cell: String, code: ProblemCode) -> Damage? {
      let bare = CellFolding.bare(cell)
      if bare.first == "#" {
        if bare.allSatisfy({ $0 == "#" }) { return .tooNarrow }
        let errors = WordLists.errorValues + ["#spill!", "#calc!"]
        return errors.contains(String(String.UnicodeScalarView(bare)).lowercased()) ? .formulaError : nil
      }
      switch code {
      case .mangledID:
        if cell.utf8.contains(UInt8(ascii: "+")) { return .scientific }
        return NearID.isMasked(bare) ? .masked : bare.count >= 30 ? .severalIDs : nil
      case .badYear:
        let years = bare.split { $0.value &- 48 > 9 }
        return years.count == 2 && years.allSatisfy { $0.count == 4 } ? .schoolYear : nil
      case .badDate: return LikelyDate.serial(cell) == nil ? nil : .serialNumber
      default: return nil
      }
    }
  }
}

extension Array {
  /// The element at an index; nil if there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
