/// The answer to `title` in one of its forms, written piece by piece: memory does not grow with its length.
package struct TitleReport {
  let run: TitleRun
  let style: CheckStyle

  /// A report on a run.
  package init(_ run: TitleRun, _ style: CheckStyle) {
    (self.run, self.style) = (run, style)
  }

  /// Writes the report. `take` gets bytes in order and says whether it wants more. Returns what the run adds up to.
  package func write<Failure: Error>(
    to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> TitleSummary {
    switch style.format {
    case .json: return try writeJSON(take)
    case .jsonl:
      return try run.write(
        audits: true, makeWriter: { TitleJSON(run, ids: style.ids, indent: "", end: "\n") }, take: take)
    case .csv:
      var header = ByteBuffer()
      header.append(TitleCSV.columns.joined(separator: ",") + "\n")
      if try !take(header) { return run.tally() }
      return try run.write(audits: true, makeWriter: { TitleCSV(run: run, ids: style.ids) }, take: take)
    case .xlsx:
      var workbook = WorkbookWriter(TitleSheet.frame)
      var summary = try run.write(
        audits: true, makeWriter: { TitleSheet(run: run, ids: style.ids) },
        take: { (rows: ByteBuffer) throws(Failure) -> Bool in try take(workbook.taking(rows)) })
      summary.workbook = workbook.close()
      _ = try take(workbook.takeReady())
      return summary
    case .html: return try writeHTML(take)
    case .table, .markdown: return try writeForPeople(take)
    }
  }

  /// The summary stands first, so everyone is judged once for it and once more to be written.
  private func writeJSON<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> TitleSummary {
    let summary = run.tally()
    var buffer = ByteBuffer()
    appendHead(summary, &buffer)
    if try !take(buffer) { return summary }
    var isFirst = true
    var isWanted = true
    // Each person begins with what parts it from the one before, so that the last one needs no look ahead.
    _ = try run.write(
      makeWriter: { TitleJSON(run, ids: style.ids, indent: ",\n    ", end: "") },
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
    buffer.fixed(hasProblems ? "\n" : "]\n}\n")
    if try !take(buffer) || !hasProblems { return summary }
    try ProblemReport(records, ids: style.ids)
      .writeJSON(indent: "    ", limit: style.problemLimit, to: take)
    buffer.removeAll()
    buffer.fixed("  ]\n}\n")
    _ = try take(buffer)
    return summary
  }

  private func appendHead(_ summary: TitleSummary, _ buffer: inout ByteBuffer) {
    buffer.fixed("{\n  \"schema\": ")
    buffer.appendJSON(TitleJSON.schema)
    buffer.fixed(",\n  \"ruleset\": ")
    buffer.appendJSON(run.rules.ruleSets.first?.id ?? "")
    buffer.append(",\n  \"summary\": {\"people\": \(summary.verdicts.people)")
    for (key, verdict) in [
      ("compliant", Verdict.compliant), ("pending", .pending), ("short", .short),
      ("undetermined", .undetermined), ("notApplicable", .notApplicable),
    ] {
      buffer.append(", \"\(key)\": \(summary.verdicts[verdict])")
    }
    buffer.append(", \"entries\": \(summary.entries), \"problems\": \(summary.problems)")
    buffer.append(", \"warnings\": \(summary.warnings), \"otherYears\": \(summary.otherYears)")
    buffer.fixed("},\n  \"people\": [")
  }
}
