/// The formats that cells name by the number of their style.
struct WorkbookStyles {
  private(set) var formats: [CellFormat] = []

  /// What a cell without a style has.
  static let plain = WorkbookStyles()

  init() {}

  /// The format of a style; that of numbers where there is no such style.
  @inline(__always)
  subscript(style: Int) -> CellFormat { style >= 0 && style < formats.count ? formats[style] : .number }

  /// Makes the formats of styles, given the number of each one's format and the texts of the file.
  init(numbers: [Int], texts: [Int: String]) {
    var known: [Int: CellFormat] = [:]
    formats = numbers.map { number in
      if let format = known[number] { return format }
      let format = texts[number].map { CellFormat(text: $0) } ?? CellFormat(builtIn: number)
      known[number] = format
      return format
    }
  }

  /// Reads the part `styles.xml`.
  init(_ scanner: XMLScanner) throws(WorkbookFailure) {
    guard try scanner.next(toRoot: "styleSheet") else { throw .damaged(scanner.part) }
    var texts: [Int: String] = [:]
    var numbers: [Int] = []
    while true {
      let token = try scanner.next()
      if token == .done { break }
      guard token == .start else { continue }
      if scanner.isNamed("numFmts") || scanner.isNamed("cellXfs") { continue }
      // Below other lists are formats of other things.
      if scanner.depth == 3, scanner.isNamed("numFmt"), let id = scanner.attributeNumber("numFmtId") {
        texts[id] = try scanner.attributeText("formatCode") ?? ""
      } else if scanner.depth == 3, scanner.isNamed("xf") {
        numbers.append(scanner.attributeNumber("numFmtId") ?? 0)
      }
      try scanner.skipElement()
    }
    self.init(numbers: numbers, texts: texts)
  }
}
