/// Makes the lines that a roster adds to a ledger.
extension ImportPlanning {
  /// Adds the people of a roster who are new, or of whom it says something else than the ledger. With `isWhole`, those
  /// whom it does not have leave that of the year, unless one of its rows could not be read and may have been theirs.
  mutating func add(_ roster: ImportedRoster, _ known: LedgerRoster, isWhole: Bool, year: Int?) {
    var balance = ImportBalance()
    balance.read = roster.counts.usable + roster.counts.faulty + roster.counts.blank
    (balance.problems, balance.blank) = (roster.counts.faulty, roster.counts.blank)
    for row in roster.rows {
      if let line = known.people[.init(year: year, person: row.id)], line.isListed, line.text == row.text {
        balance.present += 1
      } else {
        balance.taken += 1
        people.append(row.text, year: year, isListed: true, change: nextChange)
      }
    }
    var left = 0
    if isWhole, balance.problems == 0 {
      let there = Set(roster.rows.map(\.id))
      for (place, line) in known.people.sorted(by: { $0.value.record < $1.value.record })
      where line.isListed && place.year == year && !there.contains(place.person) {
        left += 1
        people.append(line.text, year: year, isListed: false, change: nextChange)
      }
    }
    var line = actor.line(.people, change: balance.taken + left > 0 ? nextChange : 0)
    line.file = ImportPlanning.fileName(roster.name)
    line.content = roster.content
    line.balance = balance
    line.rosterYear = year
    if balance.taken + left > 0 {
      line.added[.people] = balance.taken + left
      journal.append(line)
      nextChange += 1
    }
    result.files.append(.init(name: roster.name, isRoster: true, line: line, entries: []))
  }
}
