/// The people of a roster, looked up by the workers.
final class RosterIndex: @unchecked Sendable {
  fileprivate(set) var table = PersonTable()
  /// By number in the table.
  fileprivate(set) var people: [Person] = []
  fileprivate(set) var facts: [RosterFacts] = []
  /// Where the people's rows stand.
  fileprivate(set) var places: [ReadPerson.Place] = []
  /// Whether somebody left before the year of the rule sets or came after it, and is not judged.
  fileprivate(set) var isAway: [Bool] = []
  /// The people whose IDs begin with zeros, by what stands behind these.
  fileprivate(set) var behindZeros: [ZerolessID: [Int]] = [:]
  fileprivate(set) var texts = TextInterner()

  deinit { table.deallocate() }

  /// The rule set of a person as an index into the run's; nil for someone who is not on the roster.
  func ruleSet(of key: PersonKey) -> Int? {
    table.find(key).map { facts[$0].ruleSet }
  }

  /// The one person whose ID differs from this one, which is not on the roster, in leading zeros alone; nil where there
  /// is none or more than one.
  func onlyPerson(butForZeros id: UnsafeRawBufferPointer) -> Int? {
    let hasZeros = id.first == UInt8(ascii: "0")
    if !hasZeros, behindZeros.isEmpty { return nil }
    guard let bare = ZerolessID(id) else { return nil }
    var found = behindZeros[bare] ?? []
    if hasZeros, let plain = bare.withKey({ table.find($0) }) { found.append(plain) }
    return found.count == 1 ? found[0] : nil
  }

  /// Calls `body` with the ID of a person.
  func withID<R>(of person: Int, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try texts.table.withBytes(of: people[person].id, body)
  }
}

/// Reads the rows of a roster (CONTRACT §3): the first row of a person stands.
struct RosterReader: RowConsumer, ~Copyable {
  let index = RosterIndex()
  private(set) var problems = RowProblems()
  private let ruleSetOfCity: @Sendable (String) -> Int?
  private let year: DayRange?
  private var idScratch: [UInt8] = []
  private var block: UInt32 = 0

  init(_ setup: ReaderSetup, columns: [Int32]) {
    ruleSetOfCity = setup.ruleSetOfCity
    year = setup.year
  }

  var rowCount: Int { 0 }
  var problemCount: Int { problems.list.count }

  mutating func begin(block: Int) { self.block = UInt32(truncatingIfNeeded: block) }
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
        let isAway = lookForAbsence(row, facts)
        add(row, facts, isAway: isAway)
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
      if !inScratch {
        idScratch.removeAll(keepingCapacity: true)
        idScratch.append(contentsOf: cell)
      }
      if let known = withID({ index.table.find($0) }) { return known }
      if checksumFails { problems.report(.idChecksum, .personID, in: row) }
      return index.table.count
    }
  }

  private func withID<R>(_ body: (PersonKey) -> R) -> R {
    idScratch.withUnsafeBytes { PersonKey.withKey(of: $0, body) }
  }

  /// Whether somebody left before the year of the rule sets or came after it; said at the cell that tells.
  private mutating func lookForAbsence(_ row: Row, _ facts: RosterFacts) -> Bool {
    guard let year else { return false }
    if let to = facts.to, to < year.start {
      problems.report(.away, .to, in: row)
    } else if let from = facts.from, from > year.end {
      problems.report(.away, .from, in: row)
    } else {
      return false
    }
    return true
  }

  private func add(_ row: Row, _ facts: RosterFacts, isAway: Bool) {
    var person = Person()
    person.name = keep(row.cell(.name), isBlank: false)
    person.unit = keep(row.cell(.unit))
    withID { key in
      person.id = index.texts.append(key.bytes)
      _ = index.table.insert(key, ReadPerson())
    }
    idScratch.withUnsafeBytes { id in
      if id.first == UInt8(ascii: "0"), let bare = ZerolessID(id) {
        index.behindZeros[bare, default: []].append(index.people.count)
      }
    }
    index.people.append(person)
    index.facts.append(facts)
    index.places.append(ReadPerson.Place(block: block, line: problems.line, record: problems.record))
    index.isAway.append(isAway)
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
