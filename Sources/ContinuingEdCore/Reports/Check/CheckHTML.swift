/// The HTML of `check`: a row a person, with a bar for each subject.
struct HTMLRows: PersonWriter {
  static let needsDetail = false
  let run: CheckRun
  let style: CheckStyle

  /// The head of the table.
  var head: String {
    "<table><thead><tr>"
      + PersonRow.headings(style.language).map { "<th>\(ShownText.html($0))</th>" }.joined()
      + "</tr></thead><tbody>\n"
  }

  mutating func write(_ index: Int, _ judgement: Judgement, into buffer: inout ByteBuffer) {
    let row = PersonRow(run.records.people[index], judgement, run.records.texts, style.language, style.ids)
    var line = "<tr>"
    for (column, cell) in row.cells(style.language).enumerated() {
      let text = ShownText.html(cell)
      switch column {
      case 0: line += "<td><span class=\"v \(row.verdict.code)\">\(text)</span></td>"
      case _ where PersonRow.numberColumns.contains(column): line += "<td class=\"n\">\(text)</td>"
      default: line += "<td>\(text)</td>"
      }
    }
    buffer.append(line + "</tr>\n")
  }
}

/// The HTML of `check`: a section a person with everything that the card has.
struct HTMLCards: PersonWriter {
  static let needsDetail = true
  let run: CheckRun
  let style: CheckStyle
  private var language: Language { style.language }

  mutating func write(_ index: Int, _ judgement: Judgement, into buffer: inout ByteBuffer) {
    let card = PersonCard(index, judgement, run, style)
    buffer.append("<section><h2>\(ShownText.html(card.heading))</h2>\n")
    buffer.append(
      "<p><span class=\"v \(card.verdict.code)\">\(ShownText.html(card.verdict.label(in: language)))</span> "
        + "\(ShownText.html(card.verdict.meaning(in: language)))</p>\n")
    for bar in card.bars { buffer.append(html(bar)) }
    for part in card.sections { section(part.heading, part.notes, &buffer) }
    if !card.unused.isEmpty {
      let heading = PersonCard.Heading.unused.label(in: language)
      buffer.append("<h3>\(heading)</h3><p>\(ShownText.html(card.unused))</p>\n")
    }
    if !card.entries.isEmpty {
      buffer.append("<h3>\(PersonCard.Heading.entries.label(in: language))</h3><table><thead><tr>")
      for heading in EntryColumns.headings(language) { buffer.append("<th>\(heading)</th>") }
      buffer.append("</tr></thead><tbody>\n")
      for entry in card.entries {
        buffer.append("<tr>")
        for (column, cell) in EntryColumns.cells(entry, language).enumerated() {
          let isNumber = EntryColumns.numbers.contains(column)
          buffer.append("<td\(isNumber ? " class=\"n\"" : "")>\(ShownText.html(cell))</td>")
        }
        buffer.append("</tr>\n")
      }
      buffer.append("</tbody></table>\n")
    }
    if !card.clauses.isEmpty {
      buffer.append("<h3>\(PersonCard.Heading.clauses.label(in: language))</h3><dl>\n")
      for clause in card.clauses {
        buffer.append("<dt>\(ShownText.html(clause.locator))</dt><dd>\(ShownText.html(clause.says))</dd>\n")
      }
      buffer.append("</dl>\n")
    }
    buffer.append("</section>\n")
  }

  private func html(_ bar: PersonCard.Bar) -> String {
    let (done, waiting) = bar.filled(of: 100)
    let words = bar.words(in: language)
    return """
      <div class="b"><span>\(ShownText.html(bar.label))</span><i><b style="width:\(done)%"></b>\
      <u style="width:\(waiting)%"></u></i><span>\(words.standing)\(words.missing)\(words.waiting ?? "")</span></div>

      """
  }

  private func section(_ heading: String, _ notes: [PersonCard.Note], _ buffer: inout ByteBuffer) {
    buffer.append("<h3>\(heading)</h3><ul>\n")
    for note in notes {
      var line = "<li>" + note.amount(in: language) + ShownText.html(note.reason(in: language))
      if let entry = note.entry { line += "<br><small>\(ShownText.html(entry))</small>" }
      buffer.append(line + "</li>\n")
    }
    buffer.append("</ul>\n")
  }
}

/// The page around the people: nothing is loaded from anywhere.
enum HTMLPage {
  static func open(_ title: String, _ language: Language) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.pick("zh-CN", "en"))"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(ShownText.html(title))</title>
    <style>
    body{font:15px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2em auto;max-width:76em;\
    padding:0 1em;color:#222}
    table{border-collapse:collapse;width:100%;margin:.8em 0}
    th,td{border-bottom:1px solid #ddd;padding:.3em .6em;text-align:left;vertical-align:top}
    th{background:#f4f4f4;position:sticky;top:0}
    .n{text-align:right;white-space:nowrap}
    .v{border-radius:.3em;padding:.1em .5em;white-space:nowrap;background:#eee}
    .compliant{background:#d9f2dd}.pending{background:#fdf0c2}.short{background:#fbd9d5}.undetermined{background:#d6ecf5}
    .b{display:flex;gap:1em;align-items:center}.b>span:first-child{width:6em}
    .b i{flex:0 1 22em;height:.8em;background:#e4e4e4;display:flex}
    .b b{background:#3a9a50}.b u{background:#e3b341}
    small{color:#666}dt{font-weight:bold}section{margin-bottom:3em}
    @media print{body{margin:0;max-width:none}section{break-inside:avoid}}
    </style></head><body>
    <h1>\(ShownText.html(title))</h1>

    """
  }

  static let close = "</body></html>\n"
}
