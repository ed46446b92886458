#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes the lines that an import adds to a ledger, a file after the other. Every file that brings something is a change
/// of its own, so that an entry's import id names its file.
struct ImportPlanning {
  var result = LedgerImportResult()
  private var matching: ImportMatching
  private let merging: EntryMerging
  let actor: LedgerActor
  private let wishes: ImportWishes
  var nextChange: Int
  /// For each year the number of its last entry so far.
  private var lastNumbers: [Int]
  private var years: [LedgerLines]
  var people = LedgerLines()
  var journal: [JournalLine] = []

  private static let firstYear = LedgerFile.years.lowerBound

  init(
    _ journal: LedgerJournal, _ actor: LedgerActor, _ matching: ImportMatching, _ merging: EntryMerging,
    _ wishes: ImportWishes
  ) {
    self.matching = matching
    self.merging = merging
    self.actor = actor
    self.wishes = wishes
    nextChange = journal.nextID
    lastNumbers = LedgerFile.years.map { journal.counts[.entries(year: $0)] ?? 0 }
    years = LedgerFile.years.map { _ in LedgerLines() }
  }

  // MARK: Records files

  /// What one file brings, while it is gone through.
  private struct FileWork {
    let file: ImportedFile
    let isLast: Bool
    var balance = ImportBalance()
    /// The last numbers before it.
    let first: [Int]
    /// Lines of the journal behind that of the import.
    var lines: [JournalLine] = []
    var rows: [LedgerImportResult.Row] = []
    /// Entries that a row of this file has brought back.
    var revived: Set<LedgerEntryID> = []
    /// Entries of which a row of this file has taken the place.
    var corrected: [LedgerEntryID: (new: LedgerEntryID, approved: ReviewStatus?)] = [:]
  }

  /// Adds what is new of a file.
  mutating func add(_ file: ImportedFile, isLast: Bool) throws(LedgerFailure) {
    let (findings, changes) = matching.match(file)
    var work = FileWork(file: file, isLast: isLast, first: lastNumbers)
    (work.balance.read, work.balance.problems, work.balance.blank) = (
      file.recordCount, file.counts.faulty, file.counts.blank
    )
    work.rows.reserveCapacity(file.rows.count)
    var (page, next) = (0, 0)
    for row in file.rows.indices {
      let change = next < changes.count && changes[next].row == row ? changes[next] : nil
      if change != nil { next += 1 }
      try settle(row, findings[row], change, &work)
      if isLast, file.pagesAreInOrder, Int(file.rows[row].page) > page {
        file.dropPages(before: Int(file.rows[row].page), from: page)
        page = Int(file.rows[row].page)
      }
    }
    record(work)
    if isLast { return }
    for entry in work.revived { matching.settle(entry, as: entry, approved: nil) }
    for (entry, by) in work.corrected { matching.settle(entry, as: by.new, approved: by.approved) }
  }

  /// Does with a row what is to be done with it.
  private mutating func settle(
    _ row: Int, _ finding: ImportMatching.Finding, _ change: ImportMatching.Change?, _ work: inout FileWork
  ) throws(LedgerFailure) {
    var fate: LedgerImportResult.RowFate
    var entry = finding.entry
    switch (finding.outcome, finding.entry) {
    case (.new, _), (_, nil):
      fate = .taken
      let id = try add(work.file.rows[row], work.file)
      if !work.isLast { matching.take(row, of: work.file, as: id) }
      entry = id
    case (.present, _): fate = .present
    case (.void, let known?):
      let isNews = wishes.revivesVoid && work.revived.insert(known).inserted
      fate = isNews ? .revived : wishes.revivesVoid ? .present : .void
      if isNews {
        var line = actor.line(.revive, change: nextChange)
        line.entry = known
        work.lines.append(line)
      }
      if let change { entry = try take(change, known, isTaken: wishes.revivesVoid, row, &work) }
    case (.changed, let known?):
      fate = wishes.acceptsChanges ? .corrected : .changed
      if let change { entry = try take(change, known, isTaken: wishes.acceptsChanges, row, &work) }
    }
    switch fate {
    case .taken, .corrected, .revived: work.balance.taken += 1
    case .present: work.balance.present += 1
    case .changed: work.balance.changed += 1
    case .void: work.balance.void += 1
    }
    let form = finding.form == finding.entry ? nil : finding.form
    work.rows.append(.init(line: work.file.rows[row].line, fate: fate, entry: entry, form: form))
  }

