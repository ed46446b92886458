extension LedgerEdits {
  /// Moves the entries of a wrong number to the right one, and takes the wrong one off the roster, in one change; what is
  /// imported later under the wrong number is that of the right person.
  ///
  /// Approvals stay: what was approved is what was done, and when.
  package func samePerson(
    wrong: String, right: String, reason: String
  ) throws(LedgerFailure) -> LedgerEdit {
    if wrong == right { throw .impossible(.samePerson(wrong)) }
    var filter = LedgerFilter()
    filter.people = [wrong]
    var entries: [ShownEntry] = []
    try reading.each(filter) {
      entries.append($0)
      return true
    }
    let roster = try LedgerRoster(reading.snapshot, reading.journal, keepsTexts: true)
    let listed = roster.people.filter { $0.key.person == StoredRow.guarded(wrong) && $0.value.isListed }
    if entries.isEmpty, listed.isEmpty { throw .impossible(.unknownPerson(wrong)) }
    var first = line(.samePerson, reason: reason)
    (first.person, first.sameAs) = (wrong, right)
    var rows = NewRows(reading)
    var (lines, approvals): ([JournalLine], [JournalLine]) = ([], [])
    for old in entries {
      var draft = EntryDraft(old.cells.mapValues(StoredRow.guarded))
      draft.cells[.personID] = StoredRow.guarded(right)
      guard let row = try? draft.stored() else { throw .impossible(.unusable(draft, entry: old.id)) }
      var line = self.line(.correct, old.id, reason: reason)
      line.replacedBy = try rows.add(row)
      lines.append(line)
      if let status = reading.effects.status(old.id) {
        var approval = self.line(.approve, line.replacedBy, reason: reason)
        approval.status = status
        approvals.append(approval)
      }
    }
    var people = LedgerLines()
    for (place, known) in listed.sorted(by: { $0.value.record < $1.value.record }) {
      people.append(known.text, year: place.year, isListed: false, change: reading.journal.nextID)
    }
    first.added = rows.counts
    if !listed.isEmpty { first.added[.people] = listed.count }
    let work = LedgerWork([first] + lines + approvals, rows.additions + people.additions(to: .people))
    return LedgerEdit(work: work)
  }
}

/// The people who were found to be one: wrong numbers and the right ones.
struct SamePeople {
  private var right: [String: String] = [:]

  /// What a journal says.
  init(_ lines: JournalLines) {
    for index in lines.indices where lines.change(at: index).action == .samePerson {
      let line = lines[index]
      right[line.person] = line.sameAs
      // Two numbers that were each found to be the other's lead back to the later decision.
      if right[line.sameAs] == line.person { right[line.sameAs] = nil }
    }
  }

  /// Whether there is none.
  var isEmpty: Bool { right.isEmpty }

  /// The right number of somebody; nil if it is this one.
  func right(of person: String) -> String? {
    var found = right[person]
    for _ in right {
      guard let next = found.flatMap({ right[$0] }) else { break }
      found = next
    }
    return found == person ? nil : found
  }
}

extension ImportReading {
  /// Gives rows under wrong numbers the right ones, once the ledger is known.
  mutating func correct(_ people: SamePeople) throws(LedgerFailure) {
    if people.isEmpty { return }
    for file in files {
      for place in file.rows.indices {
        let facts = file.rows[place]
        let person = file.withText(of: facts) { LedgerLineCells($0).text(.personID) }
        guard let right = people.right(of: person) else { continue }
        var draft = EntryDraft(
          file.withText(of: facts) { LedgerLineCells($0).texts.mapValues(StoredRow.guarded) })
        draft.cells[.personID] = StoredRow.guarded(right)
        guard let row = try? draft.stored() else { continue }
        file.replace(place, by: row)
      }
    }
    roster?.rows.removeAll { people.right(of: $0.id) != nil }
  }
}
