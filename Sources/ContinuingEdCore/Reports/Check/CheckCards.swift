/// Cards of `check` for a terminal: for each person how far along each subject is, what was lost to which clause and
/// what waits for whom.
struct CheckCards: PersonWriter {
  static let needsDetail = true
  private static let barCells = 24

  private let run: CheckRun
  private let style: CheckStyle
  private let ink: Ink
  private var language: Language { style.language }

  init(_ run: CheckRun, _ style: CheckStyle) {
    self.run = run
    self.style = style
    ink = Ink(isOn: style.colour)
  }

  mutating func write(_ index: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer) {
    let card = PersonCard(index, judgement, run, style)
    buffer.append(ink.bold(card.heading) + "\n")
    let verdict = ink.verdict(card.verdict, card.verdict.label(in: language))
    buffer.append(
      language.pick("结论：", "verdict: ") + verdict + language.pick("（", " — ")
        + card.verdict.meaning(in: language) + language.pick("）", "") + "\n\n")
    writeBars(card.bars, &buffer)
    for part in card.sections { section(part.heading, part.notes, &buffer) }
    if !card.unused.isEmpty {
      let heading = PersonCard.Heading.unused.label(in: language)
      buffer.append(ink.bold(heading) + "\n  " + ink.red(card.unused) + "\n\n")
    }
    writeEntries(card.entries, &buffer)
    if !card.clauses.isEmpty {
      buffer.append(ink.bold(PersonCard.Heading.clauses.label(in: language)) + "\n")
      for clause in card.clauses { buffer.append("  \(clause.locator)  \(ink.dim(clause.says))\n") }
      buffer.append("\n")
    }
  }

  private func writeBars(_ bars: [PersonCard.Bar], _ buffer: inout ByteBuffer) {
    let labels = bars.map { DisplayWidth.of($0.label) }.max() ?? 0
    for bar in bars {
      let (done, waiting) = bar.filled(of: CheckCards.barCells)
      let rest = CheckCards.barCells - done - waiting
      var line = "  " + DisplayWidth.padded(bar.label, to: labels) + "  "
      line += ink.green(String(repeating: "█", count: done))
      line += ink.yellow(String(repeating: "▒", count: waiting))
      line += ink.dim(String(repeating: "░", count: rest))
      let words = bar.words(in: language)
      line += "  " + words.standing
      line += bar.missing > .zero ? ink.red(words.missing) : ink.green(words.missing)
      if let waiting = words.waiting { line += ink.yellow(waiting) }
      buffer.append(line + "\n")
    }
    if !bars.isEmpty { buffer.append("\n") }
  }

  private func section(_ heading: String, _ notes: [PersonCard.Note], _ buffer: inout ByteBuffer) {
    buffer.append(ink.bold(heading) + "\n")
    let hours = notes.map { $0.hours?.description ?? "" }
    let widest = hours.map(\.count).max() ?? 0
    for (note, hours) in zip(notes, hours) {
      var line = "  "
      if widest > 0 { line += DisplayWidth.aligned(hours, to: widest) + "  " }
      line += note.reason(in: language)
      buffer.append(line + "\n")
      if let entry = note.entry {
        buffer.append(String(repeating: " ", count: widest + 4) + ink.dim(entry) + "\n")
      }
    }
    buffer.append("\n")
  }

  private func writeEntries(_ entries: [PersonCard.Line], _ buffer: inout ByteBuffer) {
    if entries.isEmpty { return }
    let headings = EntryColumns.headings(language)
    let rows = entries.map { EntryColumns.cells($0, language) }
    var widest = headings.map { _ in 0 }
    for row in rows { widest = zip(widest, row).map { max($0, DisplayWidth.of($1)) } }
    var layout = ColumnLayout(headings: headings, widest: widest, flushRight: EntryColumns.numbers)
    if let width = style.width { layout.fit(width - 2, shrinking: [(EntryColumns.title, 8)]) }
    buffer.append(ink.bold(PersonCard.Heading.entries.label(in: language)) + "\n")
    buffer.append("  " + ink.dim(layout.line(headings)) + "\n")
    for row in rows { buffer.append("  " + layout.line(row) + "\n") }
    buffer.append("\n")
  }
}

/// The columns of a table of entries.
enum EntryColumns {
  static let title = 4
  static let numbers: Set<Int> = [5, 6]

  static func headings(_ language: Language) -> [String] {
    language.pick(
      ["出处", "类别", "科目", "日期", "名称", "折算", "计入", "状态"],
      ["place", "category", "subject", "days", "title", "worth", "credited", "state"])
  }

  static func cells(_ line: PersonCard.Line, _ language: Language) -> [String] {
    [
      line.place, line.what, line.subject, line.days, line.title, "\(line.worth)", "\(line.credited)",
      line.state.label(in: language),
    ]
  }
}
