/// What a whole file covers: the credit years, units and platforms of its rows.
private struct FileScope {
  private var years: Set<String> = []
  private var units: Set<String> = []
  private var platforms: Set<String> = []

  init(_ file: ImportedFile) {
    for row in file.rows {
      years.insert(String(row.year))
      file.withText(of: row) { line in
        let cells = LedgerLineCells(line)
        units.insert(cells.text(.unit))
        platforms.insert(cells.text(.platform))
      }
    }
  }

  /// Whether a whole file of this kind would have an entry.
  func covers(_ entry: ShownEntry) -> Bool {
    years.contains(String(entry.id.year)) && units.contains(entry[.unit])
      && platforms.contains(entry[.platform])
  }
}

extension ImportPlanning {
  /// Tells of the entries that a whole file does not have, and makes them void if that is wished.
  mutating func tell(
    _ wish: LedgerImport.Missing, of file: ImportedFile, _ ledger: LedgerReading
  ) throws(LedgerFailure) {
    guard let place = result.files.firstIndex(where: { $0.name == file.name && !$0.isRoster }) else { return }
    let there = Set(result.files[place].rows.compactMap(\.entry) + result.changes.map(\.entry))
    let scope = FileScope(file)
    var missing: [LedgerEntryID] = []
    try ledger.each {
      if !there.contains($0.id), scope.covers($0) { missing.append($0.id) }
      return true
    }
    var isVoided = false
    if case .voided(let reason) = wish, file.counts.faulty == 0, !missing.isEmpty {
      isVoided = true
      let known = Set(journal.compactMap(\.entry))
      for entry in missing where !known.contains(entry) {
        var line = actor.line(.void, change: nextChange)
        (line.entry, line.reason) = (entry, reason)
        journal.append(line)
      }
      nextChange += 1
    }
    result.files[place].missing = missing
    result.files[place].missingIsVoided = isVoided
  }
}
