// What a caller may say of columns and cells before a file is read.

extension Field {
  /// The field with this name: English, Chinese or any heading of the contract.
  package init?(named name: String) {
    if let field = Field.allCases.first(where: { $0.english == name || $0.chinese == name }) {
      self = field
      return
    }
    let own = HeadingMatch.OwnNames()
    guard
      let field = HeadingMatch.find(name, roster: false, own: own).name?.field
        ?? HeadingMatch.find(name, roster: true, own: own).name?.field
    else { return nil }
    self = field
  }

  /// Whether a cell of this field can hold a value: a word of its list, a date, a number, or any text.
  package func accepts(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { bytes in
      let cell = CellText.trimmed(UnsafeRawBufferPointer(bytes))
      switch self {
      case .category: return Field.isValue(CellParser.category(cell))
      case .subject: return Field.isValue(CellParser.subject(cell))
      case .level: return Field.isValue(CellParser.level(cell))
      case .module: return Field.isValue(CellParser.module(cell))
      case .result: return Field.isValue(CellParser.result(cell))
      case .status: return Field.isValue(CellParser.status(cell))
      case .employer: return Field.isValue(CellParser.employer(cell))
      case .year, .titleFrom: return Field.isValue(CellParser.year(cell))
      case .hours: return Field.isValue(CellParser.hours(cell))
      case .count: return Field.isValue(CellParser.count(cell))
      case .start, .end:
        return Field.isValue(CellParser.day(cell)) || CellParser.month(cell) != nil
      case .period: return Field.isValue(CellParser.period(cell)) || CellParser.months(cell) != nil
      case .filedOn, .registeredOn, .reviewDate, .from, .to: return Field.isValue(CellParser.day(cell))
      default: return !cell.isEmpty
      }
    }
  }

  private static func isValue<Value>(_ cell: CellValue<Value>) -> Bool {
    if case .value = cell { true } else { false }
  }
}

extension Records {
  /// The headings among those that a caller gave names to which no file has.
  package func unmetHeadings(_ options: ImportOptions) -> [String] {
    (options.columnNames.map(\.0) + options.ignoredColumns).filter { !isHeading($0) }
  }

  /// The columns among those whose values are read as others which no file has and no field is called.
  package func unmetValueColumns(_ options: ImportOptions) -> [String] {
    options.valueNames.map(\.column).filter { !isHeading($0) && Field(named: $0) == nil }
  }

  private func isHeading(_ name: String) -> Bool {
    let wanted = HeadingMatch.normalised(name)
    let bare = HeadingMatch.undecorated(wanted)
    return files.contains { file in
      file.headings.contains {
        let heading = HeadingMatch.normalised($0)
        return heading == wanted || HeadingMatch.undecorated(heading) == bare
      }
    }
  }
}
