/// The HTML of `title`: a page with a row a person and a column a year, or a section a person.
extension TitleReport {
  func writeHTML<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> TitleSummary {
    let survey = TitleSurvey(run, worstFirst: style.sorting == .worst)
    let words = TitleFrameWords(run: run, language: style.language)
    let rows = TitleRows(run: run, survey: survey, language: style.language, ids: style.ids)
    var buffer = ByteBuffer()
    let page = HTMLFrame(words.title, style.language, style: TitleHTMLRows.style)
    buffer.append(page.open + "<h1>\(ShownText.html(words.title))</h1>\n")
    let counts = words.counts(survey.summary) {
      "<span class=\"v \($0.code)\">\(ShownText.html($1))</span>"
    }
    buffer.append("<p>\(counts)<br><small>\(ShownText.html(words.rows(survey.summary)))</small></p>\n")
    for line in words.legend(survey) { buffer.append("<p><small>\(ShownText.html(line))</small></p>\n") }
    if !style.cards {
      buffer.append("<table class=\"people\"><caption>\(ShownText.html(words.title))</caption><thead><tr>")
      for heading in rows.headings { buffer.append("<th scope=\"col\">\(ShownText.html(heading))</th>") }
      buffer.append("</tr></thead><tbody>\n")
    }
    if try !take(buffer) { return survey.summary }
    buffer.removeAll()
    if style.cards {
      _ = try run.write(survey.order, makeWriter: { TitleHTMLCards(run: run, style: style) }, take: take)
    } else {
      _ = try run.write(survey.order, makeWriter: { TitleHTMLRows(rows: rows) }, take: take)
      buffer.append("</tbody></table>\n")
    }
    buffer.append(page.close)
    _ = try take(buffer)
    return survey.summary
  }
}

/// A row a person.
struct TitleHTMLRows: TitleWriter {
  static let needsDetail = false
  /// On a telephone each row is a card, whose cells say what they are.
  static let style = """
    @media screen and (max-width:40rem){.people,.people tbody,.people tr,.people th,.people td{display:block;width:auto}\
    .people thead{display:none}.people tr{border:1px solid var(--line);margin:.6rem 0;padding:.3rem}\
    .people td,.people th{border:0}.people [data-l]::before{content:attr(data-l)"：";font-weight:600}}

    """
  let rows: TitleRows

  mutating func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    buffer.append("<tr>")
    let headings = rows.headings
    let chinese = HTMLFrame.chinese(in: rows.language)
    for (column, cell) in rows.cells(index, judgement).enumerated() {
      let text = ShownText.html(cell)
      switch column {
      case 0: buffer.append("<td><span class=\"v \(judgement.verdict.code)\">\(text)</span></td>")
      case 1: buffer.append("<th scope=\"row\"\(chinese)>\(text)</th>")
      case TitleRows.unitColumn: buffer.append("<td\(chinese)>\(text)</td>")
      default:
        let label = cell.isEmpty ? "" : " data-l=\"\(ShownText.html(headings[column]))\""
        buffer.append("<td\(label)>\(text)</td>")
      }
    }
    buffer.append("</tr>\n")
  }
}

/// A section a person, with the whole way.
struct TitleHTMLCards: TitleWriter {
  static let needsDetail = true
  let run: TitleRun
  let style: CheckStyle

  mutating func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    let language = style.language
    let card = TitleCard(index, judgement, run, style, asOf: run.planDay)
    buffer.append("<section><h2>\(ShownText.html(card.heading))</h2>\n")
    let label = ShownText.html(card.verdict.label(in: language))
    let meaning = ShownText.html(card.verdict.meaning(in: language))
    buffer.append("<p><span class=\"v \(card.verdict.code)\">\(label)</span> \(meaning)</p>\n")
    list(card.facts, &buffer)
    for year in card.years {
      let word = year.verdict.map { language.pick("：", ": ") + $0.label(in: language) } ?? ""
      buffer.append("<h3>\(ShownText.html(year.heading + word))</h3>\n")
      list(year.hours + year.findings, &buffer)
      if year.entries.isEmpty { continue }
      buffer.append("<table><thead><tr>")
      for heading in TitleCard.entryHeadings(language) {
        buffer.append("<th scope=\"col\">\(ShownText.html(heading))</th>")
      }
      buffer.append("</tr></thead><tbody>\n")
      for row in year.entries {
        let cells = row.enumerated().map {
          "<td\($0.offset == 5 || $0.offset == 6 ? " class=\"n\"" : "")>\(ShownText.html($0.element))</td>"
        }
        buffer.append("<tr>\(cells.joined())</tr>\n")
      }
      buffer.append("</tbody></table>\n")
    }
    for section in card.sections {
      buffer.append("<h3>\(ShownText.html(section.heading))</h3>\n")
      list(section.lines, &buffer)
    }
    if !card.clauses.isEmpty {
      buffer.append("<h3>\(PersonCard.Heading.clauses.label(in: language))</h3>\n<dl>\n")
      for clause in card.clauses {
        buffer.append(
          "<dt>\(ShownText.html(clause.locator))</dt><dd\(HTMLFrame.chinese(in: language))>\(ShownText.html(clause.says))</dd>\n"
        )
      }
      buffer.append("</dl>\n")
    }
    for note in card.notes { buffer.append("<p>\(ShownText.html(note))</p>\n") }
    buffer.append("</section>\n")
  }

  private func list(_ lines: [String], _ buffer: inout ByteBuffer) {
    if lines.isEmpty { return }
    let items = lines.map { "<li>\(ShownText.html($0))</li>" }
    buffer.append("<ul>\(items.joined())</ul>\n")
  }
}
