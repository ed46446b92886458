/// What `cecredit import` writes: for every file what became of its rows, and the rows that are probably corrections.
package struct ImportReport: Sendable {
  private let files: [LedgerImportResult.File]
  private let corrections: [LedgerImportResult.Change]
  private let unverified: [LedgerImportResult.Unverified]
  /// The rows of which the changes are listed.
  private let changedRows: Set<Place>
  /// The problems of rows with errors, by file.
  private let faulty: [(file: String, line: Int)]
  private let style: LedgerStyle
  /// How many corrections people are shown.
  private static let shown = 20

  /// A report of an import, whether or not its result is committed.
  package init(_ result: LedgerImportResult, _ style: LedgerStyle) {
    files = result.files
    corrections = result.changes
    unverified = result.unverified
    changedRows = Set(result.changes.map { Place(file: $0.file, line: $0.line) })
    faulty = ImportReport.faultyRows(result.records)
    self.style = style
  }

  /// The report for people, or as CSV.
  package func text() -> String { style.format == .csv ? csv() : table() }

  private func table() -> String {
    let language = style.language
    var text = ""
    for file in files {
      let name = ShownText.safe(file.name) + (file.isRoster ? language.pick("（花名册）", " (roster)") : "")
      let balance = file.line.balance.map { ImportWording.balance($0, in: language) } ?? ""
      text += name + language.pick("：", ": ") + balance + "\n"
      if file.left > 0 {
        text += language.pick("  离开花名册 \(file.left) 人\n", "  left the roster: \(file.left)\n")
      }
      for range in file.entries {
        let count = range.upperBound.number - range.lowerBound.number + 1
        let which = count == 1 ? range.lowerBound.text : "\(range.lowerBound)…\(range.upperBound)"
        text +=
          "  \(range.lowerBound.year)" + language.pick("：\(count) 条，\(which)\n", ": \(count), \(which)\n")
      }
      text += (present(file) ?? "") + missing(file)
    }
    text += short(corrections.map(line), language) + short(settled(), language)
    if corrections.contains(where: { $0.replacedBy == nil && !$0.isVoid }) {
      text += language.pick(
        "有改动的行没有收入；确认后用 --accept-changes 收入为更正\n",
        "changed rows were not taken; --accept-changes takes them as corrections\n")
    }
    if files.contains(where: { $0.line.balance?.void ?? 0 > 0 }) {
      text += language.pick(
        "已作废的登记项没有收入；确要恢复，用 --revive\n",
        "void entries were not taken; --revive makes them count again\n")
    }
    return text + short(unverified.map { UnverifiedWording.line($0, in: language) }, language)
  }

  /// The first lines, and how many there are besides.
  private func short(_ lines: [String], _ language: Language) -> String {
    var text = lines.prefix(ImportReport.shown).map { $0 + "\n" }.joined()
    let hidden = lines.count - ImportReport.shown
    if hidden > 0 {
      text += language.pick(
        "……另有 \(hidden) 条（--format json 全部列出）\n", "… \(hidden) more (--format json lists all)\n")
    }
    return text
  }

  /// The rows that are what an entry was once, or that are void: what they are is not to be seen from the counts.
  private func settled() -> [String] {
    var lines: [String] = []
    for file in files {
      for row in file.rows {
        guard let entry = row.entry else { continue }
        let place = "\(ShownText.safe(file.name)):\(row.line)"
        switch row.fate {
        case .void where !changedRows.contains(Place(file: file.name, line: Int(row.line))):
          lines.append(
            style.language.pick("\(place)：登记项 \(entry) 已作废，没有收入", "\(place): void: \(entry), not taken"))
        case .revived:
          lines.append(style.language.pick("\(place)：恢复登记项 \(entry)", "\(place): revived \(entry)"))
        case .present:
          guard let form = row.form else { continue }
          lines.append(
            style.language.pick(
              "\(place)：已有，是登记项 \(entry) 更正前的 \(form)",
              "\(place): already there: an earlier form of \(entry), \(form)"))
        default: continue
        }
      }
    }
    return lines
  }

  /// `already there: 2023-1…2023-7, 2023-9`; nil where there is none.
  private func present(_ file: LedgerImportResult.File) -> String? {
    let entries = file.rows.lazy.filter { $0.fate == .present && $0.form == nil }.compactMap(\.entry)
    let ranges = LedgerEntryID.ranges(entries)
    if ranges.isEmpty { return nil }
    let shown = ranges.prefix(ImportReport.shown).map { range in
      range.lowerBound == range.upperBound ? range.lowerBound.text : "\(range.lowerBound)…\(range.upperBound)"
    }
    return style.language.pick("  已有：", "  already there: ")
      + shown.joined(separator: style.language.pick("、", ", ")) + (ranges.count > shown.count ? " …" : "")
      + "\n"
  }

  /// What a whole file does not have.
  private func missing(_ file: LedgerImportResult.File) -> String {
    let language = style.language
    if file.missing.isEmpty { return "" }
    let ids = file.missing.prefix(ImportReport.shown).map(\.text).joined(separator: language.pick("、", ", "))
    let rest = file.missing.count > ImportReport.shown ? " …" : ""
    return file.missingIsVoided
      ? language.pick(
        "  文件里没有，已作废 \(file.missing.count) 条：\(ids)\(rest)\n",
        "  not in the file, made void: \(file.missing.count), \(ids)\(rest)\n")
      : language.pick(
        "  台账有而文件里没有 \(file.missing.count) 条：\(ids)\(rest)\n",
        "  not in the file: \(file.missing.count), \(ids)\(rest)\n")
  }

  /// Where a row is.
  private struct Place: Hashable {
    var file: String
    var line: Int
  }

  /// `a.csv:7: probably a correction of 2023-1: hours 8 → 6; taken as 2023-9`
  private func line(_ correction: LedgerImportResult.Change) -> String {
    let language = style.language
    let differences = correction.differences.map { field, old, new in
      let (old, new) = field == .personID ? (style.ids.show(old), style.ids.show(new)) : (old, new)
      return LedgerWords.name(field, in: language) + " " + ImportReport.shown(old) + " → "
        + ImportReport.shown(new)
    }.joined(separator: language.pick("，", ", "))
    let place = "\(ShownText.safe(correction.file)):\(correction.line)"
    var text = what(correction, at: place)
    if !differences.isEmpty { text += language.pick("：", ": ") + differences }
    if let new = correction.replacedBy { text += language.pick("；收入为 \(new)", "; taken as \(new)") }
    return text
  }

  private func what(_ correction: LedgerImportResult.Change, at place: String) -> String {
    let (entry, language) = (correction.entry, style.language)
    let form =
      correction.form == entry
      ? "" : language.pick("（更正前为 \(correction.form)）", " (once \(correction.form))")
    if correction.isVoid {
      return language.pick(
        "\(place)：改动了已作废的登记项 \(entry)\(form)", "\(place): a change of the void entry \(entry)\(form)")
    }
    return language.pick(
      "\(place)：可能是对登记项 \(entry)\(form) 的更正", "\(place): probably a correction of \(entry)\(form)")
  }

  private static func shown(_ value: String) -> String {
    value.isEmpty ? "-" : ProblemWording.quotable(value)
  }

  /// The report as JSON. `problems` is called where the problems stand, to write the elements of their list.
  package func json(problems: (inout ByteBuffer) -> Void) -> ByteBuffer {
    var buffer = ByteBuffer(capacity: 4096)
    buffer.fixed("{\n  \"schema\": \"cecredit.import/1\",\n  \"files\": [")
    list(files, &buffer) { file in
      .object([
        "file": .text(file.name), "roster": JSONValue(.bool(file.isRoster)),
        "change": .number(orNull: file.isRecorded ? file.line.id : nil),
        "balance": file.line.balance.map(ImportReport.json) ?? JSONValue(.null),
        "added": .object(added: file.line.addedByYear), "left": .number(file.left),
        "rosterYear": .number(orNull: file.line.rosterYear),
        "missing": .texts(file.missing.map(\.text)), "missingVoided": JSONValue(.bool(file.missingIsVoided)),
      ])
    }
    buffer.fixed("],\n  \"changes\": [")
    list(corrections, &buffer) { correction in
      .object([
        "file": .text(correction.file), "line": .number(correction.line),
        "entry": .text(correction.entry.text), "taken": JSONValue(.bool(correction.replacedBy != nil)),
        "replacedBy": .text(orNull: correction.replacedBy?.text),
        "differences": .list(
          correction.differences.map { field, old, new in
            let isID = field == .personID
            return .object([
              "column": .text(field.english), "old": .text(isID ? style.ids.show(old) : old),
              "new": .text(isID ? style.ids.show(new) : new),
            ])
          }),
        "form": .text(correction.form.text), "void": JSONValue(.bool(correction.isVoid)),
      ])
    }
    buffer.fixed("],\n  \"problems\": [")
    problems(&buffer)
    buffer.fixed("],\n  \"rows\": [")
    appendRows(to: &buffer)
    buffer.fixed("],\n  \"unverified\": [")
    list(unverified, &buffer, UnverifiedWording.json)
    buffer.fixed("]\n}\n")
    return buffer
  }

  /// Every row and what became of it, in order of file and line.
  private func appendRows(to buffer: inout ByteBuffer) {
    var isFirst = true
    func append(_ file: String, _ line: Int, _ fate: String, _ entry: LedgerEntryID?, _ form: LedgerEntryID?)
    {
      // By hand: there may be millions of them.
      buffer.append(isFirst ? "\n    " : ",\n    ")
      isFirst = false
      let entry = entry.map { "\"\($0)\"" } ?? "null"
      let form = form.map { "\"\($0)\"" } ?? "null"
      buffer.append("{\"file\": \(file), \"line\": \(line), \"outcome\": \"\(fate)\", ")
      buffer.append("\"entry\": \(entry), \"form\": \(form)}")
    }
    for file in files where !file.isRoster {
      var rest = faulty.filter { $0.file == file.name }[...]
      let name = JSONValue.text(file.name).compact
      for row in file.rows {
        while let first = rest.first, first.line < Int(row.line) {
          append(name, first.line, "problem", nil, nil)
          rest = rest.dropFirst()
        }
        append(name, Int(row.line), row.fate.word, row.entry, row.form)
      }
      for row in rest { append(name, row.line, "problem", nil, nil) }
    }
    if !isFirst { buffer.append("\n  ") }
  }

  /// The rows with errors, each once, in order of file and line.
  private static func faultyRows(_ records: Records) -> [(file: String, line: Int)] {
    var rows: [(file: String, line: Int)] = []
    for problem in records.problems where problem.code.severity == .error && problem.record > 0 {
      guard let file = records.files[safe: problem.file], !file.isRoster else { continue }
      if let last = rows.last, last.file == file.path, last.line == problem.line { continue }
      rows.append((file.path, problem.line))
    }
    return rows
  }

  private func list<Item>(_ items: [Item], _ buffer: inout ByteBuffer, _ json: (Item) -> JSONValue) {
    for (place, item) in items.enumerated() {
      buffer.append(place == 0 ? "\n    " : ",\n    ")
      buffer.append(json(item).compact)
    }
    if !items.isEmpty { buffer.append("\n  ") }
  }

  private func csv() -> String {
    var buffer = ByteBuffer()
    buffer.append("file,roster,change,read,taken,present,changed,problems,blank,void\n")
    for file in files {
      buffer.appendCSV(file.name)
      buffer.append(",\(file.isRoster),\(file.isRecorded ? "\(file.line.id)" : ""),")
      buffer.append(ImportReport.numbers(file.line.balance).joined(separator: ",") + "\n")
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// A balance in the order of the journal's columns; blank where there is none.
  static func numbers(_ balance: ImportBalance?) -> [String] {
    guard let balance else { return Array(repeating: "", count: 7) }
    return [
      balance.read, balance.taken, balance.present, balance.changed, balance.problems, balance.blank,
      balance.void,
    ].map(String.init)
  }

  /// A balance as JSON.
  static func json(_ balance: ImportBalance) -> JSONValue {
    .object([
      "read": .number(balance.read), "taken": .number(balance.taken), "present": .number(balance.present),
      "changed": .number(balance.changed), "problems": .number(balance.problems),
      "blank": .number(balance.blank), "void": .number(balance.void),
    ])
  }
}
