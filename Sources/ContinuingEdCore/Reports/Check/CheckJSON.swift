/// The JSON of `check` (Outputs: JSON of check): one element of `people`, on one line. One writer a thread.
///
/// A class, so that nothing of it is copied, and counted, for each entry.
final class CheckJSON: PersonWriter {
  static let schema = "cecredit.check/1"
  static let needsDetail = true

  private let run: CheckRun
  private let ids: IDStyle
  /// What stands before and after each person: `    ` and `,\n` in the object, nothing and `\n` in jsonl.
  private let indent: StaticString
  private let end: StaticString
  private let clauses: [ClauseTexts]
  private let openings: RepeatedTexts
  private let kinds = RepeatedTexts(count: (Category.allCases.count + 1) * 4)
  private let reasons = RepeatedTexts(count: LossReason.allCases.count)

  init(_ run: CheckRun, ids: IDStyle, indent: StaticString, end: StaticString) {
    self.run = run
    self.ids = ids
    self.indent = indent
    self.end = end
    clauses = run.ruleSets.map(ClauseTexts.init)
    openings = RepeatedTexts(count: run.records.files.count)
  }

  func write(_ index: Int, _ judgement: PersonJudgement, into buffer: inout ByteBuffer) {
    let person = run.records.people[index]
    let texts = run.records.texts
    let rules = run.ruleSetIndex(of: index)
    buffer.fixed(indent)
    buffer.fixed("{\"id\": ")
    buffer.appendID(person.id, ids, texts) { $0.appendJSON($1) }
    buffer.fixed(", \"name\": ")
    texts.withBytes(of: person.name) { buffer.appendJSON($0) }
    buffer.fixed(", \"unit\": ")
    texts.withBytes(of: person.unit) { buffer.appendJSON($0) }
    let hasModules = run.ruleSets[rules].requirements.modules != nil
    if !judgement.others.isEmpty {
      writeAll(judgement, run.ruleSets[rules], &buffer)
    } else {
      writeFigures(judgement, hasModules, &buffer)
    }
    buffer.fixed(", \"findings\": [")
    for (place, finding) in judgement.findings.enumerated() {
      if place > 0 { buffer.fixed(", ") }
      buffer.append(clauses[rules].finding(finding.code, finding.clause))
    }
    buffer.fixed("], \"entries\": [")
    let clauses = clauses[rules]
    let rows = run.records.entries(of: index)
    for (place, result) in judgement.entries.enumerated() {
      if place > 0 { buffer.fixed(", ") }
      write(result, rows[result.entry], clauses, &buffer)
    }
    buffer.fixed("]}")
    buffer.fixed(end)
  }

  @inline(__always)
  private func writeFigures(
    _ judgement: PersonJudgement, _ hasModules: Bool, _ buffer: inout ByteBuffer
  ) {
    buffer.extend(atMost: 64 + 4 * CheckJSON.longestHours) { cursor in
      cursor.fixed(", \"verdict\": \"")
      CodeBytes.verdicts[Int(judgement.verdict.rawValue)].withUnsafeBytes { cursor.put($0) }
      cursor.fixed("\", \"required\": ")
      write(judgement.required, hasModules, &cursor)
      cursor.fixed(", \"credited\": ")
      write(judgement.credited.asRequired, hasModules, &cursor)
      cursor.fixed(", \"ifApproved\": ")
      write(judgement.ifApproved.asRequired, hasModules, &cursor)
      cursor.fixed(", \"shortfall\": ")
      write(judgement.shortfall, hasModules, &cursor)
    }
  }

  /// The figures of a rule set with requirements of its own.
  @inline(never)
  private func writeAll(_ judgement: PersonJudgement, _ rules: RuleSet, _ buffer: inout ByteBuffer) {
    let hasModules = rules.requirements.modules != nil
    buffer.append(", \"verdict\": \"\(judgement.verdict.code)\"")
    let parts: [(StaticString, RequiredHours, (OtherHours) -> Hours)] = [
      (", \"required\": ", judgement.required, \.required),
      (", \"credited\": ", judgement.credited.asRequired, \.credited),
      (", \"ifApproved\": ", judgement.ifApproved.asRequired, \.ifApproved),
      (", \"shortfall\": ", judgement.shortfall, \.shortfall),
    ]
    for (key, hours, other) in parts {
      buffer.extend(atMost: 32 + CheckJSON.longestHours) { cursor in
        cursor.fixed(key)
        write(hours, hasModules, &cursor, isOpen: true)
      }
      buffer.appendOthers(rules, judgement, other)
      buffer.fixed("}")
    }
  }

