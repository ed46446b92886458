/// What `cecredit ledger list` writes: a line an entry.
///
/// An entry is passed twice for a table, first to be measured; once for the other forms.
package struct LedgerListing: Sendable {
  private let style: LedgerStyle
  /// Whether entries that are gone are listed, so that the state of each is shown.
  private let showsState: Bool
  private var widths: [Int]
  private var layout: ColumnLayout?
  private var count = 0

  /// A listing of no entry yet.
  package init(_ style: LedgerStyle, showsState: Bool) {
    self.style = style
    self.showsState = showsState
    widths = Array(repeating: 0, count: LedgerListing.headings(style.language).count)
  }

  /// Whether ``measure(_:)`` is needed.
  package var needsMeasuring: Bool { style.format == .table }

  /// Sees to it that an entry has room.
  package mutating func measure(_ entry: ShownEntry) {
    for (column, cell) in cells(entry).enumerated() {
      widths[column] = max(widths[column], DisplayWidth.of(cell))
    }
  }

  /// Writes what stands above the entries.
  package mutating func begin(_ buffer: inout ByteBuffer) {
    switch style.format {
    case .table:
      let headings = LedgerListing.headings(style.language)
      var layout = ColumnLayout(headings: headings, widest: widths, flushRight: [7])
      if let width = style.width { layout.fit(width, shrinking: [(6, 12), (2, 6)]) }
      self.layout = layout
      let line = layout.line(headings)
      if !line.isEmpty { buffer.append(style.ink.bold(line) + "\n") }
    case .json: buffer.fixed("{\n  \"schema\": \"cecredit.ledger-list/1\",\n  \"entries\": [")
    case .csv:
      let columns = LedgerListing.facts + Field.kept.map(\.english)
      buffer.append(columns.joined(separator: ",") + "\n")
    case .xlsx: break
    }
  }

  /// Writes an entry.
  package mutating func append(_ entry: ShownEntry, to buffer: inout ByteBuffer) {
    switch style.format {
    case .table:
      let line = layout?.line(cells(entry)) ?? ""
      buffer.append(entry.fate == .current ? line : style.ink.dim(line))
    case .json:
      buffer.append(count == 0 ? "\n    " : ",\n    ")
      buffer.append(LedgerListing.json(entry, style.ids).compact)
    case .csv, .xlsx:
      var row = TableRow(style.format == .csv ? .csv : .sheet, in: &buffer)
      for fact in [entry.id.text, "\(entry.change)", entry.state, entry.replacedBy?.text ?? ""] {
        row.text(fact, to: &buffer)
      }
      for field in Field.kept {
        let value = entry.effective(field)
        row.cell(field == .personID ? style.ids.show(value) : value, of: field, to: &buffer)
      }
      row.end(&buffer)
    }
    if style.format == .table { buffer.append(UInt8(ascii: "\n")) }
    count += 1
  }

  /// Writes what stands below the entries.
  package func end(_ buffer: inout ByteBuffer) {
    switch style.format {
    case .table:
      let language = style.language
      buffer.append(language.pick("共 \(count) 条登记项\n", English.count(count, "entry", "entries") + "\n"))
    case .json: buffer.append(count == 0 ? "]\n}\n" : "\n  ]\n}\n")
    case .csv, .xlsx: break
    }
  }

  /// What stands before the columns of a records file.
  private static let facts = ["entry_id", "import_id", "state", "replaced_by"]

  /// The sheet of a workbook, whose columns are those of the CSV.
  package static var frame: SheetFrame {
    let facts = facts.map { SheetFrame.Column($0, .text, width: 10) }
    return SheetFrame(
      "台账",
      facts + Field.kept.map { SheetFrame.Column($0.english, $0.sheetStyle, width: $0.sheetWidth) })
  }

  /// An entry as JSON: what became of it, then the contract's columns with what counts now.
  static func json(_ entry: ShownEntry, _ ids: IDStyle) -> JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue) {
      members.append(JSONValue.Member(name: name, line: 0, value: value))
    }
    add("entry", .text(entry.id.text))
    add("change", .number(entry.change))
    add("state", .text(entry.state))
    add("replacedBy", .text(orNull: entry.replacedBy?.text))
    for field in Field.kept {
      let value = entry.effective(field)
      add(field.english, .text(field == .personID ? ids.show(value) : value))
    }
    return JSONValue(.object(members))
  }

  private static func headings(_ language: Language) -> [String] {
    language.pick(
      ["登记项", "身份证号", "姓名", "类别", "科目", "日期", "名称", "学时", "审核状态", "状态"],
      ["entry", "person", "name", "category", "subject", "days", "title", "hours", "status", "state"])
  }

  private func cells(_ entry: ShownEntry) -> [String] {
    let language = style.language
    func shown(_ field: Field) -> String { entry.shown(field, in: language, ids: style.ids) }
    return [
      entry.id.text, shown(.personID), shown(.name), shown(.category), shown(.subject),
      LedgerListing.days(entry), shown(.title), shown(.hours), shown(.status),
      showsState ? LedgerWords.state(entry, in: language) : "",
    ]
  }

  /// The days of an entry, or its year.
  static func days(_ entry: ShownEntry) -> String {
    let (start, end, period) = (entry[.start], entry[.end], entry[.period])
    if !start.isEmpty { return end.isEmpty || end == start ? start : "\(start)~\(end)" }
    if !period.isEmpty { return ProblemWording.quotable(period) }
    return end.isEmpty ? entry[.year] : "~\(end)"
  }
}
