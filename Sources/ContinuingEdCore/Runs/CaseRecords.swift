/// The cases of a file as the files that a clerk would have: each case is a person, so that all are read at once and
/// go through the same importer as any other file.
struct CaseRecords {
  /// Cases that can share a run: with or without a roster.
  struct Batch {
    /// Indexes of the cases, in the order of people.
    var cases: [Int]
    var records: Records
    /// For each line of the records file: the row in its case, counted from 1.
    var rowOfLine: [Int: Int]
  }

  private(set) var batches: [Batch] = []

  /// Reads the cases as records of a rule set.
  ///
  /// - Throws: ``ImportError`` if the C library can't convert text, which cases don't need.
  init(_ cases: [RuleCase], rules: RuleSet) throws(ImportError) {
    // Without a roster a person is known by a row, so cases without rows need one.
    let plain = cases.indices.filter { cases[$0].roster == nil && !cases[$0].entries.isEmpty }
    let listed = cases.indices.filter { cases[$0].roster != nil || cases[$0].entries.isEmpty }
    for (indexes, hasRoster) in [(plain, false), (listed, true)] where !indexes.isEmpty {
      batches.append(try CaseRecords.read(cases, indexes, hasRoster: hasRoster, rules: rules))
    }
  }

  private static func read(
    _ cases: [RuleCase], _ indexes: [Int], hasRoster: Bool, rules: RuleSet
  ) throws(ImportError) -> Batch {
    var sheet = Sheet(fields: Field.records + Field.forms, of: indexes.flatMap { cases[$0].entries })
    var roster = Sheet(fields: Field.roster, of: indexes.compactMap { cases[$0].roster }, least: .name)
    var rowOfLine: [Int: Int] = [:]
    for index in indexes {
      for (row, cells) in cases[index].entries.enumerated() {
        rowOfLine[sheet.line] = row + 1
        sheet.append(person: index, cells)
      }
      if hasRoster { roster.append(person: index, cases[index].roster ?? []) }
    }
    var options = ImportOptions()
    options.encoding = .utf8
    options.delimiter = .comma
    options.fixedAmounts = [rules.fixedAmounts]
    options.categoriesByWords = rules.categoriesByWords
    options.keepsFormTexts = rules.asksForFormTexts
    let records = try Importer(options).read(
      [.bytes(name: "cases.csv", sheet.bytes)],
      roster: hasRoster ? .bytes(name: "roster.csv", roster.bytes) : nil)
    return Batch(cases: indexes, records: records, rowOfLine: rowOfLine)
  }

  /// A CSV file while it is written.
  private struct Sheet {
    private let fields: [Field]
    private(set) var bytes: [UInt8] = []
    /// The physical line that the next row starts on.
    private(set) var line = 1

    /// A header of the person, the columns that occur in `rows`, and those that every file of the kind needs.
    init(fields: [Field], of rows: [[RuleCase.Cell]], least: Field = .category) {
      let used = Set(rows.joined().map(\.field)).union([.personID, least])
      self.fields = fields.filter(used.contains)
      append(self.fields.map(\.english))
    }

    mutating func append(person: Int, _ cells: [RuleCase.Cell]) {
      append(
        fields.map { field in
          field == .personID ? "case-\(person + 1)" : cells.first { $0.field == field }?.text ?? ""
        })
    }

    private mutating func append(_ cells: [String]) {
      let text = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      line += text.unicodeScalars.count { $0 == "\n" }
      bytes += Array(text.utf8)
    }
  }
}
