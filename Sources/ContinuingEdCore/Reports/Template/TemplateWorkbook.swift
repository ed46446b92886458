/// A template as a workbook: lists to choose from, IDs as text, dates as dates, and a sheet that says what each column
/// takes.
package struct TemplateWorkbook: Sendable {
  private let name: String
  private let fields: [Field]
  private let rows: [[String]]
  private let rules: RuleSet?
  private let language: Language

  /// A list of a cell holds at most 255 characters.
  private static let longestList = 250

  /// The workbook of an empty records file.
  package init(_ template: RecordsTemplate, for rules: RuleSet?, in language: Language) {
    self.init(language.pick("登记表", "records"), template.fields, template.rows, rules, language)
  }

  /// The workbook of an empty roster.
  package init(_ template: RosterTemplate, for rules: RuleSet?, in language: Language) {
    self.init(language.pick("花名册", "roster"), template.fields, template.rows, rules, language)
  }

  private init(
    _ name: String, _ fields: [Field], _ rows: [[String]], _ rules: RuleSet?, _ language: Language
  ) {
    self.name = name
    self.fields = fields
    self.rows = rows
    self.rules = rules
    self.language = language
  }

  /// Writes the workbook; `take` gets the bytes.
  package func write<Failure: Error>(
    to take: (ByteBuffer) throws(Failure) -> Void
  ) throws(Failure) -> WorkbookWriter.Outcome {
    var workbook = WorkbookWriter()
    workbook.begin(SheetFrame(name, zip(fields, rows.first ?? []).map(column)))
    var buffer = ByteBuffer()
    for row in rows.dropFirst() {
      buffer.beginSheetRow()
      for (cell, field) in zip(row, fields) { buffer.appendSheet(cell, of: field) }
    }
    workbook.append(buffer)
    workbook.end()
    // The contract's name, in every language.
    workbook.begin(SheetFrame("说明", guideColumns))
    workbook.append(guide)
    workbook.end()
    let outcome = workbook.finish()
    try take(workbook.takeReady())
    return outcome
  }

  private func column(_ field: Field, _ heading: String) -> SheetFrame.Column {
    var column = SheetFrame.Column(heading, field.sheetStyle, width: field.sheetWidth)
    column.choices = choices(of: field)
    if column.choices.joined(separator: ",").utf16.count > TemplateWorkbook.longestList {
      column.choices = []
    }
    // What is free text elsewhere, or may be a word of one's own, is only proposed.
    column.isClosed = field != .kind && field != .platform && field != .mode
    return column
  }

  /// What can be chosen in a column: words that `check` knows, of the categories those that the rule set recognizes
  /// and `annual`, which title applications need.
  private func choices(of field: Field) -> [String] {
    switch field {
    case .category:
      let categories = Category.allCases.filter { category in
        guard let rules, category != .annual else { return true }
        return rules.activities.contains { $0.category == category }
          || category == .leave && rules.leave != nil
      }
      return categories.map { WordLists.word($0, in: language) }
    case .platform:
      let names = rules?.platforms.map(\.name) ?? []
      return names.contains { $0.contains(",") } ? [] : names
    case .mode: return language.pick(["线上", "线下"], ["online", "offline"])
    default: return WordLists.words(of: field, in: language)
    }
  }

  private var guideColumns: [SheetFrame.Column] {
    language.pick(["列", "填什么", "例子", "可选的值"], ["column", "what it takes", "example", "values"]).enumerated()
      .map { SheetFrame.Column($0.element, .wrapped, width: [14, 60, 20, 40][$0.offset]) }
  }

  private var guide: ByteBuffer {
    var buffer = ByteBuffer()
    for (place, field) in fields.enumerated() {
      let samples = rows.dropFirst().map { $0.indices.contains(place) ? $0[place] : "" }
      buffer.beginSheetRow()
      buffer.appendSheet(language.pick(field.chinese, field.english), .wrapped)
      buffer.appendSheet(ColumnGuide.text(of: field, in: language), .wrapped)
      buffer.appendSheet(samples.first { !$0.isEmpty } ?? "", .wrapped)
      buffer.appendSheet(choices(of: field).joined(separator: language.pick("、", ", ")), .wrapped)
    }
    return buffer
  }
}
