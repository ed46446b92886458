/// What was read, made ready for a judge who may have other rule sets than those it was read for: each person has the
/// place of the judge's rule set, and rows without hours that this one does not fix are not used.
struct JudgedRecords: Sendable {
  let judge: Judge
  private(set) var records: Records
  /// People of cities that the judge has no rule set of.
  private(set) var strangers: Set<Int> = []
  /// As it was read, for who is who.
  private let read: Records
  private let rules: RulesOfReading
  private var problemsOfRows: [ActivityTwins.Row: [Problem]] = [:]

  /// What was read of many people.
  init(_ staff: Staff, _ judge: Judge) {
    self.init(staff.records, staff.rules, judge)
  }

  /// One person and their entries, as typed.
  init(_ person: Person, _ entries: [Entry], _ judge: Judge) {
    let rules = RulesOfReading(judge.ruleSets)
    self.init(TypedRecords.read([(person, entries)], for: rules), rules, judge)
    if records.problems.contains(where: { $0.code == .unknownCity }) { strangers.insert(0) }
  }

  private init(_ read: Records, _ rules: RulesOfReading, _ judge: Judge) {
    (self.read, self.rules, self.judge) = (read, rules, judge)
    records = read
    findRuleSets()
    refuseMissingHours()
    for problem in records.problems where problem.code.severity == .error && problem.record > 0 {
      let row = ActivityTwins.Row(
        file: UInt16(truncatingIfNeeded: problem.file), line: UInt32(truncatingIfNeeded: problem.line))
      problemsOfRows[row, default: []].append(Problem(problem, records.files))
    }
  }

  /// Whether anybody is to be judged.
  var isThere: Bool { !records.people.isEmpty }

  /// What was found of the one person there is, and that they were not there in the year.
  var allProblems: [Problem] {
    records.problems.filter { $0.code.severity == .error || $0.code == .away || $0.code == .zeroHours }
      .map { Problem($0, records.files) }
  }

  /// A judge for one thread.
  func evaluator() -> Evaluator {
    Evaluator(
      ruleSets: judge.ruleSets, calendar: judge.calendar, asOf: judge.asOf, records: records)
  }

  /// Who is at a place.
  func person(_ index: Int) -> Person {
    Person(index, of: read, cities: rules.cities.map { $0.names.first ?? "" })
  }

  /// The place of the judge's rule set of a person.
  func city(of index: Int) -> Int { records.roster(of: index)?.ruleSet ?? 0 }

  /// The judgement of a person.
  func judgement(_ index: Int, _ evaluator: Evaluator) -> Judgement {
    let rows = records.entries(of: index)
    let problems = problems(of: index)
    if strangers.contains(index) {
      return Judgement(unjudged: person(index), asOf: judge.asOf, problems)
    }
    return Judgement(
      evaluator.judge(index, detail: true), of: person(index), rows, records,
      evaluator.ruleSet(of: index), asOf: judge.asOf, problems)
  }

  /// What keeps rows of a person from being used.
  func problems(of index: Int) -> [Problem] {
    if problemsOfRows.isEmpty { return [] }
    return records.entries(of: index).filter { $0.marks.contains(.unusable) }
      .flatMap { problemsOfRows[ActivityTwins.Row(file: $0.file, line: $0.line)] ?? [] }
  }

  /// Gives each person the place of the judge's rule set in the place of the one by which it was read.
  private mutating func findRuleSets() {
    for index in records.rosterFacts.indices {
      guard let city = records.rosterFacts[index]?.ruleSet, city > 0 else { continue }
      if let place = judge.place(ofCity: rules.names(of: city)) {
        records.rosterFacts[index]?.ruleSet = place
      } else {
        records.rosterFacts[index]?.ruleSet = 0
        strangers.insert(index)
      }
    }
  }

  /// Marks rows that need hours by the judge's rule sets and not by those that they were read for.
  private mutating func refuseMissingHours() {
    let fixed = judge.ruleSets.map { Set($0.fixedAmounts) }
    let isFixedBy = (0...rules.cities.count).map { rules.fixed($0) }
    var refused: [Int: [EntryRow]] = [:]
    for index in records.people.indices {
      let place = records.roster(of: index)?.ruleSet ?? 0
      let read = read.roster(of: index)?.ruleSet ?? 0
      guard let own = fixed[safe: place], let given = isFixedBy[safe: read], !given.isSubset(of: own) else {
        continue
      }
      var rows = records.entries(of: index)
      for at in rows.indices where rows[at].lacksHours(fixed: own) {
        rows[at].marks.insert(.unusable)
        refused[index] = rows
        records.problems.append(
          FoundProblem(
            .missingHours, file: Int(rows[at].file), line: Int(rows[at].line),
            record: max(1, Int(rows[at].line) - 1), column: .absent(.hours)))
      }
    }
    if refused.isEmpty { return }
    var twins: [Int: ActivityTwins] = [:]
    for index in records.people.indices { twins[index] = records.entries.twins(of: index) }
    records.entries = EntryStore(
      records.people.indices.map { refused[$0] ?? records.entries(of: $0) }, twins: twins)
    records.others = []
  }
}

extension EntryRow {
  /// Whether a usable row has no hours, and its category needs them.
  fileprivate func lacksHours(fixed: Set<Category>) -> Bool {
    guard !marks.contains(.unusable), hours == nil, let category else { return false }
    return !category.neverNeedsHours && !fixed.contains(category)
  }
}
