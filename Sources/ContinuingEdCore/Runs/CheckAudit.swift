import Dispatch

/// What an auditor would ask of everyone in the files (Problems: Codes of warnings), whoever is judged: of those who
/// were judged it has been asked on the way.
struct CheckAudit {
  let run: CheckRun

  /// The warnings of those who were not judged, of evidence that several people name, and of files of another year.
  /// - Parameter summary: what those judged add up to.
  func rest(after summary: CheckSummary) -> ProblemList {
    var found = ProblemList()
    for list in [ofPeopleNotChosen(), ofOthers(), ofEvidence(), ofYears(summary)] {
      found.append(contentsOf: list)
    }
    return found
  }

  private func ofPeopleNotChosen() -> ProblemList {
    guard let chosen = run.chosen else { return ProblemList() }
    let isChosen = Set(chosen)
    let rest = run.records.people.indices.filter { !isChosen.contains($0) }
    return gather(rest.count, run.evaluator(audits: true)) { evaluator, place in
      _ = evaluator.judge(rest[place], detail: false)
    }
  }

  private func ofOthers() -> ProblemList {
    gather(run.records.others.count, run.evaluator(audits: true)) { $0.lookAt(other: $1) }
  }

  /// Has people looked at by several threads.
  private func gather(
    _ count: Int, _ evaluator: @autoclosure () -> Evaluator, _ look: @Sendable (Evaluator, Int) -> Void
  ) -> ProblemList {
    var found = ProblemList()
    OrderedWork.run(
      count: count, makeWorker: { evaluator() },
      work: { evaluator, places -> ProblemList in
        for place in places { look(evaluator, place) }
        return evaluator.takeWarnings()
      },
      take: { (part: ProblemList) throws(Never) -> Bool in
        found.append(contentsOf: part)
        return true
      })
    return found
  }

  private func ofEvidence() -> ProblemList {
    let shared = run.records.sharedEvidence
    var found = ProblemList()
    OrderedWork.run(
      count: shared.count, makeWorker: { run.evaluator() },
      work: { evaluator, places -> ProblemList in
        var audit = EvidenceAudit(run.records, evaluator)
        for place in places { audit.look(at: shared[place]) }
        return audit.warnings
      },
      take: { (part: ProblemList) throws(Never) -> Bool in
        found.append(contentsOf: part)
        return true
      })
    return found
  }

  // MARK: Years

  /// Files of which more usable rows lie in one other year than in that of the rule set, at their headers.
  private func ofYears(_ summary: CheckSummary) -> ProblemList {
    var found = ProblemList()
    guard run.warnsOfOtherYears, let year = run.ruleSets.first?.year else { return found }
    let records = run.records
    // A ledger holds other years on purpose.
    let files = records.files.indices.filter {
      !records.files[$0].isRoster && !records.files[$0].isOfLedger
    }
    if files.isEmpty { return found }
    // Where half of all rows were judged, no other year can have more.
    let all = files.reduce(0) { $0 + records.files[$1].records }
    if files.count == 1, summary.entries * 2 >= all { return found }
    let counts = records.rowsByYear()
    for file in files {
      let years = counts[safe: file] ?? [:]
      let others = years.filter { $0.key != year }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      guard let most = others.first, most.value > years[year] ?? 0 else { continue }
      var problem = FoundProblem(.yearMismatch, file: file, line: records.files[file].headerLine, record: 0)
      let named = run.ruleSetsOfYear[most.key] ?? []
      problem.variant = named.isEmpty ? .noRuleSet : .plain
      problem.details = ["\(most.key)", "\(most.value)", named.joined(separator: ", ")]
      found.append(problem)
    }
    return found
  }
}
