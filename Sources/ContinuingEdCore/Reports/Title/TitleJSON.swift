/// The JSON of `title` (TitleApplications: JSON of title): one element of `people`, on one line. One writer a thread.
final class TitleJSON: TitleWriter {
  static let schema = "cecredit.title/1"
  static let needsDetail = false

  private let run: TitleRun
  private let ids: IDStyle
  /// What stands before and after each person.
  private let indent: StaticString
  private let end: StaticString
  /// What findings look like, each made once.
  private var findings: [TitleFinding: [UInt8]] = [:]

  init(_ run: TitleRun, ids: IDStyle, indent: StaticString, end: StaticString) {
    (self.run, self.ids, self.indent, self.end) = (run, ids, indent, end)
  }

  func write(_ index: Int, _ judgement: TitleJudgement, into buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    let texts = run.records.texts
    buffer.fixed(indent)
    buffer.fixed("{\"id\": ")
    buffer.appendID(person.id, ids, texts) { $0.appendJSON($1) }
    buffer.fixed(", \"name\": ")
    texts.withBytes(of: person.name) { buffer.appendJSON($0) }
    buffer.fixed(", \"unit\": ")
    texts.withBytes(of: person.unit) { buffer.appendJSON($0) }
    buffer.fixed(", \"employer\": ")
    buffer.appendJSON(orNull: run.records.roster(of: index)?.employer?.code)
    buffer.fixed(", \"reviewDate\": ")
    buffer.appendJSON(judgement.reviewDate)
    buffer.fixed(", \"cutoff\": ")
    if let cutoff = judgement.cutoff {
      buffer.fixed("{\"date\": ")
      buffer.appendJSON(cutoff.day)
      buffer.fixed(", \"clause\": ")
      buffer.appendJSON(orNull: cutoff.clause.map(run.application(of: index).locator))
      buffer.fixed("}")
    } else {
      buffer.fixed("null")
    }
    buffer.fixed(", \"verdict\": ")
    buffer.appendJSON(judgement.verdict.code)
    list(judgement.years, "years", &buffer) { write($0, into: &$1) }
    list(judgement.averages, "averages", &buffer) { write($0, into: &$1) }
    list(judgement.findings, "findings", &buffer) { write($0, into: &$1) }
    buffer.fixed("}")
    buffer.fixed(end)
  }

  private func list<Item>(
    _ items: [Item], _ name: StaticString, _ buffer: inout ByteBuffer,
    _ each: (Item, inout ByteBuffer) -> Void
  ) {
    buffer.fixed(", \"")
    buffer.fixed(name)
    buffer.fixed("\": [")
    for (place, item) in items.enumerated() {
      if place > 0 { buffer.fixed(", ") }
      each(item, &buffer)
    }
    buffer.fixed("]")
  }

  private func write(_ year: TitleYear, into buffer: inout ByteBuffer) {
    let rules = year.ruleSet.map { run.rules.ruleSets[$0] }
    let hasModules = rules?.requirements.modules != nil
    buffer.fixed("{\"year\": ")
    buffer.append(year.year)
    buffer.fixed(", \"ruleset\": ")
    buffer.appendJSON(orNull: rules?.id)
    buffer.fixed(", \"asked\": [")
    for (place, subject) in year.asked.enumerated() {
      buffer.fixed(place == 0 ? "\"" : ", \"")
      buffer.append(subject.code)
      buffer.fixed("\"")
    }
    buffer.fixed("]")
    write("required", HeldHours(year.required, year.asked), hasModules, &buffer)
    write("credited", HeldHours(year.credited), hasModules, &buffer)
    write("ifApproved", HeldHours(year.ifApproved), hasModules, &buffer)
    write("shortfall", HeldHours(year.shortfall, year.asked), hasModules, &buffer)
    buffer.fixed(", \"verdict\": ")
    buffer.appendJSON(orNull: year.verdict?.code)
    list(year.findings, "findings", &buffer) { write($0, into: &$1) }
    buffer.fixed("}")
  }

  private func write(
    _ name: StaticString, _ hours: HeldHours, _ hasModules: Bool, _ buffer: inout ByteBuffer
  ) {
    buffer.fixed(", \"")
    buffer.fixed(name)
    buffer.fixed("\": {\"public\": ")
    buffer.appendHours(hours.public)
    buffer.fixed(", \"professional\": ")
    buffer.appendHours(hours.professional)
    buffer.fixed(", \"total\": ")
    buffer.appendHours(hours.total)
    if hasModules {
      buffer.fixed(", \"publicCompulsory\": ")
      buffer.appendHours(hours.publicCompulsory)
      buffer.fixed(", \"publicElective\": ")
      buffer.appendHours(hours.publicElective)
    }
    buffer.fixed("}")
  }

  private func write(_ average: TitleAverage, into buffer: inout ByteBuffer) {
    buffer.fixed("{\"from\": ")
    buffer.append(average.from)
    buffer.fixed(", \"to\": ")
    buffer.append(average.to)
    buffer.fixed(", \"held\": ")
    buffer.append(average.held)
    buffer.fixed(", \"credited\": ")
    buffer.append(average.credited)
    buffer.fixed(", \"ifApproved\": ")
    buffer.append(average.ifApproved)
    buffer.fixed(", \"shortfall\": ")
    buffer.append(average.shortfall)
    buffer.fixed(", \"verdict\": ")
    buffer.appendJSON(average.verdict.code)
    buffer.fixed("}")
  }

  private func write(_ finding: TitleFinding, into buffer: inout ByteBuffer) {
    if let known = findings[finding] { return buffer.append(known) }
    let rules = run.rules.ruleSets[finding.ruleSet]
    var made = ByteBuffer()
    made.fixed("{\"code\": ")
    made.appendJSON(finding.code.code)
    made.fixed(", \"clause\": ")
    made.appendJSON(orNull: finding.clause.map(rules.locator))
    made.fixed(", \"message\": ")
    let label = finding.code.label(in: .chinese)
    made.appendJSON(finding.clause.map { rules.explained(label, by: $0) } ?? label)
    made.fixed("}")
    findings[finding] = made.bytes
    buffer.append(made)
  }
}

extension ByteBuffer {
  /// Adds hours, or null.
  fileprivate mutating func appendHours(_ hours: Hours?) {
    if let hours { append(hours) } else { fixed("null") }
  }
}
