/// What running the cases of a rule set came to.
package struct CaseReport: Sendable {
  private let rules: RuleSet
  private let cases: [RuleCase]
  private let file: String
  private let outcomes: [CaseRunner.Outcome]
  private let mutations: MutationRun?

  /// A report of outcomes, and of mutations where they were asked for.
  package init(
    _ rules: RuleSet, _ file: CaseFile, _ outcomes: [CaseRunner.Outcome], mutations: MutationRun? = nil
  ) {
    self.rules = rules
    cases = file.cases
    self.file = file.file
    self.outcomes = outcomes
    self.mutations = mutations
  }

  private var failures: [CaseRunner.Outcome] { outcomes.filter { !$0.mismatches.isEmpty } }

  /// Whether every case holds and every change was noticed.
  package var isClean: Bool { failures.isEmpty && (mutations?.unnoticed.isEmpty ?? true) }

  /// Each failure as expected against got, with the trace; then the changes that no case notices.
  package func text(in language: Language) -> String {
    var lines: [String] = []
    for failure in failures {
      let failed = cases[failure.index]
      lines.append("✘ \(file):\(failed.line): \(failed.name)")
      lines.append("    \(failed.why)")
      for mismatch in failure.mismatches {
        lines.append(
          language.pick(
            "    \(mismatch.place)：应为 \(mismatch.expected)，实为 \(mismatch.got)",
            "    \(mismatch.place): expected \(mismatch.expected), got \(mismatch.got)"))
      }
      lines += trace(failure).map { "      " + $0 }
    }
    let held = outcomes.count - failures.count
    lines.append(
      language.pick(
        "\(rules.id)：\(outcomes.count) 个例子，\(held) 个成立，\(failures.count) 个不成立",
        "\(rules.id): \(English.count(outcomes.count, "case")), \(held) hold, \(failures.count) fail"))
    if let mutations { lines += mutationLines(mutations, language) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mutationLines(_ run: MutationRun, _ language: Language) -> [String] {
    var lines = run.unnoticed.map { mutation in
      let clauses = mutation.clauses.joined(separator: " ")
      let what = mutation.change.message(in: language)
      return language.pick(
        "✘ \(rules.id).json:\(mutation.line): \(mutation.path)：\(what)，没有例子察觉 〔\(clauses)〕",
        "✘ \(rules.id).json:\(mutation.line): \(mutation.path): \(what), no case notices 〔\(clauses)〕")
    }
    let noticed = run.results.count - run.unnoticed.count
    lines.append(
      language.pick(
        "改动 \(run.results.count) 处，察觉 \(noticed) 处，未察觉 \(run.unnoticed.count) 处",
        "\(English.count(run.results.count, "change")), \(noticed) noticed, \(run.unnoticed.count) not noticed"
      ))
    return lines
  }

  /// What the judgement did, a line an element.
  private func trace(_ outcome: CaseRunner.Outcome) -> [String] {
    var lines = zip(outcome.rows, outcome.judgement.entries).map { row, entry in
      var line =
        "row \(row) \(entry.subject?.code ?? "leave"): worth \(entry.worth) (\(rules.locator(entry.clause)))"
      for loss in entry.losses {
        line += " − \(loss.hours) \(loss.reason.code) (\(rules.locator(loss.clause)))"
      }
      line += " = \(entry.credited) \(entry.state.code)"
      if !entry.reasons.isEmpty {
        line += " [" + entry.reasons.words.map(\.code).joined(separator: ", ") + "]"
      }
      return line
    }
    lines += outcome.judgement.findings.map { "finding \($0.code.code) (\(rules.locator($0.clause)))" }
    return lines
  }

  /// The report as JSON.
  package func json() -> JSONValue {
    let failed = failures.map { failure in
      JSONValue.object([
        "case": .text(cases[failure.index].name), "line": .number(cases[failure.index].line),
        "mismatches": .list(
          failure.mismatches.map {
            .object(["place": .text($0.place), "expected": .text($0.expected), "got": .text($0.got)])
          }),
        "trace": .texts(trace(failure)),
      ])
    }
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue) {
      members.append(JSONValue.Member(name: name, line: 0, value: value))
    }
    add("schema", .text("cecredit.rules-test/1"))
    add("ruleset", .text(rules.id))
    add("cases", .number(outcomes.count))
    add("failures", .list(failed))
    if let mutations {
      add("mutations", .number(mutations.results.count))
      add(
        "unnoticed",
        .list(
          mutations.unnoticed.map {
            .object([
              "path": .text($0.path.description), "line": .number($0.line),
              "change": .text($0.change.message(in: .english)),
              "clauses": .texts($0.clauses),
            ])
          }))
    }
    return JSONValue(.object(members))
  }
}

extension RuleMutation.Change {
  /// What is done, as in `30 → 31`.
  package func message(in language: Language) -> String {
    switch self {
    case .figure(let from, let to), .flag(let from, let to): "\(from) → \(to)"
    case .dropped(let to): "→ \"\(to)\""
    case .leftOut(let item): language.pick("去掉“\(item)”", "\"\(item)\" left out")
    case .renamed(let to): "→ \"\(to)\""
    }
  }
}
