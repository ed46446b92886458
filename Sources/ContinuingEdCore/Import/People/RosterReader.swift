/// The people of a roster, looked up by the workers.
final class RosterIndex: @unchecked Sendable {
  fileprivate(set) var table = PersonTable()
  /// By number in the table.
  fileprivate(set) var people: [ListedPerson] = []
  fileprivate(set) var facts: [RosterRow] = []
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

  /// The ID of a person.
  func id(_ index: Int) -> String { texts.table.string(people[index].id) }

  /// Who is meant by a name.
  enum NameMatch {
    case one(Int)
    case nobody
    case several
  }

  /// The one person with a name, and with a unit where several share the name.
  func people(named name: UnsafeRawBufferPointer, of unit: UnsafeRawBufferPointer) -> NameMatch {
    if name.isEmpty { return .nobody }
    let found = byName[RosterIndex.key(name)] ?? []
    if found.count < 2 { return found.first.map(NameMatch.one) ?? .nobody }
    let wanted = RosterIndex.key(unit)
    let there = found.filter { RosterIndex.key(texts.table.string(people[$0].unit)) == wanted }
    return there.count == 1 && !wanted.isEmpty ? .one(there[0]) : .several
  }

  /// The one person whose ID is as long as a masked one, equal wherever that shows something, and whose name is the
  /// same where one is given; nil if there is none, or several.
  func person(masked id: [UInt8], named name: UnsafeRawBufferPointer) -> Int? {
    let wanted = Array(String(decoding: id, as: UTF8.self).unicodeScalars)
    let hidden = NearID.maskedPlaces(wanted)
    let wantedName = RosterIndex.key(name)
    var found: Int?
    for index in people.indices {
      if !wantedName.isEmpty, RosterIndex.key(texts.table.string(people[index].name)) != wantedName {
        continue
      }
      let other = Array(self.id(index).unicodeScalars)
      guard other.count == wanted.count, wanted.indices.allSatisfy({ hidden[$0] || other[$0] == wanted[$0] })
      else { continue }
      if found != nil { return nil }
      found = index
    }
    return found
  }

  /// Everybody by name; made once everybody is there.
  private lazy var byName: [[Unicode.Scalar]: [Int]] = {
    var all: [[Unicode.Scalar]: [Int]] = [:]
    for index in people.indices {
      all[RosterIndex.key(texts.table.string(people[index].name)), default: []].append(index)
    }
    return all
  }()

  /// Readies what several threads will look at.
  func prepareNames() { _ = byName.count }

