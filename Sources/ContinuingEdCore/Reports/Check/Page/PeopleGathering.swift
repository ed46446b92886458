/// Everyone of a run, judged once and written once, in pieces that can then be put in any order: whoever is worst comes
/// first, which is known only when all are judged, and nobody is judged again for it.
///
/// Pieces stay in memory until they are passed on, some hundred bytes to a few thousand a person.
struct PeopleGathering: Sendable {
  /// What the run adds up to.
  private(set) var summary = CheckSummary()
  /// Somebody's piece and how they stand, by place of the run.
  private(set) var people: [Standing] = []
  /// By unit, in order of first appearance.
  private(set) var units: [Unit] = []
  /// Why hours are not credited or wait, with the hours, over everyone.
  private(set) var reasons = ReasonTotals()
  /// The clauses that rows and parts refer to.
  private(set) var cited: Set<Citation> = []
  private var buffers: [ByteBuffer] = []

  /// The people of a unit together.
  struct Unit: Sendable {
    var name: String
    var verdicts = VerdictCounts()
    var reasons = ReasonTotals()
  }

  /// Somebody's piece, and what order and filters go by.
  struct Standing {
    var verdict: Verdict
    /// How much is missing, in hundredths of an hour.
    var missing: Int
    /// The index of the unit in ``PeopleGathering/units``.
    var unit = 0
    /// How many of their rows were judged.
    var entries: Int
    var buffer = 0
    /// Where the row, then the part, stand in the buffer.
    var row: Range<Int>
    var part: Range<Int>
  }

  /// What one worker has made of a range of people.
  private struct Part: Sendable {
    var summary = CheckSummary()
    var people: [Standing] = []
    var units: [String] = []
    var reasons: [ReasonTotals] = []
    var cited: Set<Citation> = []
    var buffer = ByteBuffer()
  }

  /// Judges everyone; `row` and `part` write their pieces.
  init(
    _ run: CheckRun, row: @Sendable (Int, PersonJudgement, inout ByteBuffer) -> Void,
    part: @Sendable (Int, PersonJudgement, inout ByteBuffer) -> Void
  ) {
    var places: [String: Int] = [:]
    OrderedWork.run(
      count: run.count, makeWorker: { run.evaluator(audits: true) },
      work: { evaluator, range -> Part in
        var made = Part()
        made.buffer = ByteBuffer(capacity: range.count * 2048)
        for place in range {
          let index = run.person(at: place)
          let judgement = evaluator.judge(index, detail: true)
          made.summary.count(judgement, rows: evaluator.judgedRows)
          made.reasons.append(ReasonTotals(judgement))
          run.cite(index, judgement, &made.cited)
          made.units.append(ShownText.safe(run.records.texts.string(run.records.people[index].unit)))
          let start = made.buffer.count
          row(index, judgement, &made.buffer)
          let middle = made.buffer.count
          part(index, judgement, &made.buffer)
          made.people.append(
            Standing(
              verdict: judgement.verdict, missing: judgement.missingHundredths, entries: evaluator.judgedRows,
              row: start..<middle, part: middle..<made.buffer.count))
        }
        made.summary.take(evaluator)
        return made
      },
      take: { (made: Part) throws(Never) -> Bool in
        add(made, &places)
        return true
      })
    run.finish(&summary)
  }

  private mutating func add(_ made: Part, _ places: inout [String: Int]) {
    summary.add(made.summary)
    cited.formUnion(made.cited)
    buffers.append(made.buffer)
    for (place, unit) in made.units.enumerated() {
      var person = made.people[place]
      person.buffer = buffers.count - 1
      person.unit = places[unit] ?? units.count
      if person.unit == units.count {
        places[unit] = units.count
        units.append(Unit(name: unit))
      }
      units[person.unit].verdicts.count(person.verdict)
      units[person.unit].reasons.add(made.reasons[place])
      reasons.add(made.reasons[place])
      people.append(person)
    }
  }

  /// The people of one unit alone; problems stay those of the files.
  func only(unit: Int) -> PeopleGathering {
    var part = self
    part.people = people.filter { $0.unit == unit }.map { person in
      var person = person
      person.unit = 0
      return person
    }
    part.units = [units[unit]]
    part.reasons = units[unit].reasons
    part.summary.verdicts = units[unit].verdicts
    part.summary.entries = part.people.reduce(0) { $0 + $1.entries }
    return part
  }

