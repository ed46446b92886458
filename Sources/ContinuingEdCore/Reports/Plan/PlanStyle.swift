/// How plans are shown.
package struct PlanStyle: Sendable {
  /// The forms of a plan.
  package enum Format: String, CaseIterable, Sendable {
    /// For people: everything about each person chosen, or one line a person.
    case table
    /// For people, as sections and tables of Markdown.
    case markdown
    /// One object with everyone.
    case json
    /// An object a person, one a line.
    case jsonl
    /// One row a person.
    case csv
    /// The further entries as a records file.
    case entries
    /// A workbook: one row a person, or the further entries with cards.
    case xlsx

    /// Whether people read it rather than programs.
    package var isForPeople: Bool { self == .table || self == .markdown }
  }

  /// The form of the result.
  package var format = Format.table
  /// The language of what people read; machine forms have none.
  package var language = Language.chinese
  /// Whether IDs are shown whole.
  package var ids = IDStyle.masked
  /// Whether everything is said of each person, where people read it.
  package var cards = false

  /// A table in Chinese, with IDs masked.
  package init() {}
}

/// Plans for everyone of a run, as of the end of a day.
package struct PlanReport: Sendable {
  private let run: CheckRun
  private let asOf: Day
  private let style: PlanStyle
  private let texts: [PlanTexts]

  /// A report on the people of a run.
  package init(_ run: CheckRun, asOf: Day, _ style: PlanStyle) {
    var ready = run
    ready.asOf = nil
    texts = ready.records.addPlanTexts(of: run.ruleSets)
    self.run = ready
    self.asOf = asOf
    self.style = style
  }

  /// What the plans came to.
  package struct Summary: Sendable {
    /// How many people were planned for.
    package var people = 0
    /// By ``PersonPlan/Outcome``.
    package var outcomes: [PersonPlan.Outcome: Int] = [:]
    /// What became of the workbook, where one was written.
    package var workbook = WorkbookWriter.Outcome()
    /// Whether nobody lacks anything.
    package var isNothingMissing: Bool {
      people == (outcomes[.nothingMissing] ?? 0) + (outcomes[.notApplicable] ?? 0)
    }
  }

  /// Writes the report. `take` gets bytes in order and says whether it wants more.
  package func write<Failure: Error>(
    to take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> Summary {
    guard style.format == .xlsx else { return try writeRows(take) }
    var workbook = WorkbookWriter(PlanWriter.frame(entries: style.cards))
    var summary = try writeRows { (rows: ByteBuffer) throws(Failure) -> Bool in
      try take(workbook.taking(rows))
    }
    summary.workbook = workbook.close()
    _ = try take(workbook.takeReady())
    return summary
  }

  private func writeRows<Failure: Error>(
    _ take: (ByteBuffer) throws(Failure) -> Bool
  ) throws(Failure) -> Summary {
    var summary = Summary()
    var head = ByteBuffer()
    head.append(self.head)
    if try !take(head) { return summary }
    let writer = PlanWriter(run: run, asOf: asOf, style: style)
    let needsDetail = style.cards || style.format == .json || style.format == .jsonl
    var isFirst = true
    try OrderedWork.run(
      count: run.count,
      makeWorker: {
        Planner(
          records: run.records, ruleSets: run.ruleSets, calendar: run.calendar, asOf: asOf,
          texts: texts)
      },
      work: { planner, places -> (ByteBuffer, Summary) in
        var buffer = ByteBuffer()
        var part = Summary()
        for place in places {
          let person = run.person(at: place)
          let plan = planner.plan(person, detail: needsDetail)
          part.people += 1
          part.outcomes[plan.outcome, default: 0] += 1
          writer.write(person, plan, into: &buffer)
        }
        return (buffer, part)
      },
      take: { (result: (ByteBuffer, Summary)) throws(Failure) -> Bool in
        summary.people += result.1.people
        summary.outcomes.merge(result.1.outcomes) { $0 + $1 }
        let dropsComma = isFirst && style.format == .json
        isFirst = false
        return try take(dropsComma ? result.0.dropping(1) : result.0)
      })
    if style.format == .json {
      var end = ByteBuffer()
      end.append(summary.people == 0 ? "]\n}\n" : "\n  ]\n}\n")
      _ = try take(end)
    }
    return summary
  }

  private var head: String {
    let id = run.ruleSets.first?.id ?? ""
    let language = style.language
    switch style.format {
    case .jsonl, .xlsx: return ""
    case .json:
      var buffer = ByteBuffer()
      buffer.appendJSON(id)
      let quoted = String(decoding: buffer.bytes, as: UTF8.self)
      return
        "{\n  \"schema\": \"cecredit.plan/1\",\n  \"ruleset\": \(quoted),\n  \"asOf\": \"\(asOf)\",\n  \"people\": ["
    case .csv: return PlanWriter.csvHeader
    case .entries: return PlanWriter.entriesHeader
    case .markdown:
      return
        "# \(id) \(language.pick("补学计划，截至", "plan as of")) \(asOf)\n\n"
        + (style.cards ? "" : PlanWriter.markdownHeader(language))
    case .table:
      return "\(id)  \(language.pick("补学计划，截至", "plan as of")) \(asOf)\n\n"
        + (style.cards ? "" : PlanWriter.tableHeader(language))
    }
  }
}
