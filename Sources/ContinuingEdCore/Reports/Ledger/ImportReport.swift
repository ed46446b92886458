/// What `cecredit import` writes: for every file what became of its rows, and the rows that are probably corrections.
public struct ImportReport: Sendable {
  private let files: [LedgerImportResult.File]
  private let corrections: [LedgerImportResult.Change]
  private let style: LedgerStyle
  /// How many corrections people are shown.
  private static let shown = 20

  /// A report of an import, whether or not its result is committed.
  public init(_ result: LedgerImportResult, _ style: LedgerStyle) {
    files = result.files
    corrections = result.changes
    self.style = style
  }

  /// The report for people, or as CSV.
  public func text() -> String { style.format == .csv ? csv() : table() }

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
    }
    for correction in corrections.prefix(ImportReport.shown) { text += line(correction) + "\n" }
    let hidden = corrections.count - ImportReport.shown
    if hidden > 0 {
      text += language.pick(
        "……另有 \(hidden) 条（--format json 全部列出）\n", "… \(hidden) more (--format json lists all)\n")
    }
    if corrections.contains(where: { $0.replacedBy == nil }) {
      text += language.pick(
        "有改动的行没有收入；确认后用 --accept-changes 收入为更正\n",
        "changed rows were not taken; --accept-changes takes them as corrections\n")
    }
    return text
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
    var text = language.pick(
      "\(place)：可能是对登记项 \(correction.entry) 的更正", "\(place): probably a correction of \(correction.entry)")
    if !differences.isEmpty { text += language.pick("：", ": ") + differences }
    if let new = correction.replacedBy { text += language.pick("；收入为 \(new)", "; taken as \(new)") }
    return text
  }

  private static func shown(_ value: String) -> String {
    value.isEmpty ? "-" : ProblemWording.quotable(value)
  }

  /// The report as JSON. `problems` is called where the problems stand, to write the elements of their list.
  public func json(problems: (inout ByteBuffer) -> Void) -> ByteBuffer {
    var buffer = ByteBuffer(capacity: 4096)
    buffer.fixed("{\n  \"schema\": \"cecredit.import/1\",\n  \"files\": [")
    list(files, &buffer) { file in
      .object([
        "file": .text(file.name), "roster": JSONValue(.bool(file.isRoster)),
        "change": .number(orNull: file.isRecorded ? file.line.id : nil),
        "balance": file.line.balance.map(ImportReport.json) ?? JSONValue(.null),
        "added": .object(added: LedgerHistory.added(file.line)), "left": .number(file.left),
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
      ])
    }
    buffer.fixed("],\n  \"problems\": [")
    problems(&buffer)
    buffer.fixed("]\n}\n")
    return buffer
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
    buffer.append("file,roster,change,read,taken,present,changed,problems,blank\n")
    for file in files {
      buffer.appendCSV(file.name)
      buffer.append(",\(file.isRoster),\(file.isRecorded ? "\(file.line.id)" : ""),")
      buffer.append(ImportReport.numbers(file.line.balance).joined(separator: ",") + "\n")
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// A balance in the order of the journal's columns; blank where there is none.
  static func numbers(_ balance: ImportBalance?) -> [String] {
    guard let balance else { return Array(repeating: "", count: 6) }
    return [
      balance.read, balance.taken, balance.present, balance.changed, balance.problems, balance.blank,
    ].map(String.init)
  }

  /// A balance as JSON.
  static func json(_ balance: ImportBalance) -> JSONValue {
    .object([
      "read": .number(balance.read), "taken": .number(balance.taken), "present": .number(balance.present),
      "changed": .number(balance.changed), "problems": .number(balance.problems),
      "blank": .number(balance.blank),
    ])
  }
}
