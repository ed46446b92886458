/// A form file decoded: the form, or every reason why there is none.
package struct FormDecoding: Sendable {
  /// Nil if there is any fault.
  package var form: Form?
  /// In order of line.
  package var faults: [RuleFault]
}

/// Decodes form files, as strictly as rule files: every key has to be there and no other, but for those that say what is
/// out of the ordinary. All faults of a file are found in one pass.
package enum FormDecoder {
  /// The version of the format that this program knows.
  package static let format = 1

  /// Decodes a form file; `file` is what faults call it.
  package static func decode(_ bytes: [UInt8], file: String) -> FormDecoding {
    let document = JSONReader.read(bytes, file: file)
    guard let json = document.value else { return FormDecoding(form: nil, faults: document.faults) }
    let list = FaultList(file: file, faults: document.faults)
    if case .number(let text)? = json["format"]?.content, let found = Int(text), found > format {
      FileNode(json["format"], path: JSONPath.top.appending("format"), list: list)
        .fail(.newerFormat(found: found, known: format))
      return FormDecoding(form: nil, faults: list.faults)
    }
    let form = form(FileNode(json, list: list))
    if list.faults.isEmpty { return FormDecoding(form: form, faults: []) }
    return FormDecoding(form: nil, faults: RuleFaults(faults: list.faults).faults)
  }

  private static func form(_ top: FileNode) -> Form {
    let file = top.fields([
      "format", "id", "title", "city", "source", "paper", "documents", "oneFile", "withoutListedPlatforms",
      "parts",
    ])
    _ = file["format"].wholeNumber(in: format...format)
    let documents = documents(file["documents"])
    let columns = if case .projects(let projects) = documents { projects.columns } else { [String]?.none }
    let city = file["city"].text()
    let parts = file["parts"].someItems().compactMap { part($0, columns) }
    checkBlocks(parts, file["parts"])
    return Form(
      id: name(file["id"]), title: text(file["title"]), city: city == "any" ? nil : city,
      source: source(file["source"]), paper: word(file["paper"]) ?? .portrait, documents: documents,
      isOneFile: file["oneFile"].yesNo(),
      withoutListedPlatforms: file["withoutListedPlatforms"].isNone
        ? nil : file["withoutListedPlatforms"].text(),
      parts: parts)
  }

  /// What is summed has to stand somewhere: a sum wants a block for every entry that can bring hours.
  private static func checkBlocks(_ parts: [Form.Part], _ node: FileNode) {
    var blocks: [(subject: Subject?, categories: [Category])] = []
    var hasSum = false
    for part in parts {
      if case .sum = part { hasSum = true }
      if case .table(let table) = part, case .entries(let subject, let categories) = table.rows {
        blocks.append((subject, categories))
      }
    }
    if !hasSum { return }
    for category in Category.allCases where category != .leave && category != .annual {
      let subjects: [Subject?] = category == .assignment ? [nil] : [.public, .professional]
      for subject in subjects {
        let hasBlock = blocks.contains { block in
          (block.subject == nil || block.subject == subject)
            && (block.categories.isEmpty || block.categories.contains(category))
        }
        if !hasBlock { node.fail(.noBlock(category, subject)) }
      }
    }
  }

  /// A name that goes on a command line: small letters, digits and hyphens.
  private static func name(_ node: FileNode) -> String {
    let name = node.text()
    let isFit = name.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 || $0 == 0x2D }
    if !isFit { node.fail(.badName(name)) }
    return name
  }

  private static func source(_ node: FileNode) -> Form.Source? {
    if node.isNone { return nil }
    let source = node.fields(["document", "at"])
    return Form.Source(document: source["document"].text(), place: source["at"].text())
  }

  /// One of the words of a list that its type knows.
  static func word<Word: RawRepresentable & CaseIterable>(_ node: FileNode) -> Word?
  where Word.RawValue == String {
    node.word(among: Word.allCases.map(\.rawValue)).flatMap(Word.init)
  }

  private static func coded<Word: CodedWord>(_ node: FileNode) -> Word? {
    node.word(among: Word.allCases.map(\.code)).flatMap(Word.init(code:))
  }

  /// Text whose words in braces are known.
  private static func text(_ node: FileNode) -> String {
    let text = node.text()
    for piece in Placeholder.pieces(text) where piece.word == nil && !piece.name.isEmpty {
      let known = Form.PersonWord.allCases.map(\.rawValue)
      node.fail(
        .unknownWord(piece.name, known: known, suggestion: NearMatch.nearest(to: piece.name, in: known)))
    }
    return text
  }

  // MARK: What makes a document

  private static func documents(_ node: FileNode) -> Form.Documents {
    guard case .key(let key, let fields)? = node.choice(words: [], keys: ["people", "projects"]) else {
      return .people(.all)
    }
    if key == "people" { return .people(word(fields["people"]) ?? .all) }
    let projects = fields["projects"].fields(["columns", "needed", "name", "check"])
    let columns = projects["columns"].texts()
    let needed = projects["needed"].items().map { column($0, columns) }
    return .projects(
      Form.Projects(
        columns: columns, needed: needed, name: column(projects["name"], columns),
        check: projects["check"].isNone ? nil : check(projects["check"], columns)))
  }

  private static func column(_ node: FileNode, _ columns: [String]) -> String {
    let name = node.text()
    if !columns.contains(name) {
      node.fail(
        .unknownName(name, list: "columns", suggestion: NearMatch.nearest(to: name, in: columns)))
    }
    return name
  }

  private static func check(_ node: FileNode, _ columns: [String]) -> Form.HoursCheck {
    let check = node.fields(["hours", "days", "kinds"])
    return Form.HoursCheck(
      hours: column(check["hours"], columns), days: column(check["days"], columns),
      kinds: check["kinds"].someItems().map { item in
        let kind = item.fields(["when", "category", "level"])
        var (place, words): (String?, [String]) = (nil, [])
        if kind["when"].value?.text != "any" {
          let when = kind["when"].fields(["column", "says"])
          place = column(when["column"], columns)
          words = when["says"].texts()
        }
        return Form.HoursCheck.Kind(
          column: place, says: words, category: coded(kind["category"]) ?? .training,
          level: kind["level"].isNone ? nil : coded(kind["level"]))
      })
  }

  // MARK: Blocks

  private static func part(_ node: FileNode, _ columns: [String]?) -> Form.Part? {
    guard
      case .key(let key, let fields)? = node.choice(words: [], keys: ["grid", "table", "text", "sum"])
    else { return nil }
    switch key {
    case "grid": return .grid(grid(fields["grid"], columns))
    case "table": return .table(table(fields["table"]))
    case "sum":
      let sum = fields["sum"].fields(["label", "unit"])
      return .sum(label: sum["label"].text(), unit: sum["unit"].text())
    default:
      let line = fields["text"].fields(["says"], optional: ["when"])
      let when = line.has("when") ? line["when"].word(among: ["always", "only-declared"]) : "always"
      return .text(text(line["says"]), onlyDeclared: when == "only-declared")
    }
  }

  private static func grid(_ node: FileNode, _ columns: [String]?) -> Form.Grid {
    let grid = node.fields(["ruled", "rows"])
    let isRuled = grid["ruled"].yesNo()
    return Form.Grid(
      isRuled: isRuled,
      rows: grid["rows"].someItems().map { row in
        let cells = row.someItems().map { cell($0, columns, isRuled) }
        let twelfths = cells.flatMap(\.spans).reduce(0, +)
        if isRuled, twelfths != 12 { row.fail(.badWholeNumber("\(twelfths)", 12...12)) }
        return cells
      })
  }

  private static func cell(_ node: FileNode, _ columns: [String]?, _ isRuled: Bool) -> Form.GridCell {
    let cell = node.fields(["label", "value"] + (isRuled ? ["spans"] : []), optional: ["seal"])
    let spans = isRuled ? cell["spans"].items().map { $0.wholeNumber(in: 1...12) } : []
    if isRuled, spans.count != 2 { cell["spans"].fail(.badWholeNumber("\(spans.count)", 2...2)) }
    var seal: Form.Seal?
    if cell.has("seal") {
      let room = cell["seal"].fields(["below", "date"])
      seal = Form.Seal(
        below: room["below"].isNone ? "" : room["below"].text(),
        hasDate: room["date"].word(among: ["printed", "by-hand"]) == "printed")
    }
    return Form.GridCell(
      label: cell["label"].text(), value: value(cell["value"], columns), spans: spans, seal: seal)
  }

  private static func value(_ node: FileNode, _ columns: [String]?) -> Form.GridValue {
    if let columns {
      switch node.choice(words: ["by-hand"], keys: ["column"]) {
      case .key(_, let fields)?: return .column(column(fields["column"], columns))
      default: return .byHand
      }
    }
    let words = Form.PersonWord.allCases.map(\.rawValue)
    guard let word = node.word(among: words + ["by-hand"]) else { return .byHand }
    return Form.PersonWord(rawValue: word).map { .word($0) } ?? .byHand
  }

  private static func table(_ node: FileNode) -> Form.Table {
    let table = node.fields(
      ["name", "within", "rows", "columns", "blankRows"], optional: ["beginsSheet", "whenEmpty"])
    let rows = rows(table["rows"])
    let columns = table["columns"].someItems().map { item in
      let column = item.fields(["heading", "value", "width"])
      let known = rows.words.map(\.rawValue)
      return Form.Column(
        heading: column["heading"].text(),
        value: column["value"].word(among: known).flatMap(Form.ColumnWord.init) ?? .byHand,
        width: column["width"].wholeNumber(in: 1...300))
    }
    return Form.Table(
      name: table["name"].text(), within: table["within"].texts(), rows: rows, columns: columns,
      blankRows: table["blankRows"].wholeNumber(in: 0...40),
      beginsSheet: table.has("beginsSheet") && table["beginsSheet"].yesNo(),
      isLeftOutWhenEmpty: table.has("whenEmpty")
        && table["whenEmpty"].word(among: ["left-out", "printed"]) == "left-out")
  }

  private static func rows(_ node: FileNode) -> Form.Rows {
    switch node.choice(words: ["not-credited", "requirements", "waiting", "plan"], keys: ["entries"]) {
    case .word("not-credited")?: return .notCredited
    case .word("waiting")?: return .waiting
    case .word("plan")?: return .plan
    case .key(_, let fields)?:
      let entries = fields["entries"].fields(["subject", "categories"])
      let subject = entries["subject"].word(among: ["any"] + Subject.allCases.map(\.code))
      var categories: [Category] = []
      if !entries["categories"].isWordInPlaceOfList("any") {
        categories = entries["categories"].someItems().compactMap { coded($0) }
      }
      return .entries(subject: subject.flatMap(Subject.init(code:)), categories: categories)
    default: return .requirements
    }
  }
}
