/// The people of a roster, looked up by the workers.
final class RosterIndex: @unchecked Sendable {
  fileprivate(set) var table = PersonTable()
  /// By number in the table.
  fileprivate(set) var people: [Person] = []
  fileprivate(set) var facts: [RosterFacts] = []
  fileprivate(set) var texts = TextInterner()

  deinit { table.deallocate() }

  /// The rule set of a person as an index into the run's; nil for someone who is not on the roster.
  func ruleSet(of key: PersonKey) -> Int? {
    table.find(key).map { facts[$0].ruleSet }
  }
}

/// Reads the rows of a roster (CONTRACT §3): the first row of a person stands.
struct RosterReader: RowConsumer, ~Copyable {
  let index = RosterIndex()
  private(set) var problems = RowProblems()
  private let ruleSetOfCity: @Sendable (String) -> Int?
  private var idScratch: [UInt8] = []

  init(_ setup: ReaderSetup, columns: [Int32]) { ruleSetOfCity = setup.ruleSetOfCity }

  var rowCount: Int { 0 }
  var problemCount: Int { problems.list.count }

  mutating func begin(block: Int) {}
  func find(_ batch: RecordBatch) {}

  mutating func report(_ code: ProblemCode, line: Int, record: Int) {
    problems.begin(line: line, record: record)
    problems.report(code)
  }

  mutating func read(_ row: Row, line: Int, record: Int) -> Bool {
    problems.begin(line: line, record: record)
    let person = readPerson(row)
    var facts = RosterFacts()
    readFacts(row, into: &facts)
    problems.checkLengths(row)
    if let person {
      if person == index.table.count {
        add(row, facts)
      } else {
        problems.report(.duplicatePerson, .personID, in: row)
      }
      if problems.hasError { index.facts[person].hasProblem = true }
    }
    problems.end()
    return problems.hasError
  }

  /// The number of the row's person, which is the next one for somebody new; the ID is left in the scratch buffer.
  private mutating func readPerson(_ row: Row) -> Int? {
    let cell = row.cell(.personID)
    switch PersonIDCell.read(cell, into: &idScratch) {
    case .missing:
      problems.report(.missingPerson, .personID, in: row)
      return nil
    case .mangled:
      problems.report(.mangledID, .personID, in: row)
      return nil
    case .id(let checksumFails, let inScratch):
      if checksumFails { problems.report(.idChecksum, .personID, in: row) }
      if !inScratch {
        idScratch.removeAll(keepingCapacity: true)
        idScratch.append(contentsOf: cell)
      }
      return withID { index.table.find($0) ?? index.table.count }
    }
  }

  private func withID<R>(_ body: (PersonKey) -> R) -> R {
    idScratch.withUnsafeBytes { PersonKey.withKey(of: $0, body) }
  }

  private func add(_ row: Row, _ facts: RosterFacts) {
    var person = Person()
    person.name = keep(row.cell(.name), isBlank: false)
    person.unit = keep(row.cell(.unit))
    withID { key in
      person.id = index.texts.append(key.bytes)
      _ = index.table.insert(key, ReadPerson())
    }
    index.people.append(person)
    index.facts.append(facts)
  }

  private mutating func readFacts(_ row: Row, into facts: inout RosterFacts) {
    switch CellParser.employer(row.cell(.employer)) {
    case .blank: break
    case .value(let employer): facts.employer = employer
    case .invalid: problems.report(.unknownEmployer, .employer, in: row)
    }
    facts.reviewDate = readDay(.reviewDate, row)
    facts.from = readDay(.from, row)
    facts.to = readDay(.to, row)
    if let from = facts.from, let to = facts.to, to < from { problems.report(.endBeforeStart, .to, in: row) }
    switch CellParser.year(row.cell(.titleFrom)) {
    case .blank: break
    case .value(let year): facts.titleFrom = year
    case .invalid: problems.report(.badYear, .titleFrom, in: row)
    }
    let city = row.cell(.city)
    if !CellText.isBlankWord(city) {
      if let ruleSet = ruleSetOfCity(String(decoding: city, as: UTF8.self)) {
        facts.ruleSet = ruleSet
      } else {
        problems.report(.unknownCity, .city, in: row)
      }
    }
    facts.series = keep(row.cell(.series))
    facts.county = keep(row.cell(.county))
    facts.group = keep(row.cell(.group))
  }

  /// The day in a cell; nil where it is blank or, with a problem, unreadable.
  private mutating func readDay(_ field: Field, _ row: Row) -> Day? {
    switch CellParser.day(row.cell(field)) {
    case .blank: return nil
    case .value(let day): return day
    case .invalid:
      problems.report(.badDate, field, in: row)
      return nil
    }
  }

  private func keep(_ cell: UnsafeRawBufferPointer, isBlank: Bool? = nil) -> TextID {
    if isBlank ?? CellText.isBlankWord(cell) { return .empty }
    return index.texts.intern(cell, hash: Mixing.hash(cell))
  }
}
