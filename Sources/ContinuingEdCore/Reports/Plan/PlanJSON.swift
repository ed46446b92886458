// The JSON of `plan` (cecredit.plan/1): one element of `people`, on one line.

extension PlanWriter {
  func writeJSON(
    _ index: Int, _ plan: PersonPlan, start: String, end: String, _ buffer: inout ByteBuffer
  ) {
    let person = run.records.people[index]
    let rules = rules(of: index)
    buffer.append(start + "{\"id\": ")
    buffer.appendID(person.id, style.ids, run.records.texts) { $0.appendJSON($1) }
    buffer.append(", \"name\": ")
    buffer.appendJSON(text(person.name))
    buffer.append(", \"unit\": ")
    buffer.appendJSON(text(person.unit))
    buffer.append(", \"verdict\": \"\(plan.judgement.verdict.code)\", \"outcome\": \"\(plan.outcome.code)\"")
    buffer.append(", \"pending\": [")
    let isDetailed = plan.judgement.entries.contains { $0.state == .pending }
    if isDetailed { writePending(index, plan, rules, &buffer) }
    buffer.append("], \"approvalSuffices\": \(plan.approvalSuffices), \"missing\": ")
    write(plan.judgement.shortfall, rules, &buffer)
    buffer.append(", \"leftOut\": \(plan.leftOut), \"hours\": \(plan.hours), \"lastDay\": ")
    buffer.appendJSON(plan.deadline)
    buffer.append(", \"daysLeft\": ")
    buffer.append(plan.deadline.map { "\($0.days(since: asOf))" } ?? "null")
    buffer.append(", \"plan\": [")
    for (place, planned) in plan.entries.enumerated() {
      if place > 0 { buffer.append(", ") }
      write(planned, rules, &buffer)
    }
    buffer.append("], \"alternatives\": [")
    for (place, room) in plan.alternatives.enumerated() {
      buffer.append(place == 0 ? "{" : ", {")
      write(room.way, rules, &buffer)
      buffer.append(", \"room\": \(room.room.map { "\($0)" } ?? "null")}")
    }
    buffer.append("], \"closed\": [")
    for (place, way) in plan.closed.enumerated() {
      buffer.append(place == 0 ? "{" : ", {")
      buffer.append(
        "\"category\": \"\(rules.activities[way.activity].category.code)\", \"subject\": \"\(way.subject.code)\""
      )
      buffer.append(", \"clause\": ")
      write(way.clause, rules, &buffer)
      buffer.append(", \"since\": \"\(way.since)\"}")
    }
    buffer.append("]}" + end)
  }

  private func write(_ clause: ClauseID, _ rules: RuleSet, _ buffer: inout ByteBuffer) {
    buffer.appendJSON(rules.clauses.indices.contains(Int(clause)) ? rules.clauses[Int(clause)].locator : "")
  }

  private func write(_ hours: RequiredHours, _ rules: RuleSet, _ buffer: inout ByteBuffer) {
    buffer.append(
      "{\"public\": \(hours.public), \"professional\": \(hours.professional), \"total\": \(hours.total)")
    if rules.requirements.modules != nil {
      buffer.append(
        ", \"publicCompulsory\": \(hours.publicCompulsory), \"publicElective\": \(hours.publicElective)")
    }
    buffer.append("}")
  }

  private func writePending(
    _ index: Int, _ plan: PersonPlan, _ rules: RuleSet, _ buffer: inout ByteBuffer
  ) {
    // Places of a plan's judgement are those of the rows as of the day.
    let rows = run.records.entries(of: index).compactMap { $0.asOf(asOf) }
    var isFirst = true
    for result in plan.judgement.entries where result.state == .pending {
      let entry = rows[result.entry]
      buffer.append(isFirst ? "{\"file\": " : ", {\"file\": ")
      isFirst = false
      buffer.appendJSON(run.records.files[Int(entry.file)].path)
      buffer.append(", \"line\": \(entry.line), \"title\": ")
      buffer.appendJSON(text(entry.title))
      buffer.append(", \"hours\": \(result.credited), \"reasons\": [")
      for (place, reason) in result.reasons.words.enumerated() {
        buffer.append("\(place == 0 ? "" : ", "){\"code\": \"\(reason.code)\", \"clause\": ")
        write(rules.clause(of: reason, activity: result.activity ?? -1), rules, &buffer)
        buffer.append(", \"message\": ")
        buffer.appendJSON(reason.remedy(in: .chinese))
        buffer.append("}")
      }
      buffer.append("]}")
    }
  }

  private func write(_ way: PlanWay, _ rules: RuleSet, _ buffer: inout ByteBuffer) {
    buffer.append(
      "\"category\": \"\(rules.activities[way.activity].category.code)\", \"subject\": \"\(way.subject.code)\""
    )
    buffer.append(", \"platform\": ")
    switch way.place {
    case .platform(let index): buffer.appendJSON(rules.platforms[index].name)
    default: buffer.append("null")
    }
    buffer.append(", \"filedStudy\": \(way.place == .filedStudy), \"level\": ")
    buffer.appendJSON(orNull: way.level?.code)
    buffer.append(", \"clause\": ")
    write(way.clause, rules, &buffer)
    buffer.append(
      ", \"firstDay\": \"\(way.days.start)\", \"lastDay\": \"\(way.days.end)\", \"lastDayClause\": ")
    write(way.lastDayClause, rules, &buffer)
    buffer.append(", \"daysLeft\": \(way.days.end.days(since: asOf))")
  }

  private func write(_ planned: PlannedEntry, _ rules: RuleSet, _ buffer: inout ByteBuffer) {
    let entry = planned.entry
    buffer.append("{")
    write(planned.way, rules, &buffer)
    buffer.append(", \"hours\": \(planned.hours), \"module\": ")
    buffer.appendJSON(orNull: entry.module?.code)
    buffer.append(", \"count\": \(entry.count.map { "\($0)" } ?? "null"), \"start\": ")
    buffer.appendJSON(entry.start)
    buffer.append(", \"end\": ")
    buffer.appendJSON(entry.end)
    buffer.append(", \"filedOn\": ")
    buffer.appendJSON(entry.filedOn)
    buffer.append("}")
  }
}
