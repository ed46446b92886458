/// A workbook of Office Open XML, Transitional or Strict.
final class XLSXWorkbook: Workbook {
  private(set) var sheets: [WorkbookSheet] = []
  private let package: WorkbookPackage
  private let relationships: [String: WorkbookPackage.Relationship]
  private let makeKept: () -> KeptBytes
  private var is1904 = false
  /// Read when the first sheet is.
  private var contents: (strings: SharedStrings, styles: WorkbookStyles)?

  init(_ file: WorkbookFile, _ makeKept: @escaping () -> KeptBytes) throws(WorkbookFailure) {
    self.makeKept = makeKept
    package = WorkbookPackage(archive: try ZipArchive(file))
    let part = try package.workbookPart()
    let scanner = try package.scanner(part)
    relationships = try package.relationships(of: part)
    try read(scanner)
  }

  /// Reads the list of sheets.
  private func read(_ scanner: XMLScanner) throws(WorkbookFailure) {
    guard try scanner.next(toRoot: "workbook") else {
      if scanner.isNamed("document") { throw .fault(.otherKind(.textDocument)) }
      if scanner.isNamed("presentation") { throw .fault(.otherKind(.presentation)) }
      throw .damaged(scanner.part)
    }
    while true {
      let token = try scanner.next()
      if token == .done { break }
      guard token == .start else { continue }
      if scanner.isNamed("sheets"), scanner.depth == 2 { continue }
      if scanner.isNamed("workbookPr"), scanner.depth == 2 {
        is1904 = scanner.attributeIsTrue("date1904")
      } else if scanner.isNamed("sheet"), scanner.depth == 3 {
        try addSheet(scanner)
      }
      try scanner.skipElement()
    }
    if sheets.isEmpty { throw .damaged(scanner.part) }
  }

  private func addSheet(_ scanner: XMLScanner) throws(WorkbookFailure) {
    guard let name = try scanner.attributeText("name"),
      let id = try scanner.attributeText("id", prefixed: true), let relationship = relationships[id]
    else { throw .damaged(scanner.part) }
    let state = try scanner.attributeText("state") ?? "visible"
    sheets.append(
      WorkbookSheet(
        name: name, isVisible: state == "visible",
        part: relationship.kind == "worksheet" ? relationship.target : nil))
  }

  func text(of sheet: Int) throws(WorkbookFailure) -> SheetText {
    let writer = SheetTextWriter(makeKept)
    guard let part = sheets[sheet].part else { return try writer.finish() }
    let (strings, styles) = try loadContents()
    var reader = SheetXML(
      try package.scanner(part), strings: strings, styles: styles, is1904: is1904, writer: writer)
    try reader.read()
    let text = try writer.finish()
    return try MergedCells(text, reader.merged, package.archive.budget, part: part).filled(makeKept)
  }

  private func loadContents() throws(WorkbookFailure) -> (SharedStrings, WorkbookStyles) {
    if let contents { return contents }
    let strings = SharedStrings()
    if let part = part(of: "sharedStrings") { try strings.read(try package.scanner(part)) }
    let styles = try part(of: "styles").map { (part) throws(WorkbookFailure) in
      try WorkbookStyles(try package.scanner(part))
    }
    let loaded = (strings, styles ?? .plain)
    contents = loaded
    return loaded
  }

  private func part(of kind: String) -> String? { relationships.values.first { $0.kind == kind }?.target }
}
