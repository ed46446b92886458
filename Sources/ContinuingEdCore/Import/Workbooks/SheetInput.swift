/// A sheet of a workbook, ready to be read as a table.
package struct SheetInput: Sendable {
  /// The workbook's path and the sheet's name: `PATH#SHEET`.
  let path: String
  let text: SheetText
  /// Whether it is only mentioned, for want of a records header.
  var isSkipped = false
  /// The hidden sheets that have a records header, where no visible one has.
  var hiddenTables: [String] = []
}

/// An input whose first bytes have been looked at and can't be had again: what comes through a pipe.
package struct OpenedInput: @unchecked Sendable {
  // Handed on once, from who opens the files to who reads them.
  let source: ByteSource
}

/// Which tables the files of a run hold: files of text are one, workbooks have sheets (Workbooks: Sheets).
struct SheetSelection {
  private let options: ImportOptions
  /// The sheets that are asked for by name and have not been met.
  private var missing: [String]
  private var met: [String] = []

  private init(_ options: ImportOptions) {
    self.options = options
    missing = options.sheets
  }

  /// The records tables of files, in order. Throws where a sheet is asked for that no workbook has.
  static func records(_ files: [InputFile], _ options: ImportOptions) throws(ImportError) -> [InputFile] {
    var selection = SheetSelection(options)
    var tables: [InputFile] = []
    for file in files { tables += try selection.records(of: file) }
    if let name = selection.missing.first { throw .noSuchSheet(name, sheets: selection.met) }
    return tables
  }

  /// The table of a roster: the sheet that is named, else the first visible one that has a roster's header and no
  /// category, else the first that holds something.
  static func roster(_ file: InputFile, _ options: ImportOptions) throws(ImportError) -> InputFile {
    let (workbook, input, path) = try open(file, options)
    guard let workbook else {
      if let name = options.rosterSheet { throw .noSuchSheet(name, sheets: []) }
      return input
    }
    if let name = options.rosterSheet {
      guard let index = find(name, in: workbook) else {
        throw .noSuchSheet(name, sheets: workbook.sheets.map(\.name))
      }
      return .sheet(try sheet(index, of: workbook, path))
    }
    var fallback: SheetInput?
    for index in workbook.sheets.indices where workbook.sheets[index].isVisible {
      let sheet = try sheet(index, of: workbook, path)
      let isRoster = try sheet.hasHeader(roster: true, options)
      if isRoster {
        let hasCategory = try sheet.hasHeader(roster: false, options)
        if !hasCategory { return .sheet(sheet) }
      }
      if fallback == nil || (fallback?.text.lastRow == 0 && sheet.text.lastRow > 0) { fallback = sheet }
    }
    if let fallback { return .sheet(fallback) }
    return .sheet(try sheet(0, of: workbook, path))
  }

  private mutating func records(of file: InputFile) throws(ImportError) -> [InputFile] {
    let (workbook, input, path) = try SheetSelection.open(file, options)
    guard let workbook else { return [input] }
    met += workbook.sheets.map(\.name)
    if !options.sheets.isEmpty { return try named(workbook, path) }
    var tables: [SheetInput] = []
    var isFound = false
    for index in workbook.sheets.indices where workbook.sheets[index].isVisible {
      var sheet = try SheetSelection.sheet(index, of: workbook, path)
      sheet.isSkipped = try !sheet.hasHeader(roster: false, options)
      isFound = isFound || !sheet.isSkipped
      tables.append(sheet)
    }
    if !isFound { try readFirst(&tables, workbook, path) }
    return tables.map { .sheet($0) }
  }

  /// Where no sheet has a header, the first that is not empty is read all the same, so that it is said what it lacks.
  private func readFirst(
    _ tables: inout [SheetInput], _ workbook: any Workbook, _ path: String
  ) throws(ImportError) {
    let first = tables.firstIndex { $0.text.lastRow > 0 } ?? 0
    guard first < tables.count else { return }
    tables[first].isSkipped = false
    for index in workbook.sheets.indices where !workbook.sheets[index].isVisible {
      if try SheetSelection.sheet(index, of: workbook, path).hasHeader(roster: false, options) {
        tables[first].hiddenTables.append(workbook.sheets[index].name)
      }
    }
  }

  /// The sheets that are asked for, in the order of the workbook.
  private mutating func named(_ workbook: any Workbook, _ path: String) throws(ImportError) -> [InputFile] {
    var wanted: Set<Int> = []
    for name in options.sheets {
      guard let index = SheetSelection.find(name, in: workbook) else { continue }
      wanted.insert(index)
      missing.removeAll { $0 == name }
    }
    var tables: [InputFile] = []
    for index in wanted.sorted() {
      tables.append(.sheet(try SheetSelection.sheet(index, of: workbook, path)))
    }
    return tables
  }

  /// The sheet of a name; spreadsheet programs know no case in it.
  static func find(_ name: String, in workbook: any Workbook) -> Int? {
    workbook.sheets.firstIndex { $0.name == name }
      ?? workbook.sheets.firstIndex { $0.name.lowercased() == name.lowercased() }
  }

  static func sheet(
    _ index: Int, of workbook: any Workbook, _ path: String
  ) throws(ImportError) -> SheetInput {
    do throws(WorkbookFailure) {
      return SheetInput(
        path: path + "#" + workbook.sheets[index].name, text: try workbook.text(of: index))
    } catch {
      throw error.error(path: path)
    }
  }

  /// Opens a file as a workbook; where it is none, says what is to be read in its place.
  static func open(
    _ file: InputFile, _ options: ImportOptions
  ) throws(ImportError) -> (workbook: (any Workbook)?, input: InputFile, path: String) {
    switch file {
    case .part, .sheet, .opened: return (nil, file, file.name)
    case .path, .standardInput, .bytes: break
    }
    let source = try ByteSource(file, options)
    if let workbook = try WorkbookOpening.open(source, options) { return (workbook, file, source.path) }
    return (nil, source.isStream ? .opened(OpenedInput(source: source)) : file, source.path)
  }
}

extension SheetInput {
  /// Whether one of its first records is a header.
  func hasHeader(roster: Bool, _ options: ImportOptions) throws(ImportError) -> Bool {
    if text.lastRow == 0 { return false }
    let header = try HeaderFinder(
      source: text.source(path: path), start: 0, isGB18030: false, isRoster: roster,
      options: options.forSheets
    ).find()
    return header.plan.isHeader(roster: roster)
  }
}

extension SheetText {
  /// The text as a source of bytes.
  func source(path: String) -> ByteSource { ByteSource(path: path, sheet: self) }
}

extension ImportOptions {
  /// What a sheet's text is written in goes before what was said of files of text.
  var forSheets: ImportOptions {
    var options = self
    (options.encoding, options.delimiter) = (.utf8, .comma)
    return options
  }
}
