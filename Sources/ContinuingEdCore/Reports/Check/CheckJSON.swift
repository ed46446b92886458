/// The JSON of `check` (CONTRACT §6): one element of `people`, on one line.
struct CheckJSON: PersonWriter {
  static let schema = "cecredit.check/1"
  static let needsDetail = true

  private let run: CheckRun
  private let ids: IDStyle
  /// What stands before and after each person: `    ` and `,\n` in the object, nothing and `\n` in jsonl.
  private let indent: StaticString
  private let end: StaticString
  private let files: [[UInt8]]
  private var clauses: [ClauseTexts]

  init(_ run: CheckRun, ids: IDStyle, indent: StaticString, end: StaticString) {
    self.run = run
    self.ids = ids
    self.indent = indent
    self.end = end
    files = run.records.files.map {
      var buffer = ByteBuffer()
      buffer.appendJSON($0.path)
      return buffer.bytes
    }
    clauses = run.ruleSets.map(ClauseTexts.init)
  }

  mutating func write(_ index: Int, _ judgement: Judgement, into buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    let texts = run.records.texts
    let rules = run.ruleSetIndex(of: index)
    let hasModules = run.ruleSets[rules].requirements.modules != nil
    buffer.fixed(indent)
    buffer.fixed("{\"id\": ")
    buffer.appendID(person.id, ids, texts) { $0.appendJSON($1) }
    buffer.fixed(", \"name\": ")
    texts.withBytes(of: person.name) { buffer.appendJSON($0) }
    buffer.fixed(", \"unit\": ")
    texts.withBytes(of: person.unit) { buffer.appendJSON($0) }
    buffer.fixed(", \"verdict\": \"")
    buffer.append(CodeBytes.verdicts[Int(judgement.verdict.rawValue)])
    buffer.fixed("\", \"required\": ")
    write(judgement.required, hasModules, &buffer)
    buffer.fixed(", \"credited\": ")
    write(judgement.credited.asRequired, hasModules, &buffer)
    buffer.fixed(", \"ifApproved\": ")
    write(judgement.ifApproved.asRequired, hasModules, &buffer)
    buffer.fixed(", \"shortfall\": ")
    write(judgement.shortfall, hasModules, &buffer)
    buffer.fixed(", \"findings\": [")
    for (place, finding) in judgement.findings.enumerated() {
      buffer.fixed(place == 0 ? "{\"code\": \"" : ", {\"code\": \"")
      buffer.append(CodeBytes.findings[Int(finding.code.rawValue)])
      buffer.fixed("\", \"clause\": ")
      buffer.append(clauses[rules].locator(finding.clause))
      buffer.fixed(", \"message\": ")
      buffer.append(clauses[rules].message(finding.code, finding.clause))
      buffer.fixed("}")
    }
    buffer.fixed("], \"entries\": [")
    let rows = run.records.entries(of: index)
    for (place, result) in judgement.entries.enumerated() {
      if place > 0 { buffer.fixed(", ") }
      write(result, rows[result.entry], &clauses[rules], &buffer)
    }
    buffer.fixed("]}")
    buffer.fixed(end)
  }

  private func write(_ hours: RequiredHours, _ hasModules: Bool, _ buffer: inout ByteBuffer) {
    buffer.fixed("{\"public\": ")
    buffer.append(hours.public)
    buffer.fixed(", \"professional\": ")
    buffer.append(hours.professional)
    buffer.fixed(", \"total\": ")
    buffer.append(hours.total)
    if hasModules {
      buffer.fixed(", \"publicCompulsory\": ")
      buffer.append(hours.publicCompulsory)
      buffer.fixed(", \"publicElective\": ")
      buffer.append(hours.publicElective)
    }
    buffer.fixed("}")
  }

  private func write(
    _ result: EntryResult, _ entry: Entry, _ clauses: inout ClauseTexts, _ buffer: inout ByteBuffer
  ) {
    buffer.fixed("{\"file\": ")
    buffer.append(files[Int(entry.file)])
    buffer.fixed(", \"line\": ")
    buffer.append(Int(entry.line))
    buffer.fixed(", \"category\": \"")
    buffer.append(CodeBytes.categories[Int(entry.category?.rawValue ?? 0)])
    switch result.subject {
    case .public: buffer.fixed("\", \"subject\": \"public\", \"title\": ")
    case .professional: buffer.fixed("\", \"subject\": \"professional\", \"title\": ")
    case nil: buffer.fixed("\", \"subject\": null, \"title\": ")
    }
    run.records.texts.withBytes(of: entry.title) { buffer.appendJSON($0) }
    buffer.fixed(", \"start\": ")
    buffer.appendJSON(entry.start)
    buffer.fixed(", \"end\": ")
    buffer.appendJSON(entry.effectiveEnd)
    buffer.fixed(", \"worth\": ")
    buffer.append(result.worth)
    buffer.fixed(", \"credited\": ")
    buffer.append(result.credited)
    switch result.state {
    case .confirmed: buffer.fixed(", \"state\": \"confirmed\", \"reasons\": [")
    case .pending: buffer.fixed(", \"state\": \"pending\", \"reasons\": [")
    case .rejected: buffer.fixed(", \"state\": \"rejected\", \"reasons\": [")
    }
    if !result.reasons.isEmpty { write(result.reasons, &buffer) }
    buffer.fixed("], \"losses\": [")
    for (place, loss) in result.losses.enumerated() {
      buffer.fixed(place == 0 ? "{\"reason\": \"" : ", {\"reason\": \"")
      buffer.append(CodeBytes.losses[Int(loss.reason.rawValue)])
      buffer.fixed("\", \"hours\": ")
      buffer.append(loss.hours)
      buffer.fixed(", \"clause\": ")
      buffer.append(clauses.locator(loss.clause))
      buffer.fixed(", \"message\": ")
      buffer.append(clauses.message(loss.reason, loss.clause))
      buffer.fixed("}")
    }
    buffer.fixed("]}")
  }

  private func write(_ reasons: WordSet<PendingReason>, _ buffer: inout ByteBuffer) {
    for (place, reason) in reasons.words.enumerated() {
      buffer.fixed(place == 0 ? "\"" : ", \"")
      buffer.append(CodeBytes.reasons[Int(reason.rawValue)])
      buffer.fixed("\"")
    }
  }
}

extension SubjectHours {
  /// The same figures with their total, in the form of what is required.
  var asRequired: RequiredHours {
    var hours = RequiredHours()
    hours.public = `public`
    hours.professional = professional
    hours.total = total
    hours.publicCompulsory = publicCompulsory
    hours.publicElective = publicElective
    return hours
  }
}