  /// Tells of a row that differs from the form of an entry, and takes it if that is wished; returns what stands in the
  /// entry's place then.
  private mutating func take(
    _ change: ImportMatching.Change, _ entry: LedgerEntryID, isTaken: Bool, _ row: Int, _ work: inout FileWork
  ) throws(LedgerFailure) -> LedgerEntryID {
    let form = matching.forms[change.form]
    let differences = self.differences(change, work.file)
    var replacedBy: LedgerEntryID?
    if isTaken, work.corrected[entry] == nil {
      let merged = merging.merge(form, change.differs, work.file, row)
      if let merged {
        replacedBy = try correct(entry, merged, row, &work)
      } else {
        // What the row changed says the entry already.
        replacedBy = entry
      }
    }
    result.changes.append(
      .init(
        file: work.file.name, line: Int(work.file.rows[row].line), entry: entry, form: form.id,
        isVoid: form.isVoid, replacedBy: replacedBy == entry ? nil : replacedBy, differences: differences))
    return replacedBy ?? entry
  }

  /// Puts a row in the place of an entry.
  private mutating func correct(
    _ entry: LedgerEntryID, _ merged: EntryMerging.Merged, _ row: Int, _ work: inout FileWork
  ) throws(LedgerFailure) -> LedgerEntryID {
    let id: LedgerEntryID
    switch merged.row {
    case .asRead:
      id = try add(work.file.rows[row], work.file)
      if !work.isLast { matching.take(row, of: work.file, as: id) }
    case .stored(let stored): id = try add(stored)
    }
    var line = actor.line(.correct, change: nextChange)
    (line.entry, line.replacedBy, line.reason) = (entry, id, "import \(nextChange)")
    work.lines.append(line)
    if let status = merged.approved {
      var line = actor.line(.approve, change: nextChange)
      (line.entry, line.status, line.reason) = (id, status, "import \(nextChange)")
      work.lines.append(line)
    }
    if let lost = merged.lost {
      result.unverified.append(.init(entry: id, hours: lost.hours, was: lost.was, now: lost.now))
    }
    work.corrected[entry] = (id, merged.approved)
    return id
  }

  /// Adds a line to the entries of its year and returns the new id.
  private mutating func add(_ row: LedgerRowFacts, _ file: ImportedFile) throws(LedgerFailure)
    -> LedgerEntryID
  {
    let (id, place) = try nextID(year: Int(row.year))
    file.withText(of: row) { years[place].append(id, change: nextChange, $0) }
    return id
  }

  private mutating func add(_ row: StoredRow) throws(LedgerFailure) -> LedgerEntryID {
    let (id, place) = try nextID(year: row.year)
    row.cellsLine.withUnsafeBytes { years[place].append(id, change: nextChange, $0) }
    return id
  }

  private mutating func nextID(year: Int) throws(LedgerFailure) -> (LedgerEntryID, place: Int) {
    let place = year - ImportPlanning.firstYear
    guard let id = LedgerEntryID(year: year, number: lastNumbers[place] + 1) else {
      // A year has no more numbers.
      throw .system(.init(path: LedgerFile.entries(year: year).path, errno: EFBIG))
    }
    lastNumbers[place] += 1
    return (id, place)
  }

  /// Tells the journal of a file, and the caller.
  private mutating func record(_ work: FileWork) {
    var line = actor.line(.import, change: work.balance.taken > 0 ? nextChange : 0)
    line.file = ImportPlanning.fileName(work.file.name)
    line.content = work.file.content
    line.balance = work.balance
    var ranges: [ClosedRange<LedgerEntryID>] = []
    for (place, number) in work.first.enumerated() where lastNumbers[place] > number {
      let year = place + ImportPlanning.firstYear
      line.added[.entries(year: year)] = lastNumbers[place] - number
      if let low = LedgerEntryID(year: year, number: number + 1),
        let high = LedgerEntryID(year: year, number: lastNumbers[place])
      {
        ranges.append(low...high)
      }
    }
    if work.balance.taken > 0 {
      journal.append(line)
      journal += work.lines
      nextChange += 1
    }
    var file = LedgerImportResult.File(name: work.file.name, isRoster: false, line: line, entries: ranges)
    file.rows = work.rows
    result.files.append(file)
  }

  private func differences(
    _ change: ImportMatching.Change, _ file: ImportedFile
  ) -> [(field: Field, old: String, new: String)] {
    let form = matching.forms[change.form]
    return file.withText(of: file.rows[change.row]) { line in
      let (new, old) = (LedgerLineCells(line), LedgerLineCells(form.text.bytes(form.range)))
      return change.differs.fields.map { field in
        let isApproved = field == .status && form.id == form.entry
        let oldText = isApproved ? form.approved?.code ?? old.text(field) : old.text(field)
        return (field, oldText, new.text(field))
      }
    }
  }

  /// The last part of a path: a ledger says nothing of the machine.
  static func fileName(_ path: String) -> String {
    HiddenText.escaped(path.split(separator: "/").last.map(String.init) ?? path)
  }

  // MARK: Finishing

  /// Everything together.
  mutating func finish(_ records: Records) -> LedgerImportResult {
    result.records = records
    var additions: [LedgerAddition] = []
    for (place, lines) in years.enumerated() {
      additions += lines.additions(to: .entries(year: place + ImportPlanning.firstYear))
    }
    result.work = LedgerWork(journal, additions + people.additions(to: .people))
    return result
  }
}
