/// One state of a ledger, read for people: its entries with what later changes have made of them, one at a time.
package struct LedgerReading: Sendable {
  /// The state that is read.
  package let snapshot: LedgerSnapshot
  /// All changes up to that state.
  package let journal: LedgerJournal
  let effects: LedgerEffects
  private let places: [Int]

  /// Reads the journal of a state, and holds all files to it.
  package init(_ snapshot: LedgerSnapshot) throws(LedgerFailure) {
    self.snapshot = snapshot
    journal = try snapshot.verifiedJournal()
    effects = journal.effects()
    places = EntryCells.places(snapshot.format)
  }

  /// Calls `body` with every entry that a filter takes, in order of year and number, until it says that this is enough.
  package func each(
    _ filter: LedgerFilter = LedgerFilter(), evenGone: Bool = false, _ body: (ShownEntry) -> Bool
  ) throws(LedgerFailure) {
    var goesOn = true
    for year in snapshot.years where goesOn && (filter.years.isEmpty || filter.years.contains(year)) {
      try each(in: year) { id, cells in
        if !goesOn || (!evenGone && effects.isGone(id)) { return }
        guard filter.takes(year: year, status: effects.status(id) ?? cells.status, cells) else { return }
        goesOn = body(shown(id, effects.status(id) ?? cells.status, cells))
      }
    }
  }

  /// Counts all entries.
  package func tally() throws(LedgerFailure) -> LedgerTally {
    var tally = LedgerTally()
    for year in snapshot.years {
      try each(in: year) { id, cells in
        let fate = effects.isGone(id) ? effects.fate(id) : .current
        tally.count(year, fate, effects.status(id) ?? cells.status, cells)
      }
    }
    return tally
  }

  /// These entries, in the order given.
  ///
  /// - Throws: ``LedgerFailure/noSuchEntry(_:)`` for the first that was never there.
  package func entries(_ ids: [LedgerEntryID]) throws(LedgerFailure) -> [ShownEntry] {
    for id in ids where !journal.has(id) { throw .noSuchEntry(id) }
    let wanted = Set(ids)
    var found: [LedgerEntryID: ShownEntry] = [:]
    for year in Set(ids.map(\.year)).sorted() {
      try each(in: year) { id, cells in
        guard wanted.contains(id) else { return }
        found[id] = shown(id, effects.status(id) ?? cells.status, cells)
      }
    }
    for id in ids where found[id] == nil { throw .noSuchEntry(id) }
    return ids.compactMap { found[$0] }
  }

  /// The entries that corrections connect with one, the first first.
  package func chain(of id: LedgerEntryID) -> [LedgerEntryID] {
    var before: [LedgerEntryID: LedgerEntryID] = [:]
    var after: [LedgerEntryID: LedgerEntryID] = [:]
    for index in journal.lines.indices {
      let change = journal.lines.change(at: index)
      guard change.action == .correct, let old = change.entry, let new = change.replacedBy else { continue }
      before[new] = old
      after[old] = new
    }
    var chain = [id]
    // A damaged journal could lead in a circle.
    while let first = before[chain[0]], !chain.contains(first) { chain.insert(first, at: 0) }
    while let next = after[chain[chain.count - 1]], !chain.contains(next) { chain.append(next) }
    return chain
  }

  /// The lines of the journal that concern some entries: what brought them, and what happened to them later.
  package func lines(about ids: Set<LedgerEntryID>) -> [JournalLine] {
    var counts: [Int: Int] = [:]
    return journal.lines.indices.compactMap { index in
      let change = journal.lines.change(at: index)
      var isAbout = [change.entry, change.replacedBy].contains { $0.map(ids.contains) ?? false }
      if [.void, .revive, .approve].contains(change.action) { return isAbout ? journal.lines[index] : nil }
      let line = journal.lines[index]
      for (year, count) in line.addedByYear {
        let before = counts[year] ?? 0
        counts[year] = before + count
        if change.action == .correct { continue }
        isAbout =
          isAbout || ids.contains { $0.year == year && before < $0.number && $0.number <= before + count }
      }
      return isAbout ? line : nil
    }
  }

  /// Somebody whom the ledger knows.
  package struct KnownPerson: Hashable, Sendable {
    /// The ID, whole.
    package let id: String
    /// The name that the last line has.
    package var name: String
    /// The unit that the last line has.
    package var unit: String
    /// Whether the last line of `people.csv` has this person on the roster.
    package var isListed = false
  }

  /// Everybody on the roster, and who has been.
  package func roster() throws(LedgerFailure) -> [KnownPerson] {
    guard let table = LedgerTable(.people, in: snapshot) else { return [] }
    let listed = LedgerFile.people.columns(format: snapshot.format).count - 2
    var places: [String: Int] = [:]
    var people: [KnownPerson] = []
    let outcome = try table.read { row in
      var person = KnownPerson(id: row.string(0), name: row.string(1), unit: row.string(2))
      person.isListed = row.string(listed) == "yes"
      if let place = places[person.id] {
        people[place] = person
      } else {
        places[person.id] = people.count
        people.append(person)
      }
    }
    if let fault = outcome.faults.first { throw .damaged(fault) }
    return people
  }

  /// Everybody whom the ledger knows, by roster or by entries, gone ones too; each once.
  package func people() throws(LedgerFailure) -> [KnownPerson] {
    var people = try roster()
    var places = TextPlaces()
    for person in people { _ = places.place(of: person.id) }
    for year in snapshot.years {
      try each(in: year) { _, cells in
        let place = cells.withBytes(.personID) { places.place(of: $0) }
        if place == people.count {
          people.append(
            KnownPerson(id: cells.text(.personID), name: cells.text(.name), unit: cells.text(.unit)))
        } else if people[place].name.isEmpty || people[place].unit.isEmpty {
          if people[place].name.isEmpty { people[place].name = cells.text(.name) }
          if people[place].unit.isEmpty { people[place].unit = cells.text(.unit) }
        }
      }
    }
    return people
  }

  private func shown(_ id: LedgerEntryID, _ status: ReviewStatus?, _ cells: EntryCells) -> ShownEntry {
    ShownEntry(
      id: id, change: cells.change, values: Field.kept.map(cells.text), fate: effects.fate(id),
      status: status)
  }

  /// Reads a year's file and passes on each row with a way to look at its cells.
  private func each(
    in year: Int, _ body: (LedgerEntryID, EntryCells) -> Void
  ) throws(LedgerFailure) {
    guard let table = LedgerTable(.entries(year: year), in: snapshot) else { return }
    var fault: LedgerFault?
    var number = 0
    let outcome = try table.read { row in
      number += 1
      guard fault == nil else { return }
      guard let id = LedgerEntryID(bytes: row.raw(0)), id.year == year, id.number == number else {
        let expected = LedgerEntryID(year: year, number: number)
        fault = expected.map {
          LedgerFault(
            table.input.name, line: row.line, .entryOutOfSequence(found: row.string(0), expected: $0))
        }
        return
      }
      body(id, EntryCells(row: row, places: places))
    }
    if let fault = outcome.faults.first ?? fault { throw .damaged(fault) }
  }
}