  /// What `write` of hours takes at most, with the key before them.
  private static let longestHours = 32 + 5 * (24 + ByteCursor.longestNumber)

  @inline(__always)
  private func write(
    _ hours: RequiredHours, _ hasModules: Bool, _ cursor: inout ByteCursor, isOpen: Bool = false
  ) {
    cursor.fixed("{\"public\": ")
    cursor.put(hours.public)
    cursor.fixed(", \"professional\": ")
    cursor.put(hours.professional)
    cursor.fixed(", \"total\": ")
    cursor.put(hours.total)
    if hasModules {
      cursor.fixed(", \"publicCompulsory\": ")
      cursor.put(hours.publicCompulsory)
      cursor.fixed(", \"publicElective\": ")
      cursor.put(hours.publicElective)
    }
    if !isOpen { cursor.fixed("}") }
  }

  /// What the fixed parts of an entry, its figures and its days take at most.
  private static let longestFrame = 256 + 5 * ByteCursor.longestNumber

  private func write(
    _ result: RowResult, _ entry: EntryRow, _ clauses: ClauseTexts, _ buffer: inout ByteBuffer
  ) {
    let opening = opening(Int(entry.file))
    let kind = kind(entry.category, result.subject)
    run.records.texts.withBytes(of: entry.title) { title in
      let room = opening.count + kind.count + ByteCursor.longestJSON(title.count) + CheckJSON.longestFrame
      buffer.extend(atMost: room) { cursor in
        cursor.put(opening)
        cursor.put(Int(entry.line))
        cursor.put(kind)
        cursor.putJSON(title)
        cursor.fixed(", \"start\": ")
        cursor.putJSON(entry.start)
        cursor.fixed(", \"end\": ")
        cursor.putJSON(entry.effectiveEnd)
        cursor.fixed(", \"worth\": ")
        cursor.put(result.worth)
        cursor.fixed(", \"credited\": ")
        cursor.put(result.credited)
        switch result.state {
        case .confirmed: cursor.fixed(", \"state\": \"confirmed\", \"reasons\": [")
        case .pending: cursor.fixed(", \"state\": \"pending\", \"reasons\": [")
        case .rejected: cursor.fixed(", \"state\": \"rejected\", \"reasons\": [")
        }
      }
    }
    if !result.reasons.isEmpty { write(result.reasons, &buffer) }
    buffer.fixed("], \"losses\": [")
    for (place, loss) in result.losses.enumerated() {
      let start = reasons.text(Int(loss.reason.rawValue)) {
        $0.append("{\"reason\": \"\(loss.reason.code)\", \"hours\": ")
      }
      let rest = clauses.rest(of: loss.reason, loss.clause)
      buffer.extend(atMost: 2 + start.count + ByteCursor.longestNumber + rest.count) { cursor in
        if place > 0 { cursor.fixed(", ") }
        cursor.put(start)
        cursor.put(loss.hours)
        cursor.put(rest)
      }
    }
    buffer.fixed("]}")
  }

  /// `{"file": "staff.csv", "line": `
  @inline(__always)
  private func opening(_ file: Int) -> UnsafeRawBufferPointer {
    openings.text(file) {
      $0.fixed("{\"file\": ")
      $0.appendJSON(run.records.files[file].path)
      $0.fixed(", \"line\": ")
    }
  }

  /// `, "category": "training", "subject": "professional", "title": `
  @inline(__always)
  private func kind(_ category: Category?, _ subject: Subject?) -> UnsafeRawBufferPointer {
    kinds.text(Int(category?.rawValue ?? 0) << 2 | Int(subject?.rawValue ?? 0)) {
      $0.append(", \"category\": \"\(category?.code ?? "")\", \"subject\": ")
      if let subject { $0.append("\"\(subject.code)\", \"title\": ") } else { $0.fixed("null, \"title\": ") }
    }
  }

  private func write(_ reasons: WordSet<PendingReason>, _ buffer: inout ByteBuffer) {
    for (place, reason) in reasons.words.enumerated() {
      buffer.fixed(place == 0 ? "\"" : ", \"")
      buffer.append(reason.code)
      buffer.fixed("\"")
    }
  }
}
