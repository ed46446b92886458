/// Cards of `title` for a terminal and as Markdown: one person's whole way.
struct TitleCards: TitleWriter {
  static let needsDetail = true
  let run: TitleRun
  let style: CheckStyle
  /// The day after which further study lies; nil says nothing of what can still be done.
  let asOf: Day?
  private var language: Language { style.language }
  private var isMarkdown: Bool { style.format == .markdown }

  mutating func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    let card = TitleCard(index, judgement, run, style, asOf: asOf)
    let ink = Ink(isOn: style.colour && !isMarkdown)
    let label = card.verdict.label(in: language)
    heading(card.heading, 2, ink, &buffer)
    let verdict = isMarkdown ? "**\(label)**" : ink.verdict(card.verdict, label)
    let meaning = card.verdict.meaning(in: language)
    line(language.pick("结论：\(verdict)（\(meaning)）", "verdict: \(verdict) (\(meaning))"), &buffer)
    for fact in card.facts { line(shown(fact), &buffer) }
    for year in card.years {
      let word = year.verdict.map { language.pick("：", ": ") + $0.label(in: language) } ?? ""
      heading(year.heading + word, 3, ink, &buffer)
      for hours in year.hours { line(hours, &buffer) }
      for finding in year.findings { line("· " + shown(finding), &buffer) }
      writeEntries(year.entries, ink, &buffer)
    }
    for section in card.sections {
      heading(section.heading, 3, ink, &buffer)
      for text in section.lines { line(shown(text), &buffer) }
    }
    if !card.clauses.isEmpty {
      heading(PersonCard.Heading.clauses.label(in: language), 3, ink, &buffer)
      for clause in card.clauses { line("\(shown(clause.locator))  \(shown(clause.says))", &buffer) }
    }
    if !card.notes.isEmpty {
      buffer.append("\n")
      for note in card.notes { line(shown(note), &buffer) }
    }
    buffer.append("\n")
  }

  private func shown(_ text: String) -> String {
    isMarkdown ? ShownText.markdown(text) : ShownText.safe(text)
  }

  private func heading(_ text: String, _ level: Int, _ ink: Ink, _ buffer: inout ByteBuffer) {
    let marks = String(repeating: "#", count: level) + " "
    buffer.append(level > 2 ? "\n" : "")
    buffer.append(isMarkdown ? marks + shown(text) + "\n\n" : ink.bold(ShownText.safe(text)) + "\n")
  }

  private func line(_ text: String, _ buffer: inout ByteBuffer) {
    buffer.append(isMarkdown ? "- \(text)\n" : "  \(text)\n")
  }

  private func writeEntries(_ rows: [[String]], _ ink: Ink, _ buffer: inout ByteBuffer) {
    if rows.isEmpty { return }
    let headings = TitleCard.entryHeadings(language)
    if isMarkdown {
      buffer.append("\n" + Markdown.row(headings))
      buffer.append(Markdown.row(headings.indices.map { $0 == 5 || $0 == 6 ? "---:" : "---" }))
      for row in rows { buffer.append(Markdown.row(row.map(ShownText.markdown))) }
      return
    }
    var widest = headings.map { _ in 0 }
    for row in rows { widest = zip(widest, row).map { max($0, DisplayWidth.of($1)) } }
    var layout = ColumnLayout(headings: headings, widest: widest, flushRight: [5, 6])
    if let width = style.width { layout.fit(width - 2, shrinking: [(4, 8), (7, 12)]) }
    buffer.append("  " + ink.dim(layout.line(headings)) + "\n")
    for row in rows { buffer.append("  " + layout.line(row) + "\n") }
  }
}
