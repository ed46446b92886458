/// What `cecredit ledger history` writes: every change with when, who and why.
package struct LedgerHistory: Sendable {
  private let lines: [JournalLine]
  private let style: LedgerStyle

  /// A history of these lines of a journal, in order.
  package init(_ lines: [JournalLine], _ style: LedgerStyle) {
    self.lines = lines
    self.style = style
  }

  /// The history in the form of the style.
  package func text() -> String {
    switch style.format {
    case .table: table()
    case .json:
      JSONValue.object([
        "schema": .text("cecredit.ledger-history/1"), "changes": .list(lines.map(LedgerHistory.json)),
      ]).formatted()
    case .csv, .xlsx: csv()
    }
  }

  private func table() -> String {
    if lines.isEmpty { return style.language.pick("还没有改动\n", "no changes yet\n") }
    return LedgerHistory.table(lines, style)
  }

  /// The lines as text. What one change did to many entries is told in short.
  static func table(_ lines: [JournalLine], _ style: LedgerStyle) -> String {
    var text = ""
    var rest = lines[...]
    while let first = rest.first {
      let same = rest.prefix { $0.id == first.id && $0.action == first.action && $0.entry != nil }
      let shown = same.count > shownLines ? shownLines - 1 : max(1, same.count)
      for line in rest.prefix(shown) { text += LedgerHistory.line(line, style) + "\n" }
      let hidden = same.count - shown
      if hidden > 0 {
        let action = LedgerWords.action(first.action, in: style.language)
        text += style.language.pick(
          "#\(first.id)  ……\(action)另有 \(hidden) 条\n", "#\(first.id)  … \(action) of \(hidden) more\n")
      }
      rest = rest.dropFirst(max(1, same.count))
    }
    return text
  }

  /// How many lines of one change people are shown.
  private static let shownLines = 4

  /// `#4  2023-07-01 09:30  zhang  correct  2023-1 → 2023-7: hours were 8`.
  static func line(_ line: JournalLine, _ style: LedgerStyle) -> String {
    let language = style.language
    var parts = [
      style.ink.bold("#\(line.id)"), LedgerWords.moment(line.when), ShownText.safe(line.who),
      LedgerWords.action(line.action, in: language),
    ]
    let what = what(line, language)
    if !what.isEmpty { parts.append(what) }
    let reason = line.reason.isEmpty ? "" : language.pick("：", ": ") + ShownText.safe(line.reason)
    return parts.joined(separator: "  ") + reason
  }

  private static func what(_ line: JournalLine, _ language: Language) -> String {
    switch line.action {
    case .import, .people, .merge:
      let balance = line.balance.map { ImportWording.balance($0, in: language) } ?? ""
      return [ShownText.safe(line.file), balance].filter { !$0.isEmpty }.joined(separator: "  ")
    case .add: return years(line)
    case .correct:
      return (line.entry?.text ?? "?") + " → " + (line.replacedBy?.text ?? "?")
    case .void, .revive: return line.entry?.text ?? "?"
    case .samePerson: return IDMask.masked(line.person) + " → " + IDMask.masked(line.sameAs)
    case .upgrade: return ""
    case .approve:
      return (line.entry?.text ?? "?") + " → " + (line.status?.label(in: language) ?? "?")
    }
  }

  private static func years(_ line: JournalLine) -> String {
    line.addedByYear.map { "\($0.year) +\($0.count)" }.joined(separator: ", ")
  }

  /// A line of the journal as JSON.
  static func json(_ line: JournalLine) -> JSONValue {
    .object([
      "change": .number(line.id), "when": .text(line.when), "who": .text(line.who),
      "action": .text(line.action.rawValue), "entry": .text(orNull: line.entry?.text),
      "replacedBy": .text(orNull: line.replacedBy?.text), "status": .text(orNull: line.status?.code),
      "reason": .text(line.reason), "file": .text(line.file),
      "balance": line.balance.map(ImportReport.json) ?? JSONValue(.null),
      "added": .object(added: line.addedByYear),
    ])
  }

  private func csv() -> String {
    var buffer = ByteBuffer()
    buffer.append(
      "change,when,who,action,entry,replaced_by,status,reason,file,read,taken,present,changed,problems,blank,void\n"
    )
    for line in lines {
      let texts = [
        "\(line.id)", line.when, line.who, line.action.rawValue, line.entry?.text ?? "",
        line.replacedBy?.text ?? "", line.status?.code ?? "", line.reason, line.file,
      ]
      for (place, text) in texts.enumerated() {
        if place > 0 { buffer.append(UInt8(ascii: ",")) }
        buffer.appendCSV(text)
      }
      buffer.append("," + ImportReport.numbers(line.balance).joined(separator: ",") + "\n")
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

extension JSONValue {
  /// Numbers by credit year.
  static func object(added: [(year: Int, count: Int)]) -> JSONValue {
    JSONValue(.object(added.map { Member(name: "\($0.year)", line: 0, value: .number($0.count)) }))
  }
}
