/// The result of a check in one of its forms, written piece by piece: memory does not grow with its length.
package struct CheckReport {
  private let run: CheckRun
  private let style: CheckStyle
  private var frame: CheckFrame { CheckFrame(run: run, language: style.language) }

  /// About how many people a piece of a long report has: a measure of progress.
  package static let peopleInPiece = OrderedWork.rangeSize

  /// A report on a run.
  package init(_ run: CheckRun, _ style: CheckStyle) {
    self.run = run
    self.style = style
  }

  /// Writes the report. `take` gets bytes in order and says whether it wants more. Returns what the run adds up to.
  package func write<Failure: Error>(
    to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    switch style.format {
    case .csv: try writeCSV(take)
    case .jsonl:
      try run.write(
        order, audits: true, makeWriter: { CheckJSON(run, ids: style.ids, indent: "", end: "\n") }, take: take
      )
    case .json: try writeJSON(take)
    case .table: try writeTable(take)
    case .markdown: try writeMarkdown(take)
    case .html: try writeHTML(take)
    case .xlsx: try writeWorkbook(take)
    }
  }

  /// The order of machine forms: that of the contract unless another is asked for.
  private var order: PeopleOrder {
    style.sorting == .worst ? PeopleSurvey(run, style).order(.worst) : .asGiven(run.count)
  }

  /// The columns of counts by unit.
  static let unitColumns = [
    "unit", "people", "compliant", "pending", "short", "undetermined", "not_applicable",
  ]

  /// A row a unit in place of one a person.
  private func writeUnitsCSV<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    let survey = PeopleSurvey(run, style)
    var buffer = ByteBuffer()
    buffer.append(CheckReport.unitColumns.joined(separator: ",") + "\n")
    for unit in survey.units {
      buffer.appendCSV(unit.unit)
      buffer.append(",\(unit.verdicts.people)")
      for verdict in Verdict.allCases { buffer.append(",\(unit.verdicts[verdict])") }
      buffer.append("\n")
    }
    _ = try take(buffer)
    return survey.summary
  }

  private func writeCSV<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    if style.byUnit { return try writeUnitsCSV(take) }
    if try !take(CheckCSV.header(run)) { return run.tally() }
    return try run.write(
      order, audits: true, makeWriter: { CheckCSV(run: run, ids: style.ids) }, take: take)
  }

  private func writeWorkbook<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    if style.byUnit { return try writeUnitsWorkbook(take) }
    var workbook = WorkbookWriter(CheckSheet.frame(OtherColumns.names(run)))
    var summary = try run.write(
      order, audits: true, makeWriter: { CheckSheet(run: run, ids: style.ids) },
      take: { (rows: ByteBuffer) throws(Failure) -> Bool in try take(workbook.taking(rows)) })
    summary.workbook = workbook.close()
    _ = try take(workbook.takeReady())
    return summary
  }

  private func writeUnitsWorkbook<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    let survey = PeopleSurvey(run, style)
    var rows = ByteBuffer()
    for unit in survey.units {
      rows.beginSheetRow()
      rows.appendSheet(unit.unit)
      rows.appendSheet(whole: unit.verdicts.people)
      for verdict in Verdict.allCases { rows.appendSheet(whole: unit.verdicts[verdict]) }
    }
    var workbook = WorkbookWriter(CheckSheet.unitsFrame)
    workbook.append(rows)
    var summary = survey.summary
    summary.workbook = workbook.close()
    _ = try take(workbook.takeReady())
    return summary
  }

  /// The summary stands first, so everyone is judged once for it and once more to be written.
  private func writeJSON<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    let survey = style.byUnit ? PeopleSurvey(run, style) : nil
    let summary = survey?.summary ?? run.tally()
    var buffer = ByteBuffer()
    appendHead(summary, &buffer)
    if try !take(buffer) { return summary }
    var isFirst = true
    var isWanted = true
    // Each person begins with what parts it from the one before, so that the last one needs no look ahead.
    _ = try run.write(
      order, makeWriter: { CheckJSON(run, ids: style.ids, indent: ",\n    ", end: "") },
      take: { (people: ByteBuffer) throws(Failure) -> Bool in
        isWanted = try take(isFirst ? people.dropping(1) : people)
        isFirst = false
        return isWanted
      })
    if !isWanted { return summary }
    buffer.removeAll()
    buffer.fixed(isFirst ? "],\n  \"problems\": [" : "\n  ],\n  \"problems\": [")
    let records = run.records.adding(summary.asked)
    let hasProblems = !records.problems.isEmpty && style.problemLimit > 0
    if hasProblems {
      buffer.fixed("\n")
      if try !take(buffer) { return summary }
      try ProblemReport(records, ids: style.ids)
        .writeJSON(indent: "    ", limit: style.problemLimit, to: take)
      buffer.removeAll()
      buffer.fixed("  ")
    }
    buffer.fixed("]")
    if let survey { append(survey.units, &buffer) }
    buffer.fixed("\n}\n")
    _ = try take(buffer)
    return summary
  }

  /// The counts by unit, behind everything that is there without them.
  private func append(_ units: [(unit: String, verdicts: VerdictCounts)], _ buffer: inout ByteBuffer) {
    buffer.fixed(",\n  \"units\": [")
    for (place, unit) in units.enumerated() {
      buffer.fixed(place == 0 ? "\n    {\"unit\": " : ",\n    {\"unit\": ")
      buffer.appendJSON(unit.unit)
      buffer.append(", \"people\": \(unit.verdicts.people)")
      append(unit.verdicts, &buffer)
      buffer.fixed("}")
    }
    buffer.fixed(units.isEmpty ? "]" : "\n  ]")
  }

  /// `, "compliant": 1` and so on, for each verdict.
  private func append(_ verdicts: VerdictCounts, _ buffer: inout ByteBuffer) {
    for (key, verdict) in [
      ("compliant", Verdict.compliant), ("pending", .pending), ("short", .short),
      ("undetermined", .undetermined), ("notApplicable", .notApplicable),
    ] {
      buffer.append(", \"\(key)\": \(verdicts[verdict])")
    }
  }

  private func appendHead(_ summary: CheckSummary, _ buffer: inout ByteBuffer) {
    buffer.fixed("{\n  \"schema\": ")
    buffer.appendJSON(CheckJSON.schema)
    buffer.fixed(",\n  \"ruleset\": ")
    buffer.appendJSON(run.ruleSets.first?.id ?? "")
    buffer.fixed(",\n  \"asOf\": ")
    buffer.appendJSON(run.asOf)
    buffer.fixed(",\n  \"summary\": {\"people\": ")
    buffer.append(summary.verdicts.people)
    append(summary.verdicts, &buffer)
    buffer.append(", \"entries\": \(summary.entries), \"problems\": \(summary.problems)")
    let otherYears = summary.otherYears.values.reduce(0, +)
    buffer.append(", \"warnings\": \(summary.warnings), \"otherYears\": \(otherYears)")
    buffer.fixed("},\n  \"people\": [")
  }

  private func writeTable<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    let survey = PeopleSurvey(run, style)
    let ink = Ink(isOn: style.colour)
    var buffer = ByteBuffer()
    buffer.append(ink.bold(frame.title) + "\n\n")
    if try !take(buffer) { return survey.summary }
    buffer.removeAll()
    if style.cards {
      _ = try run.write(
        survey.order(style.sorting), makeWriter: { CheckCards(run, style) }, take: take)
    } else if run.count > 0 {
      let table = CheckTable(run, style, survey)
      buffer.append(table.headings)
      if try !take(buffer) { return survey.summary }
      buffer.removeAll()
      _ = try run.write(survey.order(style.sorting), makeWriter: { table }, take: take)
      buffer.append("\n")
    }
    if style.byUnit { appendUnits(survey, &buffer) }
    if !style.isQuiet {
      buffer.append(
        frame.counts(survey.summary) { ink.verdict($0, $1) } + "\n" + frame.rows(survey.summary) + "\n")
    }
    for remark in frame.remarks(survey.summary) { buffer.append(remark + "\n") }
    _ = try take(buffer)
    return survey.summary
  }

  private func appendUnits(_ survey: PeopleSurvey, _ buffer: inout ByteBuffer) {
    let rows = survey.units.map { frame.unitCells($0.unit, $0.verdicts) }
    let headings = frame.unitHeadings
    var widest = headings.map { _ in 1 }
    for row in rows { widest = zip(widest, row).map { max($0, DisplayWidth.of($1)) } }
    let numbers = Set(1..<headings.count)
    var layout = ColumnLayout(headings: headings, widest: widest, flushRight: numbers)
    if let width = style.width { layout.fit(width, shrinking: [(0, 8)]) }
    buffer.append(Ink(isOn: style.colour).bold(layout.line(headings)) + "\n")
    for row in rows { buffer.append(layout.line(row) + "\n") }
    buffer.append("\n")
  }

  private func writeMarkdown<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    let survey = PeopleSurvey(run, style)
    var buffer = ByteBuffer()
    buffer.append("# \(ShownText.markdown(frame.title))\n\n")
    buffer.append("- \(frame.counts(survey.summary))\n- \(frame.rows(survey.summary))\n")
    for remark in frame.remarks(survey.summary) { buffer.append("- \(ShownText.markdown(remark))\n") }
    buffer.append("\n")
    if style.byUnit {
      let headings = frame.unitHeadings
      buffer.append(Markdown.row(headings))
      buffer.append(Markdown.row(headings.indices.map { $0 == 0 ? "---" : "---:" }))
      for unit in survey.units {
        buffer.append(Markdown.row(frame.unitCells(unit.unit, unit.verdicts).map(ShownText.markdown)))
      }
      buffer.append("\n")
    }
    let rows = MarkdownRows(run: run, style: style)
    if !style.cards { buffer.append(rows.head) }
    if try !take(buffer) { return survey.summary }
    let order = survey.order(style.sorting)
    if style.cards {
      _ = try run.write(order, makeWriter: { MarkdownCards(run: run, style: style) }, take: take)
    } else {
      _ = try run.write(order, makeWriter: { rows }, take: take)
    }
    return survey.summary
  }

  private func writeHTML<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> CheckSummary {
    let page = CheckPage(run, style)
    try page.write(to: take)
    return page.people.summary
  }
}
