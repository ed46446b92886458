/// Whose a row is: people are looked up a batch of records at a time, and whoever is new is read and added.
extension RowReader {
  /// Three short loops, each of which waits for the memory of all rows at once: where the table is looked at first, the
  /// people found there, and whether they are the right ones and where their rows go.
  func find(_ batch: RecordBatch) {
    let (keys, records, count) = (batch.keys, batch.records, batch.count)
    var touched: UInt64 = 0
    for i in 0..<count { touched &+= people.touchSlot(keys[i]) }
    for i in 0..<count {
      guard let person = people.candidate(keys[i]) else { continue }
      touched &+= people.touch(person)
      records[i].person = Int32(truncatingIfNeeded: person)
    }
    for i in 0..<count where records[i].person >= 0 {
      touched &+= UInt64(rows.touchNext(people.bucket(of: Int(records[i].person))))
      if people.equals(Int(records[i].person), keys[i]) { continue }
      records[i].person = people.find(keys[i]).map { Int32(truncatingIfNeeded: $0) } ?? -1
    }
    // Never so, but the compiler can't know: what was touched must not look unused.
    if touched == .max { records[0].person = -1 }
  }

  @inline(__always)
  mutating func readPerson(_ row: Row) -> Int? {
    row.knownPerson < 0 ? readNewPerson(row) : row.knownPerson
  }

  /// Reads an ID that was not among those known when the batch was looked up.
  @inline(never)
  private mutating func readNewPerson(_ row: Row) -> Int? {
    let cell = row.cell(.personID)
    let marks = row.marks(.personID)
    if !marks.isDisjoint(with: [.error, .noValue, .longNumber]) { return readMarkedPerson(row, marks) }
    let key = PersonKey(cell)
    // An ID that was seen before was seen normalised, so that all is known of it.
    if cell.count > 0, let known = people.find(key) { return known }
    if isUnusable {
      checkPerson(row, cell)
      return nil
    }
    switch PersonIDCell.read(cell, into: &idScratch) {
    case .missing: return readNameless(row)
    case .mangled:
      problems.report(.mangledID, .personID, in: row)
      return nil
    case .masked: return readMasked(row)
    case .id(let checksumFails, let inScratch, let near):
      if !inScratch { return addOrTakeForAnother(key, checksumFails: checksumFails) }
      let scratch = idScratch
      return scratch.withUnsafeBytes { bytes in
        PersonKey.withKey(of: bytes) { key in
          let person = people.find(key) ?? addTyped(cell, as: key, checksumFails: checksumFails)
          if let near { reportNear(near, row, person, bytes) }
          return person
        }
      }
    }
  }

  /// An ID that a sheet has as a number that lost its last digits, as an error, or not at all.
  private mutating func readMarkedPerson(_ row: Row, _ marks: CellMarks) -> Int? {
    if marks.contains(.noValue) {
      problems.report(.errorCell, .personID, in: row, as: .noValue)
    } else {
      problems.report(.mangledID, .personID, in: row)
    }
    return nil
  }

  private mutating func addTyped(
    _ cell: UnsafeRawBufferPointer, as key: PersonKey, checksumFails: Bool
  ) -> Int {
    let count = people.count
    let person = addOrTakeForAnother(key, checksumFails: checksumFails)
    if person == count { details.setTypedID(cell, of: person) }
    return person
  }

  /// Says once that an ID is nearly another one.
  private mutating func reportNear(_ near: NearID, _ row: Row, _ person: Int, _ id: UnsafeRawBufferPointer) {
    guard nearPeople.insert(person).inserted else { return }
    problems.report(
      .nearID, .personID, in: row, as: near.variant, near.details + [String(decoding: id, as: UTF8.self)])
  }

  /// Looks for what is wrong with an ID of a file whose rows belong to nobody.
  private mutating func checkPerson(_ row: Row, _ cell: UnsafeRawBufferPointer) {
    guard row.heading(of: .personID) != nil else { return }
    switch PersonIDCell.read(cell, into: &idScratch) {
    case .missing: problems.report(.missingPerson, .personID, in: row)
    case .mangled, .masked: problems.report(.mangledID, .personID, in: row)
    case .id: break
    }
  }

  /// A row without an ID: with the name alone it may be that of one person on the roster.
  private mutating func readNameless(_ row: Row) -> Int? {
    guard identifiesByName, let roster else {
      problems.report(.missingPerson, .personID, in: row)
      return nil
    }
    switch roster.people(named: row.cell(.name), of: row.cell(.unit)) {
    case .one(let index): return person(roster, index)
    case .several: problems.report(.missingPerson, .personID, in: row, as: .nameOfSeveral)
    case .nobody: problems.report(.missingPerson, .personID, in: row, as: .nameOfNobody)
    }
    return nil
  }

  /// A masked ID, which the scratch buffer holds: with a roster it may be that of one person.
  private mutating func readMasked(_ row: Row) -> Int? {
    guard let roster, let index = roster.person(masked: idScratch, named: row.cell(.name)) else {
      problems.report(.mangledID, .personID, in: row)
      return nil
    }
    let person = person(roster, index)
    if nearPeople.insert(person).inserted {
      let id = roster.id(index)
      problems.report(.nearID, .personID, in: row, as: .masked, [id, "", id])
    }
    return person
  }

  /// The number here of a person on the roster.
  private mutating func person(_ roster: RosterIndex, _ index: Int) -> Int {
    roster.table.withKey(of: index) { key in
      PersonKey.withKey(of: key.bytes) {
        people.find($0) ?? add($0, checksumFails: PersonIDCell.fails($0.bytes))
      }
    }
  }

  /// Adds somebody new; an ID that is not on the roster but for leading zeros is that of whom they would make it.
  private mutating func addOrTakeForAnother(_ key: PersonKey, checksumFails: Bool) -> Int {
    guard let roster, roster.table.find(key) == nil, let other = roster.onlyPerson(butForZeros: key.bytes)
    else {
      return add(key, checksumFails: checksumFails)
    }
    let id = Array(key.bytes)
    if takenForOthers[id] == nil { takenForOthers[id] = (other, place) }
    return roster.withID(of: other) { bytes in
      PersonKey.withKey(of: bytes) { key in
        people.find(key) ?? add(key, checksumFails: PersonIDCell.fails(key.bytes))
      }
    }
  }

  private mutating func add(_ key: PersonKey, checksumFails: Bool) -> Int {
    var person = ReadPerson()
    person.ruleSet = UInt16(clamping: roster?.ruleSet(of: key) ?? 0)
    person.checksumFails = checksumFails
    return people.insert(key, person, first: ReadPerson.First(place: place))
  }

  /// Where the current row stands.
  var place: ReadPerson.Place {
    ReadPerson.Place(block: block, line: problems.line, record: problems.record)
  }
}
