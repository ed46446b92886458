/// The table and the Markdown of `title`: a line a person, with a column a year.
extension TitleReport {
  func writeForPeople<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> TitleSummary {
    let survey = TitleSurvey(run, worstFirst: style.sorting == .worst)
    let words = TitleFrameWords(run: run, language: style.language)
    let rows = TitleRows(run: run, survey: survey, language: style.language, ids: style.ids)
    let isMarkdown = style.format == .markdown
    let ink = Ink(isOn: style.colour && !isMarkdown)
    var buffer = ByteBuffer()
    buffer.append(isMarkdown ? "# \(ShownText.markdown(words.title))\n\n" : ink.bold(words.title) + "\n\n")
    if try !take(buffer) { return survey.summary }
    if style.cards, run.count > 0 {
      buffer.removeAll()
      _ = try run.write(
        survey.order, makeWriter: { TitleCards(run: run, style: style, asOf: run.planDay) }, take: take)
    } else if run.count > 0 {
      if isMarkdown {
        buffer.removeAll()
        buffer.append(Markdown.row(rows.headings) + Markdown.row(rows.headings.map { _ in "---" }))
        if try !take(buffer) { return survey.summary }
        _ = try run.write(survey.order, makeWriter: { TitleMarkdownRows(rows: rows) }, take: take)
      } else {
        let table = TitleTable(rows, style)
        buffer.removeAll()
        buffer.append(ink.bold(table.layout.line(rows.headings)) + "\n")
        if try !take(buffer) { return survey.summary }
        _ = try run.write(survey.order, makeWriter: { table }, take: take)
      }
    }
    buffer.removeAll()
    let lines =
      (style.isQuiet && !isMarkdown
        ? []
        : [
          words.counts(survey.summary) { isMarkdown ? $1 : ink.verdict($0, $1) }, words.rows(survey.summary),
        ])
      + words.legend(survey)
    buffer.append("\n")
    for line in lines { buffer.append(isMarkdown ? "- \(ShownText.markdown(line))\n" : line + "\n") }
    _ = try take(buffer)
    return survey.summary
  }
}

/// A line a person in columns.
struct TitleTable: TitleWriter {
  static let needsDetail = false
  private let rows: TitleRows
  let layout: ColumnLayout
  private let ink: Ink
  private let notesBelow: Bool

  init(_ rows: TitleRows, _ style: CheckStyle) {
    self.rows = rows
    ink = Ink(isOn: style.colour)
    let headings = rows.headings
    var widest = headings.map { _ in 0 }
    _ = rows.run.survey(audits: false) { place, judgement in
      let cells = rows.cells(rows.run.person(at: place), judgement)
      widest = zip(widest, cells).map { max($0, DisplayWidth.of($1)) }
    }
    var layout = ColumnLayout(headings: headings, widest: widest, flushRight: [])
    var notesBelow = false
    if let width = style.width, layout.lineWidth > width {
      layout.drop(headings.count - 1)
      notesBelow = true
      layout.fit(width, shrinking: [(TitleRows.unitColumn, 8)])
    }
    (self.layout, self.notesBelow) = (layout, notesBelow)
  }

  mutating func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    let cells = rows.cells(index, judgement)
    let line = layout.line(cells) { column, text in
      column == 0 ? ink.verdict(judgement.verdict, text) : column == cells.count - 1 ? ink.dim(text) : text
    }
    buffer.append(line + "\n")
    if notesBelow, let notes = cells.last, !notes.isEmpty {
      buffer.append("      " + ink.dim("· " + notes) + "\n")
    }
  }
}

/// A row a person in Markdown.
struct TitleMarkdownRows: TitleWriter {
  static let needsDetail = false
  let rows: TitleRows

  mutating func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    buffer.append(Markdown.row(rows.cells(index, judgement).map(ShownText.markdown)))
  }
}