  private static func key(_ name: UnsafeRawBufferPointer) -> [Unicode.Scalar] {
    key(String(decoding: name, as: UTF8.self))
  }
  private static func key(_ name: String) -> [Unicode.Scalar] {
    CellFolding.bare(name).map { "•・‧．".unicodeScalars.contains($0) ? "·" : $0 }
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

/// Reads the rows of a roster (Rosters: Columns): the first row of a person stands.
struct RosterReader: RowConsumer, ~Copyable {
  let index = RosterIndex()
  private(set) var problems = RowProblems()
  private let ruleSetOfCity: @Sendable (String) -> Int?
  private let year: DayRange?
  private var idScratch: [UInt8] = []
  private var block: UInt32 = 0

  private let isUnusable: Bool

  init(_ setup: ReaderSetup, columns: [Int32]) {
    ruleSetOfCity = setup.ruleSetOfCity
    year = setup.year
    isUnusable = setup.isUnusable
  }

  var rowCount: Int { 0 }
  var problemCount: Int { problems.list.count }

  mutating func begin(block: Int) { self.block = UInt32(truncatingIfNeeded: block) }
  func find(_ batch: RecordBatch) {}

  mutating func report(_ code: ProblemCode, as variant: ProblemVariant, line: Int, record: Int) {
    problems.begin(line: line, record: record)
    problems.report(code, as: variant)
  }

  mutating func read(_ row: Row, line: Int, record: Int) -> RowOutcome {
    problems.begin(line: line, record: record)
    let person = readPerson(row)
    var facts = RosterRow()
    readFacts(row, into: &facts)
    problems.checkLengths(row)
    if let person, !isUnusable {
      if person == index.table.count {
        let isAway = lookForAbsence(row, facts)
        add(row, facts, isAway: isAway)
      } else {
        problems.report(.duplicatePerson, .personID, in: row)
      }
      if problems.hasError { index.facts[person].hasProblem = true }
    }
    problems.end()
    return problems.hasError || isUnusable ? .faulty : .used
  }

  /// The number of the row's person, which is the next one for somebody new; the ID is left in the scratch buffer.
  private mutating func readPerson(_ row: Row) -> Int? {
    if isMarked(.personID, row, as: .mangledID) { return nil }
    if row.marks(.personID).contains(.longNumber) {
      problems.report(.mangledID, .personID, in: row)
      return nil
    }
    let cell = row.cell(.personID)
    switch PersonIDCell.read(cell, into: &idScratch) {
    case .missing:
      if !isUnusable || row.heading(of: .personID) != nil {
        problems.report(.missingPerson, .personID, in: row)
      }
      return nil
    case .mangled, .masked:
      problems.report(.mangledID, .personID, in: row)
      return nil
    case .id(let checksumFails, let inScratch, let near):
      if !inScratch {
        idScratch.removeAll(keepingCapacity: true)
        idScratch.append(contentsOf: cell)
      }
      if let known = withID({ index.table.find($0) }) { return known }
      if checksumFails { problems.report(.idChecksum, .personID, in: row) }
      if let near {
        let id = String(decoding: idScratch, as: UTF8.self)
        problems.report(.nearID, .personID, in: row, as: near.variant, near.details + [id])
      }
      return index.table.count
    }
  }

  private func withID<R>(_ body: (PersonKey) -> R) -> R {
    idScratch.withUnsafeBytes { PersonKey.withKey(of: $0, body) }
  }

  /// Whether somebody left before the year of the rule sets or came after it; said at the cell that tells.
  private mutating func lookForAbsence(_ row: Row, _ facts: RosterRow) -> Bool {
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

  private mutating func add(_ row: Row, _ facts: RosterRow, isAway: Bool) {
    var person = ListedPerson()
    person.name = keep(.name, row)
    person.unit = keep(.unit, row)
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

  private mutating func readFacts(_ row: Row, into facts: inout RosterRow) {
    let employer =
      isMarked(.employer, row, as: .errorCell) ? .blank : CellParser.employer(row.cell(.employer))
    switch employer {
    case .blank: break
    case .value(let employer): facts.employer = employer
    case .invalid: report(.unknownEmployer, .employer, row)
    }
    facts.reviewDate = readDay(.reviewDate, row)
    facts.from = readDay(.from, row)
    facts.to = readDay(.to, row)
    if let from = facts.from, let to = facts.to, to < from { problems.report(.endBeforeStart, .to, in: row) }
    let titleFrom = isMarked(.titleFrom, row, as: .errorCell) ? .blank : CellParser.year(row.cell(.titleFrom))
    switch titleFrom {
    case .blank: break
    case .value(let year): facts.titleFrom = year
    case .invalid: report(.badYear, .titleFrom, row)
    }
    let city = row.cell(.city)
    if !isMarked(.city, row, as: .errorCell), !CellText.isBlankWord(city) {
      if CellText.isErrorValue(city) {
        problems.report(.errorCell, .city, in: row)
      } else if let ruleSet = ruleSetOfCity(String(decoding: city, as: UTF8.self)) {
        facts.ruleSet = ruleSet
      } else {
        problems.report(.unknownCity, .city, in: row)
      }
    }
    facts.series = keep(.series, row)
    facts.county = keep(.county, row)
    facts.group = keep(.group, row)
  }

  /// The day in a cell; nil where it is blank or, with a problem, unreadable.
  private mutating func readDay(_ field: Field, _ row: Row) -> Day? {
    if isMarked(field, row, as: .errorCell) || row.marks(field).contains(.zero) { return nil }
    switch CellParser.day(row.cell(field)) {
    case .blank: return nil
    case .value(let day): return day
    case .invalid:
      report(.badDate, field, row)
      return nil
    }
  }

  /// Whether a sheet stores the cell as an error, or as a formula without a value; then it is reported.
  private mutating func isMarked(_ field: Field, _ row: Row, as code: ProblemCode) -> Bool {
    let marks = row.marks(field)
    if marks.isDisjoint(with: [.error, .noValue]) { return false }
    let isMissing = marks.contains(.noValue)
    problems.report(isMissing ? .errorCell : code, field, in: row, as: isMissing ? .noValue : .plain)
    return true
  }

  /// Reports a cell that can't be read; an error value is nothing else.
  private mutating func report(_ code: ProblemCode, _ field: Field, _ row: Row) {
    problems.report(CellText.isErrorValue(row.cell(field)) ? .errorCell : code, field, in: row)
  }

  /// A text of a person; an error value is none, and mentioned.
  private mutating func keep(_ field: Field, _ row: Row) -> TextID {
    if isMarked(field, row, as: .placeholder) { return .empty }
    let cell = row.cell(field)
    if CellText.isErrorValue(cell) {
      problems.report(.placeholder, field, in: row)
      return .empty
    }
    if cell.isEmpty || (field != .name && CellText.isBlankWord(cell)) { return .empty }
    return index.texts.intern(cell, hash: Mixing.hash(cell))
  }
}