  /// The places of the run in an order.
  func order(_ sorting: CheckStyle.Sorting) -> [Int] {
    guard sorting == .worst else { return Array(people.indices) }
    return people.indices.sorted { a, b in
      let (x, y) = (people[a], people[b])
      if x.verdict.urgency != y.verdict.urgency { return x.verdict.urgency < y.verdict.urgency }
      return x.missing != y.missing ? x.missing > y.missing : a < b
    }
  }

  /// Adds somebody's row.
  func appendRow(of person: Int, to buffer: inout ByteBuffer) { append(people[person].row, person, &buffer) }

  /// Adds somebody's part.
  func appendPart(of person: Int, to buffer: inout ByteBuffer) {
    append(people[person].part, person, &buffer)
  }

  private func append(_ range: Range<Int>, _ person: Int, _ buffer: inout ByteBuffer) {
    buffer.append(buffers[people[person].buffer], range)
  }
}

extension ByteBuffer {
  /// Adds a part of another buffer.
  mutating func append(_ other: ByteBuffer, _ range: Range<Int>) {
    other.withBytes { append(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}

extension Verdict {
  /// Who comes first where the worst do.
  var urgency: Int {
    switch self {
    case .short: 0
    case .undetermined: 1
    case .pending: 2
    case .compliant: 3
    case .notApplicable: 4
    }
  }
}

extension PersonJudgement {
  /// How much is missing, in hundredths of an hour: of the two subjects or of the total, whatever is more.
  var missingHundredths: Int {
    let missing = shortfall
    return max((missing.public + missing.professional).hundredths, missing.total.hundredths)
  }
}

/// The hours that reasons have taken, or keep waiting, over everyone judged.
struct ReasonTotals: Sendable {
  /// What came together under a reason.
  struct Total: Sendable {
    var hours = Hours.zero
    var entries = 0
    var people = 0

    mutating func add(_ other: Total) {
      hours += other.hours
      entries += other.entries
      people += other.people
    }
  }

  private(set) var losses = Array(repeating: Total(), count: LossReason.allCases.count)
  private(set) var waiting = Array(repeating: Total(), count: PendingReason.allCases.count)

  /// Nobody's.
  init() {}

  /// Somebody's.
  init(_ judgement: PersonJudgement) {
    for entry in judgement.entries {
      for loss in entry.losses {
        losses[Int(loss.reason.rawValue)].add(Total(hours: loss.hours, entries: 1, people: 0))
      }
      for reason in entry.reasons.words {
        waiting[Int(reason.rawValue)].add(Total(hours: entry.credited, entries: 1, people: 0))
      }
    }
    for place in losses.indices where losses[place].entries > 0 { losses[place].people = 1 }
    for place in waiting.indices where waiting[place].entries > 0 { waiting[place].people = 1 }
  }

  /// Adds those of others.
  mutating func add(_ other: ReasonTotals) {
    for place in losses.indices { losses[place].add(other.losses[place]) }
    for place in waiting.indices { waiting[place].add(other.waiting[place]) }
  }
}

/// A clause of a run's rule sets, by their numbers.
struct Citation: Hashable, Sendable {
  var ruleSet: Int
  var clause: ClauseID
}

extension CheckRun {
  /// Adds the clauses that somebody's judgement rests on.
  func cite(_ person: Int, _ judgement: PersonJudgement, _ cited: inout Set<Citation>) {
    let place = ruleSetIndex(of: person)
    let rules = ruleSets[place]
    func add(_ clause: ClauseID) { cited.insert(Citation(ruleSet: place, clause: clause)) }
    for finding in judgement.findings { add(finding.clause) }
    for entry in judgement.entries {
      add(entry.clause)
      for loss in entry.losses { add(loss.clause) }
      for reason in entry.reasons.words { add(rules.clause(of: reason, activity: entry.activity ?? -1)) }
    }
    if let leave = rules.leave, judgement.required.total < rules.requirements.total.hours {
      add(leave.clause)
    }
  }
}
