import Foundation

/// A folder that keeps entries and a roster, with a journal of who did what when and why (LedgerFormat). Nothing in it is
/// ever written over, and each call that changes something is one change: it happens wholly or not at all, whatever stops
/// the process, and other processes see it only when it has happened.
///
///     let ledger = try Ledger.create(at: folder)
///     let id = try await ledger.add(course, of: wang, by: author)
///     try await ledger.approve([id], as: .verified, by: author)
///     let staff = try await ledger.staff(for: [rules])
///     for judgement in judge.judgements(of: staff) { print(judgement.id, judgement.verdict) }
///
/// Calls wait up to ten seconds for another process that writes.
public actor Ledger {
  private let folder: LedgerFolder
  private static let patience = 10

  private init(_ folder: LedgerFolder) { self.folder = folder }

  /// Makes an empty ledger in a folder, which is made if it is not there and may hold other things.
  ///
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/alreadyThere`` where there is one.
  public static func create(at url: URL) throws(LedgerError) -> Ledger {
    let folder = LedgerFolder(url.filePath)
    do throws(LedgerFailure) {
      try folder.create()
    } catch {
      throw LedgerError(error, in: folder)
    }
    return Ledger(folder)
  }

  /// The ledger in a folder.
  ///
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/notALedger`` where there is none.
  public init(at url: URL) throws(LedgerError) {
    folder = LedgerFolder(url.filePath)
    do throws(LedgerFailure) {
      try folder.checkFormat()
    } catch {
      throw LedgerError(error, in: folder)
    }
  }

  // MARK: Reading

  /// Everybody as they are now, as if read from a records file and a roster: what is void or replaced is not there, and an
  /// approval's status stands in the place of the entry's own. All bytes are held to the sums of the journal.
  ///
  /// - Parameter ruleSets: those that will judge, the own one first; its year says whose roster holds.
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/damaged`` for the first thing that is not as it was written.
  public func staff(for ruleSets: [RuleSet]) throws(LedgerError) -> Staff {
    let rules = RulesOfReading(ruleSets)
    return try attempt { () throws(LedgerFailure) in
      var reading = LedgerRecords(rules.options())
      reading.year = rules.own?.year
      return Staff(try reading.read(folder.snapshot()), rules)
    }
  }

  /// The entries of a person that count, or of everybody, each with the status that it has now.
  ///
  /// - Throws: ``LedgerError`` where the ledger can't be read.
  public func entries(of person: Person.ID? = nil) throws(LedgerError) -> [EntryID: Entry] {
    try attempt { () throws(LedgerFailure) in
      var filter = LedgerFilter()
      if let person { filter.people = [person] }
      var entries: [EntryID: Entry] = [:]
      try LedgerReading(folder.snapshot()).each(filter) { shown in
        entries[EntryID(shown.id)] = Entry(stored: shown.effective)
        return true
      }
      return entries
    }
  }

  // MARK: Changing

  /// Takes the rows of a records file into the ledger, each once, however often files are imported. Rows with problems are
  /// not taken; rows that differ from an entry that they are about are counted, and left to ``correct(_:to:because:by:)``.
  ///
  /// - Parameters:
  ///   - file: the file; it is read before anybody else has to wait.
  ///   - author: who does it, for the journal.
  ///   - dryRun: whether to write nothing, and say what would be.
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/unreadable`` for a file that can't be read at all.
  public func importing(
    _ file: RecordsFile, by author: Author, dryRun: Bool = false
  ) throws(LedgerError) -> ImportReceipt {
    try importing([file.input], roster: nil, year: nil, author, dryRun: dryRun)
  }

  /// Takes the people of a roster into the ledger's.
  ///
  /// - Parameters:
  ///   - roster: the file.
  ///   - year: the year for which it holds, 1900 to 2100; nil for every year that has none of its own.
  ///   - author: who does it, for the journal.
  ///   - dryRun: whether to write nothing, and say what would be.
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/unreadable`` for a file that can't be read at all.
  public func importing(
    _ roster: RosterFile, year: Int? = nil, by author: Author, dryRun: Bool = false
  ) throws(LedgerError) -> ImportReceipt {
    if let year, !LedgerFile.years.contains(year) {
      throw LedgerError(.badYear, "\(year) 不是年度", "\(year) is no credit year")
    }
    return try importing([], roster: roster.input, year: year, author, dryRun: dryRun)
  }

  private func importing(
    _ files: [InputFile], roster: InputFile?, year: Int?, _ author: Author, dryRun: Bool
  ) throws(LedgerError) -> ImportReceipt {
    let actor = author.actor
    return try attempt { () throws(LedgerFailure) in
      var work = LedgerImport()
      work.rosterYear = year
      // Nobody else has to wait while files are read.
      let readings = try work.read(files, roster: roster)
      if dryRun {
        let result = try work.prepare(readings, into: LedgerReading(folder.snapshot()), by: actor)
        return ImportReceipt(result, isDryRun: true)
      }
      let lock = try folder.lock(seconds: Ledger.patience)
      let reading = try LedgerReading(lock.snapshot)
      let result = try work.prepare(readings, into: reading, by: actor)
      try lock.commit(result.work, after: reading.journal)
      return ImportReceipt(result, isDryRun: false)
    }
  }

  /// Adds an entry of a person. Where the very same one is there already, nothing is added, and its name is returned.
  ///
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/unusable`` for one that a file's reader would not take, and with
  ///   ``LedgerError/Reason/gone`` where the same one is there and void.
  public func add(_ entry: Entry, of person: Person, by author: Author) throws(LedgerError) -> EntryID {
    var cells = entry.cells
    for field in [Field.personID, .name, .unit] { cells[field] = person.cells[field] }
    let draft = EntryDraft(cells)
    let edit = try change(by: author) { (edits) throws(LedgerFailure) in try edits.add([draft]) }
    if let id = edit.added.first ?? edit.present.first { return EntryID(id) }
    throw LedgerError(
      .gone, entry: edit.void.first, "相同的登记项已作废，没有新增",
      "the same entry is there and void; nothing was added")
  }

  /// Puts another entry, of the same person, in the place of one; both stay in the history. An approval holds for what it
  /// covers (LedgerFormat: Changes). The reason stands in the journal: not blank, at most 2,000 characters, all to be seen.
  ///
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/noSuchEntry``, ``LedgerError/Reason/gone``,
  ///   ``LedgerError/Reason/unusable``, ``LedgerError/Reason/saysSoAlready`` or ``LedgerError/Reason/unfitReason``.
  public func correct(
    _ id: EntryID, to entry: Entry, because reason: String, by author: Author
  ) throws(LedgerError) -> EntryID {
    try check(reason)
    let cells = entry.cells
    let edit = try change(by: author) { (edits) throws(LedgerFailure) in
      let old = try edits.current([id.id])
      var values: [Field: String] = [:]
      // What the entry has no place for, as what only forms show, stays as it was.
      for field in Entry.fields { values[field] = cells[field] ?? "" }
      values[.period] = ""
      // A status that is as it was leaves an approval where it was.
      if old.first?.effective(.status) == values[.status] { values[.status] = nil }
      return try edits.correct(old, values, reason: reason)
    }
    guard let new = edit.work.lines.lazy.compactMap(\.replacedBy).first else {
      throw LedgerError(LedgerFailure.impossible(.saysSoAlready(id.id)), in: folder)
    }
    return EntryID(new)
  }

  /// Makes entries count no more, in one change: all of them or none. The reason stands in the journal: not blank, at most
  /// 2,000 characters, all to be seen.
  ///
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/noSuchEntry`` or ``LedgerError/Reason/gone`` for the first that
  ///   does not count, and with ``LedgerError/Reason/unfitReason``.
  public func void(_ ids: [EntryID], because reason: String, by author: Author) throws(LedgerError) {
    try check(reason)
    let ids = Ledger.once(ids)
    _ = try change(by: author) { (edits) throws(LedgerFailure) in try edits.void(ids, reason: reason) }
  }

  /// Gives entries a review status, in one change: all of them or none. Those that have it are left alone.
  ///
  /// - Throws: ``LedgerError`` with ``LedgerError/Reason/noSuchEntry`` or ``LedgerError/Reason/gone`` for the first that
  ///   does not count.
  public func approve(_ ids: [EntryID], as status: ReviewStatus, by author: Author) throws(LedgerError) {
    let ids = Ledger.once(ids)
    _ = try change(by: author) { (edits) throws(LedgerFailure) in
      edits.approve(try edits.current(ids).map { ($0.id, $0.status) }, as: status, reason: "")
    }
  }

  /// Each once: a change says one thing of an entry.
  private static func once(_ ids: [EntryID]) -> [LedgerEntryID] {
    var seen: Set<EntryID> = []
    return ids.filter { seen.insert($0).inserted }.map(\.id)
  }

  private func check(_ reason: String) throws(LedgerError) {
    if HiddenText.isFit(reason, atMost: 2000) { return }
    throw LedgerError(
      .unfitReason, "理由不能为空，不超过 2000 字，不含看不见的字符",
      "a reason is not blank, has at most 2,000 characters, and none that can't be seen")
  }

  /// Plans a change on the present state and makes it.
  private func change(
    by author: Author, _ plan: (LedgerEdits) throws(LedgerFailure) -> LedgerEdit
  ) throws(LedgerError) -> LedgerEdit {
    try attempt { () throws(LedgerFailure) in
      let lock = try folder.lock(seconds: Ledger.patience)
      let reading = try LedgerReading(lock.snapshot)
      let edit = try plan(LedgerEdits(reading, by: author.actor))
      try lock.commit(edit.work, after: reading.journal)
      return edit
    }
  }

  private func attempt<Result>(
    _ body: () throws(LedgerFailure) -> Result
  ) throws(LedgerError) -> Result {
    do throws(LedgerFailure) {
      return try body()
    } catch {
      throw LedgerError(error, in: folder)
    }
  }
}
