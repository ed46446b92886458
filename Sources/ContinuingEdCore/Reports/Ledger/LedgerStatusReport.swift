/// What `cecredit ledger status` writes.
package struct LedgerStatusReport: Sendable {
  private let path: String
  private let tally: LedgerTally
  /// The people on the roster; nil if the ledger has none.
  private let roster: Int?
  /// The lines of the last changes, the latest last.
  private let last: [JournalLine]
  private let changes: Int
  private let verification: LedgerVerification
  private let style: LedgerStyle

  /// How many of the last changes are shown.
  package static let shownChanges = 5

  /// A report on the ledger at a path: what it holds, and whether it is whole.
  package init(
    path: String, _ tally: LedgerTally, roster: Int?, last: [JournalLine], changes: Int,
    verification: LedgerVerification, _ style: LedgerStyle
  ) {
    self.path = path
    self.tally = tally
    self.roster = roster
    self.last = last
    self.changes = changes
    self.verification = verification
    self.style = style
  }

  /// The report in the form of the style.
  package func text() -> String { style.text(table: table, json: json, csv: csv) }

  /// As the table names them.
  private static let statuses: [ReviewStatus?] = [.verified, .department, .unit, .declared, .rejected, nil]

  private func table() -> String {
    let language = style.language
    let all = tally.all
    var text = style.ink.bold(language.pick("台账 ", "ledger ") + ShownText.safe(path)) + "\n"
    let people = roster.map {
      language.pick("花名册 \($0) 人，", "\($0) on the roster, ")
    }
    text += line(
      language.pick("人员", "people"),
      (people ?? "")
        + language.pick("有登记项的 \(tally.peopleWithEntries) 人", "\(tally.peopleWithEntries) with entries"))
    text += line(
      language.pick("登记项", "entries"),
      language.pick(
        "有效 \(all.current) 条，作废 \(all.void) 条，已更正 \(all.replaced) 条",
        "\(all.current) current, \(all.void) void, \(all.replaced) corrected"))
    text += line(language.pick("核对", "verified"), verified)
    text += years()
    text += line(
      language.pick("改动", "changes"),
      changes == 0 ? "0" : language.pick("\(changes) 次，最近：", "\(changes), the last:"))
    let lines = LedgerHistory.table(last, style).split(separator: "\n")
    return text + lines.map { "  \($0)\n" }.joined()
  }

  private func line(_ label: String, _ value: String) -> String {
    "  \(DisplayWidth.padded(label, to: 8))  \(value)\n"
  }

  private var verified: String {
    let language = style.language
    let bad = verification.faults.count
    if bad == 0 {
      let pending = verification.notes.contains {
        if case .interruptedChange = $0.kind { return true }
        return false
      }
      let note =
        pending
        ? language.pick(
          "（有一次中断的改动，没有生效，下次写台账时清除）",
          " (an interrupted change, which does not count, is cleared away next time)")
        : ""
      return style.ink.green(language.pick("没有错误", "clean")) + note
    }
    return style.ink.red(
      language.pick("有 \(bad) 处错误，见 ledger verify", "\(English.count(bad, "fault")), see ledger verify"))
  }

  private func years() -> String {
    if tally.years.isEmpty { return "" }
    let language = style.language
    let headings =
      [language.pick("年度", "year"), language.pick("有效", "current")]
      + LedgerStatusReport.statuses.map { $0?.label(in: language) ?? language.pick("未填", "blank") }
      + [language.pick("作废", "void"), language.pick("已更正", "corrected")]
    let rows = tally.years.sorted { $0.key < $1.key }.map { year, counts in
      [year, counts.current].map(String.init)
        + LedgerStatusReport.statuses.map { String(counts.statuses[$0] ?? 0) }
        + [counts.void, counts.replaced].map(String.init)
    }
    let widest = headings.indices.map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
    let layout = ColumnLayout(headings: headings, widest: widest, flushRight: Set(headings.indices))
    return ([headings] + rows).map { "  " + layout.line($0) + "\n" }.joined()
  }

  /// What machine output tells of a year, in its order.
  private static func numbers(_ year: LedgerTally.Year) -> KeyValuePairs<String, Int> {
    func count(_ status: ReviewStatus?) -> Int { year.statuses[status] ?? 0 }
    return [
      "current": year.current, "verified": count(.verified), "declared": count(.declared),
      "rejected": count(.rejected), "blank": count(nil), "void": year.void, "replaced": year.replaced,
      "unit": count(.unit), "department": count(.department),
    ]
  }

  private func json() -> JSONValue {
    .object([
      "schema": .text("cecredit.ledger-status/1"),
      "people": .object(["roster": .number(orNull: roster), "withEntries": .number(tally.peopleWithEntries)]),
      "entries": LedgerStatusReport.json(tally.all),
      "years": .list(
        tally.years.sorted { $0.key < $1.key }.map { year, counts in
          .object(["year": .number(year), "entries": LedgerStatusReport.json(counts)])
        }),
      "changes": .object(["count": .number(changes), "last": .list(last.map(LedgerHistory.json))]),
      "verification": .object([
        "clean": JSONValue(.bool(verification.isClean)),
        "faults": .number(verification.faults.count),
      ]),
    ])
  }

  private static func json(_ year: LedgerTally.Year) -> JSONValue {
    JSONValue(
      .object(numbers(year).map { JSONValue.Member(name: $0.key, line: 0, value: .number($0.value)) }))
  }

  private func csv() -> String {
    let keys = LedgerStatusReport.numbers(LedgerTally.Year()).map(\.key)
    var text = (["year"] + keys).joined(separator: ",") + "\n"
    for (year, counts) in tally.years.sorted(by: { $0.key < $1.key }) {
      text +=
        ([year] + LedgerStatusReport.numbers(counts).map(\.value)).map(String.init).joined(separator: ",")
        + "\n"
    }
    return text
  }
}
