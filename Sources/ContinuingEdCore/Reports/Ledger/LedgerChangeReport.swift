/// What `cecredit add` and `ledger void`, `correct` and `approve` write: what became of which entry.
package struct LedgerChangeReport: Sendable {
  private let lines: [JournalLine]
  /// The entries that were added by the command line, and not in another's place.
  private let added: [LedgerEntryID]
  private let unverified: [LedgerImportResult.Unverified]
  private let style: LedgerStyle
  /// How many lines people are shown.
  private static let shown = 20

  /// A report of a change by hand.
  package init(_ edit: LedgerEdit, _ style: LedgerStyle) {
    lines = edit.work.lines
    added = edit.added
    unverified = edit.unverified
    self.style = style
  }

  /// The lines that people are told: an approval that goes over to the row in an entry's place is no news.
  private var told: [JournalLine] {
    let replacements = Set(lines.compactMap(\.replacedBy))
    return lines.filter { line in
      line.entry.map { line.action != .approve || !replacements.contains($0) } ?? (line.action == .samePerson)
    }
  }

  /// The report in the form of the style.
  package func text() -> String { style.text(table: table, json: json, csv: csv) }

  private func table() -> String {
    let language = style.language
    var text = added.map { language.pick("新增 \($0)\n", "added \($0)\n") }.joined()
    for line in told.prefix(LedgerChangeReport.shown) {
      guard let entry = line.entry else {
        text += LedgerHistory.line(line, style) + "\n"
        continue
      }
      switch line.action {
      case .void: text += language.pick("作废 \(entry)\n", "voided \(entry)\n")
      case .revive: text += language.pick("恢复 \(entry)\n", "revived \(entry)\n")
      case .correct:
        let other = line.replacedBy?.text ?? "?"
        text += language.pick("更正 \(entry)，改为 \(other)\n", "corrected \(entry), now \(other)\n")
      case .approve:
        let status = line.status?.label(in: language) ?? "?"
        text += language.pick("审核 \(entry)：\(status)\n", "approved \(entry): \(status)\n")
      case .import, .add, .people, .samePerson, .merge, .upgrade: break
      }
    }
    let hidden = told.count - LedgerChangeReport.shown
    if hidden > 0 { text += language.pick("……另有 \(hidden) 条\n", "… \(hidden) more\n") }
    return text + unverified.map { UnverifiedWording.line($0, in: language) + "\n" }.joined()
  }

  private func json() -> JSONValue {
    .object([
      "schema": .text("cecredit.ledger-change/1"), "change": .number(orNull: lines.first?.id),
      "added": .texts(added.map(\.text)), "lines": .list(lines.map(LedgerHistory.json)),
      "unverified": .list(unverified.map(UnverifiedWording.json)),
    ])
  }

  private func csv() -> String {
    var text = "change,action,entry,replaced_by,status\n"
    for line in lines {
      let entries = line.entry.map { [$0] } ?? added
      for entry in entries {
        let cells = [
          "\(line.id)", line.action.rawValue, entry.text, line.replacedBy?.text ?? "",
          line.status?.code ?? "",
        ]
        text += cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }
}
