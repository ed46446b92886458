/// What a table for people has to know of everyone before its first line: the summary, the order, how wide the
/// columns are, and the counts by unit.
struct PeopleSurvey: Sendable {
  var summary = CheckSummary()
  /// Of each place of the run.
  private var standings: [Standing] = []
  /// The widest cell of each column.
  private(set) var widths: [Int] = []
  /// By unit, in order of first appearance.
  private(set) var units: [(unit: String, verdicts: VerdictCounts)] = []

  /// How somebody stands, for sorting.
  private struct Standing {
    var rank: UInt8
    var missing: Int32
  }

  init(_ run: CheckRun, _ style: CheckStyle) {
    var unitPlaces: [String: Int] = [:]
    OrderedWork.run(
      count: run.count, makeWorker: { run.evaluator(audits: true) },
      work: { evaluator, places in PeopleSurvey(run, style, evaluator, places) },
      take: { (part: PeopleSurvey) throws(Never) -> Bool in
        add(part, &unitPlaces)
        return true
      })
    run.finish(&summary)
  }

  private init(_ run: CheckRun, _ style: CheckStyle, _ evaluator: Evaluator, _ places: Range<Int>) {
    var unitPlaces: [String: Int] = [:]
    for place in places {
      let index = run.person(at: place)
      let person = run.records.people[index]
      let judgement = evaluator.judge(index, detail: false)
      summary.count(judgement, rows: evaluator.judgedRows)
      standings.append(PeopleSurvey.standing(judgement))
      if style.needsWidths {
        let rules = run.ruleSets[run.ruleSetIndex(of: index)]
        let row = PersonRow(person, judgement, run.records.texts, rules, style.language, style.ids)
        let found = row.cells(style.language).map(DisplayWidth.of)
        widths = widths.isEmpty ? found : zip(widths, found).map { max($0, $1) }
      }
      if style.byUnit {
        var verdicts = VerdictCounts()
        verdicts.count(judgement.verdict)
        add(run.records.texts.string(person.unit), verdicts, &unitPlaces)
      }
    }
    summary.take(evaluator)
  }

  private mutating func add(_ part: PeopleSurvey, _ unitPlaces: inout [String: Int]) {
    summary.add(part.summary)
    standings += part.standings
    if !part.widths.isEmpty {
      widths = widths.isEmpty ? part.widths : zip(widths, part.widths).map { max($0, $1) }
    }
    for (unit, verdicts) in part.units { add(unit, verdicts, &unitPlaces) }
  }

  private mutating func add(_ unit: String, _ verdicts: VerdictCounts, _ places: inout [String: Int]) {
    if let place = places[unit] {
      units[place].verdicts.add(verdicts)
    } else {
      places[unit] = units.count
      units.append((unit, verdicts))
    }
  }

  /// The order to write people in: those who need attention first, and most hours missing first among them; or as
  /// given.
  func order(_ sorting: CheckStyle.Sorting) -> PeopleOrder {
    guard sorting == .worst else { return .asGiven(standings.count) }
    return .places(
      standings.indices.sorted { a, b in
        let (x, y) = (standings[a], standings[b])
        if x.rank != y.rank { return x.rank < y.rank }
        if x.missing != y.missing { return x.missing > y.missing }
        return a < b
      })
  }

  private static func standing(_ judgement: PersonJudgement) -> Standing {
    let rank: UInt8 =
      switch judgement.verdict {
      case .short: 0
      case .undetermined: 1
      case .pending: 2
      case .compliant: 3
      case .notApplicable: 4
      }
    let missing = judgement.shortfall
    let hours = max((missing.public + missing.professional).hundredths, missing.total.hundredths)
    return Standing(rank: rank, missing: Int32(clamping: hours))
  }
}
