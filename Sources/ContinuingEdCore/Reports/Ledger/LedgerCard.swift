/// What `cecredit ledger show` and `ledger history ENTRY` write: an entry with all of its columns, the entries that it
/// took the place of side by side, and every change with when, who and why.
package struct LedgerCard: Sendable {
  /// The entry and those before and after it that corrections connect, the first first.
  private let chain: [ShownEntry]
  /// The one that was asked for.
  private let asked: LedgerEntryID
  /// The lines of the journal that concern the chain, in order.
  private let changes: [JournalLine]
  private let style: LedgerStyle

  /// A card of `asked`, which is one of `chain`.
  package init(_ asked: LedgerEntryID, chain: [ShownEntry], changes: [JournalLine], _ style: LedgerStyle) {
    self.asked = asked
    self.chain = chain
    self.changes = changes
    self.style = style
  }

  private var entry: ShownEntry? { chain.first { $0.id == asked } }

  /// The entry alone, and what happened to it.
  package func card() -> String {
    guard let entry else { return "" }
    let language = style.language
    let fields = Field.kept.filter { !entry.effective($0).isEmpty }
    let labels = fields.map { LedgerWords.name($0, in: language) }
    let width = labels.map(DisplayWidth.of).max() ?? 0
    var text = style.ink.bold(entry.id.text) + "  " + LedgerWords.state(entry, in: language) + "\n"
    for (field, label) in zip(fields, labels) {
      text +=
        "  \(DisplayWidth.padded(label, to: width))  \(entry.shown(field, in: language, ids: style.ids))\n"
    }
    return text + changeLines()
  }

  /// Every row of the chain side by side, the present state last, and the changes.
  package func sideBySide() -> String {
    let language = style.language
    guard let last = chain.last else { return "" }
    var headings = [""] + chain.map { $0.id.text }
    let isCurrent = last.fate == .current
    headings.append(
      isCurrent ? language.pick("现在", "now") : LedgerWords.state(last, in: language))
    var rows: [[String]] = []
    for field in Field.kept {
      // What a row said when it came, before approvals.
      var cells = chain.map { shown(field, $0) }
      cells.append(isCurrent ? last.shown(field, in: language, ids: style.ids) : "")
      if cells.allSatisfy(\.isEmpty) { continue }
      let differs = Set(isCurrent ? cells : cells.dropLast()).count > 1
      cells = cells.map { $0.isEmpty ? "-" : $0 }
      if !isCurrent { cells[cells.count - 1] = "" }
      rows.append([(differs ? "* " : "  ") + LedgerWords.name(field, in: language)] + cells)
    }
    let widest = headings.indices.map { column in
      max(1, rows.map { $0.count > column ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0)
    }
    let layout = ColumnLayout(headings: headings, widest: widest, flushRight: [])
    var text = style.ink.bold(layout.line(headings)) + "\n"
    for row in rows { text += layout.line(row) + "\n" }
    return text + "\n" + changeLines()
  }

  /// A cell as its row has it.
  private func shown(_ field: Field, _ entry: ShownEntry) -> String {
    guard field == .status else { return entry.shown(field, in: style.language, ids: style.ids) }
    let own = entry[.status]
    if case .value(let status) = LedgerFilter.read(own, CellParser.status) {
      return status.label(in: style.language)
    }
    return ProblemWording.quotable(own)
  }

  private func changeLines() -> String {
    changes.map { LedgerHistory.line($0, style) + "\n" }.joined()
  }

  /// Cards as JSON.
  package static func json(_ cards: [LedgerCard]) -> JSONValue {
    .object(["schema": .text("cecredit.ledger-show/1"), "entries": .list(cards.map { $0.json() })])
  }

  /// The history of the entry as JSON.
  package func history() -> JSONValue {
    .object([
      "schema": .text("cecredit.ledger-history/1"), "entry": .text(asked.text), "rows": rows,
      "changes": .list(changes.map(LedgerHistory.json)),
    ])
  }

  private func json() -> JSONValue {
    .object([
      "entry": .text(asked.text), "rows": rows, "changes": .list(changes.map(LedgerHistory.json)),
    ])
  }

  private var rows: JSONValue {
    .list(
      chain.map { entry in
        .object(["recordedStatus": .text(entry[.status]), "row": LedgerListing.json(entry, style.ids)])
      })
  }
}
