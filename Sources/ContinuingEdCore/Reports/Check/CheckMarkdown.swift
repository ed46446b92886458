/// The Markdown of `check`: a table with a row a person.
struct MarkdownRows: PersonWriter {
  static let needsDetail = false
  let run: CheckRun
  let style: CheckStyle

  /// The headings and the rule below them.
  var head: String {
    let headings = PersonRow.headings(style.language)
    let rules = headings.indices.map { PersonRow.numberColumns.contains($0) ? "---:" : "---" }
    return Markdown.row(headings) + Markdown.row(rules)
  }

  mutating func write(_ index: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer) {
    let rules = run.ruleSets[run.ruleSetIndex(of: index)]
    let row = PersonRow(
      run.records.people[index], judgement, run.records.texts, rules, style.language, style.ids)
    buffer.append(Markdown.row(row.cells(style.language).map(ShownText.markdown)))
  }
}

/// The Markdown of `check`: a section a person with everything that the card has.
struct MarkdownCards: PersonWriter {
  static let needsDetail = true
  let run: CheckRun
  let style: CheckStyle
  private var language: Language { style.language }

  mutating func write(_ index: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer) {
    let card = PersonCard(index, judgement, run, style)
    buffer.append("## \(ShownText.markdown(card.heading))\n\n")
    let (label, meaning) = (card.verdict.label(in: language), card.verdict.meaning(in: language))
    buffer.append(language.pick("**\(label)**：\(meaning)\n\n", "**\(label)**: \(meaning)\n\n"))
    writeBars(card.bars, &buffer)
    for part in card.sections { section(part.heading, part.notes, &buffer) }
    if !card.unused.isEmpty {
      buffer.append("### " + PersonCard.Heading.unused.label(in: language) + "\n\n")
      buffer.append("- \(card.unused)\n\n")
    }
    if !card.entries.isEmpty {
      let headings = EntryColumns.headings(language)
      let rules = headings.indices.map { EntryColumns.numbers.contains($0) ? "---:" : "---" }
      buffer.append("### " + PersonCard.Heading.entries.label(in: language) + "\n\n")
      buffer.append(Markdown.row(headings) + Markdown.row(rules))
      for entry in card.entries {
        buffer.append(Markdown.row(EntryColumns.cells(entry, language).map(ShownText.markdown)))
      }
      buffer.append("\n")
    }
    if !card.clauses.isEmpty {
      buffer.append("### " + PersonCard.Heading.clauses.label(in: language) + "\n\n")
      for clause in card.clauses {
        buffer.append("- \(ShownText.markdown(clause.locator))：\(ShownText.markdown(clause.says))\n")
      }
      buffer.append("\n")
    }
  }

  private func writeBars(_ bars: [PersonCard.Bar], _ buffer: inout ByteBuffer) {
    if bars.isEmpty { return }
    buffer.append(
      Markdown.row(
        language.pick(
          ["科目", "应修", "已计", "还缺", "待审", "待审全部认定后还缺"],
          ["subject", "required", "has", "missing", "waiting", "missing if all is approved"]))
        + Markdown.row(["---", "---:", "---:", "---:", "---:", "---:"]))
    for bar in bars {
      buffer.append(
        Markdown.row([
          bar.label, "\(bar.required)", "\(bar.credited)", "\(bar.missing)",
          "\(bar.ifApproved - bar.credited)",
          "\(bar.missingIfApproved)",
        ])
      )
    }
    buffer.append("\n")
  }

  private func section(_ heading: String, _ notes: [PersonCard.Note], _ buffer: inout ByteBuffer) {
    buffer.append("### \(heading)\n\n")
    for note in notes {
      var line = "- " + note.amount(in: language) + note.reason(in: language)
      if let entry = note.entry { line += language.pick("。", ". ") + ShownText.markdown(entry) }
      buffer.append(line + "\n")
    }
    buffer.append("\n")
  }
}

/// The small part of Markdown that reports use.
enum Markdown {
  /// A row of a table; the cells are escaped by the caller.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}
