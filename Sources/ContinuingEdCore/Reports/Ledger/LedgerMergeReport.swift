/// What `cecredit ledger merge` writes: what was taken, what got another number, and what both copies have changed.
package struct LedgerMergeReport: Sendable {
  private let outcome: LedgerMerging.Outcome
  private let style: LedgerStyle

  /// A report of a merging, whether or not it is committed.
  package init(_ outcome: LedgerMerging.Outcome, _ style: LedgerStyle) {
    (self.outcome, self.style) = (outcome, style)
  }

  /// The report in the form of the style.
  package func text() -> String { style.text(table: table, json: json, csv: csv) }

  private func table() -> String {
    let language = style.language
    var text = language.pick(
      "共同的改动 \(outcome.common) 次，收入 \(outcome.taken.count) 次\n",
      "changes in common: \(outcome.common), taken: \(outcome.taken.count)\n")
    for taken in outcome.taken where taken.other != taken.here {
      text += language.pick(
        "  改动 \(taken.other) 在这边是 \(taken.here)\n", "  change \(taken.other) is \(taken.here) here\n")
    }
    for entry in outcome.renumbered {
      text += language.pick(
        "  登记项 \(entry.other) 在这边是 \(entry.here)\n", "  entry \(entry.other) is \(entry.here) here\n")
    }
    for conflict in outcome.conflicts {
      text += language.pick(
        "两边都改过 \(conflict.entry)，照这边的；那边：",
        "both have changed \(conflict.entry), which stays as it is here; there: ")
      text += LedgerHistory.line(conflict.line, style) + "\n"
    }
    for person in outcome.people {
      text += language.pick(
        "两边都改过花名册上的 \(style.ids.show(person))，照这边的\n",
        "both have changed \(style.ids.show(person)) on the roster, who stays as here\n")
    }
    return text
  }

  private func json() -> JSONValue {
    .object([
      "schema": .text("cecredit.ledger-merge/1"), "common": .number(outcome.common),
      "taken": .list(
        outcome.taken.map { .object(["other": .number($0.other), "here": .number($0.here)]) }),
      "renumbered": .list(
        outcome.renumbered.map { .object(["other": .text($0.other.text), "here": .text($0.here.text)]) }),
      "conflicts": .list(
        outcome.conflicts.map {
          .object(["entry": .text($0.entry.text), "other": LedgerHistory.json($0.line)])
        }),
      "people": .texts(outcome.people.map(style.ids.show)),
    ])
  }

  private func csv() -> String {
    var text = "what,other,here\n"
    for taken in outcome.taken { text += "change,\(taken.other),\(taken.here)\n" }
    for entry in outcome.renumbered { text += "entry,\(entry.other),\(entry.here)\n" }
    for conflict in outcome.conflicts { text += "conflict,\(conflict.line.id),\(conflict.entry)\n" }
    return text
  }
}
